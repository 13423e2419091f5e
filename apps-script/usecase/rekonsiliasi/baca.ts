/** Reads the cells of an answer: what cannot be believed is named and never repaired. */
import { rapikanTeks } from '#domain/format/sel.ts';
import { bacaTanggal, buktiUrutan, type Urutan } from '#domain/format/urutan-tanggal.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { buatWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { JawabanDibaca } from './bentuk.ts';

/** The cells of an answer as they stand in a file, by what they mean. */
export type SelJawaban = Readonly<Record<'hasil' | 'keterangan' | 'tmt' | 'dijawab', string>>;

/** Longer remarks are something else that slipped into the column. */
const PANJANG_KETERANGAN = 2_000;

/**
 * @param tanggal the day of the answer for rows that do not say it
 * @param rusak sentences of the reader about cells of the answer
 */
export function bacaJawaban(
  sel: SelJawaban,
  urutan: Urutan,
  tanggal: Tanggal | undefined,
  rusak: readonly string[] = [],
): JawabanDibaca {
  const salah = [...rusak];
  const saat = (nama: string, teks: string): Tanggal | Waktu | '' => {
    const nilai = bacaSaat(teks, urutan);
    if (nilai === undefined) salah.push(`${nama} bukan tanggal yang dapat dibaca; tulis HH/BB/TTTT.`);
    return nilai ?? '';
  };
  const keterangan = isi(sel.keterangan);
  if (keterangan.length > PANJANG_KETERANGAN) salah.push('Keterangan terlalu panjang; singkatkan.');
  const dijawab = saat('Tanggal jawaban', sel.dijawab);
  const tmt = saat('TMT', sel.tmt).slice(0, 10) as Tanggal | '';
  return {
    hasil: isi(sel.hasil),
    keterangan,
    tmt,
    dijawab: dijawab === '' ? (tanggal ?? '') : dijawab,
    rusak: salah,
  };
}

/** Empty for a cell in which people mean "nothing": blank or only dashes. */
const isi = (teks: string): string => (/^[\s\u0000'-]*$/.test(teks) ? '' : rapikanTeks(teks));

const JAM = /[T ](\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?(?: ?WIB)?$/;

/** A date, or an instant where the cell has a time of day. Undefined for a cell that is neither. */
export function bacaSaat(mentah: string, urutan: Urutan): Tanggal | Waktu | '' | undefined {
  const utuh = isi(mentah);
  if (utuh === '') return '';
  const jam = JAM.exec(utuh);
  const teks = utuh.replace(JAM, '');
  const pasti = urutan === 'CAMPUR' ? buktiUrutan({ teks })?.urutan : urutan;
  const tanggal = bacaTanggal(teks, pasti ?? 'HB');
  const ragu = pasti === undefined && tanggal !== bacaTanggal(teks, 'BH');
  if (tanggal === undefined || ragu) return undefined;
  const [, h, m, s = '0'] = jam ?? [];
  // A spreadsheet adds midnight to dates that have no time.
  if (jam === null || Number(h) + Number(m) + Number(s) === 0) return tanggal;
  return buatWaktu(tanggal, Number(h), Number(m), Number(s));
}
