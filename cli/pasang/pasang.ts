/** `pbi pasang`: makes an office out of nothing, or what it lacks. Each step looks before it makes, so any run may be cut short. */
import { config } from '../config.ts';
import { EXIT, UserError } from '../errors.ts';
import { kantorDi } from '../google/kantor-google.ts';
import { simpanKantor } from '../google/kantor-tersimpan.ts';
import { type Awal, bacaAwal, sebutAwal, takTerpakai } from './awal.ts';
import { aturRegister, buatRegister, cariRegister } from './buku-register.ts';
import { dorongSkrip } from './clasp.ts';
import { bacaIsiSkrip, berkasRilis, sebutSelisih, selisihIsi } from './isi-skrip.ts';
import { bacaHasil, hapusKeinginan, tulisKeinginan } from './keinginan.ts';
import { lewatAntrean } from './lewat-antrean.ts';
import type { Mesin } from './mesin.ts';
import type { OpsiPasang } from './opsi.ts';
import { lewatOrang } from './orang.ts';
import { buatProyek, cariProyek } from './proyek.ts';
import { BELUM_ADA, type Keadaan, periksaKeadaan } from './rencana.ts';
import { bacaTautan, type Tautan } from './tautan.ts';

/** What a run has done and where everything is. */
export interface Terpasang {
  readonly register: string;
  readonly skrip: string;
  /** One sentence each; empty when nothing had to be changed. */
  readonly diubah: readonly string[];
  /** What only a person can do. */
  readonly perlu: readonly string[];
  readonly tautan: Tautan;
}

/** @throws UserError with what to do; running the same command again goes on where this one ended */
export async function pasang(mesin: Mesin, opsi: OpsiPasang): Promise<Terpasang> {
  const ada = await cariRegister(mesin, opsi);
  const keadaan = ada === undefined ? BELUM_ADA : await periksaKeadaan(mesin, ada);
  if (keadaan.tolak !== '') throw new UserError(EXIT.conflict, keadaan.tolak);
  const mau = await bacaAwal(mesin, opsi, keadaan);
  if (keadaan.orang.length === 0) for (const kalimat of sebutAwal(mau, mesin.email)) mesin.kabar.kata(kalimat);
  const diubah: string[] = [];
  const register = await langkahRegister(mesin, ada, diubah);
  const skrip = await langkahProyek(mesin, register, opsi, diubah);
  await langkahProgram(mesin, skrip, diubah);
  diubah.push(...(await langkahKantor(mesin, { register, mau, keadaan, tunggu: opsi.tunggu })));
  simpanKantor(mesin.tempat, { registerId: register, scriptId: skrip, belumSelesai: false });
  // A run that was cut short may have gone on at the script with other wishes than these.
  const lain = takTerpakai(opsi, mau, await periksaKeadaan(mesin, register));
  const tautan = await bacaTautan(mesin, register);
  return { register, skrip, diubah, perlu: [...lain, ...perluOrang(keadaan, mau)], tautan };
}

function langkahRegister(mesin: Mesin, ada: string | undefined, diubah: string[]): Promise<string> {
  return mesin.kabar.langkah('Register PBI', async (hasil) => {
    const register = ada ?? (await buatRegister(mesin));
    if (ada === undefined) {
      await aturRegister(mesin, register);
      diubah.push('Spreadsheet Register PBI dibuat.');
    }
    // Found by its mark, or named: the next run need not look for it.
    simpanKantor(mesin.tempat, { registerId: register });
    hasil(ada === undefined ? 'dibuat' : 'ada');
    return register;
  });
}

function langkahProyek(mesin: Mesin, register: string, { skrip }: OpsiPasang, diubah: string[]): Promise<string> {
  return mesin.kabar.langkah('Proyek skrip', async (hasil) => {
    const ada = await cariProyek(mesin, register, skrip);
    if (ada !== undefined) {
      hasil('ada');
      return ada;
    }
    const baru = await buatProyek(mesin, register);
    diubah.push('Proyek skrip di dalam register dibuat.');
    hasil('dibuat');
    return baru;
  });
}

function langkahProgram(mesin: Mesin, skrip: string, diubah: string[]): Promise<void> {
  const rilis = berkasRilis(config.bundleDir);
  return mesin.kabar.langkah(`Program ${config.version}`, async (hasil) => {
    const beda = selisihIsi(rilis, await bacaIsiSkrip(mesin, skrip));
    if (beda.length === 0) {
      hasil('sudah sama');
      return;
    }
    await dorongSkrip(mesin, skrip, config.bundleDir);
    const sisa = selisihIsi(rilis, await bacaIsiSkrip(mesin, skrip));
    if (sisa.length > 0) {
      const kalimat = `Program di skrip belum sama sesudah dikirim: ${sisa.map(sebutSelisih).join('; ')}.`;
      throw new UserError(EXIT.unexpected, `${kalimat} Jalankan lagi perintah yang sama.`);
    }
    diubah.push(`Program ${config.version} dikirim: ${beda.map(({ nama }) => nama).join(', ')}.`);
    hasil('dikirim');
  });
}

interface BahanKantor {
  readonly register: string;
  readonly mau: Awal;
  readonly keadaan: Keadaan;
  readonly tunggu: number;
}

/** @returns what the script did */
async function langkahKantor(
  mesin: Mesin,
  { register, mau, keadaan, tunggu }: BahanKantor,
): Promise<readonly string[]> {
  // A run before this one may have been stopped while the script was at work.
  const tertinggal = await bacaHasil(mesin, register);
  if (tertinggal) await hapusKeinginan(mesin, register);
  const dulu = tertinggal?.laporan ?? [];
  if (keadaan.terpasang && !mesin.lokal) {
    const kantor = await kantorDi(mesin, { role: 'admin', spreadsheets: { register } });
    const laporan = await lewatAntrean(mesin, kantor, register);
    if (laporan) return [...dulu, ...laporan];
  }
  const id = await tulisKeinginan(mesin, register, mau);
  return [...dulu, ...(await lewatOrang(mesin, { register, id, tunggu }))];
}

function perluOrang({ terpasang }: Keadaan, { pengguna }: Awal): string[] {
  if (terpasang) return [];
  const peran =
    pengguna === undefined
      ? 'Isi tab Peran: surel dan peran setiap petugas, sedikitnya satu dinsos. Sesudah itu pilih menu Usulan PBI > Perbaiki register.'
      : 'Periksa tab Peran: berkas kantor dibagikan kepada orang di sana.';
  return [
    peran,
    'Periksa tab Pengaturan, Libur, Faskes, Alasan dan Wilayah; jawaban atas isinya ada di kolom pemeriksaan.',
  ];
}
