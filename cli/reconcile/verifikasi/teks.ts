/** What was read of a file, in words: its columns, the rows that were left out, what is odd about it. */
import { KOLOM_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import { teksAngka } from '../hasil/baris.ts';
import type { MasukanTerbaca } from '../hasil/teks.ts';
import type { RingkasanSumber, SebabLewat, Sumber } from '../sumber/bentuk.ts';

const SEBAB: Readonly<Record<SebabLewat, string>> = {
  kosong: 'kosong',
  nomor: 'nomor kolom',
  judul: 'judul berulang',
  jumlah: 'jumlah',
  penutup: 'penutup di bawah tabel',
};

const DISEBUT = 5;

export function masukanTerbaca(sumber: Sumber): MasukanTerbaca {
  const { data, cacat, lewat, peringatan } = sumber.ringkasan();
  return {
    nama: sumber.lembar === '' ? sumber.nama : `${sumber.nama}, lembar ${sumber.lembar}`,
    baris: data,
    kolom: sumber.kolom.map(({ judul, sebagai }) => ({ judul, kolom: isDikenal(sebagai) ? sebagai : undefined })),
    catatan: [
      ...(cacat > 0 ? [`Dengan catatan atau cacat: ${teksAngka(cacat)} baris; sebabnya ada di hasil.`] : []),
      ...teksLewat(lewat),
      ...peringatan,
    ],
  };
}

const isDikenal = (sebagai: string): sebagai is KolomOrang | 'tiket' =>
  sebagai === 'tiket' || (KOLOM_ORANG as readonly string[]).includes(sebagai);

function teksLewat(lewat: RingkasanSumber['lewat']): string[] {
  return (Object.keys(SEBAB) as SebabLewat[]).flatMap((sebab) => {
    const { jumlah, baris } = lewat[sebab] ?? { jumlah: 0, baris: [] };
    if (jumlah === 0) return [];
    const lebih = jumlah > DISEBUT ? ', ...' : '';
    return [`Dilewati, ${SEBAB[sebab]}: ${teksAngka(jumlah)} (baris ${baris.slice(0, DISEBUT).join(', ')}${lebih}).`];
  });
}
