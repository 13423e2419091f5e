/** Outcomes as the report's page takes them. */
import { JUDUL_ORANG, KOLOM_ORANG } from '#domain/cocok/orang.ts';
import type { HasilCocok } from '../../bentuk.ts';
import { teksPerubahan } from '../../tinjau/tinjauan.ts';
import { kolomBeda } from '../baris.ts';
import { artiKelas, isPerluDilihat, TEKS_KELAS, URUTAN_KELAS } from '../kelas-teks.ts';
import type { Asal } from '../ringkasan.ts';
import { samarkan } from '../samar.ts';
import type { BarisLaporan, DataLaporan } from './wire.ts';

/** What all rows have in common. */
export const dataLaporan = (referensi: Iterable<string>, jenis: Asal['jenis']): DataLaporan => ({
  kelas: URUTAN_KELAS.map((kode) => ({
    kode,
    nama: TEKS_KELAS[kode].nama,
    langkah: kalimat(artiKelas(kode, jenis)),
  })),
  referensi: [...referensi],
  berkelompok: jenis === 'GANDA',
  kolom: KOLOM_ORANG.map((kolom) => JUDUL_ORANG[kolom]),
});

const kalimat = ({ arti, langkah }: ReturnType<typeof artiKelas>): string => `${arti}. ${langkah}`;

/**
 * @param r place of its reference
 * @param lengkap numbers of people are written out
 */
export function bungkus(hasil: HasilCocok, r: number, lengkap: boolean): BarisLaporan {
  const { nomor, berkas, tiket, kelas, alasan } = hasil;
  const { orang, calon } = samarkan(hasil, lengkap);
  const isi = (satu: typeof orang): string[] => KOLOM_ORANG.map((kolom) => satu[kolom]);
  return {
    nomor,
    berkas,
    tiket,
    r,
    k: URUTAN_KELAS.indexOf(kelas),
    orang: isi(orang),
    alasan,
    perlu: isPerluDilihat(hasil),
    calon: calon.map((satu, ke) => ({
      skor: satu.skor,
      ...dicatat(hasil, ke, lengkap),
      orang: isi(satu.orang),
      beda: kolomBeda(hasil, ke).map((kolom) => KOLOM_ORANG.indexOf(kolom)),
      bagian: satu.bagian.map(({ teks, nilai }) => [teks, nilai] as const),
    })),
  };
}

/** Each of several records may have a status of its own, and then something else is recorded for it. */
function dicatat({ entri }: HasilCocok, ke: number, lengkap: boolean): { dicatat?: string } {
  const tujuan = entri?.calon[ke]?.tujuan;
  if (!tujuan) return {};
  return { dicatat: tujuan.perubahan ? teksPerubahan(tujuan.perubahan, lengkap) : 'tidak ada' };
}
