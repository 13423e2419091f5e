/** The tab `Alasan`: sentences that people choose, and the words by which an answer of BPJS is recognised. */
import { UNTUK_ALASAN } from '../kolom/tab-pengaturan.ts';
import { type BarisTab, type PeriksaTab, pencariKembar, pilihan, sel, wajib } from './periksa-umum.ts';

/** Signs of a search pattern: the words are compared as they stand. */
const TANDA_POLA = /[*+?^${}()|[\]\\]/;

const untuk = (baris: BarisTab) => sel(baris, 'untuk').toLowerCase();

export const periksaAlasan: PeriksaTab = (baris) => {
  const kodeKembar = pencariKembar(baris, (satu) => sel(satu, 'kode').toUpperCase());
  const teksKembar = pencariKembar(baris, (satu) =>
    sel(satu, 'teks') === '' ? '' : `${untuk(satu)}|${sel(satu, 'teks').toLowerCase()}`,
  );
  return baris.map((satu) => ({
    salah: [
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/.test(sel(satu, 'kode'))
        ? undefined
        : 'Kode terdiri dari 1 sampai 20 huruf, angka, atau tanda hubung, tanpa spasi.',
      kodeKembar(satu, 'Kode ini ada di baris lain juga.'),
      wajib(satu, 'untuk'),
      pilihan(satu, 'untuk', UNTUK_ALASAN),
      wajib(satu, 'teks'),
      teksKembar(satu, 'Kalimat ini ada di baris lain juga; pilihan tidak boleh kembar.'),
      salahPola(satu),
    ],
    ragu: [
      sel(satu, 'pola') !== '' && untuk(satu) !== 'bpjs' ? 'Kolom pola hanya dipakai untuk jawaban BPJS.' : undefined,
    ],
  }));
};

function salahPola(baris: BarisTab): string | undefined {
  const pola = sel(baris, 'pola');
  if (pola === '') return undefined;
  if (TANDA_POLA.test(pola)) return 'Kolom pola berisi kata biasa tanpa tanda khusus, dipisah titik koma.';
  return pola.split(';').some((kata) => kata.trim() === '')
    ? 'Kolom pola memuat kata kosong; hapus titik koma yang berlebih.'
    : undefined;
}
