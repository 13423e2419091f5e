/** One examination of an office: REST first, then the script, then what both are compared in. */
import type { HasilPerbaiki, HasilPeriksa, MuatanPerbaiki } from '#usecase/bentuk-perintah.ts';
import { EXIT, UserError } from '../errors.ts';
import { connect, type Office } from '../google/target.ts';
import type { TargetOptions } from '../google/target-options.ts';
import { periksaLingkup, periksaSkrip, periksaVersi } from './akses.ts';
import { periksaSurat } from './antrean.ts';
import { type Bahan, bacaBahan } from './bahan.ts';
import { periksaBentuk, periksaTajuk, TAK_TERBUKA } from './bentuk.ts';
import { periksaBerbagi, periksaIzin } from './berbagi.ts';
import { HIDUPKAN, periksaPemicu, skripDiam, tandaMati } from './denyut.ts';
import { periksaFormulir } from './formulir.ts';
import { periksaIdentitas } from './identitas.ts';
import { periksaJadwal, periksaRespons, periksaSkema, periksaTabPengaturan, periksaTiket } from './isi-register.ts';
import { periksaRiwayat } from './riwayat.ts';
import { periksaSampah } from './sampah.ts';
import { tanya } from './tanya.ts';
import { pelapor, type Temuan } from './temuan.ts';

export interface OpsiPeriksa extends TargetOptions {
  /** Seconds to wait for the script. */
  readonly tunggu: number;
  /** What is being done, for a terminal. */
  readonly kabar?: (kalimat: string) => void;
}

const { lewat, peringatan } = pelapor('denyut');

/** @param register its id */
export async function periksa(office: Office, register: string, opsi: OpsiPeriksa): Promise<Temuan[]> {
  opsi.kabar?.('membaca register');
  const awal = await bacaBahan(office, register, 'sekilas');
  const tajuk = periksaTajuk(awal);
  const { skrip, temuan: denyut } = await jawabanSkrip(awal, tajuk, opsi);
  opsi.kabar?.('membandingkan register dengan berkas lain');
  // The run that answered has done the rest of its work as well.
  const bahan = await bacaBahan({ ...office, now: (await connect(opsi)).now }, register);
  const rusak = !skrip && isTakTerbuka(tajuk);
  const isi = rusak ? [pelapor('data').lewat('ISI', TANPA_SUSUNAN)] : await isiRegister(bahan);
  return [
    ...(await periksaLingkup(opsi, bahan)),
    ...(await periksaSkrip(opsi, bahan)),
    ...denyut,
    ...(skrip ? dariSkrip(skrip, bahan).filter((satu) => !isTersebut(satu, isi)) : []),
    ...(skrip ? periksaTajuk(bahan) : tajuk),
    ...isi,
    ...(await periksaRiwayat(bahan)),
    ...(await periksaFormulir(bahan)),
    ...(await periksaSampah(skrip, bahan)),
  ];
}

/** The script has looked at one row of a tab in which REST has looked at all of them. */
const isTersebut = ({ kode, kalimat }: Temuan, isi: readonly Temuan[]): boolean =>
  kode === 'FORMAT_TEKS' &&
  isi.some((lain) => lain.kode === kode && lain.aman?.bentuk?.some((tab) => kalimat.includes(` di tab ${tab} tidak`)));

const TANPA_SUSUNAN =
  'Isi register tidak diperiksa dan tidak dibandingkan dengan berkas kantor lain selama susunan tabnya rusak.';

const isTakTerbuka = (tajuk: readonly Temuan[]): boolean => tajuk.some(({ kode }) => TAK_TERBUKA.includes(kode));

const dariSkrip = (skrip: HasilPeriksa, bahan: Bahan): Temuan[] => [
  ...periksaVersi(skrip),
  ...periksaPemicu(skrip, bahan),
  ...periksaBentuk(skrip),
  ...periksaRespons(skrip, bahan),
  ...periksaIzin(skrip),
];

const isiRegister = async (bahan: Bahan): Promise<Temuan[]> => [
  ...periksaSkema(bahan),
  ...(await periksaIdentitas(bahan)),
  ...periksaTiket(bahan),
  ...periksaTabPengaturan(bahan),
  ...periksaJadwal(bahan),
  ...(await periksaBerbagi(bahan)),
  ...periksaSurat(bahan),
];

interface Jawaban {
  readonly skrip?: HasilPeriksa;
  readonly temuan: readonly Temuan[];
}

const TANPA_SKRIP =
  'Pemicu, jatah surel, izin berkas, perlindungan, dan tanggapan formulir tidak diperiksa, karena hanya skrip yang dapat melihatnya.';

/** Nobody waits for a script that cannot answer. */
async function jawabanSkrip(bahan: Bahan, tajuk: readonly Temuan[], opsi: OpsiPeriksa): Promise<Jawaban> {
  const mati = await tandaMati(bahan);
  if (mati) return { temuan: [mati, lewat('SKRIP_TAK_DITANYA', TANPA_SKRIP)] };
  if (isTakTerbuka(tajuk)) {
    const kalimat = `Skrip tidak ditanya: register tidak dapat dibukanya selama susunan tabnya rusak. ${TANPA_SKRIP}`;
    return { temuan: [lewat('SKRIP_TAK_DITANYA', kalimat)] };
  }
  opsi.kabar?.('menunggu jawaban skrip (paling lama beberapa menit)');
  const jawab = await tanya(bahan.office, bahan.register, ['PERIKSA', {}], cara(opsi));
  if (!jawab) return { temuan: [skripDiam(opsi.target === 'local' ? 0 : Math.ceil(opsi.tunggu / 60))] };
  if (!jawab.selesai) {
    const kalimat = `Skrip menolak pemeriksaan: ${jawab.jawaban} ${TANPA_SKRIP}`;
    return {
      temuan: [peringatan('SKRIP_TAK_DITANYA', kalimat, 'Lakukan yang disebut penolakan itu, lalu periksa lagi.')],
    };
  }
  const skrip = JSON.parse(jawab.jawaban) as HasilPeriksa;
  const gagal = skrip.gagal.map((bagian) =>
    lewat('PERIKSA_GAGAL', `Skrip gagal memeriksa ${bagian}; sebabnya ada di Ekstensi > Apps Script > Eksekusi.`),
  );
  return { skrip, temuan: gagal };
}

const cara = ({ tunggu, target }: OpsiPeriksa) => ({ tunggu, langsung: target === 'local' });

/** What `--perbaiki` asks for: everything that the findings allow, at once. Undefined where there is nothing to be done. */
export function perbaikanAman(temuan: readonly Temuan[]): MuatanPerbaiki | undefined {
  const aman = temuan.flatMap((satu) => satu.aman ?? []);
  if (aman.length === 0) return undefined;
  const unik = (daftar: readonly string[]) => [...new Set(daftar)];
  return {
    bentuk: unik(aman.flatMap(({ bentuk = [] }) => bentuk)),
    berbagi: unik(aman.flatMap(({ berbagi = [] }) => berbagi)),
    surat: aman.some(({ surat }) => surat === true),
  };
}

/** Asks the register to repair itself. @returns what it did, or why it did not */
export async function perbaiki(
  office: Office,
  register: string,
  muatan: MuatanPerbaiki,
  opsi: OpsiPeriksa,
): Promise<{ laporan: readonly string[] } | { gagal: string }> {
  opsi.kabar?.('menunggu register memperbaiki diri');
  let jawab: Awaited<ReturnType<typeof tanya>>;
  try {
    jawab = await tanya(office, register, ['PERBAIKI', muatan], cara(opsi));
  } catch (error) {
    // Without its queue a register can only be repaired from its own menu.
    if (!(error instanceof UserError) || error.exitCode !== EXIT.conflict) throw error;
    return { gagal: `${error.message} Buka Register PBI, lalu pilih menu Usulan PBI > Perbaiki register.` };
  }
  if (!jawab) return { gagal: `Skrip tidak menjawab permintaan perbaikan. ${HIDUPKAN}` };
  return jawab.selesai ? (JSON.parse(jawab.jawaban) as HasilPerbaiki) : { gagal: jawab.jawaban };
}
