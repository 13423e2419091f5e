/** Recaps for whoever must follow up (BGR-19): one file for Dinkes, one for Dinsos, one for each kelurahan. */
import { samarkanNik } from '#domain/nik/nik.ts';
import { cariKalurahan, type DaftarWilayah } from '#domain/wilayah/wilayah.ts';
import { GOLONGAN, type KasusRekon } from '#usecase/rekonsiliasi/bentuk.ts';
import { type SheetToWrite, writeXlsx } from '../berkas/xlsx.ts';
import type { AlasanRekap } from './kasus.ts';
import type { BarisRencana, RencanaRekonsiliasi } from './rencana.ts';

export interface BahanRekap {
  readonly rencana: RencanaRekonsiliasi;
  readonly kasus: readonly KasusRekon[];
  readonly alasan: readonly AlasanRekap[];
  readonly wilayah: DaftarWilayah;
}

export interface BerkasRekap {
  readonly nama: string;
  readonly bytes: Uint8Array;
}

type Bahan = BahanRekap & { readonly menurutTiket: ReadonlyMap<string, KasusRekon> };

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
const JUDUL_ORANG = ['Baris berkas', 'Tiket', 'Golongan', 'Penjelasan'];

/** Cases by outcome: failures first, for these ask for work. */
const URUTAN = ['tidak berhasil', 'ditangguhkan', 'berhasil'];

/** All files; the same plan gives the same bytes. */
export async function susunRekap(bahan: BahanRekap): Promise<BerkasRekap[]> {
  const lengkap: Bahan = { ...bahan, menurutTiket: new Map(bahan.kasus.map((kasus) => [kasus.tiket, kasus])) };
  const dijawab = barisDijawab(lengkap);
  const desa = [...new Set(dijawab.map(({ kasus }) => kasus.kode_wilayah))].filter((kode) => kode !== '').sort();
  const berkas = [
    { nama: 'dinkes', lembar: [lembarJawaban(dijawab, lengkap)] },
    { nama: 'dinsos', lembar: [lembarJawaban(dijawab, lengkap), lembarOrang(bahan.rencana), lembarBelum(lengkap)] },
    ...desa.map((kode) => ({
      nama: `kelurahan-${kode}`,
      lembar: [
        lembarJawaban(
          dijawab.filter(({ kasus }) => kasus.kode_wilayah === kode),
          lengkap,
        ),
      ],
    })),
  ];
  const dasar = bahan.rencana.berkas.nama.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9-]+/g, '_');
  return Promise.all(
    berkas.map(async ({ nama, lembar }) => ({ nama: `rekap-${dasar}-${nama}.xlsx`, bytes: await writeXlsx(lembar) })),
  );
}

interface Dijawab {
  readonly baris: BarisRencana;
  readonly kasus: KasusRekon;
  readonly jawaban: NonNullable<BarisRencana['jawaban']>;
}

/** Rows whose answer counts, ready to be recorded or recorded before. */
function barisDijawab({ rencana, menurutTiket }: Bahan): Dijawab[] {
  const semua = rencana.baris.flatMap((baris): Dijawab[] => {
    const kasus = menurutTiket.get(baris.tiket[0] ?? '');
    const berlaku = baris.golongan === 'cocok' || baris.golongan === 'sudah';
    return berlaku && kasus && baris.jawaban ? [{ baris, kasus, jawaban: baris.jawaban }] : [];
  });
  return semua.sort(
    (a, b) => URUTAN.indexOf(a.jawaban.hasil) - URUTAN.indexOf(b.jawaban.hasil) || a.baris.nomor - b.baris.nomor,
  );
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

function lembarJawaban(dijawab: readonly Dijawab[], { alasan, wilayah }: Bahan): SheetToWrite {
  const menurutKode = new Map(alasan.filter(({ untuk }) => untuk === 'bpjs').map((satu) => [satu.kode, satu]));
  const baris = dijawab.map(({ baris: { petunjuk }, kasus, jawaban }, indeks) => {
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

function lembarOrang({ baris }: RencanaRekonsiliasi): SheetToWrite {
  const perlu = baris.filter(({ golongan }) => golongan !== 'cocok' && golongan !== 'sudah');
  const isi = perlu.map(({ nomor, tiket, golongan, alasan, petunjuk }) => [
    ...[String(nomor), tiket.join(', '), GOLONGAN[golongan], [alasan, ...petunjuk].join(' ')],
  ]);
  return tebalAtas('Perlu orang', JUDUL_ORANG, isi, [14, 30, 40, 90]);
}

function lembarBelum({ rencana, menurutTiket, wilayah }: Bahan): SheetToWrite {
  const isi = rencana.belumDijawab.map((tiket) => {
    const kasus = menurutTiket.get(tiket);
    const kode = kasus?.kode_wilayah ?? '';
    return [
      tiket,
      kasus?.nama ?? '',
      cariKalurahan(kode, wilayah)?.nama ?? kode,
      kasus?.batch ?? '',
      kasus?.diusulkan_pada.slice(0, 10) ?? '',
    ];
  });
  return tebalAtas('Belum dijawab', ['Tiket', 'Nama', 'Kelurahan', 'Batch', 'Dikirim'], isi, [22, 30, 24, 20, 14]);
}
