/** Commands that the command line appends to a tab `Antrean`: what each kind asks for, and the answer to it. */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { kurangDari, parseWaktu, tambahMenit, type Waktu } from '#domain/waktu/waktu.ts';
import { mulaiKirim } from './batch/kirim.ts';
import type { MuatanMassal, MuatanPerbaiki } from './bentuk-perintah.ts';
import { impor, isMuatanImpor, type MuatanImpor, type PengirimImpor } from './impor.ts';
import type { Perancang } from './perancang.ts';
import { semuaBatch } from './potret.ts';
import { type BahanTindakan, isMuatanMassal, jalankanSatu, type Tindakan } from './tindakan-rencana.ts';

/** A row of `Antrean` that waits. */
export interface PerintahAntrean {
  readonly id: string;
  readonly jenis: string;
  readonly muatan: string;
  readonly dibuat: string;
}

export interface JawabanPerintah {
  readonly keadaan: 'SELESAI' | 'DITOLAK';
  readonly jawaban: string;
}

/** A closed batch has gone to BPJS. */
export interface MuatanKirim {
  readonly batch: string;
  readonly manifest: string;
}

/** A command whose payload has been read, or undefined where it makes no sense. */
export type Terbaca =
  | { readonly jenis: 'TINDAKAN'; readonly isi: Tindakan }
  | { readonly jenis: 'TINDAKAN_MASSAL'; readonly isi: MuatanMassal }
  | { readonly jenis: 'IMPOR'; readonly isi: MuatanImpor }
  | { readonly jenis: 'KIRIM_BATCH'; readonly isi: MuatanKirim }
  | { readonly jenis: 'PERBAIKI'; readonly isi: MuatanPerbaiki }
  | { readonly jenis: 'PERIKSA' }
  | undefined;

const isTeks = (nilai: unknown): nilai is string => typeof nilai === 'string';

export function bacaPerintah({ jenis, muatan }: Pick<PerintahAntrean, 'jenis' | 'muatan'>): Terbaca {
  let isi: unknown;
  try {
    isi = JSON.parse(muatan);
  } catch {
    return undefined;
  }
  if (jenis === 'IMPOR') return isMuatanImpor(isi) ? { jenis, isi } : undefined;
  if (jenis === 'TINDAKAN_MASSAL') return isMuatanMassal(isi) ? { jenis, isi } : undefined;
  if (typeof isi !== 'object' || isi === null) return undefined;
  if (jenis === 'PERIKSA') return { jenis };
  if (jenis === 'PERBAIKI') return bacaPerbaiki(isi);
  return jenis === 'KIRIM_BATCH' ? bacaKirim(isi) : bacaTindakan(isi);
}

function bacaKirim({ batch, manifest }: Partial<MuatanKirim>): Terbaca {
  return isTeks(batch) && isTeks(manifest) ? { jenis: 'KIRIM_BATCH', isi: { batch, manifest } } : undefined;
}

const isDaftarTeks = (nilai: unknown): boolean => Array.isArray(nilai) && nilai.every(isTeks);

function bacaPerbaiki(isi: MuatanPerbaiki): Terbaca {
  const { bentuk = [], berbagi = [], surat = false } = isi;
  const sah = isDaftarTeks(bentuk) && isDaftarTeks(berbagi) && typeof surat === 'boolean';
  return sah ? { jenis: 'PERBAIKI', isi: { bentuk, berbagi, surat } } : undefined;
}

function bacaTindakan({ tiket, aksi, alasan = '', versi, isi: sel = {} }: Partial<Tindakan>): Terbaca {
  const sah = [tiket, aksi, alasan, versi ?? '', ...Object.values(sel)].every(isTeks) && typeof sel === 'object';
  if (!sah || !isTeks(tiket) || !isTeks(aksi)) return undefined;
  return { jenis: 'TINDAKAN', isi: { tiket, aksi, alasan, isi: sel, ...(versi === undefined ? {} : { versi }) } };
}

const ditolak = (jawaban: string): JawabanPerintah => ({ keadaan: 'DITOLAK', jawaban });

/** The actions of a command, one or many. */
export function tindakanDari(terbaca: Terbaca): readonly Tindakan[] {
  if (terbaca?.jenis === 'TINDAKAN') return [terbaca.isi];
  return terbaca?.jenis === 'TINDAKAN_MASSAL' ? terbaca.isi.tindakan : [];
}

/** One action. */
export function jalankanTindakan(
  p: Perancang,
  tindakan: Tindakan,
  bahan: BahanTindakan,
  pengirim: PengirimImpor,
): JawabanPerintah {
  const [hasil, jawaban] = jalankanSatu(p, tindakan, bahan, pengirim);
  return { keadaan: hasil === 'selesai' ? 'SELESAI' : 'DITOLAK', jawaban };
}

/** The rows of a file. */
export function jalankanImpor(
  p: Perancang,
  muatan: MuatanImpor,
  dibuat: string,
  semua: readonly Kasus[],
  pengirim: PengirimImpor,
): JawabanPerintah {
  const hasil = impor(p, muatan, pengirim, waktuKirim(p.potret.kini, dibuat), semua);
  return typeof hasil === 'string' ? ditolak(hasil) : { keadaan: 'SELESAI', jawaban: JSON.stringify({ hasil }) };
}

/** A closed batch has gone to BPJS (BGR-17). Its cases follow with the next ticks. */
export function jalankanKirim(p: Perancang, { batch, manifest }: MuatanKirim, oleh: PengirimImpor): JawabanPerintah {
  const baris = semuaBatch(p.potret).find((satu) => satu.batch === batch);
  const hasil = mulaiKirim(p, baris, { oleh, manifes: manifest });
  return hasil.ok ? { keadaan: 'SELESAI', jawaban: hasil.value } : ditolak(hasil.error.join(' '));
}

/** How much earlier than now a sender's own clock is believed; the queue is worked off within minutes. */
const PERCAYA_MENIT = 60;

/** When the command was sent: what the sender says, but never after now and never long before it. */
function waktuKirim(kini: Waktu, dibuat: string): Waktu {
  const kata = parseWaktu(dibuat);
  if (!kata || !kurangDari(kata, kini)) return kini;
  const paling = tambahMenit(kini, -PERCAYA_MENIT);
  return kurangDari(kata, paling) ? paling : kata;
}
