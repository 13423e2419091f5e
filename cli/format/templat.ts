/** The empty workbook that a kelurahan without internet fills in: text cells, choices, hints, one example (BGR-10). */
import type { DataValidation } from 'hucre/xlsx';
import { JENIS_MUTASI } from '#domain/format/kode.ts';
import { type Format, type JenisIsi, type KunciKolom, kolomFormat } from '#domain/format/kolom.ts';
import { hurufKolom } from '#domain/format/sel.ts';
import { tulisBerkas } from '#domain/format/tulis.ts';
import { SEGMEN_ASAL } from '#domain/usulan/segmen.ts';
import type { Kalurahan } from '#domain/wilayah/wilayah.ts';
import type { SheetToWrite } from '../berkas/xlsx.ts';
import { lembarPetunjuk } from './petunjuk.ts';
import { JUDUL_SEGMEN } from './segmen.ts';

/** More than any kelurahan sends in a month. */
const BARIS_ISI = 500;

/** Choices as people read them; the reader takes the number or the words. */
const PILIHAN: Partial<Record<KunciKolom, readonly string[]>> = {
  hubkel: ['1 = Peserta', '2 = Suami', '3 = Istri', '4 = Anak', '5 = Tambahan'],
  jk: ['1 = L', '2 = P'],
  kawin: ['1 = Belum kawin', '2 = Kawin', '3 = Cerai hidup', '4 = Cerai mati', '5 = Tidak tahu'],
  kelas: ['3'],
  wn: ['1 = WNI', '2 = WNA'],
  jenis_mutasi: JENIS_MUTASI.map(({ label }) => label),
};

/** What Excel shows beside a cell that somebody is about to fill. */
const CARA: Partial<Record<JenisIsi, string>> = {
  nik: '16 angka seperti di KTP-el. Jangan mengubah format sel dari Teks.',
  kk: '16 angka seperti di Kartu Keluarga.',
  kartu: '13 angka, termasuk angka 0 di depan.',
  tanggal: 'HH/BB/TTTT, misalnya 17/08/1990.',
  tiga: 'Tiga angka, misalnya 003.',
  pos: '5 angka.',
  faskes: '8 huruf/angka, misalnya 09020107.',
  hp: 'Misalnya 081234567890.',
};
const PANJANG: Partial<Record<JenisIsi, number>> = { nik: 16, kk: 16, kartu: 13 };

const namaLembar = (format: Format): string => `Format ${format.slice(1)}`;

/** The sheets of a template. @param desa limits the region to the kelurahan that the template is for */
export function templat(format: Format, desa?: Kalurahan): SheetToWrite[] {
  const kolom = kolomFormat(format);
  const { baris, dataMulai } = tulisBerkas([], { format });
  const judul = dataMulai - 3;
  const denganSegmen = format === 'F37';
  const lengkap = baris.map((satu, nomor) => (denganSegmen ? [...satu, nomor === judul ? JUDUL_SEGMEN : ''] : satu));
  const isi = (indeks: number): string => {
    const huruf = hurufKolom(indeks);
    return `${huruf}${dataMulai + 1}:${huruf}${dataMulai + BARIS_ISI}`;
  };
  const validasi = kolom.flatMap(({ kunci, jenis, judul: nama }, indeks) =>
    aturan(pilihan(kunci, desa), jenis, nama).map((satu) => ({ ...satu, range: isi(indeks) })),
  );
  const segmen: DataValidation = {
    ...daftar(SEGMEN_ASAL, JUDUL_SEGMEN),
    errorStyle: 'information',
    range: isi(kolom.length),
  };
  return [
    {
      nama: namaLembar(format),
      baris: lengkap,
      lebar: [...kolom.map(({ panjang }) => Math.min(30, Math.max(12, panjang + 2))), ...(denganSegmen ? [20] : [])],
      tebal: [0, judul],
      kosong: BARIS_ISI,
      validasi: [...validasi, ...(denganSegmen ? [segmen] : [])],
    },
    lembarPetunjuk(format, desa),
  ];
}

function pilihan(kunci: KunciKolom, desa: Kalurahan | undefined): readonly string[] | undefined {
  const wilayah: Partial<Record<KunciKolom, string | undefined>> = {
    kode_kec: desa?.kapanewon.kode,
    nama_kec: desa?.kapanewon.nama,
    kode_desa: desa?.kode,
    nama_desa: desa?.nama,
  };
  const satu = wilayah[kunci];
  return satu === undefined ? PILIHAN[kunci] : [satu];
}

const daftar = (values: readonly string[], judul: string) => ({
  type: 'list' as const,
  values: [...values],
  allowBlank: true,
  showErrorMessage: true,
  errorTitle: judul,
  errorMessage: 'Pilih dari daftar.',
});

/** The rule of a column: a list, or a hint and the number of digits. */
function aturan(
  values: readonly string[] | undefined,
  jenis: JenisIsi,
  judul: string,
): Omit<DataValidation, 'range'>[] {
  if (values) return [daftar(values, judul)];
  const inputMessage = CARA[jenis];
  if (inputMessage === undefined) return [];
  const petunjuk = { showInputMessage: true, inputTitle: judul.slice(0, 32), inputMessage, allowBlank: true };
  const panjang = PANJANG[jenis];
  if (panjang === undefined) return [{ type: 'textLength', operator: 'lessThan', formula1: '256', ...petunjuk }];
  const salah = { showErrorMessage: true, errorStyle: 'warning' as const, errorTitle: judul.slice(0, 32) };
  const errorMessage = `Harus ${panjang} angka.`;
  return [{ type: 'textLength', operator: 'equal', formula1: String(panjang), ...petunjuk, ...salah, errorMessage }];
}
