/** The summary of a matching in sentences, for the terminal: what was read as what, how many, what to do next. */
import { KELAS_UMPAN_BALIK } from '#domain/cocok/kelas.ts';
import { JUDUL_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import { bersihkanTerminal } from '../tinjau/bersih.ts';
import { teksAngka } from './baris.ts';
import { perluOrang, TEKS_KELAS, URUTAN_KELAS } from './kelas-teks.ts';
import type { Ringkasan } from './ringkasan.ts';

/** A heading of a file and what its column was taken for. */
export interface KolomTerbaca {
  readonly judul: string;
  /** Undefined for a column that is only passed on. */
  readonly kolom: KolomOrang | 'tiket' | undefined;
}

export interface MasukanTerbaca {
  readonly nama: string;
  readonly baris: number;
  readonly kolom: readonly KolomTerbaca[];
  /** What else is to be said of it: rows that were left out, warnings. */
  readonly catatan?: readonly string[];
}

export interface BahanTeks {
  readonly masukan: readonly MasukanTerbaca[];
  readonly ringkasan: Ringkasan;
  /** Rows that somebody has to look at, where their class alone does not tell. */
  readonly perlu?: number;
  /** Path of the plan, when one was written. */
  readonly rencana?: string | undefined;
  /** The command that sends it; none where rows are of a file: no register takes what was planned for them. */
  readonly perintahKirim?: string;
  /** Paths of the reports. */
  readonly laporan: readonly string[];
}

export function teksRingkasan({
  masukan,
  ringkasan,
  perlu = ringkasan.perluOrang,
  rencana,
  perintahKirim,
  laporan,
}: BahanTeks): string {
  return [
    ...masukan.flatMap(teksMasukan),
    '',
    ...teksJumlah(ringkasan),
    '',
    ...laporan.map((path) => `Ditulis: ${path}`),
    ...(rencana === undefined ? [] : [`${perintahKirim ? 'Rencana' : 'Ditulis'}: ${rencana}`]),
    akhir(ringkasan.baris, perlu),
    ...(rencana !== undefined && perintahKirim ? lanjut(rencana, perlu, perintahKirim) : []),
  ]
    .map((baris) => `${bersihkanTerminal(baris)}\n`)
    .join('');
}

function akhir(baris: number, perlu: number): string {
  if (baris === 0) return 'Tidak ada baris yang dicocokkan. Periksa berkasnya.';
  return perlu === 0 ? 'Semua baris pasti.' : `${teksAngka(perlu)} baris perlu dilihat orang.`;
}

const lanjut = (rencana: string, perlu: number, perintahKirim: string): string[] => [
  ...(perlu > 0 ? [`Tinjau dengan:  pbi tinjau ${rencana}`] : []),
  `Catat dengan:   ${perintahKirim}`,
];

export function teksMasukan({ nama, baris, kolom, catatan = [] }: MasukanTerbaca): string[] {
  const dikenal = kolom.flatMap(({ judul, kolom: satu }) => (satu ? [`${judul} = ${judulKolom(satu)}`] : []));
  const lain = kolom.filter((satu) => satu.kolom === undefined).map(({ judul }) => judul);
  return [
    `${nama}: ${teksAngka(baris)} baris.`,
    `  Dibaca sebagai: ${dikenal.join(', ') || 'tidak ada kolom yang dikenal'}.`,
    ...(lain.length > 0 ? [`  Diteruskan apa adanya: ${lain.join(', ')}.`] : []),
    ...catatan.map((satu) => `  ${satu}`),
  ];
}

const judulKolom = (kolom: KolomOrang | 'tiket'): string => (kolom === 'tiket' ? 'Tiket' : JUDUL_ORANG[kolom]);

/** A table for each reference; classes without rows are left out. */
function teksJumlah({ referensi, baris }: Ringkasan): string[] {
  const lebar = teksAngka(baris).length;
  return [...referensi].flatMap(([nama, jumlah]) => [
    `Terhadap ${nama}:`,
    ...URUTAN_KELAS.toReversed().flatMap((kelas) => {
      const banyak = jumlah[kelas];
      if (banyak === undefined) return [];
      const { nama: sebutan, langkah } = TEKS_KELAS[kelas];
      const angka = teksAngka(banyak).padStart(lebar);
      return [
        `  ${angka}  ${sebutan.padEnd(16)} ${KELAS_UMPAN_BALIK[kelas]}.`,
        ...(perluOrang(kelas) ? [`  ${' '.repeat(lebar)}  ${' '.repeat(16)} ${langkah}`] : []),
      ];
    }),
  ]);
}
