/** The sheet of rows that a person has to look at: both sides of every field next to each other, differences coloured. */
import { JUDUL_ORANG, KOLOM_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import type { Calon, HasilCocok } from '../../bentuk.ts';
import { kolomBeda, teksSkor } from '../baris.ts';
import { URUTAN_KELAS } from '../kelas-teks.ts';
import type { BentukLembar } from './buku.ts';
import type { Isi } from './sel.ts';

const JUDUL = ['Baris', 'Tiket', 'Referensi', 'Kelas', 'Calon ke-', 'Skor', 'Alasan'];
const LEBAR = [9, 22, 14, 16, 10, 8, 48];

const LEBAR_ORANG: Partial<Record<KolomOrang, number>> = { nama: 30, nama_ibu: 24, jk: 12, tgl_lahir: 14 };

export const bentukPerlu: BentukLembar = {
  nama: 'Perlu dilihat',
  lebar: [...LEBAR, ...KOLOM_ORANG.flatMap((kolom) => Array<number>(2).fill(LEBAR_ORANG[kolom] ?? 20))],
  tabel: true,
};

export const kepalaPerlu = (): Isi[] =>
  [
    ...JUDUL,
    ...KOLOM_ORANG.flatMap((kolom) => [`${JUDUL_ORANG[kolom]} usulan`, `${JUDUL_ORANG[kolom]} referensi`]),
  ].map((isi) => ({ isi, gaya: 'kepala' }));

/** The most urgent class first, within a class as in the input. */
export const urutkanPerlu = (hasil: readonly HasilCocok[]): HasilCocok[] =>
  hasil.toSorted((a, b) => URUTAN_KELAS.indexOf(a.kelas) - URUTAN_KELAS.indexOf(b.kelas) || a.urutan - b.urutan);

/** A line for each candidate; one without any where there is none. */
export function barisPerlu(hasil: HasilCocok): Isi[][] {
  const { nomor, tiket, referensi, kelas, calon, alasan } = hasil;
  const semua: readonly (Calon | undefined)[] = calon.length > 0 ? calon : [undefined];
  return semua.map((satu, ke) => [
    nomor,
    tiket,
    referensi,
    { isi: kelas, gaya: 'lihat' },
    satu ? ke + 1 : '',
    satu ? Number(teksSkor(satu.skor)) : '',
    // The reason speaks of the best one; of the others it is their parts.
    ke === 0 ? alasan : (satu?.bagian.map(({ teks }) => teks).join('; ') ?? ''),
    ...KOLOM_ORANG.flatMap((kolom) => berdampingan(hasil, satu, kolom, ke)),
  ]);
}

function berdampingan(hasil: HasilCocok, calon: Calon | undefined, kolom: KolomOrang, ke: number): Isi[] {
  const gaya = calon && kolomBeda(hasil, ke).includes(kolom) ? 'beda' : 'teks';
  return [
    { isi: hasil.orang[kolom], gaya },
    { isi: calon?.orang[kolom] ?? '', gaya },
  ];
}
