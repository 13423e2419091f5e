/** The step that only a person can take at Google: let the script run once, from the menu of the workbook. */
import { setTimeout as tidur } from 'node:timers/promises';
import type { HasilPasang } from '#usecase/keinginan-pasang.ts';
import { EXIT, UserError } from '../errors.ts';
import { bacaHasil, hapusKeinginan } from './keinginan.ts';
import { alamatBuku, berhenti, type Mesin } from './mesin.ts';

/** Google counts readings by the minute; nobody notices five seconds. */
const SELA_MS = 5_000;

export interface Penantian {
  readonly register: string;
  /** Of the wishes. */
  readonly id: string;
  /** Minutes. */
  readonly tunggu: number;
}

/** @throws UserError code 4 where nobody did it in time, 5 where the script refused */
export async function lewatOrang(mesin: Mesin, penantian: Penantian): Promise<readonly string[]> {
  const hasil = await (mesin.lokal ? mainkan(mesin, penantian) : tungguOrang(mesin, penantian));
  await hapusKeinginan(mesin, penantian.register);
  if (hasil.galat !== undefined) throw new UserError(EXIT.conflict, hasil.galat);
  return hasil.laporan;
}

/** In the local Workspace the click on the menu is a request, and consent is not asked for. */
async function mainkan(mesin: Mesin, { register, id }: Penantian): Promise<HasilPasang> {
  const jawab = await mesin.kabar.langkah('Skrip bekerja', () =>
    fetch(`${mesin.tempat.asal}/workspace/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ function: 'pasang', user: mesin.email }),
    }).catch((error) => {
      const kalimat = `Workspace lokal di ${mesin.tempat.asal} berhenti sebelum skrip selesai. Yang sudah dipasang tetap ada:`;
      throw new UserError(EXIT.unexpected, `${kalimat} jalankan lagi Workspace itu, lalu perintah yang sama.`, {
        cause: error,
      });
    }),
  );
  const hasil = await bacaHasil(mesin, register, id);
  if (hasil) return hasil;
  const { error } = (await jawab.json().catch(() => ({}))) as { error?: string | { message?: string } };
  const sebab = typeof error === 'string' ? error : (error?.message ?? `HTTP ${jawab.status}`);
  throw new UserError(EXIT.conflict, `Skrip tidak menyelesaikan pemasangan. ${sebab.replace(/^\w+: /, '')}`);
}

async function tungguOrang(mesin: Mesin, { register, id, tunggu }: Penantian): Promise<HasilPasang> {
  mesin.kabar.kata(petunjuk(mesin, register));
  const sampai = performance.now() + tunggu * 60_000;
  return mesin.kabar.langkah('Menunggu Anda menjalankan menu itu (Ctrl+C untuk berhenti)', async () => {
    for (;;) {
      const hasil = await bacaHasil(mesin, register, id);
      if (hasil) return hasil;
      if (performance.now() > sampai) {
        const kalimat = `Menu itu belum dijalankan dalam ${tunggu} menit. Yang sudah dipasang tetap ada:`;
        throw berhenti(`${kalimat} jalankan lagi perintah yang sama untuk melanjutkan.`);
      }
      await tidur(SELA_MS);
    }
  });
}

const petunjuk = ({ tempat, email }: Mesin, register: string): string =>
  `
Satu langkah hanya dapat dilakukan orang, karena Google meminta izin pemilik akun untuk skrip:

  1. Buka ${alamatBuku(tempat, register)} dengan akun ${email}.
  2. Tunggu sampai menu Usulan PBI muncul di kanan menu Bantuan, lalu pilih Pasang atau perbaiki kantor.
  3. Google meminta izin: pilih akun itu, lalu Izinkan. Bila tertulis "Google belum memverifikasi aplikasi ini",
     pilih Lanjutan, lalu Buka Usulan PBI: aplikasinya adalah skrip yang baru saja Anda pasang.
  4. Sesudah izin diberikan, pilih sekali lagi Pasang atau perbaiki kantor. Tunggu sampai pesannya muncul.
`;
