/** A reconciliation in words: row numbers and tickets, never a NIK or a name. */
import { GOLONGAN, type Golongan, LABEL_DASAR } from '#usecase/rekonsiliasi/bentuk.ts';
import type { BarisRencana, RencanaRekonsiliasi } from './rencana.ts';

export type Jumlah = Readonly<Record<Golongan | 'belum_dijawab' | 'lewat', number>>;

const SEMUA = Object.keys(GOLONGAN) as Golongan[];

export function hitung({ baris, belumDijawab, lewat }: RencanaRekonsiliasi): Jumlah {
  const jumlah = Object.fromEntries(SEMUA.map((golongan) => [golongan, 0])) as Record<Golongan, number>;
  for (const { golongan } of baris) jumlah[golongan] += 1;
  return { ...jumlah, belum_dijawab: belumDijawab.length, lewat: lewat.length };
}

/** Rows that are neither recorded nor about to be, and cases that wait: somebody has to look at them. */
export const perluOrang = ({ baris, belumDijawab }: RencanaRekonsiliasi): boolean =>
  belumDijawab.length > 0 || baris.some(({ golongan }) => golongan !== 'cocok' && golongan !== 'sudah');

const dasarDari = ({ dasar }: BarisRencana): string =>
  dasar !== undefined && dasar in LABEL_DASAR ? LABEL_DASAR[dasar as keyof typeof LABEL_DASAR] : '';

/** Every row that a person must see, who still waits, then the counts; these stand last because they are read first. */
export function teksRekonsiliasi(rencana: RencanaRekonsiliasi): string {
  const { baris, belumDijawab, berkas } = rencana;
  const jumlah = hitung(rencana);
  const perlu = baris.filter(({ golongan, petunjuk }) => !['cocok', 'sudah'].includes(golongan) || petunjuk.length > 0);
  const tabel = perlu.map((satu) => [
    String(satu.nomor),
    satu.tiket.join(' ') || '-',
    GOLONGAN[satu.golongan],
    [dasarDari(satu) && `Menurut ${dasarDari(satu)}.`, satu.alasan, ...satu.petunjuk].filter(Boolean).join(' '),
  ]);
  return [
    ...(tabel.length > 0 ? rata([['baris', 'tiket', 'golongan', 'penjelasan'], ...tabel]) : []),
    ...belumDijawab.map((tiket) => `Belum dijawab: ${tiket}`),
    `${berkas.nama}: ${baris.length} jawaban dibaca, ${jumlah.lewat} baris lain dilewati.`,
    ...SEMUA.filter((golongan) => jumlah[golongan] > 0).map((satu) => `${GOLONGAN[satu]}: ${jumlah[satu]}`),
    `Dikirim tetapi belum dijawab: ${jumlah.belum_dijawab}`,
  ]
    .map((satu) => `${satu}\n`)
    .join('');
}

function rata(baris: readonly (readonly string[])[]): string[] {
  const lebar = (baris[0] ?? []).map((_, kolom) => Math.max(...baris.map((satu) => satu[kolom]?.length ?? 0)));
  return baris.map((satu) =>
    satu
      .map((teks, kolom) => teks.padEnd(lebar[kolom] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
