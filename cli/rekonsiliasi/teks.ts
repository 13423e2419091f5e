/** A reconciliation in words: row numbers and tickets, never a NIK or a name. */
import { JUDUL_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import type { HasilCocok } from '../reconcile/bentuk.ts';
import { letakBaris, teksAngka } from '../reconcile/hasil/baris.ts';
import { TEKS_KELAS } from '../reconcile/hasil/kelas-teks.ts';
import { bersihkanTerminal } from '../reconcile/tinjau/bersih.ts';
import type { HasilTakDikenal, KeteranganTakDikenal } from './keterangan.ts';
import type { BerkasUmpanBalik } from './umpan-balik.ts';

/** More lines nobody reads on a terminal; the result file has all of them. */
const BARIS_DITULIS = 50;

const ARTI: Readonly<Record<string, string>> = {
  ...JUDUL_ORANG,
  hasil: 'hasil',
  keterangan: 'keterangan',
  tmt: 'TMT',
  dijawab: 'tanggal jawaban',
  nama_desa: 'kelurahan',
  nama_kec: 'kecamatan',
} satisfies Record<KolomOrang, string> & Record<string, string>;

const BULAN_DAHULU = 'Tanggal dibaca bulan/hari/tahun menurut isinya; bila keliru, ulangi dengan --urutan HB.';

/** What each column of a file was read as, and what in it was no answer. */
export function teksBerkas({ sumber, ringkasan, urutan }: BerkasUmpanBalik): string[] {
  const dikenal = sumber.kolom.flatMap(({ judul, sebagai }) =>
    sebagai === 'lain' ? [] : [`${judul} = ${ARTI[sebagai]}`],
  );
  const lain = sumber.kolom.filter(({ sebagai }) => sebagai === 'lain').map(({ judul }) => judul);
  const lewat = ringkasan.dibaca - ringkasan.data;
  return [
    `${sumber.nama}: ${teksAngka(ringkasan.data)} jawaban dibaca, ${teksAngka(lewat)} baris lain dilewati.`,
    `  Dibaca sebagai: ${dikenal.join(', ')}.`,
    ...(lain.length > 0 ? [`  Diteruskan apa adanya: ${lain.join(', ')}.`] : []),
    ...(urutan === 'BH' ? [`  ${BULAN_DAHULU}`] : []),
    ...ringkasan.peringatan.map((satu) => `  ${satu}`),
  ];
}

/** Collects the rows that somebody must see while the outcomes pass. */
export class BarisPerlu {
  readonly #baris: string[] = [];
  jumlah = 0;

  tambah(hasil: HasilCocok): void {
    const { tiket, kelas, alasan } = hasil;
    const letak = letakBaris(hasil);
    const teks = `${letak === '' ? '' : `${letak}: `}${[tiket, TEKS_KELAS[kelas].nama].filter((kata) => kata !== '').join(' ')} - ${alasan}`;
    if (this.#baris.length < BARIS_DITULIS) this.#baris.push(teks);
    this.jumlah += 1;
  }

  get teks(): readonly string[] {
    const lebih = this.jumlah - this.#baris.length;
    return lebih > 0
      ? [...this.#baris, `... dan ${teksAngka(lebih)} baris lagi; semuanya ada di berkas --keluaran.`]
      : this.#baris;
  }
}

/** Remarks that the office's words do not explain, and words for an outcome that nobody knows, with what to do about them. */
export const teksAsing = (
  keterangan: readonly KeteranganTakDikenal[],
  hasil: readonly HasilTakDikenal[],
): readonly string[] => [
  ...daftar(
    'Keterangan BPJS yang belum dikenal (tambahkan katanya di tab Alasan, kolom pola):',
    keterangan.map((satu) => [satu.jumlah, satu.keterangan]),
  ),
  ...daftar(
    'Hasil yang belum dikenal (di berkas, tulis berhasil, tidak berhasil, atau ditangguhkan; lalu ulangi):',
    hasil.map((satu) => [satu.jumlah, satu.hasil]),
  ),
];

function daftar(judul: string, semua: readonly (readonly [jumlah: number, kata: string])[]): string[] {
  if (semua.length === 0) return [];
  const lebih = semua.length - BARIS_DITULIS;
  return [
    judul,
    ...semua.slice(0, BARIS_DITULIS).map(([jumlah, kata]) => `  ${teksAngka(jumlah)} x ${kata}`),
    ...(lebih > 0 ? [`  ... dan ${teksAngka(lebih)} lainnya.`] : []),
  ];
}

export const barisTeks = (baris: readonly string[]): string =>
  baris.map((satu) => `${bersihkanTerminal(satu)}\n`).join('');
