/** Colours of series and slices. Each stands out from white by at least 3 to 1, and lines differ in their points too. */
import type { WireChart } from '../../sheet/wire.ts';

const COLOURS = ['#1a73e8', '#d93025', '#b06000', '#188038', '#8430ce', '#00798a', '#c2185b', '#5f6368'];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot'] as const;

const colourAt = (index: number): string => COLOURS[index % COLOURS.length] ?? '#1a73e8';

export const sliceColours = (count: number): string[] => Array.from({ length: count }, (_, index) => colourAt(index));

export function seriesLook(
  index: number,
  { kind, stacked, colour }: { kind: WireChart['kind']; stacked: boolean; colour: string | undefined },
) {
  const own = colour ?? colourAt(index);
  if (kind === 'BAR' || kind === 'COLUMN') {
    // The white edge keeps parts of a stack apart whose colours are alike.
    return { backgroundColor: own, borderColor: '#fff', borderWidth: stacked ? 1 : 0, maxBarThickness: 64 };
  }
  const line = {
    borderColor: own,
    borderWidth: 2,
    pointRadius: 3,
    pointStyle: POINTS[index % POINTS.length] ?? 'circle',
  };
  const lower = stacked && index > 0 ? '-1' : 'origin';
  return { ...line, pointBackgroundColor: own, backgroundColor: `${own}4d`, fill: kind === 'AREA' ? lower : false };
}
