/** `pbi verifikasi`: reads cases or rows of a file, matches, writes what was asked for, says what came of it. */
import { basename } from 'node:path';
import { AMBANG } from '#domain/cocok/bobot.ts';
import { tanggalWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { EXIT, type ExitCode, UserError } from '../../errors.ts';
import type { TargetOptions } from '../../google/target-options.ts';
import { perintahLanjut } from '../../rencana/lanjutan.ts';
import { Ringkasan } from '../hasil/ringkasan.ts';
import { teksRingkasan } from '../hasil/teks.ts';
import { periksaTimpa } from '../hasil/timpa.ts';
import { daftarIndeks, isReferensi, REFERENSI } from '../indeks/gudang.ts';
import { bacaPengaturanCocok, type PengaturanCocok } from '../pengaturan.ts';
import { type KepalaRencana, namaRencana, pastikanBelumDiputus } from '../rencana.ts';
import type { Sumber } from '../sumber/bentuk.ts';
import { hashBerkas } from '../sumber/hash.ts';
import { TIKET } from '../sumber/judul.ts';
import { bukaSumber } from '../sumber/sumber.ts';
import { entri } from './entri.ts';
import type { Kantor } from './kantor.ts';
import { isTabelSaja, type JumlahEntri, type OpsiKeluaran, periksaKeluaran, tulisKeluaran } from './keluaran.ts';
import { kemajuan } from './kemajuan.ts';
import { masukanTerbaca } from './teks.ts';
import { type Keluaran, type OpsiVerifikasi, type Rujukan, verifikasi } from './verifikasi.ts';

export interface OpsiPerintah extends OpsiKeluaran, TargetOptions {
  readonly register?: string;
  readonly referensi: readonly { readonly nama: string; readonly berkas: string }[];
  readonly indeks: string;
  readonly rencana?: string;
  readonly pengaturan?: string;
  readonly tepat?: boolean;
  readonly memori?: string;
  readonly lembar?: string;
  readonly urutan?: 'HB' | 'BH';
  readonly json?: boolean;
}

interface Hasil {
  readonly sumber: Sumber;
  readonly ringkasan: Ringkasan;
  readonly entri: JumlahEntri;
  readonly peringatan: readonly string[];
}

export async function jalankanVerifikasi(opsi: OpsiPerintah): Promise<ExitCode> {
  const mulai = performance.now();
  periksaKeluaran(opsi, ['.csv', '.xlsx', '.parquet']);
  periksaTimpa(
    opsi.referensi.map(({ berkas }) => berkas),
    opsi,
  );
  await pastikanBelumDiputus(opsi.rencana);
  const setelan = await bacaPengaturanCocok(opsi.pengaturan);
  const rujukan = await pilihRujukan(opsi);
  const laju = kemajuan();
  laju.mulai(`Membaca ${sebutan(opsi.register)} ...`);
  const { memori } = opsi;
  const aturan = { alias: setelan.judul };
  const { kantor, bukaSumber: buka } = await pilihAsal(opsi, aturan);
  const rencana = opsi.rencana ?? (kantor ? await namaRencana(`verifikasi-${tanggalWaktu(kantor.kini)}`) : undefined);
  const hasil = await verifikasi(
    {
      bukaSumber: buka,
      rujukan,
      gudang: opsi.indeks,
      tepat: opsi.tepat ?? false,
      tanpaCalon: isTabelSaja(opsi, rencana),
      aturan,
      ...(setelan.ambang ? { ambang: setelan.ambang } : {}),
      ...(memori === undefined ? {} : { memori }),
      kemajuan: laju.kata,
    },
    (keluaran) => tulis(keluaran, { opsi, kantor, rencana, rujukan, setelan }),
  ).finally(() => laju.selesai());
  for (const satu of hasil.peringatan) process.stderr.write(`Perhatian: ${satu}\n`);
  const detik = (performance.now() - mulai) / 1_000;
  if (opsi.json) {
    process.stdout.write(`${JSON.stringify(json(hasil, detik, kantor && rencana))}\n`);
    for (const satu of hasil.sumber.ringkasan().peringatan) process.stderr.write(`${satu}\n`);
  } else process.stdout.write(teks(hasil, opsi, rencana));
  const perlu = kantor ? hasil.entri.tunda : hasil.ringkasan.perluOrang;
  return perlu > 0 ? EXIT.needsPerson : EXIT.ok;
}

function sebutan(register: string | undefined): string {
  if (register === undefined) return 'usulan kantor';
  return register === '-' ? 'masukan standar' : basename(register);
}

interface AsalBaris extends Pick<OpsiVerifikasi, 'bukaSumber'> {
  readonly kantor?: Kantor;
}

/** The rows of a file, or the cases of an office whose checks are open. */
async function pilihAsal(opsi: OpsiPerintah, aturan: OpsiVerifikasi['aturan']): Promise<AsalBaris> {
  const { register, lembar, urutan } = opsi;
  if (register !== undefined) {
    return {
      bukaSumber: (koneksi) => bukaSumber(register, { ...aturan, lembar, urutan, koneksi, kolomTambahan: TIKET }),
    };
  }
  // Whoever verifies a file needs nothing of Google.
  const { bacaKantor, isPerluCek, sumberKasus } = await import('./kantor.ts');
  const kantor = await bacaKantor(opsi, isPerluCek);
  return { kantor, bukaSumber: async () => sumberKasus(kantor.kasus) };
}

interface BahanTulis {
  readonly opsi: OpsiPerintah;
  readonly kantor: Kantor | undefined;
  readonly rencana: string | undefined;
  readonly rujukan: readonly Rujukan[];
  readonly setelan: PengaturanCocok;
}

async function tulis(keluaran: Keluaran, { opsi, kantor, rencana, rujukan, setelan }: BahanTulis): Promise<Hasil> {
  const { sumber, terpakai } = keluaran;
  const ringkasan = new Ringkasan();
  for (const { referensi, kelas, baris } of keluaran.jumlah) ringkasan.tambah(referensi, kelas, baris);
  const { sha256, data } = sumber.ringkasan();
  const kini = waktuDariEpoch(Date.now());
  const kepala: KepalaRencana = {
    versi: 2,
    jenis: 'VERIFIKASI',
    dibuat: kantor?.kini ?? kini,
    masukan: [{ nama: sumber.nama, sha256, baris: data }],
    // A file that was named was loaded for this run.
    referensi: terpakai.map(({ nama, sidik, baris, dimuat }) => ({ nama, sidik, baris, dimuat: dimuat || kini })),
    ambang: { ...AMBANG, ...setelan.ambang },
    jumlah: { ...ringkasan.kelas },
  };
  // The hash of a file of millions of rows is only worth its time where somebody keeps it.
  if (rencana !== undefined) kepala.referensi = await denganSidik(kepala.referensi, rujukan);
  const bahan = {
    kasus: new Map(kantor?.kasus.map((satu) => [satu.tiket, satu])),
    status: new Map(terpakai.map(({ nama, status }) => [nama as string, status])),
  };
  const jumlah = await tulisKeluaran(keluaran, opsi, {
    kepala,
    lain: sumber.kolom.filter(({ sebagai }) => sebagai === 'lain').map(({ judul }) => judul),
    ...(rencana === undefined ? {} : { rencana: { path: rencana, entri: (hasil) => entri(hasil, bahan) } }),
  });
  return { sumber, ringkasan, entri: jumlah, peringatan: terpakai.flatMap(({ peringatan }) => peringatan) };
}

const denganSidik = (
  referensi: KepalaRencana['referensi'],
  rujukan: readonly Rujukan[],
): Promise<KepalaRencana['referensi']> =>
  Promise.all(
    referensi.map(async (satu, i) => {
      const berkas = rujukan[i]?.berkas;
      return berkas === undefined ? satu : { ...satu, sidik: await hashBerkas(berkas) };
    }),
  );

/** Without an office exactly what other programs rely on. */
const json = ({ ringkasan, entri: { otomatis, tunda } }: Hasil, detik: number, rencana: string | undefined) => ({
  ...ringkasan.json(detik),
  ...(rencana === undefined ? {} : { siapDicatat: otomatis, perluDiputus: tunda, rencana }),
});

function teks({ sumber, ringkasan, entri: { otomatis, tunda } }: Hasil, opsi: OpsiPerintah, rencana?: string): string {
  const masukan = masukanTerbaca(sumber);
  const catatan =
    rencana === undefined ? [] : [`Di rencana: ${otomatis} siap dicatat, ${tunda} menunggu putusan orang.`];
  // Of an office every check that is open has an entry.
  const sudah = ringkasan.baris - otomatis - tunda;
  if (opsi.register === undefined && sudah > 0)
    catatan.push(`Tidak di rencana: ${sudah} yang sudah diperiksa di register.`);
  return teksRingkasan({
    masukan: [{ ...masukan, catatan: [...(masukan.catatan ?? []), ...catatan] }],
    ringkasan,
    ...(opsi.register === undefined ? { perlu: tunda } : {}),
    laporan: [opsi.keluaran, opsi.html].filter((path) => path !== undefined),
    rencana,
    ...(rencana !== undefined && opsi.register === undefined ? { perintahKirim: perintahLanjut(rencana, opsi) } : {}),
  });
}

async function pilihRujukan({ referensi, indeks }: OpsiPerintah): Promise<Rujukan[]> {
  if (referensi.length === 0) {
    const dimuat = await daftarIndeks(indeks);
    if (dimuat.length > 0) return dimuat.map(({ nama }) => ({ nama }));
    const sentence = 'Belum ada referensi. Sebutkan --referensi nama=berkas, atau muat dengan pbi referensi muat.';
    throw new UserError(EXIT.usage, sentence);
  }
  const semua = referensi.map(({ nama, berkas }) => {
    if (!isReferensi(nama)) {
      throw new UserError(EXIT.usage, `--referensi ${nama}: pakai salah satu dari ${REFERENSI.join(', ')}.`);
    }
    return { nama, berkas };
  });
  const ganda = semua.find(({ nama }, i) => semua.findIndex((satu) => satu.nama === nama) !== i);
  if (ganda) throw new UserError(EXIT.usage, `--referensi ${ganda.nama} disebut dua kali. Sebutkan satu berkas saja.`);
  return semua;
}
