/**
 * A file under a password. Header of 52 bytes: `PBISANDI`, version 1, then log2 N, r and p of scrypt, 16 bytes of salt, 16
 * bytes that tell a right password from a wrong one, 7 bytes of nonce, one byte 0. Then AES-256-GCM in pieces of 64 KiB,
 * each followed by its tag of 16 bytes; the nonce of a piece is those 7 bytes, its number (4 bytes, big-endian) and 1 for
 * the last piece, else 0. The header is the additional data of every piece. So pieces cannot be changed, moved or cut off
 * unseen, and any one of them is read without the others: nothing lies on the disk in the clear.
 */
import {
  type CipherGCMTypes,
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EXIT, UserError } from '../errors.ts';

const TANDA = Buffer.from('PBISANDI');
const VERSI = 1;
const CIPHER: CipherGCMTypes = 'aes-256-gcm';
const PANJANG_KUNCI = 32;
const PANJANG_UJI = 16;
const MIN_HURUF = 12;

export const PANJANG_KEPALA = 52;
export const PANJANG_POTONGAN = 64 * 1024;
export const PANJANG_TAG = 16;

/** 128 MB and half a second for each guess. */
const BIAYA = { logN: 17, r: 8, p: 1 };
/** What a header may ask of the machine that reads it. */
const MAKS_BIAYA = { logN: 20, r: 16, p: 4 };

export interface Kunci {
  readonly kepala: Buffer;
  readonly kunci: Buffer;
}

export const isBersandi = (awal: Buffer): boolean => awal.subarray(0, TANDA.length).equals(TANDA);

/** @throws UserError when the file cannot be read or holds too little */
export async function bacaSandi(path: string): Promise<string> {
  const isi = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UserError(EXIT.usage, `Berkas kata sandi ${path} tidak dapat dibaca. Periksa nama dan haknya.`, {
      cause,
    });
  });
  const sandi = (isi.split(/\r?\n/, 1)[0] ?? '').normalize('NFC');
  if ([...sandi].length >= MIN_HURUF) return sandi;
  throw new UserError(
    EXIT.usage,
    `Kata sandi di baris pertama ${path} terlalu pendek: paling sedikit ${MIN_HURUF} huruf.`,
  );
}

/** A header with new salt and nonce. */
export async function kunciBaru(sandi: string): Promise<Kunci> {
  const salt = randomBytes(16);
  const { kunci, uji } = await turunkan(sandi, salt, BIAYA);
  const biaya = Buffer.from([VERSI, BIAYA.logN, BIAYA.r, BIAYA.p]);
  return { kunci, kepala: Buffer.concat([TANDA, biaya, salt, uji, randomBytes(7), Buffer.of(0)]) };
}

/** @throws UserError for a wrong password and for a header that this version does not know */
export async function kunciDari(sandi: string, kepala: Buffer, nama: string): Promise<Kunci> {
  const [versi = 0, logN = 0, r = 0, p = 0] = kepala.subarray(8, 12);
  const sah = logN > 0 && r > 0 && p > 0 && logN <= MAKS_BIAYA.logN && r <= MAKS_BIAYA.r && p <= MAKS_BIAYA.p;
  if (kepala.length !== PANJANG_KEPALA || versi !== VERSI || !sah || kepala[PANJANG_KEPALA - 1] !== 0)
    throw new UserError(
      EXIT.badInput,
      `Bagian awal ${nama} rusak, atau dibuat pbi yang lebih baru. Ambil salinan lain.`,
    );
  const { kunci, uji } = await turunkan(sandi, kepala.subarray(12, 28), { logN, r, p });
  if (!timingSafeEqual(uji, kepala.subarray(28, 28 + PANJANG_UJI)))
    throw new UserError(
      EXIT.auth,
      `Kata sandi untuk ${nama} salah. Periksa berkas --sandi-berkas, lalu jalankan lagi.`,
    );
  return { kunci, kepala };
}

function turunkan(sandi: string, salt: Buffer, { logN, r, p }: typeof BIAYA): Promise<{ kunci: Buffer; uji: Buffer }> {
  const N = 2 ** logN;
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(sandi, salt, PANJANG_KUNCI + PANJANG_UJI, options, (error, hasil) => {
      if (error) reject(error);
      else resolve({ kunci: hasil.subarray(0, PANJANG_KUNCI), uji: hasil.subarray(PANJANG_KUNCI) });
    });
  });
}

function nonce({ kepala }: Kunci, nomor: number, akhir: boolean): Buffer {
  const satu = Buffer.alloc(12);
  kepala.copy(satu, 0, 44, 51);
  satu.writeUInt32BE(nomor, 7);
  satu[11] = akhir ? 1 : 0;
  return satu;
}

export function tutupPotongan(kunci: Kunci, nomor: number, akhir: boolean, isi: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, kunci.kunci, nonce(kunci, nomor, akhir)).setAAD(kunci.kepala);
  return Buffer.concat([cipher.update(isi), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when it is not what was written at this place */
export function bukaPotongan(kunci: Kunci, nomor: number, akhir: boolean, isi: Buffer): Buffer {
  const batas = Math.max(0, isi.length - PANJANG_TAG);
  const options = { authTagLength: PANJANG_TAG };
  const buka = createDecipheriv(CIPHER, kunci.kunci, nonce(kunci, nomor, akhir), options).setAAD(kunci.kepala);
  buka.setAuthTag(isi.subarray(batas));
  return Buffer.concat([buka.update(isi.subarray(0, batas)), buka.final()]);
}
