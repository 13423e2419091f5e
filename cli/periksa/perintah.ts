/** `pbi periksa`: examines, repairs what is safe when told to, examines again, reports. */
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { connect, type Office } from '../google/target.ts';
import { TAK_BERJALAN } from './denyut.ts';
import { banyak, teksLaporan } from './laporan.ts';
import { type OpsiPeriksa, perbaikanAman, perbaiki, periksa } from './periksa.ts';
import type { Temuan } from './temuan.ts';

export interface OpsiPerintah extends Omit<OpsiPeriksa, 'kabar'> {
  readonly json?: boolean;
  readonly perbaiki?: boolean;
}

/** What `--json` prints. */
interface Hasil {
  readonly temuan: readonly Temuan[];
  /** What `--perbaiki` did, in sentences; absent without it. */
  readonly perbaikan?: readonly string[];
  /** Why a repair that was asked for was not done. */
  readonly gagal?: string;
}

export async function jalankanPeriksa(opsi: OpsiPerintah): Promise<ExitCode> {
  const office = await connect(opsi);
  const register = registerDari(office);
  const cara: OpsiPeriksa = { ...opsi, kabar };
  const awal = await periksa(office, register, cara);
  const hasil = opsi.perbaiki ? await denganPerbaikan(office, register, awal, cara) : { temuan: awal };
  kabar('');
  process.stdout.write(opsi.json ? `${JSON.stringify(hasil)}\n` : teks(hasil));
  const sehat = banyak(hasil.temuan, 'GALAT') + banyak(hasil.temuan, 'PERINGATAN') === 0;
  return sehat ? EXIT.ok : EXIT.needsPerson;
}

/** @throws UserError code 7 for people who do not work in the register */
function registerDari({ role, spreadsheets }: Office): string {
  const { register } = spreadsheets;
  if (register !== undefined && (role === 'admin' || role === 'dinsos')) return register;
  throw new UserError(EXIT.auth, 'Pemeriksaan membaca seluruh register: hanya untuk akun berperan admin atau dinsos.');
}

async function denganPerbaikan(
  office: Office,
  register: string,
  awal: readonly Temuan[],
  opsi: OpsiPeriksa,
): Promise<Hasil> {
  if (office.role !== 'admin') return { temuan: awal, gagal: 'Perbaikan hanya dijalankan untuk akun berperan admin.' };
  // No repair can undo that, and none is done beside it.
  const pindah = awal.find(({ kode }) => kode === 'KOLOM_PINDAH');
  if (pindah) return { temuan: awal, gagal: `${pindah.kalimat} ${pindah.perbaikan}` };
  const muatan = perbaikanAman(awal);
  if (!muatan) return { temuan: awal, perbaikan: [] };
  // Nobody waits for a script that does not run.
  const mati = awal.find(({ kode }) => TAK_BERJALAN.includes(kode));
  if (mati) return { temuan: awal, gagal: mati.perbaikan };
  const hasil = await perbaiki(office, register, muatan, opsi);
  if ('gagal' in hasil) return { temuan: awal, gagal: hasil.gagal };
  return { temuan: await periksa(office, register, opsi), perbaikan: hasil.laporan };
}

function teks({ temuan, perbaikan, gagal }: Hasil): string {
  const dilakukan =
    perbaikan === undefined
      ? []
      : perbaikan.length === 0
        ? ['Tidak ada yang perlu diperbaiki.', '']
        : ['Diperbaiki', '──────────', ...perbaikan.map((satu) => `  ✓ ${satu}`), ''];
  const kata = gagal === undefined ? [] : [`Tidak diperbaiki: ${gagal}`, ''];
  const warna = process.stdout.isTTY === true && process.stdout.hasColors();
  return [...dilakukan, ...kata, teksLaporan(temuan, { warna })].join('\n');
}

/** On a terminal only: a log file has no use for it. */
function kabar(kalimat: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${kalimat}`);
}
