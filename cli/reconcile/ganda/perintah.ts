/** `pbi ganda`: reads a register, files or both, looks for people who are there twice, says which (S-18). */
import { extname } from 'node:path';
import { AMBANG } from '#domain/cocok/bobot.ts';
import { tanggalWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { EXIT, type ExitCode, UserError } from '../../errors.ts';
import type { TargetOptions } from '../../google/target-options.ts';
import { csvHasil } from '../hasil/csv.ts';
import { alirkan, type BukaPenulis } from '../hasil/penulis.ts';
import { Ringkasan } from '../hasil/ringkasan.ts';
import { periksaTimpa } from '../hasil/timpa.ts';
import { bacaPengaturanCocok, type PengaturanCocok } from '../pengaturan.ts';
import { type KepalaRencana, namaRencana, pastikanBelumDiputus } from '../rencana.ts';
import { TIKET } from '../sumber/judul.ts';
import { bukaSumber } from '../sumber/sumber.ts';
import { bacaKantor, type Kantor, type KasusCek, sumberKasus } from '../verifikasi/kantor.ts';
import { bukaLaporan, denganEntri, keRencana, type OpsiKeluaran, periksaKeluaran } from '../verifikasi/keluaran.ts';
import { kemajuan } from '../verifikasi/kemajuan.ts';
import { barisGanda, entriGanda, KOLOM_GANDA } from './baris.ts';
import { cariGanda, type HasilGanda } from './ganda.ts';
import { jsonGanda, teksGanda } from './teks.ts';

export interface OpsiPerintah extends OpsiKeluaran, TargetOptions {
  readonly register?: string;
  readonly rencana?: string;
  readonly pengaturan?: string;
  readonly memori?: string;
  readonly lembar?: string;
  readonly urutan?: 'HB' | 'BH';
  readonly json?: boolean;
}

/** Given up: these stand in nobody's way. */
const GUGUR: readonly string[] = ['DITARIK', 'DIBATALKAN', 'DITUTUP'];
const isBerlaku = ({ status }: KasusCek): boolean => !GUGUR.includes(status);

/** @param berkas files whose rows are examined; without any the register itself is */
export async function jalankanGanda(berkas: readonly string[], opsi: OpsiPerintah): Promise<ExitCode> {
  const mulai = performance.now();
  periksaKeluaran(opsi, ['.csv', '.xlsx']);
  periksaTimpa(berkas, opsi);
  await pastikanBelumDiputus(opsi.rencana);
  const setelan = await bacaPengaturanCocok(opsi.pengaturan);
  const { register, sebagai, lembar, urutan, memori } = opsi;
  // At Google the sign-in says who it is.
  const dariKantor =
    register === undefined && (sebagai !== undefined || (opsi.target === 'google' && berkas.length === 0));
  if (berkas.length === 0 && register === undefined && !dariKantor) {
    const sentence = 'Sebutkan berkas, --register <berkas>, atau --sebagai <surel> untuk register kantor.';
    throw new UserError(EXIT.usage, sentence);
  }
  const kantor = dariKantor ? await bacaKantor(opsi, isBerlaku) : undefined;
  const rencana = opsi.rencana ?? (kantor ? await namaRencana(`ganda-${tanggalWaktu(kantor.kini)}`) : undefined);
  const laju = kemajuan();
  const laporan = await cariGanda(
    {
      buka: async (koneksi) => {
        const buka = (path: string, milik = {}) =>
          bukaSumber(path, { alias: setelan.judul, koneksi, kolomTambahan: TIKET, ...milik });
        const diperiksa = [];
        for (const path of berkas) diperiksa.push(await buka(path, { lembar, urutan }));
        const milik = kantor ? sumberKasus(kantor.kasus) : register === undefined ? undefined : await buka(register);
        if (!milik) return { diperiksa };
        return berkas.length > 0 ? { diperiksa, register: milik } : { diperiksa: [milik] };
      },
      ...(setelan.ambang ? { ambang: setelan.ambang } : {}),
      ...(memori === undefined ? {} : { memori }),
      kemajuan: laju.kata,
    },
    (hasil) => tulis(hasil, opsi, { setelan, kantor, rencana }),
  ).finally(() => laju.selesai());
  const detik = (performance.now() - mulai) / 1_000;
  const { hasil, ringkasan } = laporan;
  const ditulis = [opsi.keluaran, opsi.html, rencana].filter((path) => path !== undefined);
  process.stdout.write(
    opsi.json
      ? `${JSON.stringify(jsonGanda(hasil, ringkasan, detik, rencana))}\n`
      : teksGanda(hasil, ringkasan, ditulis, kantor && rencana),
  );
  return ringkasan.baris > 0 ? EXIT.needsPerson : EXIT.ok;
}

interface BahanTulis {
  readonly setelan: PengaturanCocok;
  readonly kantor: Kantor | undefined;
  readonly rencana: string | undefined;
}

async function tulis(
  hasil: HasilGanda,
  opsi: OpsiPerintah,
  { setelan, kantor, rencana }: BahanTulis,
): Promise<{ hasil: HasilGanda; ringkasan: Ringkasan }> {
  const ringkasan = new Ringkasan();
  for (const satu of barisGanda(hasil)) ringkasan.tulis(satu);
  const kepala: KepalaRencana = {
    versi: 2,
    jenis: 'GANDA',
    dibuat: kantor?.kini ?? waktuDariEpoch(Date.now()),
    masukan: hasil.sumber.map((sumber) => {
      const { sha256, data } = sumber.ringkasan();
      return { nama: sumber.nama, sha256, baris: data };
    }),
    referensi: [],
    ambang: { ...AMBANG, ...setelan.ambang },
    jumlah: { ...ringkasan.kelas },
  };
  const kasus = new Map(kantor?.kasus.map((satu) => [satu.tiket, satu]));
  const penulis = await laporan(opsi, kepala);
  if (rencana !== undefined) {
    penulis.push(await keRencana(rencana, kepala, { otomatis: 0, tunda: 0 }));
  }
  await alirkan(denganEntri(barisGanda(hasil), { entri: (satu) => entriGanda(satu, kasus) }), penulis);
  return { hasil, ringkasan };
}

/** The rows of pairs come from here, not from the database, so CSV is written like every other report. */
async function laporan(opsi: OpsiPerintah, kepala: KepalaRencana): Promise<BukaPenulis[]> {
  const { keluaran } = opsi;
  const csv = keluaran !== undefined && extname(keluaran).toLowerCase() === '.csv';
  return [...(csv ? [csvHasil(keluaran, KOLOM_GANDA)] : []), ...(await bukaLaporan(opsi, kepala, KOLOM_GANDA))];
}
