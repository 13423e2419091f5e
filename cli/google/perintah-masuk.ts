/** What `pbi masuk` and `pbi keluar` do and say. */
import { OAuth2Client } from 'google-auth-library';
import { EXIT, UserError } from '../errors.ts';
import { bukaPeramban } from '../peramban.ts';
import { statusOf } from './google-error.ts';
import { bacaKredensial, hapusKredensial, simpanKredensial } from './kredensial.ts';
import { masuk } from './masuk.ts';
import { oauthKlien } from './oauth-klien.ts';
import { dijelaskan } from './penolakan.ts';
import { type Tempat, tempatDari, titikMasuk } from './tempat.ts';

interface OpsiPerintah {
  readonly target: 'local' | 'google';
  readonly url: string;
  readonly klien?: string;
}

/** Longer than anybody needs for a password and a second factor. */
const LAMA_MENUNGGU_MENIT = 10;

/** @throws UserError with what to do, where one could not sign in */
export async function jalankanMasuk(opsi: OpsiPerintah): Promise<void> {
  const tempat = tempatDari(opsi);
  const klien = oauthKlien(tempat, opsi.klien);
  const kredensial = await denganHenti((henti) =>
    masuk({
      tempat,
      klien,
      henti,
      buka: (url) => {
        process.stderr.write(`Buka alamat ini di peramban, lalu masuk dengan akun kantor:\n\n${url}\n\n`);
        process.stderr.write('Menunggu izin ... (Ctrl+C untuk berhenti)\n');
        if (process.stderr.isTTY) bukaPeramban(url);
      },
    }),
  );
  simpanKredensial(tempat, kredensial);
  process.stdout.write(`Masuk sebagai ${kredensial.email}.\n`);
}

async function denganHenti<T>(kerja: (henti: AbortSignal) => Promise<T>): Promise<T> {
  const kendali = new AbortController();
  const berhenti = (): void =>
    kendali.abort(new UserError(EXIT.interrupted, 'Dihentikan sebelum izin diberikan. Jalankan lagi pbi masuk.'));
  const kalimat = `Izin tidak diberikan dalam ${LAMA_MENUNGGU_MENIT} menit. Jalankan lagi pbi masuk.`;
  const batas = setTimeout(() => kendali.abort(new UserError(EXIT.auth, kalimat)), LAMA_MENUNGGU_MENIT * 60_000);
  process.once('SIGINT', berhenti);
  try {
    return await kerja(kendali.signal);
  } finally {
    clearTimeout(batas);
    process.off('SIGINT', berhenti);
  }
}

/** The sign-in is forgotten here even where Google could not be told. */
export async function jalankanKeluar(opsi: OpsiPerintah): Promise<void> {
  const tempat = tempatDari(opsi);
  const ada = bacaKredensial(tempat);
  if (!ada) {
    process.stdout.write('Tidak ada yang masuk di komputer ini.\n');
    return;
  }
  hapusKredensial(tempat);
  await cabut(tempat, ada.refreshToken ?? ada.accessToken ?? '');
  process.stdout.write(`${ada.email} sudah keluar. Izin pbi dicabut.\n`);
}

async function cabut(tempat: Tempat, token: string): Promise<void> {
  try {
    await new OAuth2Client({ endpoints: titikMasuk(tempat) }).revokeToken(token);
  } catch (error) {
    // A token that is no longer valid has nothing to be revoked.
    if (statusOf(error) === 400) return;
    const kalimat = 'Masuk di komputer ini sudah dihapus, tetapi izinnya belum dicabut di Google. Cabut di';
    const sebab = dijelaskan(error);
    const alamat = 'https://myaccount.google.com/connections';
    throw new UserError(EXIT.unexpected, `${kalimat} ${alamat}.`, { cause: sebab });
  }
}
