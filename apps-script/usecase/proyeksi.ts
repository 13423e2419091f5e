/** What other offices see of the cases in their own spreadsheets, and what their answers mean. */
import { BPJS_BULANAN, BPJS_DARURAT, BUKU_BERBAGI, CEK_DUKCAPIL, DINKES_USULAN } from '#domain/kolom/berbagi.ts';
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import type { Tab } from '#domain/kolom/tab.ts';
import { samarkanNomor } from '#domain/nik/nomor-orang.ts';
import { isBulanan, sifatRute } from '#domain/usulan/rute.ts';
import { isStatus, LABEL_STATUS } from '#domain/usulan/status.ts';
import { waktuAngka, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { kurangDari, tambahHariWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { Perintah } from './tindakan.ts';

/** A row of a shared sheet by column. */
export type BarisBerbagi = Record<string, string>;

export interface Proyeksi {
  readonly idLembar: number;
  readonly tab: Tab;
  /** The cells that are copied from the case. */
  readonly salin: readonly string[];
  /** The cells that belong to the recipient; never written here but to empty them. */
  readonly jawaban: readonly string[];
  readonly tampil: (kasus: Kasus, kini: Waktu) => boolean;
  /** Whether an answer is expected now. */
  readonly menunggu: (kasus: Kasus) => boolean;
  /** Whether it was answered before and waits for another answer. */
  readonly menungguLagi: (kasus: Kasus) => boolean;
  /** What the sheet says once the answer is in. */
  readonly sebut: (kasus: Kasus) => string;
  /** Whether the case already says what the row says. */
  readonly tercatat: (kasus: Kasus, baris: BarisBerbagi) => boolean;
  /** The action that a filled row asks for. */
  readonly perintah: (baris: BarisBerbagi) => Perintah;
}

/** How long an answered case stays visible. */
const HARI_TAMPIL = 30;

const DIJAWAB = ['BERHASIL', 'TIDAK_BERHASIL', 'SELESAI'];

/** Cases that BPJS has before it, or answered lately. */
function tampilDiBpjs(kasus: Kasus, kini: Waktu): boolean {
  if (kasus.diusulkan_pada === '') return false;
  if (kasus.status === 'DIKIRIM_BPJS' || kasus.status === 'DITANGGUHKAN') return true;
  return DIJAWAB.includes(kasus.status) && !kurangDari(kasus.diubah as Waktu, tambahHariWaktu(kini, -HARI_TAMPIL));
}

const sebutStatus = (kasus: Kasus) =>
  `Diterima: ${isStatus(kasus.status) ? LABEL_STATUS[kasus.status].toLowerCase() : kasus.status}, ${waktuIndonesia(kasus.diubah as Waktu)}.`;

const LABEL_HASIL: Record<string, string> = {
  BERHASIL: 'berhasil',
  TIDAK_BERHASIL: 'tidak berhasil',
  DITANGGUHKAN: 'ditangguhkan',
};

function hasilTercatat(kasus: Kasus, { hasil = '', keterangan = '', tmt_aktif = '' }: BarisBerbagi): boolean {
  const tmt = tmt_aktif.trim().replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
  return (
    LABEL_HASIL[kasus.status] === hasil.trim() && kasus.keterangan_bpjs === keterangan.trim() && kasus.tmt_aktif === tmt
  );
}

const untukBpjs = (tab: Tab, cocok: (kasus: Kasus) => boolean): Proyeksi => ({
  ...bagian(tab, ['hasil', 'keterangan', 'tmt_aktif']),
  tampil: (kasus, kini) => cocok(kasus) && tampilDiBpjs(kasus, kini),
  menunggu: ({ status }) => status === 'DIKIRIM_BPJS',
  menungguLagi: ({ kode_hasil }) => kode_hasil !== '',
  sebut: sebutStatus,
  tercatat: hasilTercatat,
  perintah: ({ hasil = '', keterangan = '', tmt_aktif: tmt = '' }) => ({
    aksi: 'CATAT_HASIL',
    alasan: '',
    isi: { hasil, keterangan, tmt },
    rujukan: 'Berbagi BPJS',
  }),
});

/** Id, tab and columns of a projection. */
function bagian(tab: Tab, jawaban: readonly string[]): Pick<Proyeksi, 'idLembar' | 'tab' | 'salin' | 'jawaban'> {
  const semua = Object.values(BUKU_BERBAGI).flat();
  const idLembar = semua.find((satu) => satu.tab === tab)?.idLembar ?? 0;
  const salin = tab.kolom.map(({ id }) => id).filter((id) => id !== 'tanggapan' && !jawaban.includes(id));
  return { idLembar, tab, salin, jawaban };
}

export const PROYEKSI_BPJS: readonly Proyeksi[] = [
  untukBpjs(BPJS_DARURAT, ({ rute }) => !isBulanan(rute)),
  untukBpjs(BPJS_BULANAN, ({ rute }) => isBulanan(rute)),
];

/** BGR-14: what waits for the civil registry, and what it has just answered. */
export const PROYEKSI_DUKCAPIL: Proyeksi = {
  ...bagian(CEK_DUKCAPIL, ['hasil', 'keterangan']),
  tampil: ({ rute, status }) => sifatRute(rute).lewatDinkes && ['DIAJUKAN', 'DIVERIFIKASI'].includes(status),
  menunggu: ({ cek_kependudukan }) => cek_kependudukan === '',
  menungguLagi: () => false,
  sebut: ({ cek_kependudukan, cek_kependudukan_pada: pada }) =>
    `Diterima: ${cek_kependudukan.toLowerCase()}${pada === '' ? '' : `, ${waktuIndonesia(pada as Waktu)}`}.`,
  // A remark may come after the result; before it there is nothing to take yet.
  tercatat: ({ cek_kependudukan, cek_kependudukan_catatan: catatan }, { hasil = '', keterangan = '' }) =>
    cek_kependudukan === hasil.trim() && (hasil.trim() === '' || catatan === keterangan.trim()),
  perintah: ({ hasil = '', keterangan = '' }) => ({
    aksi: 'PERIKSA',
    alasan: keterangan.trim(),
    isi: { cek_kependudukan: hasil.trim(), cek_kependudukan_catatan: keterangan.trim() },
    rujukan: 'Berbagi Disdukcapil',
  }),
};

/** BGR-15, BGR-19: read only. */
export const PROYEKSI_DINKES: Proyeksi = {
  ...bagian(DINKES_USULAN, []),
  tampil: ({ rute, diserahkan_pada, status, diubah }, kini) =>
    sifatRute(rute).lewatDinkes &&
    diserahkan_pada !== '' &&
    (status !== 'SELESAI' || !kurangDari(diubah as Waktu, tambahHariWaktu(kini, -HARI_TAMPIL))),
  menunggu: () => false,
  menungguLagi: () => false,
  sebut: () => '',
  tercatat: () => true,
  perintah: () => ({ aksi: 'TANDAI', alasan: '', isi: {} }),
};

/** Instants are written there as people read them; the register keeps them in ISO. */
const KOLOM_WAKTU: readonly string[] = ['batas_72jam', 'diusulkan_pada', 'dibuat'];

/** The copied cells of a case as its recipient reads them. */
export function salinKasus(kasus: Kasus, kolom: readonly string[]): BarisBerbagi {
  const isi: BarisBerbagi = {};
  for (const id of kolom) {
    const nilai = kasus[id as KolomKasus];
    if (id === 'status') isi[id] = isStatus(nilai) ? LABEL_STATUS[nilai] : nilai;
    else if (id === 'keterangan_bpjs') isi[id] = samarkanNomor(nilai);
    else isi[id] = KOLOM_WAKTU.includes(id) && nilai !== '' ? waktuAngka(nilai as Waktu) : nilai;
  }
  return isi;
}
