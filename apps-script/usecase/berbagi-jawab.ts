/** Shared sheets: what changes in them when cases change, and the answers that come back (BTL-D-04, BTL-D-08, BGR-14). */

import { sha256 } from '#domain/hash/sha256.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { isStatus, LABEL_STATUS } from '#domain/usulan/status.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type { Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';
import { type BarisBerbagi, type Proyeksi, salinKasus } from './proyeksi.ts';
import { tindak } from './tindakan.ts';

/** What changes in a shared sheet: cells of known tickets, and new rows. */
export interface RencanaBerbagi {
  readonly ubah: { readonly tiket: string; readonly nilai: BarisBerbagi }[];
  readonly tambah: BarisBerbagi[];
}

/**
 * Compares a shared sheet with the cases. Rows never disappear here while somebody may be typing; a case that was taken
 * back says so in `tanggapan` and loses its personal cells.
 */
export function segarkan(
  proyeksi: Proyeksi,
  kasus: readonly Kasus[],
  lembar: readonly BarisBerbagi[],
  kini: Waktu,
): RencanaBerbagi {
  const ada = new Map(lembar.map((baris) => [baris['tiket'] ?? '', baris]));
  const perTiket = new Map(kasus.map((satu) => [satu.tiket, satu]));
  const ubah: RencanaBerbagi['ubah'] = [];
  for (const [tiket, baris] of ada) {
    const satu = perTiket.get(tiket);
    if (tiket === '') continue;
    const nilai =
      satu && proyeksi.tampil(satu, kini) ? isiBaris(proyeksi, satu, baris) : barisDicabut(proyeksi, satu, baris);
    const beda = Object.fromEntries(Object.entries(nilai).filter(([kolom, isi]) => (baris[kolom] ?? '') !== isi));
    if (Object.keys(beda).length > 0) ubah.push({ tiket, nilai: beda });
  }
  const tambah = kasus
    .filter((satu) => satu.tiket !== '' && proyeksi.tampil(satu, kini) && !ada.has(satu.tiket))
    .map((satu) => isiBaris(proyeksi, satu, {}));
  return { ubah, tambah };
}

function isiBaris(proyeksi: Proyeksi, kasus: Kasus, baris: BarisBerbagi): BarisBerbagi {
  const isi = salinKasus(kasus, proyeksi.salin);
  if (proyeksi.jawaban.length === 0) return isi;
  const menunggu = proyeksi.menunggu(kasus);
  // A case that waits again must not look answered: the old answer is history, a new one is asked for.
  if (menunggu && sudahSelesai(baris)) for (const kolom of proyeksi.jawaban) isi[kolom] = '';
  isi['tanggapan'] = menunggu ? tanggapanMenunggu(proyeksi, kasus, baris) : tanggapanDijawab(proyeksi, kasus, baris);
  return isi;
}

/** The system's last word in a row was that nothing more is expected there. */
const sudahSelesai = (baris: BarisBerbagi): boolean =>
  /^(Diterima|Tidak perlu dijawab):/.test(baris['tanggapan'] ?? '');

const MENUNGGU = 'Menunggu jawaban.';
const MENUNGGU_LAGI = 'Diajukan kembali setelah ditangguhkan; isi hasil yang baru.';

/** A filled row: perhaps no event has told us of the answer, or of what completed it. */
export const terisi = (baris: BarisBerbagi): boolean => (baris['hasil'] ?? '') !== '' && !sudahSelesai(baris);

function tanggapanMenunggu(proyeksi: Proyeksi, kasus: Kasus, baris: BarisBerbagi): string {
  const awal = proyeksi.menungguLagi(kasus) ? MENUNGGU_LAGI : MENUNGGU;
  const lama = baris['tanggapan'] ?? '';
  const sudahDiisi = proyeksi.jawaban.some((kolom) => (baris[kolom] ?? '') !== '');
  return sudahDiisi && !sudahSelesai(baris) ? lama : awal;
}

/** Why a later change of the row was not taken stays readable while the row says something else than the case. */
function tanggapanDijawab(proyeksi: Proyeksi, kasus: Kasus, baris: BarisBerbagi): string {
  const { hasil = '', tanggapan = '' } = baris;
  const ditolak = hasil !== '' && tanggapan !== '' && !tanggapan.startsWith(MENUNGGU) && !sudahSelesai(baris);
  return ditolak && !proyeksi.tercatat(kasus, baris) ? tanggapan : proyeksi.sebut(kasus);
}

function barisDicabut(proyeksi: Proyeksi, kasus: Kasus | undefined, baris: BarisBerbagi): BarisBerbagi {
  const kosong = Object.fromEntries(proyeksi.salin.filter((k) => k !== 'tiket').map((k) => [k, '']));
  if (proyeksi.jawaban.length === 0) return kosong;
  // What the civil registry answered stays a finished row.
  if (proyeksi.salin.every((k) => k === 'tiket' || (baris[k] ?? '') === '') && sudahSelesai(baris)) return {};
  const mengapa = kasus && isStatus(kasus.status) ? LABEL_STATUS[kasus.status].toLowerCase() : 'tidak ada di register';
  return { ...kosong, tanggapan: `Tidak perlu dijawab: ${mengapa}.` };
}

export interface HasilJawaban {
  /** What `tanggapan` in the shared sheet is to say, per ticket. */
  readonly tanggapan: { readonly tiket: string; readonly nilai: BarisBerbagi }[];
  readonly diterima: number;
}

/** Takes the answers in `lembar` into the cases; every filled row that is new is kept in `Umpan Balik`, taken or not. */
export function terimaJawaban(
  p: Perancang,
  proyeksi: Proyeksi,
  lembar: readonly BarisBerbagi[],
  kasus: readonly Kasus[],
  pelaku: Pelaksana,
): HasilJawaban {
  const perTiket = new Map(kasus.map((satu) => [satu.tiket, satu]));
  const hasil = lembar.map((baris) => satuJawaban(p, proyeksi, baris, perTiket.get(baris['tiket'] ?? ''), pelaku));
  const tanggapan = hasil.flatMap((satu) => (satu ? [{ tiket: satu.tiket, nilai: { tanggapan: satu.kata } }] : []));
  return { tanggapan, diterima: hasil.filter((satu) => satu?.diterima).length };
}

/** One row: undefined when there is nothing new in it. */
function satuJawaban(
  p: Perancang,
  proyeksi: Proyeksi,
  baris: BarisBerbagi,
  kasus: Kasus | undefined,
  pelaku: Pelaksana,
): { tiket: string; kata: string; diterima: boolean } | undefined {
  const { tiket = '' } = baris;
  const kosong = proyeksi.jawaban.every((kolom) => (baris[kolom] ?? '') === '');
  if (tiket === '' || kosong || (kasus && proyeksi.tercatat(p.kasus(kasus), baris))) return undefined;
  const jawab = kasus
    ? tindak(p, kasus, proyeksi.perintah(baris), pelaku)
    : ({ ok: false, error: ['Tiket ini tidak ada di register.'] } as const);
  const kata = jawab.ok ? proyeksi.sebut(jawab.value.kasus) : jawab.error.join(' ');
  if (!jawab.ok && kata === baris['tanggapan']) return undefined;
  catatUmpanBalik(p, tiket, baris, kata, pelaku.nama);
  return { tiket, kata, diterima: jawab.ok };
}

function catatUmpanBalik(p: Perancang, tiket: string, baris: BarisBerbagi, kata: string, pengisi: string): void {
  const waktu = p.potret.kini;
  const { hasil = '', keterangan = '', tmt_aktif: tmt = '' } = baris;
  const nomor = sha256([tiket, waktu, hasil, keterangan, tmt].join('\n')).slice(0, 16);
  p.tambahBaris('Umpan Balik', { nomor, waktu, pengisi, tiket, hasil, keterangan, tmt, tindak_lanjut: kata });
}
