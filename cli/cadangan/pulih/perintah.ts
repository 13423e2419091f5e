/** `pbi pulihkan`: proves the archive, makes the register, installs its script, says what is left for a person. */
import { VERSI_SKEMA } from '#domain/skema/versi.ts';
import { waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { EXIT, type ExitCode, UserError } from '../../errors.ts';
import { bacaKantorTersimpan, simpanKantor } from '../../google/kantor-tersimpan.ts';
import type { TargetOptions } from '../../google/target-options.ts';
import { createKabar } from '../../pasang/kabar.ts';
import type { Mesin } from '../../pasang/mesin.ts';
import { pasang } from '../../pasang/pasang.ts';
import { siapkanMesin, teksPasang } from '../../pasang/perintah.ts';
import { tulisUtuh } from '../../reconcile/hasil/utuh.ts';
import { kemajuan } from '../../reconcile/verifikasi/kemajuan.ts';
import { ArsipBaca } from '../arsip-baca.ts';
import { type Kantor, kantorDari } from '../layanan.ts';
import { bacaSandi } from '../sandi.ts';
import { keBaris } from '../sel.ts';
import { menurutTajuk } from '../tab-kecil.ts';
import { pulihkanRegister, registerSiap } from './pulihkan.ts';
import { type BelumTercatat, belumTercatat } from './tanggapan.ts';
import { ringkasan, teksPulih, teksRencana } from './teks.ts';

export interface OpsiPerintahPulih extends TargetOptions {
  readonly sandiBerkas?: string;
  readonly rencana?: boolean;
  readonly json?: boolean;
  /** Minutes to wait for the person's step. */
  readonly tunggu: number;
}

export async function jalankanPulihkan(path: string, opsi: OpsiPerintahPulih): Promise<ExitCode> {
  const sandi = opsi.sandiBerkas === undefined ? undefined : await bacaSandi(opsi.sandiBerkas);
  const arsip = await ArsipBaca.buka(path, sandi);
  const laju = kemajuan();
  try {
    await arsip.periksa((bagian) => laju.kata('Memeriksa cadangan', bagian)).finally(() => laju.selesai());
    tolakSkemaBaru(arsip);
    return await jalankan(arsip, opsi);
  } finally {
    await arsip.tutup();
  }
}

async function jalankan(arsip: ArsipBaca, opsi: OpsiPerintahPulih): Promise<ExitCode> {
  const belum = await belumTercatat(arsip);
  const mesin = await mesinDari(opsi);
  const kantor = await kantorLama(mesin, opsi);
  await tolakBukanAdmin(arsip, mesin.email);
  if (opsi.rencana) {
    const halangan = await halanganPulih(kantor, arsip);
    const teks = [teksRencana(arsip, belum), ...(halangan === '' ? [] : ['', `Belum dapat dijalankan: ${halangan}`])];
    tampilkan(opsi, { rencana: true, ...ringkasan(arsip, belum), halangan }, teks.join('\n'));
    return EXIT.ok;
  }
  await registerSiap(kantor, arsip, arsip.sidik);
  const register = await mesin.kabar.langkah('Register dari cadangan', () => pulihkanTampak(kantor, arsip));
  simpanKantor(mesin.tempat, { registerId: register });
  const berkas = await tulisTanggapan(arsip.nama, belum);
  const terpasang = await pasang(mesin, { ...opsi, register });
  tampilkan(
    opsi,
    { ...ringkasan(arsip, belum), ...terpasang, berkas },
    [...teksPulih(arsip, belum, berkas), '', teksPasang(terpasang)].join('\n'),
  );
  return berkas.length > 0 ? EXIT.needsPerson : EXIT.ok;
}

/** A backup is tried out while its office lives. @returns why it could not be restored now; empty where it could */
async function halanganPulih(kantor: Kantor, arsip: ArsipBaca): Promise<string> {
  try {
    await registerSiap(kantor, arsip, arsip.sidik);
    return '';
  } catch (error) {
    if (error instanceof UserError && error.exitCode === EXIT.conflict) return error.message;
    throw error;
  }
}

async function pulihkanTampak(kantor: Kantor, arsip: ArsipBaca): Promise<string> {
  const laju = kemajuan();
  try {
    return await pulihkanRegister(kantor, arsip, arsip.sidik, { kata: (apa) => laju.kata(apa) });
  } finally {
    laju.selesai();
  }
}

/** As the installation signs in, which follows. */
async function mesinDari(opsi: OpsiPerintahPulih): Promise<Mesin> {
  const kabar = createKabar();
  return { ...(await siapkanMesin(opsi, { ...kabar, kata: () => undefined })), kabar };
}

/** Nothing of the office that is gone can be read, not even who works there. */
function kantorLama({ klien, email, tempat, lokal }: Mesin, opsi: OpsiPerintahPulih): Promise<Kantor> {
  const register = opsi.kantor ?? bacaKantorTersimpan(tempat)?.registerId ?? lokal?.spreadsheets['register'] ?? '';
  return kantorDari(klien, { register, email, now: waktuDariEpoch(Date.now()) });
}

const tampilkan = ({ json }: OpsiPerintahPulih, isi: object, teks: string): void =>
  void process.stdout.write(json ? `${JSON.stringify(isi)}\n` : `${teks}\n`);

function tolakSkemaBaru({ nama, manifes }: ArsipBaca): void {
  if (Number(manifes.skema) <= VERSI_SKEMA) return;
  throw new UserError(
    EXIT.conflict,
    `Cadangan ${nama} bersusunan versi ${manifes.skema}, sedangkan pbi ini mengenal versi ${VERSI_SKEMA}. Perbarui pbi, lalu jalankan lagi.`,
  );
}

/** Whoever is none could make the register, and nobody could install its script: that asks the tab `Peran`. */
async function tolakBukanAdmin(arsip: ArsipBaca, email: string): Promise<void> {
  const tab = arsip.manifes.register.tab.find(({ judul }) => judul === 'Peran');
  const isi = [];
  if (tab) for await (const baris of arsip.baris(tab.anggota)) isi.push(keBaris(baris));
  const admin = menurutTajuk(isi).filter(({ peran, aktif }) => peran === 'admin' && aktif !== 'tidak');
  if (admin.length === 0 || admin.some((satu) => satu['email']?.trim().toLowerCase() === email)) return;
  throw new UserError(
    EXIT.auth,
    `${email} bukan admin di cadangan ini, jadi tidak dapat memasang kantornya. Masuk dengan akun admin kantor itu (pbi masuk, atau --sebagai di Workspace lokal).`,
  );
}

/** Beside the archive, as private as it is. */
async function tulisTanggapan(arsip: string, belum: readonly BelumTercatat[]): Promise<string[]> {
  const semua: string[] = [];
  for (const { formulir, csv } of belum) {
    const path = `${arsip.replace(/\.zip$/i, '')}-belum-tercatat-${formulir}.csv`;
    // Excel takes a CSV without the mark for Windows-1252.
    await tulisUtuh(path, async (berkas) => void (await berkas.tulis(`\uFEFF${csv}`)));
    semua.push(path);
  }
  return semua;
}
