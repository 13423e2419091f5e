/** Actions that a plan asks for on cases it saw before: each is applied once, and only to the case as it was seen. */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { isAksi } from '#domain/usulan/aturan.ts';
import { isStatus, LABEL_STATUS } from '#domain/usulan/status.ts';
import { waktuAngka } from '#domain/waktu/bahasa.ts';
import { parseWaktu } from '#domain/waktu/waktu.ts';
import {
  type HasilTindakan,
  MAKS_TINDAKAN,
  type MuatanMassal,
  PANJANG_KALIMAT,
  type TindakanRencana,
} from './bentuk-perintah.ts';
import type { PengirimImpor } from './impor.ts';
import { bacaSalinan, type Perancang } from './perancang.ts';
import { tindak } from './tindakan.ts';

/** A line of the log. */
export type BarisRiwayat = Readonly<Record<string, string>>;

/** What the actions of a run work on. */
export interface BahanTindakan {
  readonly kasus: readonly Kasus[];
  /** The log since then of cases that are newer than an action says, by ticket. */
  readonly riwayat: ReadonlyMap<string, readonly BarisRiwayat[]>;
}

/** One action; a single command may leave the version out and has no id of its own. */
export type Tindakan = Omit<TindakanRencana, 'id' | 'versi'> & Partial<Pick<TindakanRencana, 'id' | 'versi'>>;

export function jalankanSatu(
  p: Perancang,
  { id, tiket, versi, aksi, alasan, isi }: Tindakan,
  { kasus: semua, riwayat }: BahanTindakan,
  pengirim: PengirimImpor,
): HasilTindakan {
  const awal = semua.find((kasus) => kasus.tiket === tiket);
  if (!awal?.kode_wilayah.startsWith(pengirim.wilayah)) return ['ditolak', 'Tiket tidak ada di register.'];
  if (!isAksi(aksi)) return ['ditolak', `Tindakan "${aksi}" tidak dikenal.`];
  const kasus = p.kasus(awal);
  if (versi !== undefined && versi !== kasus.versi) {
    const sejak = riwayat.get(tiket) ?? [];
    if (id !== undefined && sejak.some(({ rujukan }) => rujukan === id)) return ['sudah', ''];
    return ['berubah', perbedaan(kasus, awal, versi, sejak)];
  }
  const hasil = tindak(p, kasus, { aksi, alasan, isi, rujukan: id ?? 'Antrean' }, pengirim);
  return hasil.ok ? ['selesai', hasil.value.pesan] : ['ditolak', hasil.error.join(' ')];
}

/** @returns one result for each action, in their order; a refused one does not keep the others from being applied */
export const jalankanMassal = (
  p: Perancang,
  { tindakan }: MuatanMassal,
  bahan: BahanTindakan,
  pengirim: PengirimImpor,
): HasilTindakan[] =>
  tindakan.map((satu) => {
    const [hasil, kalimat] = jalankanSatu(p, satu, bahan, pengirim);
    return [hasil, hasil === 'selesai' ? '' : kalimat.slice(0, PANJANG_KALIMAT)];
  });

/** These follow from every change. */
const SELALU_BERUBAH: readonly string[] = ['versi', 'diubah', 'diubah_oleh', 'salinan'];

/** Which columns are no longer what the plan saw, without personal data. */
function perbedaan(kini: Kasus, awal: Kasus, versi: string, sejak: readonly BarisRiwayat[]): string {
  // The earliest line that names a column has the value that the plan saw.
  const lama = [...sejak].reverse().map((satu) => bacaSalinan(satu['lama'] ?? ''));
  const dulu: Readonly<Record<string, string>> = Object.assign({}, awal, ...lama);
  const kolom = (Object.keys(kini) as KolomKasus[]).filter((k) => !SELALU_BERUBAH.includes(k) && kini[k] !== dulu[k]);
  const nama = kolom.map((k) => (k === 'status' ? `status (${label(dulu['status'])} -> ${label(kini.status)})` : k));
  const pada = parseWaktu(sejak.at(-1)?.['waktu'] ?? '');
  const kapan = pada ? `, terakhir ${waktuAngka(pada)}` : '';
  const apa = nama.join(', ') || 'isinya kembali seperti semula';
  return `Usulan sudah berubah (versi ${kini.versi}, perintah dibuat untuk versi ${versi}${kapan}): ${apa}.`;
}

const label = (status = ''): string => (isStatus(status) ? LABEL_STATUS[status] : status);

const isTeks = (nilai: unknown): nilai is string => typeof nilai === 'string';

/** Whether a parsed payload has the shape of many actions. */
export function isMuatanMassal(isi: unknown): isi is MuatanMassal {
  const { tindakan } = (isi ?? {}) as Partial<MuatanMassal>;
  return Array.isArray(tindakan) && tindakan.length <= MAKS_TINDAKAN && tindakan.every(isTindakan);
}

function isTindakan(nilai: unknown): nilai is TindakanRencana {
  const { id, tiket, versi, aksi, alasan, isi } = (nilai ?? {}) as Partial<TindakanRencana>;
  const lengkap = [id, tiket, versi, aksi, alasan].every(isTeks) && typeof isi === 'object' && isi !== null;
  return lengkap && Object.values(isi).every(isTeks);
}
