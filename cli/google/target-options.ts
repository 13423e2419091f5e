/** The options that name the office and the user of a command; loads nothing, so every command may offer them. */
import { type Command, Option } from 'commander';
import { config } from '../config.ts';

export interface TargetOptions {
  readonly target: 'local' | 'google';
  readonly url: string;
  readonly sebagai?: string;
  readonly buku?: string;
  /** Id of the register at Google. */
  readonly kantor?: string;
  readonly akunLayanan?: string;
}

export const URL_LOKAL = `http://127.0.0.1:${config.defaultPort}`;

export const addTargetOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--target <tempat>', 'Workspace lokal atau Google').choices(['local', 'google']).default('local'),
    )
    .option('--url <alamat>', 'alamat Workspace lokal', URL_LOKAL)
    .option('--sebagai <surel>', 'surel pengguna yang menjalankan perintah ini')
    .option('--kantor <id>', 'Register PBI yang dipakai di Google, bila bukan yang dipasang dari komputer ini')
    .option('--akun-layanan <berkas>', 'kunci akun layanan, untuk pekerjaan tanpa orang di Google')
    .option('--buku <id>', 'spreadsheet yang dipakai, bila bukan menurut peran pengguna');
