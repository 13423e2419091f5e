/** Recaps for whoever must follow up (BGR-19): one file for Dinkes, one for Dinsos, one for each kelurahan. */
import { samarkanNik } from '#domain/nik/nik.ts';
import { cariKalurahan, type DaftarWilayah } from '#domain/wilayah/wilayah.ts';
import type { KasusRekon, Putusan } from '#usecase/rekonsiliasi/bentuk.ts';
import { type SheetToWrite, writeXlsx } from '../berkas/xlsx.ts';
import { isPerluDilihat, TEKS_KELAS } from '../reconcile/hasil/kelas-teks.ts';
import type { Diputuskan } from './cocokkan.ts';
import type { AlasanRekap } from './kasus.ts';

export interface BahanRekap {
  /** Name of the feedback file. */
  readonly nama: string;
  readonly belumDijawab: readonly KasusRekon[];
  readonly alasan: readonly AlasanRekap[];
  readonly wilayah: DaftarWilayah;
}

export interface BerkasRekap {
  readonly nama: string;
  readonly bytes: Uint8Array;
}

type Dijawab = NonNullable<Putusan['berlaku']>;

const JUDUL = [
  'No',
  'Tiket',
  'Nama',
  'NIK',
  'Kelurahan',
  'Hasil',
  'Kode',
  'Arti',
  'Keterangan BPJS',
  'TMT',
  'Tindak lanjut',
];
const LEBAR = [6, 22, 30, 20, 24, 16, 8, 34, 44, 12, 60];
const JUDUL_ORANG = ['Baris berkas', 'Tiket', 'Nama', 'NIK', 'Kelas', 'Penjelasan'];
const LEBAR_ORANG = [14, 22, 30, 20, 18, 90];

/** Cases by outcome: failures first, for these ask for work. */
const URUTAN = ['tidak berhasil', 'ditangguhkan', 'berhasil'];

/** Takes the outcomes while they pass. */
export class Rekap {
  readonly #bahan: BahanRekap;
  /** Rows whose answer counts, ready to be recorded or recorded before. */
  readonly #dijawab: Dijawab[] = [];
  readonly #perlu: string[][] = [];

  constructor(bahan: BahanRekap) {
    this.#bahan = bahan;
  }

  tambah({ hasil, putusan }: Diputuskan): void {
    if (!putusan) return;
    if (putusan.berlaku) this.#dijawab.push(putusan.berlaku);
    const { nomor, berkas, tiket, orang, kelas, alasan } = hasil;
    if (!isPerluDilihat(hasil)) return;
    const letak = [nomor, berkas].join(' ').trim();
    this.#perlu.push([letak, tiket, orang.nama, samarkanNik(orang.nik), TEKS_KELAS[kelas].nama, alasan]);
  }

  /** All files; the same outcomes give the same bytes. */
  async berkas(): Promise<BerkasRekap[]> {
    const bahan = this.#bahan;
    const dijawab = this.#dijawab.toSorted((a, b) => URUTAN.indexOf(a.jawaban.hasil) - URUTAN.indexOf(b.jawaban.hasil));
    const desa = [...new Set(dijawab.map(({ kasus }) => kasus.kode_wilayah))].filter((kode) => kode !== '').sort();
    const orang = tebalAtas('Perlu orang', JUDUL_ORANG, this.#perlu, LEBAR_ORANG);
    const berkas = [
      { nama: 'dinkes', lembar: [lembarJawaban(dijawab, bahan)] },
      { nama: 'dinsos', lembar: [lembarJawaban(dijawab, bahan), orang, lembarBelum(bahan)] },
      ...desa.map((kode) => {
        const milik = dijawab.filter(({ kasus }) => kasus.kode_wilayah === kode);
        return { nama: `kelurahan-${kode}`, lembar: [lembarJawaban(milik, bahan)] };
      }),
    ];
    const dasar = bahan.nama.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9-]+/g, '_');
    return Promise.all(
      berkas.map(async ({ nama, lembar }) => ({ nama: `rekap-${dasar}-${nama}.xlsx`, bytes: await writeXlsx(lembar) })),
    );
  }
}

const tebalAtas = (
  nama: string,
  judul: readonly string[],
  baris: readonly (readonly string[])[],
  lebar: readonly number[],
): SheetToWrite => ({
  nama,
  baris: [judul, ...baris],
  lebar,
  tebal: [0],
});

function lembarJawaban(dijawab: readonly Dijawab[], { alasan, wilayah }: BahanRekap): SheetToWrite {
  const menurutKode = new Map(alasan.filter(({ untuk }) => untuk === 'bpjs').map((satu) => [satu.kode, satu]));
  const baris = dijawab.map(({ petunjuk, kasus, jawaban }, indeks) => {
    const { teks = '', tindakLanjut = '' } = menurutKode.get(jawaban.kode) ?? {};
    const desa = cariKalurahan(kasus.kode_wilayah, wilayah)?.nama ?? kasus.kode_wilayah;
    return [
      ...[String(indeks + 1), kasus.tiket, kasus.nama, samarkanNik(kasus.nik), desa],
      ...[
        jawaban.hasil,
        jawaban.kode,
        teks,
        jawaban.keterangan,
        jawaban.tmt,
        [tindakLanjut, ...petunjuk].join(' ').trim(),
      ],
    ];
  });
  return tebalAtas('Jawaban BPJS', JUDUL, baris, LEBAR);
}

function lembarBelum({ belumDijawab, wilayah }: BahanRekap): SheetToWrite {
  const isi = belumDijawab.map(({ tiket, nama, kode_wilayah, batch, diusulkan_pada }) => [
    ...[tiket, nama, cariKalurahan(kode_wilayah, wilayah)?.nama ?? kode_wilayah, batch, diusulkan_pada.slice(0, 10)],
  ]);
  return tebalAtas('Belum dijawab', ['Tiket', 'Nama', 'Kelurahan', 'Batch', 'Dikirim'], isi, [22, 30, 24, 20, 14]);
}
