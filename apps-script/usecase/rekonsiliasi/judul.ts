/** Columns of a feedback file by their headings: branches send no fixed layout. */
import { kenaliJudul } from '#domain/format/judul.ts';
import type { KunciKolom } from '#domain/format/kolom.ts';
import { type BarisSel, isiSel, type Lembar } from '#domain/format/sel.ts';

/** What is read; the first six say who it is. */
const DIBACA = ['nik', 'no_kartu', 'no_kk', 'nama', 'tgl_lahir', 'jk', 'kode_desa', 'nama_desa', 'nama_kec'] as const;
const PENANDA: readonly KolomUmpanBalik[] = ['nik', 'no_kartu', 'no_kk', 'nama'];

type KolomUmpanBalik = (typeof DIBACA)[number] | 'hasil' | 'keterangan' | 'tmt' | 'dijawab';

export type Susunan = Readonly<Partial<Record<KolomUmpanBalik, number>>>;

export interface Tabel {
  readonly kolom: Susunan;
  /** Index of the first row below the headings. */
  readonly dataMulai: number;
}

/** Headings of the answer as branches write them, best first: where two columns bear such names, the first name wins. */
const NAMA: Readonly<Record<'hasil' | 'keterangan' | 'tmt' | 'dijawab', readonly string[]>> = {
  hasil: [
    ...['HASIL', 'STATUS HASIL', 'HASIL PROSES', 'STATUS PROSES', 'HASIL PENDAFTARAN', 'STATUS PENDAFTARAN'],
    ...['HASIL REGISTRASI', 'STATUS REGISTRASI', 'HASIL MUTASI', 'STATUS MUTASI', 'HASIL VERIFIKASI', 'HASIL UPLOAD'],
    ...['STATUS UPLOAD', 'STATUS USULAN', 'STATUS AKHIR', 'JAWABAN', 'UMPAN BALIK', 'FEEDBACK', 'STATUS'],
  ],
  keterangan: [
    ...['KETERANGAN', 'KET', 'KETERANGAN HASIL', 'KETERANGAN GAGAL', 'ALASAN GAGAL', 'ALASAN PENOLAKAN', 'ALASAN'],
    ...['SEBAB', 'PENYEBAB', 'PESAN', 'PESAN GALAT', 'PESAN ERROR', 'ERROR', 'REMARK', 'REMARKS', 'CATATAN'],
  ],
  tmt: [
    ...['TMT', 'TMT AKTIF', 'TGL TMT', 'TMT BERLAKU', 'TGL AKTIF', 'TGL MULAI AKTIF', 'TGL BERLAKU', 'MULAI AKTIF'],
    ...['TGL AKTIF BERLAKU', 'TGL AKTIF BERLAKU MUTASI', 'TGL MULAI BERLAKU'],
  ],
  dijawab: [
    ...['TGL JAWABAN', 'TGL JAWAB', 'TGL PROSES', 'TGL HASIL', 'TGL UMPAN BALIK', 'TGL FEEDBACK', 'WAKTU PROSES'],
    ...['TGL UPDATE', 'TGL PENDAFTARAN', 'TGL REGISTRASI', 'TGL UPLOAD', 'TANGGAL'],
  ],
};

/** Words that say whose column it is, not which. */
const PENGISI = new Set(['BPJS', 'KESEHATAN', 'DARI', 'JKN', 'KIS', 'PESERTA', 'KEPESERTAAN', 'DJKN']);

function rapikan(teks: string): string {
  const kata = teks.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  const baku = kata.map((satu) => (satu === 'TANGGAL' && kata.length > 1 ? 'TGL' : satu));
  return baku.filter((satu) => !PENGISI.has(satu)).join(' ');
}

interface Tafsiran {
  readonly kolom: KolomUmpanBalik;
  /** Place in the list of names; smaller is surer. */
  readonly peringkat: number;
}

function tafsirkan(teks: string): Tafsiran | undefined {
  const rapi = rapikan(teks);
  for (const kolom of ['hasil', 'keterangan', 'tmt', 'dijawab'] as const) {
    const peringkat = NAMA[kolom].indexOf(rapi);
    if (peringkat >= 0) return { kolom, peringkat };
  }
  if (rapi === 'KODE WILAYAH') return { kolom: 'kode_desa', peringkat: 0 };
  const kunci: KunciKolom | undefined = kenaliJudul(teks) ?? kenaliJudul(rapi);
  const dibaca = DIBACA.find((satu) => satu === kunci);
  return dibaca && { kolom: dibaca, peringkat: 0 };
}

function susunan(baris: BarisSel): Susunan {
  const terpilih = new Map<KolomUmpanBalik, { indeks: number; peringkat: number }>();
  baris.forEach((sel, indeks) => {
    const tafsiran = isiSel(sel) === '' ? undefined : tafsirkan(sel.teks);
    if (!tafsiran) return;
    const { kolom, peringkat } = tafsiran;
    const ada = terpilih.get(kolom);
    if (!ada || peringkat < ada.peringkat) terpilih.set(kolom, { indeks, peringkat });
  });
  return Object.fromEntries([...terpilih].map(([kolom, { indeks }]) => [kolom, indeks]));
}

/** Above its table a file has a letterhead; further down there is no heading any more. */
const BARIS_DICARI = 60;

/** True for a row of headings: it names the outcome and who it is about. */
const lengkap = (kolom: Susunan): boolean =>
  kolom.hasil !== undefined && PENANDA.some((satu) => kolom[satu] !== undefined);

/** The table of a sheet, or undefined where no row is a heading. */
export function temukanTabelJawaban(lembar: Lembar): Tabel | undefined {
  const atas = lembar.slice(0, BARIS_DICARI).map(susunan);
  const baris = atas.findIndex(lengkap);
  const kolom = atas[baris];
  return kolom && { kolom, dataMulai: baris + 1 };
}

/** Printed files repeat their headings on each page, and number the columns below them. */
export const isJudulUlang = (baris: BarisSel): boolean => isNomorKolom(baris) || lengkap(susunan(baris));

function isNomorKolom(baris: BarisSel): boolean {
  const isi = baris.map((sel) => isiSel(sel).trim()).filter((teks) => teks !== '');
  return isi.length > 1 && isi.every((teks, i) => /^\d{1,2}$/.test(teks) && Number(teks) === Number(isi[0]) + i);
}
