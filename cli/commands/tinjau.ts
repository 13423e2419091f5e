/** `pbi tinjau`: a person decides what a matching could not. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { KELAS_UMPAN_BALIK, type KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import type { Pilihan } from '../reconcile/tinjau/putus.ts';

interface TinjauOptions {
  terima?: Pilihan[];
  tolak?: Pilihan[];
  tunda?: Pilihan[];
  terimaSemua?: boolean;
  tolakSemua?: boolean;
  kelas?: KelasUmpanBalik[];
  referensi?: string[];
  skorMin?: number;
  teks?: string;
  semua?: boolean;
  html?: string;
  xlsx?: string;
  csv?: string;
  lengkap?: boolean;
  json?: boolean;
}

const NOMOR = /^\s*(\d{1,9})(?::([1-3]))?\s*$/;

/** `3,7:2`: the third, and of the seventh the second candidate. */
function nomor(teks: string): Pilihan[] {
  return teks.split(',').map((satu) => {
    const [, ke, calon] = NOMOR.exec(satu) ?? [];
    if (ke === undefined) throw new InvalidArgumentError('Tulis nomor dari daftar, misalnya 3,7 atau 7:2.');
    return { nomor: Number(ke), calon: calon === undefined ? undefined : Number(calon) };
  });
}

function skor(teks: string): number {
  if (!/^-?\d+([.,]\d+)?$/.test(teks)) throw new InvalidArgumentError('Tulis bilangan, misalnya 15 atau 12,5.');
  return Number(teks.replace(',', '.'));
}

export function addTinjau(program: Command): void {
  program
    .command('tinjau')
    .description('putuskan baris yang perlu dilihat orang: calon berdampingan, terima, tolak atau nanti')
    .argument('<rencana>', 'berkas rencana dari pbi verifikasi, pbi rekonsiliasi atau pbi ganda')
    .option('--terima <nomor>', 'terima nomor ini dari daftar, misalnya 3,7:2 (calon kedua dari nomor 7)', nomor)
    .option('--tolak <nomor>', 'tolak nomor ini dari daftar', nomor)
    .option('--tunda <nomor>', 'kembalikan nomor ini ke yang belum diputuskan', nomor)
    .addOption(new Option('--terima-semua', 'terima semua yang tersaring dan belum diputuskan').conflicts('tolakSemua'))
    .option('--tolak-semua', 'tolak semua yang tersaring dan belum diputuskan')
    .addOption(new Option('--kelas <kelas...>', 'saring: hanya kelas ini').choices(Object.keys(KELAS_UMPAN_BALIK)))
    .option('--referensi <nama...>', 'saring: hanya terhadap referensi ini')
    .option('--skor-min <skor>', 'saring: skor calon terbaik paling rendah', skor)
    .option('--teks <kata>', 'saring: nama, tiket, nomor atau kata alasan')
    .option('--semua', 'tampilkan juga yang otomatis dan yang sudah diputuskan')
    .option('--html <berkas>', 'tulis laporan satu halaman yang dibuka di peramban')
    .option('--xlsx <berkas>', 'tulis laporan sebagai buku kerja Excel')
    .option('--csv <berkas>', 'tulis laporan sebagai CSV')
    .option('--lengkap', 'tampilkan NIK, No KK dan No kartu lengkap di layar dan laporan HTML')
    .option('--json', 'tulis daftar dan putusan sebagai JSON')
    .action(run);
}

async function run(path: string, options: TinjauOptions): Promise<void> {
  // Loaded here so that other commands start without it.
  const { tinjau } = await import('../reconcile/tinjau/perintah.ts');
  const { BELUM_DIPUTUSKAN, TANPA_SARINGAN } = await import('../reconcile/tinjau/saringan.ts');
  const { terima = [], tolak = [], tunda = [], kelas = [], referensi = [], skorMin, teks = '' } = options;
  const { stdin: input, stdout: output } = process;
  process.exitCode = await tinjau(path, {
    saringan: { ...(options.semua ? TANPA_SARINGAN : BELUM_DIPUTUSKAN), kelas, referensi, skorMin, teks },
    putus: {
      terima,
      tolak,
      tunda,
      terimaSemua: options.terimaSemua ?? false,
      tolakSemua: options.tolakSemua ?? false,
    },
    html: options.html,
    xlsx: options.xlsx,
    csv: options.csv,
    lengkap: options.lengkap ?? false,
    json: options.json ?? false,
    // Follows NO_COLOR and what the terminal can do.
    terminal: input.isTTY && output.isTTY ? { input, output, warna: output.hasColors() } : undefined,
  });
}
