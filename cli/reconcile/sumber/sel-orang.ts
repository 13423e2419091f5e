/** Reads the cells of one row into the fields of a person: text that can be compared, or the name of its damage. */
import type { KolomOrang } from '#domain/cocok/orang.ts';
import { kerusakanEnamBelas } from '#domain/format/baca-isi.ts';
import { bacaKode } from '#domain/format/kode.ts';
import { isiSel, rapikanTeks, type Sel } from '#domain/format/sel.ts';
import { bacaTanggal, buktiUrutan, type Urutan } from '#domain/format/urutan-tanggal.ts';
import { rapikanNama } from '#domain/nama/nama.ts';
import { bersihkanNik } from '#domain/nik/nik.ts';

/** How dates of the file are read. */
export interface CaraTanggal {
  readonly urutan: Urutan;
  /** True when nothing in the file decided the order. */
  readonly bawaan: boolean;
}

export interface Isi {
  readonly nilai: string;
  readonly kode: readonly string[];
}

export interface Konteks extends CaraTanggal {
  /** Sixteen digits of the row's NIK, when readable. */
  readonly nik: string | undefined;
}

const KOSONG: Isi = { nilai: '', kode: [] };
const baik = (nilai: string, ...kode: string[]): Isi => ({ nilai, kode });
const buruk = (...kode: string[]): Isi => ({ nilai: '', kode });

const KENDALI = /[\u0001-\u0008\u000E-\u001F\u007F-\u009F]/;
const GALAT_EXCEL = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** The cell of a field; `sel` undefined where the file has no such column. */
export function bacaSelOrang(kolom: KolomOrang, sel: Sel | undefined, konteks: Konteks): Isi {
  if (sel === undefined || sel.teks === '') return KOSONG;
  if (sel.jenis === 'rumus') return buruk('E_RUMUS');
  if (sel.teks.startsWith('#') && GALAT_EXCEL.test(sel.teks.trim())) return buruk('E_SEL_GALAT');
  if (isiSel(sel) === '') return KOSONG;
  return PEMBACA[kolom](sel, konteks);
}

const POLOS_16 = /^[1-9]\d{15}$/;

/**
 * A NIK that lost or gained a digit stays, because matching can find the person in spite of it; digits that a
 * spreadsheet has replaced do not.
 */
function bacaNik(sel: Sel): Isi {
  if (sel.jenis === 'teks' && POLOS_16.test(sel.teks)) return baik(sel.teks);
  const kode = kerusakanEnamBelas(sel);
  const digit = bersihkanNik(sel.teks);
  const terganti = kode.includes('E_ILMIAH') || (sel.jenis === 'angka' && /[1-9]$/.test(digit.slice(15)));
  return /^\d{14,18}$/.test(digit) && !terganti ? { nilai: digit, kode } : { nilai: '', kode };
}

function bacaNoKk(sel: Sel): Isi {
  if (sel.jenis === 'teks' && POLOS_16.test(sel.teks)) return baik(sel.teks);
  const kode = kerusakanEnamBelas(sel);
  return kode.length > 0 ? { nilai: '', kode } : baik(bersihkanNik(sel.teks));
}

function bacaNoKartu(sel: Sel): Isi {
  const digit = bersihkanNik(sel.teks);
  if (/^\d{13}$/.test(digit)) return baik(digit);
  return buruk(sel.jenis === 'angka' && /^\d{1,12}$/.test(digit) ? 'E_NOL_HILANG' : 'E_KARTU');
}

/** Letters that need no tidying. */
const NAMA_RAPI = /^[A-Z'.,]+(?: [A-Z'.,]+)*$/;

function bacaNama({ teks }: Sel): Isi {
  if (NAMA_RAPI.test(teks)) return baik(teks);
  const polos = KENDALI.test(teks) ? teks.replace(new RegExp(KENDALI, 'g'), '') : teks;
  const kode = polos === teks ? [] : ['W_KENDALI'];
  if (teks.includes('\uFFFD')) kode.push('W_HURUF_RUSAK');
  return { nilai: rapikanNama(rapikanTeks(polos)), kode };
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

function bacaLahir(sel: Sel, { urutan, bawaan, nik }: Konteks): Isi {
  if (sel.jenis === 'angka') return buruk('E_TANGGAL_BILANGAN');
  const teks = sel.teks.trim().replace(/^(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)/, isoDari);
  const hb = bacaTanggal(teks, 'HB');
  const bh = ISO.test(teks) ? hb : bacaTanggal(teks, 'BH');
  if (hb === bh) return tanggal(hb);
  const bukti = buktiUrutan({ teks, nik })?.urutan;
  if (urutan === 'CAMPUR') return bukti === undefined ? buruk('E_URUTAN') : tanggal(bukti === 'HB' ? hb : bh);
  const dibaca = tanggal(urutan === 'HB' ? hb : bh);
  return bawaan && bukti === undefined ? { nilai: dibaca.nilai, kode: [...dibaca.kode, 'W_URUTAN'] } : dibaca;
}

const isoDari = (_: string, tahun: string, __: string, bulan: string, hari: string): string =>
  `${tahun}-${bulan.padStart(2, '0')}-${hari.padStart(2, '0')}`;

const tanggal = (nilai: string | undefined): Isi => (nilai === undefined ? buruk('E_TANGGAL') : baik(nilai));

/** A file has few ways to write two values. */
const JK = new Map<string, Isi>([
  ['L', baik('L')],
  ['P', baik('P')],
]);
const JK_MAKSIMAL = 100;

function bacaJk({ teks }: Sel): Isi {
  const ada = JK.get(teks);
  if (ada) return ada;
  const kode = bacaKode('jk', teks.replace(/^'/, ''), '1-5');
  const isi = kode === undefined ? buruk('E_JK') : baik(kode === '1' ? 'L' : 'P');
  if (JK.size < JK_MAKSIMAL) JK.set(teks, isi);
  return isi;
}

function bacaWilayah({ teks }: Sel): Isi {
  const digit = bersihkanNik(teks);
  return /^\d{10}$/.test(digit) ? baik(digit) : buruk('W_KODE_WILAYAH');
}

const PEMBACA: Record<KolomOrang, (sel: Sel, konteks: Konteks) => Isi> = {
  nik: bacaNik,
  no_kk: bacaNoKk,
  nama: bacaNama,
  tempat_lahir: bacaNama,
  tgl_lahir: bacaLahir,
  jk: bacaJk,
  nama_ibu: bacaNama,
  kode_wilayah: bacaWilayah,
  no_kartu: bacaNoKartu,
};
