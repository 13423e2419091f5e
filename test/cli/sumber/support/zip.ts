/** ZIP archives and workbooks written by hand, so that tests can damage any part of them. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the directory says that it unpacks to; the truth without it. */
  readonly declared?: number;
  /** Already packed, with this checksum. */
  readonly packed?: Uint8Array;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;

export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared, packed } of parts) {
    const bytes = Buffer.from(content);
    const data = packed ?? deflateRawSync(bytes);
    const path = Buffer.from(name);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(bytes), 0);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(declared ?? bytes.length, 8);
    sizes.writeUInt16LE(path.length, 12);
    const local = Buffer.alloc(14);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(offset, 10);
    locals.push(local, sizes, path, Buffer.from(data));
    entries.push(entry, sizes, behind, path);
    offset += local.length + sizes.length + path.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

export interface Tab {
  readonly name?: string;
  readonly hidden?: boolean;
  /** What stands inside `sheetData`, or a whole part. */
  readonly rows: string;
}

export interface WorkbookContent {
  readonly tabs: readonly Tab[];
  /** Items of the shared strings, e.g. `<t>NIK</t>`. */
  readonly shared?: readonly string[];
  /** Attributes of each cell format, e.g. `numFmtId="14"`. */
  readonly formats?: readonly string[];
  readonly properties?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relations = (list: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The parts of a workbook, to be packed with `zip`. */
export function workbookParts({ tabs, shared = [], formats = [], properties = '' }: WorkbookContent): Part[] {
  const sheets = tabs.map(
    ({ name, hidden }, n) =>
      `<sheet name="${name ?? `Lembar${n + 1}`}" sheetId="${n + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`,
  );
  const parts: Part[] = [
    { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...tabs.map((_, n) => [`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`] as const),
        ['rIdS', 'sharedStrings', '/xl/sharedStrings.xml'],
        ['rIdF', 'styles', 'styles.xml'],
      ]),
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${MAIN}">${shared.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd\\ mmmm\\ yyyy"/></numFmts><cellXfs>${formats
        .map((format) => `<xf ${format}/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
  ];
  const worksheets = tabs.map(({ rows }, n) => ({
    name: `xl/worksheets/sheet${n + 1}.xml`,
    content: rows.startsWith('<?xml') ? rows : `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  }));
  return [...parts, ...worksheets];
}

export const workbook = (content: WorkbookContent): Buffer => zip(workbookParts(content));

/** A row of cells that hold their texts themselves. */
export const textRow = (...texts: readonly string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`).join('')}</row>`;
