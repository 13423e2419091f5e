/** Who works in the office, from a file: e-mail, role, name, region. */
import { rapikanTeks, selPada } from '#domain/format/sel.ts';
import { PERAN_ORANG } from '#domain/kolom/tab-pengaturan.ts';
import { POLA_EMAIL } from '#domain/pengaturan/ketentuan.ts';
import type { Keinginan } from '#usecase/keinginan-pasang.ts';
import { readBerkas } from '../berkas/berkas.ts';
import { EXIT, UserError } from '../errors.ts';

export type Pengguna = NonNullable<Keinginan['pengguna']>[number];

const KOLOM = ['email', 'peran', 'nama', 'wilayah'] as const;
const HARUS_ADA = ['admin', 'dinsos'];

/** @throws UserError that names every wrong row at once */
export async function bacaPengguna(path: string): Promise<Pengguna[]> {
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
  const orang = baris.flatMap((sel, i): (Pengguna & { nomor: number })[] => {
    const isi = (kolom: (typeof KOLOM)[number]) => rapikanTeks(selPada(sel, letak.get(kolom)).teks);
    const satu = { email: isi('email').toLowerCase(), peran: isi('peran').toLowerCase(), nama: isi('nama') };
    return satu.email === '' && satu.peran === '' ? [] : [{ ...satu, wilayah: isi('wilayah'), nomor: i + 2 }];
  });
  const salah = [...orang.flatMap(salahBaris), ...salahSemua(orang)];
  if (salah.length === 0) return orang.map(({ nomor: _, ...satu }) => satu);
  throw new UserError(EXIT.badInput, `${nama}: ${salah.join(' ')}`);
}

function salahBaris({ email, peran, nomor }: Pengguna & { nomor: number }): string[] {
  return [
    ...(POLA_EMAIL.test(email) ? [] : [`Baris ${nomor}: alamat surel tidak lengkap.`]),
    ...((PERAN_ORANG as readonly string[]).includes(peran)
      ? []
      : [`Baris ${nomor}: peran harus salah satu dari ${PERAN_ORANG.join(', ')}.`]),
  ];
}

function salahSemua(orang: readonly (Pengguna & { nomor: number })[]): string[] {
  const kembar = orang.filter(({ email }, i) => orang.findIndex((lain) => lain.email === email) !== i);
  const kurang = HARUS_ADA.filter((peran) => !orang.some((satu) => satu.peran === peran));
  return [
    ...kembar.map(({ nomor }) => `Baris ${nomor}: alamat ini sudah ada di baris lain.`),
    ...(kurang.length > 0 ? [`Tidak ada orang berperan ${kurang.join(' dan ')}.`] : []),
  ];
}
