/** `pbi cutoff`: which dates bind in a month, which day is worked towards, and why. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Cutoff } from '#domain/periode/cutoff.ts';
import type { NamaLibur } from '#domain/periode/penjelasan.ts';
import type { Libur } from '#domain/waktu/jam-kerja.ts';
import { parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';
import { UserError } from '../errors.ts';
import { addTargetOptions, type TargetOptions } from '../google/target-options.ts';
import { PROFILES, type Profile } from '../workspace/profiles.ts';

interface CutoffOptions extends TargetOptions {
  tanggal: Tanggal;
  profile?: Profile;
  json?: boolean;
}

interface Ketentuan {
  /** Where settings and holidays come from, in a sentence. */
  readonly sumber: string;
  readonly id: readonly Cutoff['id'][];
  readonly cutoff: Readonly<Record<Cutoff['id'], Cutoff>>;
  readonly libur: Libur;
  readonly nama: NamaLibur;
}

const URUTAN: Record<Profile, readonly Cutoff['id'][]> = {
  bantul: ['bantul'],
  'kota-bogor': ['kelurahan', 'dinsos', 'dinkes'],
};

function parseHari(text: string): Tanggal {
  const tanggal = parseTanggal(text);
  if (tanggal === undefined) throw new InvalidArgumentError('Tulis tanggal TTTT-BB-HH, misalnya 2026-11-10.');
  return tanggal;
}

export function addCutoff(program: Command): void {
  const command = program
    .command('cutoff')
    .description('jelaskan batas waktu bulan itu: tanggal resmi, target kerja, pengingat')
    .requiredOption('--tanggal <tanggal>', 'tanggal yang ditanyakan, TTTT-BB-HH', parseHari)
    .addOption(
      new Option('--profile <kantor>', 'SOP yang berlaku (bawaan: milik kantor itu, tanpa kantor semuanya)').choices(
        PROFILES,
      ),
    )
    .option('--json', 'tulis hasil sebagai JSON');
  addTargetOptions(command).action(run);
}

async function run(options: CutoffOptions): Promise<void> {
  const { penjelasan } = await import('#domain/periode/penjelasan.ts');
  const { periodeTanggal } = await import('#domain/periode/periode.ts');
  const { sumber, id: milik, cutoff, libur, nama } = await ketentuan(options);
  const periode = periodeTanggal(options.tanggal);
  const dipakai = options.profile ? URUTAN[options.profile] : milik;
  const batas = dipakai.map((id) => ({ id, ...penjelasan(periode, cutoff[id], libur, nama) }));
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ tanggal: options.tanggal, periode, sumber, batas })}\n`
      : [sumber, ...batas.map(({ kalimat }) => `\n${kalimat.join('\n')}`)].map((baris) => `${baris}\n`).join(''),
  );
}

/** The office's own, when this person can read them; a question about dates is answered even without. */
async function ketentuan(options: CutoffOptions): Promise<Ketentuan> {
  const { CUTOFF_BAWAAN } = await import('#domain/periode/cutoff.ts');
  const bawaan = (sebab: string): Ketentuan => ({
    sumber: `Memakai ketentuan bawaan SOP tanpa daftar libur: ${sebab}`,
    id: Object.values(URUTAN).flat(),
    cutoff: CUTOFF_BAWAAN,
    libur: new Set(),
    nama: new Map(),
  });
  if (options.sebagai === undefined && options.target === 'local')
    return bawaan('sebutkan --sebagai untuk memakai pengaturan dan libur kantor.');
  try {
    const { connect } = await import('../google/target.ts');
    const { readSettings } = await import('../google/settings.ts');
    const settings = await readSettings(await connect(options));
    if (!settings) return bawaan('pengguna ini tidak dapat membuka register.');
    const { cutoff, libur, namaLibur: nama, rute } = settings;
    const id = rute.some((satu) => satu.startsWith('BGR')) ? URUTAN['kota-bogor'] : URUTAN.bantul;
    return { sumber: `Memakai pengaturan dan libur di register ${settings.namaKantor}.`, id, cutoff, libur, nama };
  } catch (error) {
    if (error instanceof UserError) return bawaan(error.message);
    throw error;
  }
}
