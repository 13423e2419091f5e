/** `pbi rekonsiliasi`: holds answers of BPJS against what was sent (BGR-19, S-08). */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parsePeriode } from '#domain/periode/periode.ts';
import { parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';
import { addTargetOptions } from '../google/target-options.ts';
import type { OpsiPerintah } from '../rekonsiliasi/perintah.ts';
import { opsiMemori } from './memori.ts';
import { addTunggu } from './terapkan.ts';

function periode(text: string): string {
  const found = parsePeriode(text);
  if (!found) throw new InvalidArgumentError('Tulis TTTT-BB, misalnya 2026-11.');
  return found;
}

function tanggal(text: string): Tanggal {
  const found = parseTanggal(text);
  if (!found) throw new InvalidArgumentError('Tulis TTTT-BB-HH, misalnya 2026-11-27.');
  return found;
}

export function addRekonsiliasi(program: Command): void {
  const command = program
    .command('rekonsiliasi')
    .description('cocokkan berkas umpan balik BPJS dengan register dan buat rencana pencatatannya')
    .argument('<berkas...>', 'berkas .csv, .xlsx atau .parquet dari BPJS')
    .option('--register <berkas>', 'usulan dari berkas, bukan dari kantor')
    .addOption(new Option('--batch <batch>', 'batch yang dijawab, misalnya "BGR-U 2026-11"').conflicts('periode'))
    .option('--periode <periode>', 'periode yang dijawab, TTTT-BB', periode)
    .option('--tanggal <tanggal>', 'tanggal jawaban, untuk baris yang tidak menyebutkannya', tanggal)
    .addOption(new Option('--urutan <urutan>', 'tanggal: HB hari/bulan, BH bulan/hari').choices(['HB', 'BH']))
    .option('--lembar <nama>', 'lembar yang dibaca')
    .option('--pengaturan <berkas>', 'judul kolom, ambang dan padanan keterangan (JSON)')
    .addOption(opsiMemori())
    .option('--keluaran <berkas>', 'tulis hasil ke .csv atau .xlsx')
    .option('--html <berkas>', 'tulis laporan untuk dibuka di peramban')
    .option('--lengkap', 'laporan memuat NIK utuh')
    .option('--rekap <folder>', 'tulis rekap untuk Dinkes, Dinsos dan tiap kelurahan ke folder ini')
    .option('--rencana <berkas>', 'nama berkas rencana (bawaan: di samping berkas pertama)')
    .option('--yes', 'langsung catat yang cocok')
    .option('--json', 'tulis ringkasan sebagai JSON');
  addTunggu(addTargetOptions(command)).action(run);
}

async function run(paths: string[], options: OpsiPerintah): Promise<void> {
  // Loaded here so that other commands start without readers, the engine and the Google client.
  const { jalankanRekonsiliasi } = await import('../rekonsiliasi/perintah.ts');
  process.exitCode = await jalankanRekonsiliasi(paths, options);
}
