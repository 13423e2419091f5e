/** The parts of a workbook beside its rows: names of tabs, shared texts, and which cell formats are dates. */
import { isDateFormat } from 'hucre';
import type { Sel } from '#domain/format/sel.ts';
import type { Archive } from './archive.ts';
import { BerkasError } from './berkas-error.ts';
import { MAX_SHARED_BYTES } from './limits.ts';
import { readXml } from './xml-events.ts';

export interface WorkbookTab {
  readonly nama: string;
  /** False for hidden tabs. */
  readonly visible: boolean;
  /** Name of its part in the archive. */
  readonly part: string;
}

export interface WorkbookParts {
  readonly tabs: readonly WorkbookTab[];
  /** Days are counted from 1904, as old Macs do. */
  readonly from1904: boolean;
  /** Texts that several cells may hold, each as the cell that all of them share. */
  readonly shared: readonly Sel[];
  /** By index of a cell's format: true where numbers are shown as dates. */
  readonly dateFormats: readonly boolean[];
}

interface Relation {
  readonly target: string;
  readonly type: string;
}

const NO_WORKBOOK = 'Ini arsip, bukan buku kerja Excel. Simpan ulang tabelnya sebagai .xlsx.';

/** @throws BerkasError when the archive is no workbook */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
  const root = await relations(archive, '', '');
  const [, workbook] = [...root].find(([, { type }]) => type.endsWith('/officeDocument')) ?? [];
  if (!workbook || !archive.has(workbook.target)) throw new BerkasError(NO_WORKBOOK);
  const slash = workbook.target.lastIndexOf('/') + 1;
  const related = await relations(archive, workbook.target.slice(0, slash), workbook.target.slice(slash));
  const part = (kind: string) => [...related.values()].find(({ type }) => type.endsWith(kind))?.target ?? '';
  const { tabs, from1904 } = await readWorkbook(archive, workbook.target, related);
  return {
    tabs,
    from1904,
    shared: await readShared(archive, part('/sharedStrings')),
    dateFormats: await readDateFormats(archive, part('/styles')),
  };
}

async function relations(archive: Archive, folder: string, name: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  const part = `${folder}_rels/${name}.rels`;
  if (!archive.has(part)) return found;
  await readXml(archive.text(part), {
    open: (element, { Id = '', Type = '', Target = '' }) => {
      if (element === 'Relationship') found.set(Id, { type: Type, target: resolvePart(folder, Target) });
    },
  });
  return found;
}

/** Targets are relative to the folder of the part that names them, or absolute. */
const resolvePart = (folder: string, target: string): string =>
  new URL(target, `http://part/${folder}`).pathname.slice(1);

async function readWorkbook(archive: Archive, part: string, related: ReadonlyMap<string, Relation>) {
  const tabs: WorkbookTab[] = [];
  let from1904 = false;
  await readXml(archive.text(part), {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      const relation = related.get(id);
      // Tabs that hold a chart only have no rows.
      if (!relation?.type.endsWith('/worksheet')) return;
      tabs.push({
        nama: attributes['name'] ?? '',
        visible: ['visible', ''].includes(attributes['state'] ?? ''),
        part: relation.target,
      });
    },
  });
  return { tabs, from1904 };
}

async function readShared(archive: Archive, part: string): Promise<Sel[]> {
  const texts: Sel[] = [];
  if (!archive.has(part)) return texts;
  if (archive.sizeOf(part) > MAX_SHARED_BYTES) {
    throw new BerkasError('Teks di dalam buku kerja terlalu banyak. Simpan lembarnya sebagai .csv, lalu ulangi.');
  }
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(archive.text(part), {
    open: (element) => {
      if (element === 'si') text = '';
      else if (element === 't') inText = !inPhonetic;
      else if (element === 'rPh') inPhonetic = true;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (element) => {
      if (element === 'si') texts.push(textCell(unescapeText(text)));
      else if (element === 't') inText = false;
      else if (element === 'rPh') inPhonetic = false;
    },
  });
  return texts;
}

export const KOSONG: Sel = { teks: '', jenis: 'kosong' };

export const textCell = (teks: string): Sel => (teks === '' ? KOSONG : { teks, jenis: 'teks' });

/** Characters that XML cannot hold are written as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Numbers of built-in formats that show dates or times. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

async function readDateFormats(archive: Archive, part: string): Promise<boolean[]> {
  const own = new Map<string, boolean>();
  const formats: boolean[] = [];
  if (!archive.has(part)) return formats;
  let inCells = false;
  await readXml(archive.text(part), {
    open: (element, { numFmtId = '0', formatCode = '' }) => {
      if (element === 'numFmt') own.set(numFmtId, isDateFormat(formatCode));
      else if (element === 'cellXfs') inCells = true;
      else if (element === 'xf' && inCells) formats.push(own.get(numFmtId) ?? isBuiltInDate(Number(numFmtId)));
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
