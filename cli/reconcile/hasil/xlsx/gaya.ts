/** The looks of cells in a result workbook. */

/** Their order is that of `cellXfs` below. */
export const GAYA = ['biasa', 'teks', 'judul', 'kepala', 'beda', 'lipat', 'angka', 'lihat'] as const;

export type Gaya = (typeof GAYA)[number];

/** `@`: Excel keeps what is typed into such a cell letter by letter, so a NIK keeps its 16 digits. */
const TEKS = 49;
const RIBUAN = 3;

const isian = (warna: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${warna}"/><bgColor indexed="64"/></patternFill></fill>`;

const xf = (format: number, font: number, fill: number, border: number, rata = ''): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
  `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${rata}/></xf>`;

const LIPAT = ' wrapText="1"';

export const GAYA_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="3"><font><sz val="11"/><name val="Arial"/></font>' +
  '<font><b/><sz val="11"/><name val="Arial"/></font><font><b/><sz val="16"/><name val="Arial"/></font></fonts>' +
  '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  `${isian('E8F0FE')}${isian('FEEFC3')}${isian('FCE8E6')}</fills>` +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF5F6368"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${GAYA.length}">` +
  xf(0, 0, 0, 0) +
  xf(TEKS, 0, 0, 0) +
  xf(TEKS, 2, 0, 0) +
  xf(TEKS, 1, 2, 1, LIPAT) +
  // Bold as well: a difference must show in print and to people who do not tell the colours apart.
  xf(TEKS, 1, 3, 0) +
  xf(TEKS, 0, 0, 0, LIPAT) +
  xf(RIBUAN, 0, 0, 0) +
  xf(TEKS, 1, 4, 0) +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
