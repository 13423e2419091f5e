/** `pbi rekonsiliasi`: reads, matches, decides, writes what was asked for, and says what came of it. */
import { extname } from 'node:path';
import { AMBANG } from '#domain/cocok/bobot.ts';
import { KELAS_UMPAN_BALIK } from '#domain/cocok/kelas.ts';
import { KOLOM_ORANG } from '#domain/cocok/orang.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { Cakupan } from '#usecase/rekonsiliasi/bentuk.ts';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { teksAngka } from '../reconcile/hasil/baris.ts';
import { csvHasil } from '../reconcile/hasil/csv.ts';
import type { BukaPenulis } from '../reconcile/hasil/penulis.ts';
import { teksRingkasan } from '../reconcile/hasil/teks.ts';
import { periksaTimpa } from '../reconcile/hasil/timpa.ts';
import { bacaPengaturanCocok } from '../reconcile/pengaturan.ts';
import { type KepalaRencana, namaTanpaPutusan, pastikanBelumDiputus } from '../reconcile/rencana.ts';
import { bukaLaporan, periksaKeluaran } from '../reconcile/verifikasi/keluaran.ts';
import { kemajuan } from '../reconcile/verifikasi/kemajuan.ts';
import { perintahLanjut } from '../rencana/lanjutan.ts';
import type { TerapkanOptions } from '../rencana/terapkan.ts';
import { type Bahan, bacaBahan } from './bahan.ts';
import { cocokkanUmpanBalik, type Keluaran } from './cocokkan.ts';
import { Laporan } from './laporan.ts';
import { REGISTER } from './orang-register.ts';
import { JUDUL_BERKAS } from './susun-hasil.ts';
import { barisTeks, teksAsing, teksBerkas } from './teks.ts';

export interface OpsiPerintah extends TerapkanOptions {
  readonly register?: string;
  readonly batch?: string;
  readonly periode?: string;
  readonly tanggal?: Tanggal;
  readonly urutan?: 'HB' | 'BH';
  readonly lembar?: string;
  readonly pengaturan?: string;
  readonly memori?: string;
  readonly keluaran?: string;
  readonly html?: string;
  readonly lengkap?: boolean;
  readonly rekap?: string;
  readonly rencana?: string;
  readonly yes?: boolean;
}

export async function jalankanRekonsiliasi(paths: readonly string[], opsi: OpsiPerintah): Promise<ExitCode> {
  const mulai = performance.now();
  periksaOpsi(opsi);
  periksaKeluaran(opsi, ['.csv', '.xlsx']);
  periksaTimpa(paths, opsi);
  await pastikanBelumDiputus(opsi.rencana);
  const rencana = opsi.rencana ?? (opsi.register === undefined ? await namaTanpaPutusan(String(paths[0])) : undefined);
  const setelan = await bacaPengaturanCocok(opsi.pengaturan);
  const bahan = await bacaBahan(opsi, setelan);
  periksaCakupan(opsi, bahan);
  const laju = kemajuan();
  const { memori, tanggal, urutan, lembar } = opsi;
  const laporan = await cocokkanUmpanBalik(
    {
      paths,
      kasus: bahan.kasus,
      ...{ tanggal, urutan, lembar, ambang: setelan.ambang, alias: setelan.judul },
      ...(memori === undefined ? {} : { memori }),
      kodeWilayah: bahan.pengaturan?.kodeWilayah,
      daftarWilayah: bahan.pengaturan?.wilayah,
      aturan: {
        kini: bahan.kini,
        cakupan: cakupan(opsi),
        alasan: bahan.alasan,
        satuKk: bahan.pengaturan?.satuKk ?? true,
      },
      kemajuan: laju.kata,
    },
    (keluaran) => tulis(keluaran, bahan, opsi, rencana, setelan.ambang ?? {}),
  );
  laju.selesai();
  const detik = (performance.now() - mulai) / 1_000;
  const kirim = opsi.yes === true && laporan.otomatis > 0;
  // With --json and sending, stdout belongs to the results.
  (kirim && opsi.json ? process.stderr : process.stdout).write(
    opsi.json ? `${JSON.stringify(json(laporan, detik, rencana))}\n` : teks(laporan, rencana, opsi),
  );
  if (kirim && rencana !== undefined) return terapkanSekarang(rencana, bahan, opsi);
  return laporan.perluOrang ? EXIT.needsPerson : EXIT.ok;
}

function periksaOpsi({ register, rekap, yes }: OpsiPerintah): void {
  if (register !== undefined && (rekap !== undefined || yes)) {
    throw new UserError(EXIT.usage, '--rekap dan --yes memerlukan register kantor; jangan dipakai bersama --register.');
  }
}

/** A batch that nobody sent would leave every case out of the list of those who wait. */
function periksaCakupan(opsi: OpsiPerintah, { kasus }: Bahan): void {
  for (const apa of ['batch', 'periode'] as const) {
    const diminta = opsi[apa];
    if (diminta === undefined) continue;
    const ada = [...new Set(kasus.map((satu) => satu[apa]))].filter((satu) => satu !== '').sort();
    if (ada.includes(diminta)) continue;
    const yangAda = ada.length > 0 ? `Yang ada: ${ada.slice(-BATCH_DISEBUT).join(', ')}.` : 'Belum ada satu pun.';
    throw new UserError(EXIT.usage, `--${apa} ${diminta} tidak ada di register. ${yangAda}`);
  }
}
const BATCH_DISEBUT = 6;

const cakupan = ({ batch, periode }: OpsiPerintah): Cakupan => ({
  ...(batch === undefined ? {} : { batch }),
  ...(periode === undefined ? {} : { periode }),
});

async function tulis(
  keluaran: Keluaran,
  bahan: Bahan,
  opsi: OpsiPerintah,
  rencana: string | undefined,
  ambang: Readonly<Record<string, number | undefined>>,
): Promise<Laporan> {
  const { berkas, belumDijawab } = keluaran;
  const kepala: KepalaRencana = {
    versi: 2,
    jenis: 'REKONSILIASI',
    dibuat: bahan.kini,
    masukan: berkas.map(({ sumber, ringkasan }) => ({
      ...{ nama: sumber.nama, sha256: ringkasan.sha256, baris: ringkasan.data },
    })),
    referensi: [{ nama: REGISTER, sidik: bahan.sidik, baris: bahan.kasus.length, dimuat: bahan.kini }],
    ambang: { ...AMBANG, ...ambang } as Record<string, number>,
    jumlah: {},
  };
  const laporan = new Laporan(keluaran);
  await laporan.tulis({
    penulis: await penulis(opsi, kepala, kolomLain(keluaran)),
    ...(rencana === undefined ? {} : { rencana: { path: rencana, kepala } }),
    ...(opsi.rekap === undefined || !bahan.pengaturan
      ? {}
      : {
          rekap: {
            folder: opsi.rekap,
            bahan: {
              ...{ nama: berkas.map(({ sumber }) => sumber.nama).join(' '), belumDijawab },
              ...{ alasan: bahan.alasan, wilayah: bahan.pengaturan.wilayah },
            },
          },
        }),
  });
  return laporan;
}

/** Headings of the files that are kept, each once, in their order. */
function kolomLain({ berkas }: Keluaran): string[] {
  const milik = berkas.flatMap(({ sumber }) => sumber.kolom.filter(({ sebagai }) => !isKolomOrang(sebagai)));
  return [...new Set([...milik.map(({ judul }) => judul), ...(berkas.length > 1 ? [JUDUL_BERKAS] : [])])];
}

const isKolomOrang = (nama: string): boolean => (KOLOM_ORANG as readonly string[]).includes(nama);

/** The rows are decided here, not in the database, so CSV is written like every other report. */
async function penulis(opsi: OpsiPerintah, asal: KepalaRencana, lain: readonly string[]): Promise<BukaPenulis[]> {
  const { keluaran } = opsi;
  const csv = keluaran !== undefined && extname(keluaran).toLowerCase() === '.csv';
  return [...(csv ? [csvHasil(keluaran, lain)] : []), ...(await bukaLaporan(opsi, asal, lain))];
}

async function terapkanSekarang(rencana: string, { office }: Bahan, opsi: OpsiPerintah): Promise<ExitCode> {
  const { connect } = await import('../google/target.ts');
  const { denganLanjutan } = await import('../rencana/lanjutan.ts');
  const { terapkanCocok } = await import('../rencana/terapkan-cocok.ts');
  const { bacaRencanaCocok } = await import('../reconcile/rencana.ts');
  return denganLanjutan(rencana, opsi, async () =>
    terapkanCocok(rencana, await bacaRencanaCocok(rencana), office ?? (await connect(opsi)), opsi),
  );
}

const NOL = Object.fromEntries(Object.keys(KELAS_UMPAN_BALIK).map((kelas) => [kelas, 0]));

/** What `--json` prints: the counts, what the office's words do not explain, and where the plan is. */
function json(
  { ringkasan, keterangan, hasilAsing, otomatis, tunda, rekap }: Laporan,
  detik: number,
  rencana: string | undefined,
) {
  const { kelas, ...lain } = ringkasan.json(detik);
  return {
    ...lain,
    kelas: { ...NOL, ...kelas },
    keteranganTakDikenal: keterangan,
    hasilTakDikenal: hasilAsing,
    siapDicatat: otomatis,
    perluDiputus: tunda,
    ...(rencana === undefined ? {} : { rencana }),
    ...(rekap.length > 0 ? { rekap } : {}),
  };
}

const isiRencana = (otomatis: number, tunda: number): string =>
  otomatis + tunda === 0
    ? 'Tidak ada yang perlu dicatat: semua jawaban sudah tercatat.'
    : `Di rencana: ${teksAngka(otomatis)} siap dicatat, ${teksAngka(tunda)} menunggu putusan orang.`;

/** What was read, the rows that somebody must see, then the counts; these stand last because they are read first. */
function teks(
  { keluaran, ringkasan, perlu, keterangan, hasilAsing, rekap, otomatis, tunda }: Laporan,
  rencana: string | undefined,
  opsi: OpsiPerintah,
): string {
  const adaIsi = otomatis + tunda > 0;
  return (
    barisTeks([...keluaran.berkas.flatMap(teksBerkas), ...perlu.teks, ...teksAsing(keterangan, hasilAsing)]) +
    // The classes say who was meant; this says what comes of it.
    (rencana === undefined ? '' : `${isiRencana(otomatis, tunda)}\n`) +
    teksRingkasan({
      ...{ masukan: [], ringkasan, perlu: perlu.jumlah, laporan: rekap },
      rencana,
      ...(rencana !== undefined && adaIsi && opsi.register === undefined
        ? { perintahKirim: perintahLanjut(rencana, opsi) }
        : {}),
    })
  );
}
