/** `pbi templat`: the empty workbook of Format 34 or 37 for a kelurahan without internet. */
import { Argument, type Command } from 'commander';
import { EXIT, UserError } from '../errors.ts';

export type NamaFormat = 'format34' | 'format37';

/** The argument that names a format. */
export const formatArgument = (): Argument =>
  new Argument('<format>', 'susunan kolom').choices(['format34', 'format37']);

interface TemplatOptions {
  keluaran?: string;
  kelurahan?: string;
}

export function addTemplat(program: Command): void {
  program
    .command('templat')
    .description('buat berkas isian kosong Format 34 (usulan) atau Format 37 (mutasi)')
    .addArgument(formatArgument())
    .option('--keluaran <berkas>', 'nama berkas .xlsx yang dibuat')
    .option('--kelurahan <kode>', '10 angka kode kelurahan; pilihan wilayah dibatasi padanya')
    .action(run);
}

async function run(
  format: NamaFormat,
  { keluaran = `templat-${format}.xlsx`, kelurahan }: TemplatOptions,
): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  const { cariKalurahan } = await import('#domain/wilayah/wilayah.ts');
  const { writeXlsx } = await import('../berkas/xlsx.ts');
  const { templat } = await import('../format/templat.ts');
  const desa = kelurahan === undefined ? undefined : cariKalurahan(kelurahan);
  if (kelurahan !== undefined && !desa) {
    throw new UserError(EXIT.usage, `Kode kelurahan ${kelurahan} tidak dikenal. Tulis 10 angka kode Kemendagri.`);
  }
  const bytes = await writeXlsx(templat(format === 'format34' ? 'F34' : 'F37', desa));
  // What somebody has filled in is never overwritten by an empty one.
  await writeFile(keluaran, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    const sebab = error.code === 'EEXIST' ? 'sudah ada' : 'tidak dapat ditulis';
    throw new UserError(EXIT.usage, `Berkas ${keluaran} ${sebab}. Sebutkan nama lain dengan --keluaran.`, {
      cause: error,
    });
  });
  process.stdout.write(`${keluaran}\n`);
}
