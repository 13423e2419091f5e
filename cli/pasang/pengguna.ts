/** Who works in the office, from a file: e-mail, role, name, region. */
import { rapikanTeks, selPada } from '#domain/format/sel.ts';
import { PERAN_ORANG } from '#domain/kolom/tab-pengaturan.ts';
import { POLA_EMAIL } from '#domain/pengaturan/ketentuan.ts';
import { PANJANG_WILAYAH } from '#domain/pengaturan/periksa-peran.ts';
import { tanpaTitik } from '#domain/pengaturan/periksa-umum.ts';
import { kalurahan } from '#domain/wilayah/wilayah.ts';
import { type Keinginan, KODE_PROFIL, type NamaProfil } from '#usecase/keinginan-pasang.ts';
import { readBerkas } from '../berkas/berkas.ts';
import { EXIT, UserError } from '../errors.ts';

export type Pengguna = NonNullable<Keinginan['pengguna']>[number];

const KOLOM = ['email', 'peran', 'nama', 'wilayah'] as const;
const HARUS_ADA = ['admin', 'dinsos'];

type Bernomor = Pengguna & { readonly nomor: number };

/** What the file of a new office has to fit. */
export interface KantorBaru {
  readonly profil: NamaProfil;
  /** Who installs it. */
  readonly email: string;
}

/**
 * @param baru the office that is made from it; without one the file is only read
 * @throws UserError that names every wrong row at once
 */
export async function bacaPengguna(path: string, baru?: KantorBaru): Promise<Pengguna[]> {
  const { nama, lembar } = await readBerkas(path);
  const [tajuk = [], ...baris] = lembar[0]?.lembar ?? [];
  const letak = new Map(
    KOLOM.map((kolom) => [kolom, tajuk.findIndex((sel) => rapikanTeks(sel.teks).toLowerCase() === kolom)]),
  );
  const hilang = KOLOM.filter((kolom) => kolom !== 'wilayah' && (letak.get(kolom) ?? -1) < 0);
  if (hilang.length > 0) {
    const kalimat = `${nama}: kolom ${hilang.join(', ')} tidak ada. Baris pertama harus: ${KOLOM.join(', ')}.`;
    throw new UserError(EXIT.badInput, kalimat);
  }
  const orang = baris.flatMap((sel, i): Bernomor[] => {
    const isi = (kolom: (typeof KOLOM)[number]) => rapikanTeks(selPada(sel, letak.get(kolom)).teks);
    const satu = { email: isi('email').toLowerCase(), peran: isi('peran').toLowerCase(), nama: isi('nama') };
    return satu.email === '' && satu.peran === '' ? [] : [{ ...satu, wilayah: isi('wilayah'), nomor: i + 2 }];
  });
  const salah = [
    ...orang.flatMap(salahBaris),
    ...(baru ? orang.flatMap((satu) => salahWilayah(satu, baru.profil)) : []),
    ...salahSemua(orang),
    ...(baru && !adalahAdmin(baru.email, orang) ? [bukanAdmin(baru.email)] : []),
  ];
  if (salah.length === 0) return orang.map(({ nomor: _, ...satu }) => satu);
  throw new UserError(EXIT.badInput, `${nama}: ${salah.join(' ')}`);
}

export const adalahAdmin = (email: string, orang: readonly Pick<Pengguna, 'email' | 'peran'>[]): boolean =>
  orang.some((satu) => satu.email === email && satu.peran === 'admin');

const bukanAdmin = (email: string): string =>
  `Akun yang masuk, ${email}, harus berperan admin di berkas petugas: tanpa itu ia tidak dapat memasang lagi. ` +
  'Tambahkan barisnya, atau masuk dengan akun admin di berkas itu.';

function salahBaris({ email, peran, nomor }: Bernomor): string[] {
  return [
    ...(POLA_EMAIL.test(email) ? [] : [`Baris ${nomor}: alamat surel tidak lengkap.`]),
    ...((PERAN_ORANG as readonly string[]).includes(peran)
      ? []
      : [`Baris ${nomor}: peran harus salah satu dari ${PERAN_ORANG.join(', ')}.`]),
  ];
}

/** People of a region get its spreadsheet, so a code that nobody serves would leave them without any. */
function salahWilayah({ peran, wilayah = '', nomor }: Bernomor, profil: NamaProfil): string[] {
  const panjang = PANJANG_WILAYAH[peran];
  if (panjang === undefined) return [];
  const kode = tanpaTitik(wilayah);
  if (!/^\d+$/.test(kode) || kode.length !== panjang)
    return [`Baris ${nomor}: peran ${peran} memerlukan kode wilayah ${panjang} angka di kolom wilayah.`];
  if (kalurahan(KODE_PROFIL[profil]).some((satu) => satu.kode.startsWith(kode))) return [];
  const kalimat = `Baris ${nomor}: kode wilayah ${kode} tidak ada di ketentuan awal ${profil}. Periksa angkanya;`;
  return [`${kalimat} petugas wilayah lain ditambahkan di tab Peran sesudah tab Wilayah diisi.`];
}

function salahSemua(orang: readonly Bernomor[]): string[] {
  const kembar = orang.filter(({ email }, i) => orang.findIndex((lain) => lain.email === email) !== i);
  const kurang = HARUS_ADA.filter((peran) => !orang.some((satu) => satu.peran === peran));
  return [
    ...kembar.map(({ nomor }) => `Baris ${nomor}: alamat ini sudah ada di baris lain.`),
    ...(kurang.length > 0 ? [`Tidak ada orang berperan ${kurang.join(' dan ')}.`] : []),
  ];
}
