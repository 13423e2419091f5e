/** `pbi periksa --uji-langsung`: the experiments against Google or the local Workspace, and the report as two files. */
import { accessSync, constants, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { config } from '../../config.ts';
import { EXIT, type ExitCode, UserError } from '../../errors.ts';
import { createKlien } from '../../google/klien.ts';
import { otorisasi } from '../../google/otorisasi.ts';
import type { TargetOptions } from '../../google/target-options.ts';
import { tempatDari } from '../../google/tempat.ts';
import { jalankanPercobaan } from './jalankan.ts';
import { type LaporanUji, susunLaporan, teksUji } from './laporan.ts';

export interface OpsiUji extends TargetOptions {
  readonly json?: boolean;
  /** Folder of the report. */
  readonly laporan: string;
}

export async function jalankanUji(opsi: OpsiUji): Promise<ExitCode> {
  const tempat = tempatDari(opsi);
  periksaFolder(opsi.laporan);
  const { client, email } = await otorisasi(opsi, tempat);
  const percobaan = await jalankanPercobaan(createKlien(client, tempat), email, kemajuan);
  const tanggal = new Date().toISOString().slice(0, 'TTTT-BB-HH'.length);
  const laporan = susunLaporan(percobaan, { pbi: config.version, tempat: opsi.target, tanggal });
  const berkas = simpan(laporan, opsi.laporan);
  process.stdout.write(opsi.json ? `${JSON.stringify({ ...laporan, berkas })}\n` : teks(laporan, berkas));
  return laporan.beda + laporan.gagal === 0 ? EXIT.ok : EXIT.needsPerson;
}

/** Before anything is tried. @throws UserError where no report can be written */
function periksaFolder(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const kalimat = `Laporan tidak dapat ditulis ke ${folder}. Sebutkan folder lain dengan --laporan.`;
    throw new UserError(EXIT.usage, kalimat, { cause: error });
  }
}

/** @returns the paths of what was written */
function simpan(laporan: LaporanUji, folder: string): string[] {
  const nama = `uji-langsung-${laporan.tanggal}`;
  const isi: [string, string][] = [
    [resolve(folder, `${nama}.json`), `${JSON.stringify(laporan, null, 2)}\n`],
    [resolve(folder, `${nama}.md`), teksUji(laporan)],
  ];
  for (const [path, satu] of isi) writeFileSync(path, satu);
  return isi.map(([path]) => path);
}

function teks({ percobaan, sama, beda, gagal }: LaporanUji, berkas: readonly string[]): string {
  const lain = percobaan
    .filter(({ hasil }) => hasil !== 'sama')
    .map(
      ({ kode, judul, hasil }) => `  ✗ ${kode}: ${judul} (${hasil === 'beda' ? 'berbeda' : 'tidak dapat dijalankan'})`,
    );
  const jumlah = `${percobaan.length} percobaan: ${sama} seperti diharapkan, ${beda} berbeda, ${gagal} tidak dapat dijalankan.`;
  const kirim = `Laporan tanpa data orang: ${berkas.join(' dan ')}. Kirimkan keduanya kepada pembuat program.`;
  return [...lain, ...(lain.length > 0 ? [''] : []), jumlah, kirim, ''].join('\n');
}

/** On a terminal only: a log file has no use for it. */
function kemajuan(selesai: number, semua: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[Kpercobaan ${selesai} dari ${semua}${selesai === semua ? '\n' : ''}`);
}
