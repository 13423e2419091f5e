/** Runs `pbi pasang`: signs in, plans or installs, and says what came of it. */
import { config } from '../config.ts';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { createKlien } from '../google/klien.ts';
import { bacaKredensial } from '../google/kredensial.ts';
import { otorisasi } from '../google/otorisasi.ts';
import { discover } from '../google/target.ts';
import { tempatDari } from '../google/tempat.ts';
import { dapatDihentikan } from '../henti.ts';
import { createKabar, type Kabar } from './kabar.ts';
import { LOKAL, type Mesin } from './mesin.ts';
import type { OpsiPasang } from './opsi.ts';
import { pasang, type Terpasang } from './pasang.ts';
import { rencanakan, teksRencana } from './rencana.ts';

const DIHENTIKAN = '\nDihentikan. Yang sudah dipasang tetap ada: jalankan lagi perintah yang sama untuk melanjutkan.';

export const jalankanPasang = (opsi: OpsiPasang): Promise<ExitCode> =>
  dapatDihentikan(DIHENTIKAN, () => rencanakanAtauPasang(opsi), ['SIGINT']);

async function rencanakanAtauPasang(opsi: OpsiPasang): Promise<ExitCode> {
  const mesin = await siapkanMesin(opsi, createKabar());
  if (opsi.rencana) {
    const rencana = await rencanakan(mesin, opsi);
    process.stdout.write(opsi.json ? `${JSON.stringify(rencana)}\n` : `${teksRencana(rencana)}\n`);
    return rencana.ditolak === '' ? EXIT.ok : EXIT.conflict;
  }
  const hasil = await pasang(mesin, opsi);
  process.stdout.write(opsi.json ? `${JSON.stringify(hasil)}\n` : `${teksPasang(hasil)}\n`);
  return EXIT.ok;
}

/** @throws UserError where nobody has signed in, or nothing answers */
export async function siapkanMesin(opsi: OpsiPasang, kabar: Kabar): Promise<Mesin> {
  const tempat = tempatDari(opsi);
  if (opsi.akunLayanan !== undefined && opsi.sebagai === undefined) {
    const kalimat = 'Google tidak mengizinkan akun layanan memasang skrip. Jalankan pbi masuk dengan akun kantor, atau';
    throw new UserError(
      EXIT.usage,
      `${kalimat} sebutkan --sebagai bila domain memberi akun layanan hak atas nama orang.`,
    );
  }
  const lokal = tempat.asal === undefined ? undefined : await discover(tempat.asal, LOKAL);
  const sebagai =
    opsi.sebagai ?? (lokal && !config.token && !bacaKredensial(tempat) ? lokal.users[0]?.email : undefined);
  const { client, email } = await otorisasi({ ...opsi, ...(sebagai === undefined ? {} : { sebagai }) }, tempat);
  kabar.kata(`Memasang sebagai ${email}.`);
  return { tempat, client, klien: createKlien(client, tempat), email, kabar, ...(lokal ? { lokal } : {}) };
}

const daftar = (isi: readonly string[]): string[] => isi.map((satu) => `  - ${satu}`);

export function teksPasang({ diubah, perlu, tautan }: Terpasang): string {
  const alamat = (isi: Readonly<Record<string, string>>) =>
    daftar(Object.entries(isi).map(([nama, url]) => `${nama}: ${url}`));
  return [
    ...(diubah.length > 0 ? ['Yang diubah:', ...daftar(diubah)] : ['Tidak ada yang perlu diubah.']),
    '',
    `Register PBI: ${tautan.register}`,
    'Formulir:',
    ...alamat(tautan.formulir),
    'Spreadsheet kantor lain:',
    ...alamat(tautan.berbagi),
    ...(perlu.length > 0 ? ['', 'Yang perlu Anda lakukan:', ...daftar(perlu)] : []),
  ].join('\n');
}
