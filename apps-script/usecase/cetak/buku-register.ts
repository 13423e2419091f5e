/** The register book of a year and a route, month by month (BTL-G-05). */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { namaPeriode, type Periode } from '#domain/periode/periode.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { isStatus, LABEL_STATUS } from '#domain/usulan/status.ts';
import { tanggalAngka, tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import { parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';
import { tulisAngka } from '../laporan/angka.ts';
import { kecil, kop, sebutSop, tanggalSel } from './bagian.ts';
import type { Blok, Dokumen } from './jenis.ts';

export const KOLOM_REGISTER = [
  'tiket',
  'rute',
  'status',
  'nama',
  'kalurahan',
  'kode_hasil',
  'tmt_aktif',
  'dibuat',
] as const satisfies readonly KolomKasus[];

export type KasusRegister = Pick<Kasus, (typeof KOLOM_REGISTER)[number]>;

/** More than a printer is given at once, and than a dialog shows without waiting. */
export const MAKS_BARIS_REGISTER = 2000;

export interface PilihanRegister {
  readonly rute: string;
  readonly tahun: string;
  /** One month, or empty for the whole year. */
  readonly periode: string;
}

/** The rows of the book, in the order of their numbers: a ticket's number is its number in the book of its year. */
export function pilihRegister(kasus: readonly KasusRegister[], pilihan: PilihanRegister): KasusRegister[] {
  const awalan = `${pilihan.rute}-${pilihan.tahun}-`;
  return kasus
    .filter(({ tiket, dibuat }) => tiket.startsWith(awalan) && dibuat.startsWith(pilihan.periode))
    .sort((a, b) => (a.tiket < b.tiket ? -1 : 1));
}

export function bukuRegister(
  kasus: readonly KasusRegister[],
  pilihan: PilihanRegister,
  p: Pengaturan,
  hariIni: Tanggal,
): Dokumen {
  const bulan = [...new Set(kasus.map(({ dibuat }) => dibuat.slice(0, 7)))].sort();
  const { label } = sifatRute(pilihan.rute);
  const halaman = bulan.flatMap((periode, urut): Blok[] => {
    const tabel = tabelBulan(
      periode,
      kasus.filter(({ dibuat }) => dibuat.slice(0, 7) === periode),
      p,
    );
    return urut > 0 ? [{ blok: 'halaman' }, tabel] : [tabel];
  });
  return {
    judul: `Buku register ${label} ${pilihan.tahun}`,
    mendatar: true,
    blok: [
      kop(p),
      { blok: 'judul', teks: 'Buku Register', anak: `${label}, tahun ${pilihan.tahun}` },
      ...(halaman.length > 0
        ? halaman
        : [{ blok: 'paragraf', teks: 'Tidak ada usulan yang diterima pada masa ini.' } as const]),
      kecil(`${sebutSop(p)}. Dicetak ${tanggalIndonesia(hariIni)}. Nomor register adalah nomor urut tiket.`),
    ],
    perhatian: [],
  };
}

const tabelBulan = (periode: string, kasus: readonly KasusRegister[], p: Pengaturan): Blok => ({
  blok: 'tabel',
  judul: /^\d{4}-\d{2}$/.test(periode) ? namaPeriode(periode as Periode) : 'Tanpa tanggal',
  kepala: ['No.', 'Tiket', 'Tanggal', 'Nama', p.labelKelurahan, 'Hasil'],
  baris: kasus.map((satu) => {
    const tanggal = tanggalSel(satu.dibuat);
    const nomor = String(Number(satu.tiket.slice(-6)));
    return [nomor, satu.tiket, tanggal ? tanggalAngka(tanggal) : '', satu.nama, satu.kalurahan, hasil(satu)];
  }),
  kaki: ['Jumlah', `${tulisAngka(kasus.length)} usulan`, '', '', '', ''],
  kanan: [0],
});

function hasil({ status, kode_hasil, tmt_aktif }: KasusRegister): string {
  const label = isStatus(status) ? LABEL_STATUS[status] : status;
  const tmt = parseTanggal(tmt_aktif);
  const rinci = tmt ? `aktif ${tanggalAngka(tmt)}` : kode_hasil;
  return rinci === '' ? label : `${label} (${rinci})`;
}
