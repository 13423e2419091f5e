/** The sheet beside the table that says, column by column, what to write, with an invented example. */
import { type Format, type Keperluan, type KunciKolom, kolomFormat } from '#domain/format/kolom.ts';
import type { Kalurahan } from '#domain/wilayah/wilayah.ts';
import type { SheetToWrite } from '../berkas/xlsx.ts';

const KEPERLUAN: Record<Keperluan, string> = {
  wajib: 'wajib',
  perlu: 'sebaiknya',
  boleh: 'boleh kosong',
  kosong: 'kosongkan',
};

/** A person who does not exist. */
const CONTOH: Partial<Record<KunciKolom, string>> = {
  no: '1',
  no_kartu: '0001234509001',
  jenis_mutasi: 'PENGALIHAN_KE_PBI_APBD',
  tgl_berlaku: '01/12/2026',
  no_kk: '3271011508109001',
  nik: '3271011708909001',
  nama: 'CONTOH NAMA',
  hubkel: '1 = Peserta',
  tempat_lahir: 'BOGOR',
  tgl_lahir: '17/08/1990',
  jk: '1 = L',
  kawin: '2 = Kawin',
  alamat: 'JL. CONTOH NO. 5',
  rt: '003',
  rw: '010',
  kode_pos: '16131',
  kode_fktp: '09020107',
  nama_fktp: 'PUSKESMAS CONTOH',
  hp: '081234567890',
  kelas: '3',
  wn: '1 = WNI',
};

const ATURAN = [
  'Isi satu orang satu baris di lembar sebelah, langsung di bawah baris nomor kolom.',
  'Jangan menghapus baris judul dan nomor kolom, dan jangan mengubah format sel dari Teks.',
  'Data dari aplikasi lain: tempel sebagai nilai (Paste Values), supaya NIK tidak berubah menjadi bilangan.',
  'Kirim berkas ini apa adanya; jangan diubah menjadi PDF atau foto.',
];

export function lembarPetunjuk(format: Format, desa?: Kalurahan): SheetToWrite {
  const contoh: Partial<Record<KunciKolom, string>> = {
    nama_kec: desa?.kapanewon.nama ?? 'Bogor Selatan',
    nama_desa: desa?.nama ?? 'Batu Tulis',
    ...CONTOH,
  };
  const kolom = kolomFormat(format).map(({ kunci, judul, keperluan, petunjuk }, indeks) => {
    return [String(indeks + 1), judul, KEPERLUAN[keperluan], petunjuk, contoh[kunci] ?? ''];
  });
  const baris = [
    ...ATURAN.map((kalimat) => [kalimat]),
    [],
    ['Kolom ke', 'Isi', 'Perlu', 'Pilihan', 'Contoh'],
    ...kolom,
  ];
  return { nama: 'Petunjuk', baris, lebar: [10, 32, 14, 52, 26], tebal: [ATURAN.length + 1] };
}
