/** Refusals of Google that a person can end, in sentences with the place where that is done. */
import { EXIT, UserError } from '../errors.ts';

const SAKLAR_SKRIP = 'https://script.google.com/home/usersettings';
const MASUK_LAGI = 'Jalankan lagi pbi masuk.';

/** No way to Google, as against an answer from it. */
const PUTUS = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPIPE)$/;

interface Gagal {
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly response?: { readonly status?: unknown; readonly data?: unknown };
}

/** What a failure says of itself, for looking up the sentences below; nothing of it is shown. */
const isi = ({ response }: Gagal): string => JSON.stringify(response?.data ?? '');

function kodeJaringan(error: unknown, dalam = 0): string {
  if (typeof error !== 'object' || error === null || dalam > 3) return '';
  const { code, cause } = error as Gagal;
  return typeof code === 'string' && PUTUS.test(code) ? code : kodeJaringan(cause, dalam + 1);
}

/** @returns a UserError where a person can do something; undefined for everything else */
export function penolakan(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  const gagal = error as Error & Gagal;
  const status = Number(gagal.response?.status ?? 0);
  const kata = `${isi(gagal)} ${error.message}`;
  const kalimat = status === 0 ? kalimatPutus(error, kata) : kalimatTolak(status, kata);
  return kalimat === undefined ? undefined : new UserError(...kalimat, { cause: error });
}

type Kalimat = readonly [code: UserError['exitCode'], kalimat: string];

function kalimatPutus(error: unknown, kata: string): Kalimat | undefined {
  if (kodeJaringan(error) === '' && !/getaddrinfo|socket hang up|network/i.test(kata)) return undefined;
  const kalimat =
    'Google tidak dapat dihubungi dari komputer ini. Periksa sambungan internet (dan proksi kantor), lalu jalankan lagi perintah yang sama.';
  return [EXIT.unexpected, kalimat];
}

export function kalimatTolak(status: number, kata: string): Kalimat | undefined {
  if (/invalid_grant|invalid_rapt/.test(kata)) {
    return [
      EXIT.auth,
      `Masuk yang tersimpan sudah tidak berlaku (dicabut, atau terlalu lama tidak dipakai). ${MASUK_LAGI}`,
    ];
  }
  if (/invalid_client|unauthorized_client|deleted_client/.test(kata)) {
    const kalimat = 'Google tidak mengenal klien OAuth ini. Buat lagi menurut docs/panduan-pasang.md bagian 1, lalu';
    return [EXIT.auth, `${kalimat} pbi masuk --klien client_secret.json.`];
  }
  if (/User has not enabled the Apps Script API/i.test(kata)) {
    const kalimat = `Apps Script API belum dinyalakan untuk akun ini. Nyalakan di ${SAKLAR_SKRIP}, tunggu satu menit,`;
    return [EXIT.auth, `${kalimat} lalu jalankan lagi perintah yang sama.`];
  }
  const api = /([A-Z][A-Za-z ]+ API) has not been used in project (\S+)/.exec(kata);
  if (api || /SERVICE_DISABLED|accessNotConfigured/.test(kata)) return [EXIT.auth, apiMati(kata, api)];
  if (/ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficientPermissions|insufficient authentication scopes/i.test(kata)) {
    return [EXIT.auth, `Izin yang diberikan saat masuk kurang. ${MASUK_LAGI.replace('.', '')} dan centang semua izin.`];
  }
  if (status === 401) return [EXIT.auth, `Token tidak berlaku lagi. ${MASUK_LAGI}`];
  return undefined;
}

function apiMati(kata: string, api: RegExpExecArray | null): string {
  const layanan = /\b([a-z]+)\.googleapis\.com/.exec(kata)?.[1];
  const proyek = api?.[2] ?? /[?&]project=([\w-]+)/.exec(kata)?.[1];
  const alamat = `https://console.cloud.google.com/apis/library${layanan ? `/${layanan}.googleapis.com` : ''}${proyek ? `?project=${proyek}` : ''}`;
  return `${api?.[1] ?? 'Layanan Google ini'} belum dinyalakan di proyek Google Cloud kantor. Nyalakan di ${alamat}, tunggu satu menit, lalu jalankan lagi perintah yang sama.`;
}

/** The error to throw on: a sentence where there is one. */
export const dijelaskan = (error: unknown): unknown =>
  error instanceof UserError ? error : (penolakan(error) ?? error);
