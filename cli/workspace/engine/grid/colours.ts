/** Colours as Sheets keeps them: in steps of 1/255, and under an older and a newer key that say the same. */
import type { Mask } from '../field-mask.ts';

/** The older key and the newer one of every colour. */
const COLOURS = [
  ['backgroundColor', 'backgroundColorStyle'],
  ['foregroundColor', 'foregroundColorStyle'],
  ['color', 'colorStyle'],
  ['tabColor', 'tabColorStyle'],
  ['headerColor', 'headerColorStyle'],
  ['firstBandColor', 'firstBandColorStyle'],
  ['secondBandColor', 'secondBandColorStyle'],
  ['footerColor', 'footerColorStyle'],
] as const;

const PLAIN = new Set<string>(['rgbColor', ...COLOURS.map(([plain]) => plain)]);
/** Keeps 217/255, which is a little less than 217 parts in floating point, at 217. */
const ROUNDING = 1e-3;

/** Fills in the other key of every colour in a value, however deep. */
export function pairColours<T>(value: T): T {
  return pairUp(value) as T;
}

function pairUp(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => pairUp(item));
  if (typeof value !== 'object' || value === null) return value;
  if (PLAIN.has(name)) return quantized(value);
  const paired: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) paired[key] = pairUp(item, key);
  for (const [plain, styled] of COLOURS) {
    const style = paired[styled] as { rgbColor?: unknown; themeColor?: unknown } | undefined;
    if (style?.rgbColor !== undefined) paired[plain] = style.rgbColor;
    else if (style && style.themeColor === undefined) delete paired[styled];
    else if (paired[plain] !== undefined && style === undefined) paired[styled] = { rgbColor: paired[plain] };
  }
  return paired;
}

/** Each part as one of 256 steps; a part that is 0 is not written. */
function quantized(colour: object): object {
  const parts = Object.entries(colour).flatMap(([name, part]) => {
    if (typeof part !== 'number') return [[name, part] as const];
    const step = Math.floor(part * 255 + ROUNDING);
    return step === 0 ? [] : [[name, single(step / 255)] as const];
  });
  return Object.fromEntries(parts);
}

/** The shortest number that is the same in single precision, in which Google keeps colours. */
function single(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return short;
  }
  return Math.fround(value);
}

const pairedMasks = new WeakMap<Mask, Mask>();

/** A mask that names one key of a colour names both. Made once for a mask: a request of many rows asks for each cell. */
export function withColourPairs(mask: Mask): Mask {
  const paired = pairedMasks.get(mask) ?? pairMask(mask);
  pairedMasks.set(mask, paired);
  return paired;
}

function pairMask(mask: Mask): Mask {
  const children = new Map([...mask.children].map(([name, inner]) => [name, withColourPairs(inner)]));
  for (const [plain, styled] of COLOURS) {
    if (children.has(plain) || children.has(styled)) {
      const all: Mask = { all: true, children: new Map() };
      children.set(plain, all);
      children.set(styled, all);
    }
  }
  return { all: mask.all, children };
}
