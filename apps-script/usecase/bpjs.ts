/** The spreadsheet shared with BPJS: a projection of the proposed cases, and the answers that come back (BTL-D-04, -08). */

import { sha256 } from '#domain/hash/sha256.ts';
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { BERBAGI_BPJS } from '#domain/kolom/tab.ts';
import { isStatus, LABEL_STATUS } from '#domain/usulan/status.ts';
import { waktuAngka, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { kurangDari, tambahHariWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';
import { tindak } from './tindakan.ts';

/** A row of the shared sheet by column. */
export type BarisBpjs = Record<string, string>;

/** How long an answered case stays visible to BPJS. */
const HARI_TAMPIL = 30;

const KOLOM_JAWABAN = ['hasil', 'keterangan', 'tmt_aktif'] as const;

/** The cells that are copied from the case; the answers belong to BPJS and are never written here. */
const KOLOM_SALIN = BERBAGI_BPJS.kolom
  .map(({ id }) => id)
  .filter(
    (id): id is Exclude<typeof id, 'hasil' | 'keterangan' | 'tmt_aktif' | 'tanggapan'> =>
      !['hasil', 'keterangan', 'tmt_aktif', 'tanggapan'].includes(id),
  );

/** Instants are written there as people read them; the register keeps them in ISO. */
const KOLOM_WAKTU: readonly string[] = ['batas_72jam', 'diusulkan_pada'];

/** Columns of `Kasus` that the refresh has to read. */
export const KOLOM_DIBACA: readonly KolomKasus[] = [
  ...KOLOM_SALIN,
  'status',
  'diubah',
  'rute',
  'keterangan_bpjs',
  'cek_ulang',
  'kode_hasil',
  'tmt_aktif',
];

/** What changes in the shared sheet: cells of known tickets, and new rows. */
export interface RencanaBpjs {
  readonly ubah: { readonly tiket: string; readonly nilai: BarisBpjs }[];
  readonly tambah: BarisBpjs[];
}

/** Only emergency cases that BPJS has before it, or answered lately. */
function tampilDiBpjs(kasus: Pick<Kasus, 'rute' | 'status' | 'diubah' | 'diusulkan_pada'>, kini: Waktu): boolean {
  if (kasus.rute !== 'BTL-D' || kasus.diusulkan_pada === '') return false;
  if (kasus.status === 'DIKIRIM_BPJS' || kasus.status === 'DITANGGUHKAN') return true;
  const dijawab = ['BERHASIL', 'TIDAK_BERHASIL', 'SELESAI'].includes(kasus.status);
  return dijawab && !kurangDari(kasus.diubah as Waktu, tambahHariWaktu(kini, -HARI_TAMPIL));
}

/**
 * Compares the shared sheet with the cases. Rows never disappear here while BPJS may be typing; a case that was taken
 * back says so in `tanggapan` and loses its personal cells.
 */
export function segarkanBpjs(kasus: readonly Kasus[], lembar: readonly BarisBpjs[], kini: Waktu): RencanaBpjs {
  const ada = new Map(lembar.map((baris) => [baris['tiket'] ?? '', baris]));
  const perTiket = new Map(kasus.map((satu) => [satu.tiket, satu]));
  const ubah: RencanaBpjs['ubah'] = [];
  for (const [tiket, baris] of ada) {
    const satu = perTiket.get(tiket);
    if (tiket === '') continue;
    const nilai = satu && tampilDiBpjs(satu, kini) ? isiBaris(satu, baris) : barisDicabut(satu);
    const beda = Object.fromEntries(Object.entries(nilai).filter(([kolom, isi]) => (baris[kolom] ?? '') !== isi));
    if (Object.keys(beda).length > 0) ubah.push({ tiket, nilai: beda });
  }
  const tambah = kasus
    .filter((satu) => tampilDiBpjs(satu, kini) && !ada.has(satu.tiket))
    .map((satu) => isiBaris(satu, {}));
  return { ubah, tambah };
}

function isiBaris(kasus: Kasus, baris: BarisBpjs): BarisBpjs {
  const isi: BarisBpjs = {};
  for (const kolom of KOLOM_SALIN)
    isi[kolom] = KOLOM_WAKTU.includes(kolom) && kasus[kolom] !== '' ? waktuAngka(kasus[kolom] as Waktu) : kasus[kolom];
  const menunggu = kasus.status === 'DIKIRIM_BPJS';
  // A case that waits again must not look answered: the old answer is history, BPJS gives a new one.
  if (menunggu && sudahSelesai(baris)) for (const kolom of KOLOM_JAWABAN) isi[kolom] = '';
  isi['tanggapan'] = menunggu ? tanggapanMenunggu(kasus, baris) : tanggapanDijawab(kasus, baris);
  return isi;
}

/** The system's last word in a row was that nothing more is expected there. */
const sudahSelesai = (baris: BarisBpjs): boolean => /^(Diterima|Tidak perlu dijawab):/.test(baris['tanggapan'] ?? '');

const MENUNGGU = 'Menunggu jawaban.';
const MENUNGGU_LAGI = 'Diajukan kembali setelah ditangguhkan; isi hasil yang baru.';

/** A filled row: perhaps no event has told us of the answer, or of what completed it. */
export const terisi = (baris: BarisBpjs): boolean => (baris['hasil'] ?? '') !== '' && !sudahSelesai(baris);

function tanggapanMenunggu(kasus: Kasus, baris: BarisBpjs): string {
  const awal = kasus.kode_hasil === '' ? MENUNGGU : MENUNGGU_LAGI;
  const lama = baris['tanggapan'] ?? '';
  const sudahDiisi = KOLOM_JAWABAN.some((kolom) => (baris[kolom] ?? '') !== '');
  return sudahDiisi && !sudahSelesai(baris) ? lama : awal;
}

/** Why a later change of the row was not taken stays readable while the row says something else than the case. */
function tanggapanDijawab(kasus: Kasus, baris: BarisBpjs): string {
  const { hasil = '', keterangan = '', tmt_aktif: tmt = '', tanggapan = '' } = baris;
  const ditolak = hasil !== '' && tanggapan !== '' && !tanggapan.startsWith(MENUNGGU) && !sudahSelesai(baris);
  return ditolak && !sudahTercatat(kasus, { hasil, keterangan, tmt }) ? tanggapan : sebutStatus(kasus);
}

const sebutStatus = (kasus: Kasus) =>
  `Diterima: ${isStatus(kasus.status) ? LABEL_STATUS[kasus.status].toLowerCase() : kasus.status}, ${waktuIndonesia(kasus.diubah as Waktu)}.`;

function barisDicabut(kasus: Kasus | undefined): BarisBpjs {
  const kosong = Object.fromEntries(KOLOM_SALIN.filter((k) => k !== 'tiket').map((k) => [k, '']));
  const mengapa = kasus && isStatus(kasus.status) ? LABEL_STATUS[kasus.status].toLowerCase() : 'tidak ada di register';
  return { ...kosong, tanggapan: `Tidak perlu dijawab: ${mengapa}.` };
}

export interface HasilJawaban {
  /** What `tanggapan` in the shared sheet is to say, per ticket. */
  readonly tanggapan: { readonly tiket: string; readonly nilai: BarisBpjs }[];
  readonly diterima: number;
}

/** Takes the answers in `lembar` into the cases; every filled row that is new is kept in `Umpan Balik`, taken or not. */
export function terimaJawaban(
  p: Perancang,
  lembar: readonly BarisBpjs[],
  kasus: readonly Kasus[],
  pelaku: Pelaksana,
): HasilJawaban {
  const perTiket = new Map(kasus.map((satu) => [satu.tiket, satu]));
  const hasil = lembar.map((baris) => satuJawaban(p, baris, perTiket.get(baris['tiket'] ?? ''), pelaku));
  const tanggapan = hasil.flatMap((satu) => (satu ? [{ tiket: satu.tiket, nilai: { tanggapan: satu.kata } }] : []));
  return { tanggapan, diterima: hasil.filter((satu) => satu?.diterima).length };
}

/** One row: undefined when there is nothing new in it. */
function satuJawaban(
  p: Perancang,
  baris: BarisBpjs,
  kasus: Kasus | undefined,
  pelaku: Pelaksana,
): { tiket: string; kata: string; diterima: boolean } | undefined {
  const { tiket = '', hasil = '', keterangan = '', tmt_aktif: tmt = '' } = baris;
  const isi = { hasil, keterangan, tmt };
  if (tiket === '' || hasil + keterangan + tmt === '' || (kasus && sudahTercatat(kasus, isi))) return undefined;
  const jawab = kasus
    ? tindak(p, kasus, { aksi: 'CATAT_HASIL', alasan: '', isi, rujukan: 'Berbagi BPJS' }, pelaku)
    : ({ ok: false, error: ['Tiket ini tidak ada di register.'] } as const);
  const kata = jawab.ok ? sebutStatus(jawab.value.kasus) : jawab.error.join(' ');
  if (!jawab.ok && kata === baris['tanggapan']) return undefined;
  catatUmpanBalik(p, { tiket, ...isi, kata, pelaku: pelaku.nama });
  return { tiket, kata, diterima: jawab.ok };
}

/** The case already says what this row says. */
function sudahTercatat(kasus: Kasus, isi: { hasil: string; keterangan: string; tmt: string }): boolean {
  const label: Record<string, string> = {
    BERHASIL: 'berhasil',
    TIDAK_BERHASIL: 'tidak berhasil',
    DITANGGUHKAN: 'ditangguhkan',
  };
  const tmt = isi.tmt.trim().replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
  return (
    label[kasus.status] === isi.hasil.trim() &&
    kasus.keterangan_bpjs === isi.keterangan.trim() &&
    kasus.tmt_aktif === tmt
  );
}

function catatUmpanBalik(
  p: Perancang,
  {
    tiket,
    hasil,
    keterangan,
    tmt,
    kata,
    pelaku,
  }: Record<'tiket' | 'hasil' | 'keterangan' | 'tmt' | 'kata' | 'pelaku', string>,
): void {
  const waktu = p.potret.kini;
  const nomor = sha256([tiket, waktu, hasil, keterangan, tmt].join('\n')).slice(0, 16);
  p.tambahBaris('Umpan Balik', { nomor, waktu, pengisi: pelaku, tiket, hasil, keterangan, tmt, tindak_lanjut: kata });
}
