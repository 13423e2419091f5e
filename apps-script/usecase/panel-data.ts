/** What a case consists of, as labels and values for the panel; each route shows what its people work with. */
import { sebutMutasi } from '#domain/formulir/mutasi.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { namaPeriode, parsePeriode } from '#domain/periode/periode.ts';
import { bacaDokumen, namaDokumen } from '#domain/usulan/dokumen.ts';
import { umurTahun } from '#domain/usulan/periksa-data.ts';
import { isBulanan, sifatRute } from '#domain/usulan/rute.ts';
import { tanggalIndonesia, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import { parseWaktu, tanggalWaktu } from '#domain/waktu/waktu.ts';
import { kalimatDiam } from './denyut.ts';
import type { Potret } from './potret.ts';

export type BarisData = { label: string; nilai: string };

type Isi = [label: string, nilai: string][];

/** An instant in words; what is no instant is shown as it stands. */
export function sebutWaktu(sel: string): string {
  const waktu = parseWaktu(sel);
  return waktu ? waktuIndonesia(waktu) : sel;
}

const sebutTanggal = (sel: string): string => {
  const tanggal = parseTanggal(sel);
  return tanggal ? tanggalIndonesia(tanggal) : sel;
};

export const sebutPeriode = (sel: string): string => {
  const periode = parsePeriode(sel);
  return periode ? namaPeriode(periode) : sel;
};

const gabung = (...bagian: string[]) => bagian.filter((satu) => satu !== '').join(', ');

const terisi = (isi: Isi): BarisData[] =>
  isi.filter(([, nilai]) => nilai !== '').map(([label, nilai]) => ({ label, nilai }));

export function dataPanel(kasus: Kasus, potret: Potret): BarisData[] {
  const khusus = isBulanan(kasus.rute) ? rincianBulanan(kasus, potret.pengaturan) : rincianDarurat(kasus);
  return terisi([
    ['Perhatian', kalimatDiam(potret) ?? ''],
    ...orang(kasus, potret),
    ...khusus,
    ['Diterima', sebutWaktu(kasus.dibuat)],
    ['Diubah', `${sebutWaktu(kasus.diubah)} oleh ${kasus.diubah_oleh}`],
    ['Catatan', kasus.catatan],
  ]);
}

function orang(kasus: Kasus, { kini, pengaturan }: Potret): Isi {
  const lahir = parseTanggal(kasus.tgl_lahir);
  const umur = lahir ? ` (${umurTahun(lahir, tanggalWaktu(kini))} tahun)` : '';
  const bulanan = isBulanan(kasus.rute);
  return [
    ['Nama', kasus.nama],
    ['NIK', kasus.nik],
    ['NIK ibu', kasus.nik_ibu],
    ['No. KK', kasus.no_kk],
    ['Hub. keluarga', bulanan ? kasus.hubkel : ''],
    ['Lahir', `${kasus.tempat_lahir}, ${sebutTanggal(kasus.tgl_lahir)}${umur}`],
    ['Jenis kelamin', kasus.jk === 'L' ? 'Laki-laki' : kasus.jk === 'P' ? 'Perempuan' : kasus.jk],
    ['Status kawin', bulanan ? kasus.kawin : ''],
    ['Alamat', gabung(kasus.alamat, kasus.rt && `RT ${kasus.rt}`, kasus.rw && `RW ${kasus.rw}`)],
    [bulanan ? pengaturan.labelKelurahan : 'Kalurahan', kasus.kalurahan],
    ['Kode pos', bulanan ? kasus.kode_pos : ''],
    ['HP', kasus.hp],
    ['Kartu JKN', kasus.no_kartu],
  ];
}

const rincianDarurat = (kasus: Kasus): Isi => [
  ['Fasilitas', kasus.rs],
  ['Masuk', sebutWaktu(kasus.waktu_masuk_rs)],
  ['Keluar', sebutWaktu(kasus.waktu_keluar_rs)],
  ['Batas 72 jam', sebutWaktu(kasus.batas_72jam)],
  ['Surat', kasus.no_surat],
  ['Alasan', kasus.alasan],
  ['PIC', gabung(kasus.pic_nama, kasus.pic_hp, kasus.pic_email)],
  ['Bersedia', gabung(kasus.bersedia, kasus.disetujui_oleh, kasus.disetujui_nama)],
];

function rincianBulanan(kasus: Kasus, { labelKecamatan }: Pengaturan): Isi {
  const kota = sifatRute(kasus.rute).lewatDinkes;
  return [
    ['Dokumen', bacaDokumen(kasus.dokumen).map(namaDokumen).join(', ')],
    ['Lewat', kasus.kanal],
    ['Segmen asal', kasus.segmen_asal],
    ['Jenis mutasi', sebutMutasi(kasus.jenis_mutasi)],
    ['Berlaku', sebutTanggal(kasus.tgl_berlaku)],
    ['Faskes tk. I', kasus.fktp],
    ['Periode', sebutPeriode(kasus.periode)],
    ['Batch', kasus.batch],
    [kota ? 'Pengusul' : 'Petugas loket', gabung(kasus.pic_nama, kasus.pic_email)],
    ['Sumber', kasus.sumber === 'MANUAL' ? 'Berkas Format 34/37 yang diimpor' : ''],
    ['Disaring', kasus.saring_oleh === '' ? '' : gabung(sebutWaktu(kasus.saring_selesai), `oleh ${kasus.saring_oleh}`)],
    [labelKecamatan, kasus.diketahui_pada === '' ? '' : `mengetahui ${sebutWaktu(kasus.diketahui_pada)}`],
    ['Catatan Disdukcapil', kasus.cek_kependudukan_catatan],
    ['Diputus oleh', kasus.diputus_oleh],
  ];
}

/** What became of it at BPJS. */
export const hasilPanel = (kasus: Kasus): BarisData[] =>
  terisi([
    ['Diserahkan', sebutWaktu(kasus.diserahkan_pada)],
    ['Diusulkan', sebutWaktu(kasus.diusulkan_pada)],
    ['Kode hasil', kasus.kode_hasil],
    ['Keterangan', kasus.keterangan_bpjs],
    ['Aktif mulai (TMT)', sebutTanggal(kasus.tmt_aktif)],
    ['Diajukan kembali', kasus.cek_ulang],
    ['Kartu KIS', kasus.kis],
  ]);
