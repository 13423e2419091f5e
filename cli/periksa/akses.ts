/** Whether this account and this machine have what they need: a role, the rights of the sign-in, the same program as the office. */
import { OAuth2Client } from 'google-auth-library';
import * as z from 'zod/mini';
import type { HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import { config } from '../config.ts';
import { UserError } from '../errors.ts';
import { bacaKantorTersimpan } from '../google/kantor-tersimpan.ts';
import { namaLingkup } from '../google/lingkup.ts';
import { otorisasi } from '../google/otorisasi.ts';
import { asking } from '../google/persist.ts';
import type { TargetOptions } from '../google/target-options.ts';
import { type Tempat, tempatDari } from '../google/tempat.ts';
import { bacaIsiSkrip, berkasRilis, selisihIsi } from '../pasang/isi-skrip.ts';
import type { Bahan } from './bahan.ts';
import { pelapor, sebut, type Temuan } from './temuan.ts';

const { galat, peringatan, lewat, baik } = pelapor('akses');

/** @returns nothing where the token does not say what it is good for, as the addresses that the local Workspace takes */
export async function periksaLingkup(opsi: TargetOptions, { office }: Pick<Bahan, 'office'>): Promise<Temuan[]> {
  const siapa = baik('AKSES', `Masuk sebagai ${office.email}, peran ${office.role}.`);
  const dipunyai = await lingkupDipunyai(opsi);
  if (!dipunyai) return [siapa];
  const kurang = namaLingkup.filter((nama) => !dipunyai.includes(nama)).map((nama) => nama.replace(/^.*\//, ''));
  if (kurang.length === 0)
    return [siapa, baik('LINGKUP', `Semua ${namaLingkup.length} izin yang diperlukan diberikan.`)];
  const kalimat = `Izin ${sebut(kurang)} tidak diberikan saat masuk; sebagian perintah pbi akan ditolak Google.`;
  return [siapa, galat('LINGKUP_KURANG', kalimat, 'Jalankan lagi pbi masuk dan centang semua izin.')];
}

async function lingkupDipunyai(opsi: TargetOptions): Promise<readonly string[] | undefined> {
  const tempat = tempatDari(opsi);
  try {
    const { client } = await otorisasi(opsi, tempat);
    const { token } = await client.getAccessToken();
    if (!token) return undefined;
    const tokenInfoUrl = `${tempat.asal ?? 'https://oauth2.googleapis.com'}/tokeninfo`;
    return (await new OAuth2Client({ endpoints: { tokenInfoUrl } }).getTokenInfo(token)).scopes;
  } catch {
    // Who this is was settled before; what the token may do then shows with each request.
    return undefined;
  }
}

const PASANG = 'Jalankan pbi pasang: yang berbeda didorong, dan datanya tidak tersentuh.';

/** The script project at Google against the built folder of this program. */
export async function periksaSkrip(opsi: TargetOptions, { office }: Pick<Bahan, 'office'>): Promise<Temuan[]> {
  const tempat = tempatDari(opsi);
  const scriptId = bacaKantorTersimpan(tempat)?.scriptId ?? (await skripLokal(tempat));
  if (!scriptId) {
    const kalimat = 'Program di Google tidak dibandingkan: komputer ini tidak tahu id proyek Apps Script kantor.';
    return [lewat('SKRIP', kalimat, 'Jalankan pbi periksa dari komputer yang memasang kantor.')];
  }
  try {
    const beda = selisihIsi(berkasRilis(config.bundleDir), await bacaIsiSkrip(office, scriptId));
    if (beda.length === 0) return [baik('SKRIP', 'Program di Apps Script sama dengan yang dibawa pbi ini.')];
    const kalimat = `Program di Apps Script berbeda dari yang dibawa pbi ini: ${sebut(beda.map(({ nama }) => nama))}.`;
    return [peringatan('SKRIP_BEDA', kalimat, PASANG)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const kalimat = `Program di Apps Script tidak dapat dibaca: ${error.message}`;
    return [lewat('SKRIP', kalimat)];
  }
}

const LOKAL = z.object({ scriptId: z.optional(z.nullable(z.string())) });

/** The local Workspace says which project it runs. */
async function skripLokal({ asal }: Tempat): Promise<string | undefined> {
  if (asal === undefined) return undefined;
  const data = await asking(
    async ({ timeout }) => {
      const jawab = await fetch(`${asal}/workspace.json`, { signal: AbortSignal.timeout(timeout) });
      return { data: LOKAL.parse(await jawab.json()) };
    },
    () => true,
  );
  return data.scriptId ?? undefined;
}

/** The release that answers, which may be older than the files that were pushed a moment ago. */
export function periksaVersi({ versi }: HasilPeriksa): Temuan[] {
  if (versi === config.version) return [baik('VERSI', `Program kantor versi ${versi}, sama dengan pbi ini.`)];
  const kalimat = `Program kantor versi ${versi}, sedangkan pbi ini versi ${config.version}.`;
  return [peringatan('VERSI_BEDA', kalimat, `${PASANG} Bila pbi ini yang lebih lama, perbarui pbi.`)];
}
