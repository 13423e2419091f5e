/** `pbi masuk` and `pbi keluar`: who works at this machine, at Google or at the local Workspace. */
import { type Command, Option } from 'commander';
import { config } from '../config.ts';

interface OpsiPerintah {
  readonly target: 'local' | 'google';
  readonly url: string;
  readonly klien?: string;
}

const tempat = (command: Command): Command =>
  command
    .addOption(
      new Option('--target <tempat>', 'Google atau Workspace lokal').choices(['google', 'local']).default('google'),
    )
    .option('--url <alamat>', 'alamat Workspace lokal', `http://127.0.0.1:${config.defaultPort}`);

export function addMasuk(program: Command): void {
  tempat(program.command('masuk'))
    .description('masuk dengan akun Google kantor lewat peramban')
    .option('--klien <berkas>', 'klien OAuth kantor (client_secret.json); sekali saja, lalu diingat')
    .action(async (options: OpsiPerintah) => {
      // Loaded here so that other commands start without the library.
      const { jalankanMasuk } = await import('../google/perintah-masuk.ts');
      await jalankanMasuk(options);
    });
}

export function addKeluar(program: Command): void {
  tempat(program.command('keluar'))
    .description('cabut izin pbi dan hapus masuk yang tersimpan di komputer ini')
    .action(async (options: OpsiPerintah) => {
      const { jalankanKeluar } = await import('../google/perintah-masuk.ts');
      await jalankanKeluar(options);
    });
}
