/** Parts that several printed pages share. */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { tanggalIndonesia, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';
import { parseWaktu } from '#domain/waktu/waktu.ts';
import type { Blok } from './jenis.ts';

export const kop = (p: Pengaturan): Blok => ({
  blok: 'kop',
  kantor: p.namaKantor,
  daerah: `Pemerintah ${p.namaKabupaten}`,
});

export const paragraf = (teks: string): Blok => ({ blok: 'paragraf', teks });

export const kecil = (teks: string): Blok => ({ blok: 'paragraf', teks, kecil: true });

/** An instant or a date of a cell in words; whatever is no time is shown as it is. */
export function sebutWaktu(sel: string): string {
  const waktu = parseWaktu(sel);
  if (waktu) return waktuIndonesia(waktu);
  const tanggal = parseTanggal(sel);
  return tanggal ? tanggalIndonesia(tanggal) : sel;
}

export const tanggalSel = (sel: string): Tanggal | undefined => {
  const waktu = parseWaktu(sel);
  return waktu ? parseTanggal(waktu.slice(0, 10)) : parseTanggal(sel);
};

/** The person of an address, as the tab `Peran` names them. */
export const namaPegawai = (email: string, { pegawai }: Pengaturan): string =>
  pegawai.find((satu) => satu.email === email.toLowerCase())?.nama || email;

/** Bogor for Kota Bogor: where a letter is written. */
export const tempat = ({ namaKabupaten }: Pengaturan): string => namaKabupaten.replace(/^(Kota|Kabupaten)\s+/i, '');

/** S-35, BTL-G-01: a number or date that the office has not confirmed is not printed as a fact. */
export function sebutSop({ sop }: Pengaturan): string {
  const nomor = sop.nomor === '' ? '' : `, nomor ${sop.nomor}`;
  const tanggal = sop.tanggal === '' ? '' : `, tanggal ${sop.tanggal}`;
  return `${sop.nama}${nomor}${tanggal}`;
}

export const rincian = (isi: readonly (readonly [string, string])[]): Blok => ({
  blok: 'rincian',
  isi: isi.filter(([, nilai]) => nilai !== ''),
});
