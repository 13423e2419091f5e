/** `pbi rekonsiliasi`: BPJS's answers of a month against the register (BGR-19, S-08). */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parsePeriode } from '#domain/periode/periode.ts';
import { parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';
import type { Cakupan } from '#usecase/rekonsiliasi/bentuk.ts';
import { EXIT } from '../errors.ts';
import type { Office } from '../google/target.ts';
import { addTargetOptions } from '../google/target-options.ts';
import type { IsiRegister } from '../rekonsiliasi/kasus.ts';
import type { RencanaRekonsiliasi } from '../rekonsiliasi/rencana.ts';
import type { TerapkanOptions } from '../rencana/terapkan.ts';
import { addTunggu } from './terapkan.ts';

interface RekonsiliasiOptions extends TerapkanOptions {
  batch?: string;
  periode?: string;
  tanggal?: Tanggal;
  urutan?: 'HB' | 'BH';
  rekap?: string;
  rencana?: string;
  yes?: boolean;
}

function periode(text: string): string {
  const found = parsePeriode(text);
  if (!found) throw new InvalidArgumentError('Tulis TTTT-BB, misalnya 2026-11.');
  return found;
}

function tanggal(text: string): Tanggal {
  const found = parseTanggal(text);
  if (!found) throw new InvalidArgumentError('Tulis TTTT-BB-HH, misalnya 2026-11-27.');
  return found;
}

export function addRekonsiliasi(program: Command): void {
  const command = program
    .command('rekonsiliasi')
    .description('cocokkan berkas umpan balik BPJS dengan register dan buat rencana pencatatannya')
    .argument('<berkas>', 'berkas .xlsx atau .csv dari BPJS')
    .addOption(new Option('--batch <batch>', 'batch yang dijawab, misalnya "BGR-U 2026-11"').conflicts('periode'))
    .option('--periode <periode>', 'periode yang dijawab, TTTT-BB', periode)
    .option('--tanggal <tanggal>', 'tanggal jawaban, untuk baris yang tidak menyebutkannya', tanggal)
    .addOption(new Option('--urutan <urutan>', 'tanggal: HB hari/bulan, BH bulan/hari').choices(['HB', 'BH']))
    .option('--rekap <folder>', 'tulis rekap untuk Dinkes, Dinsos dan tiap kelurahan ke folder ini')
    .option('--rencana <berkas>', 'nama berkas rencana (bawaan: di samping berkasnya)')
    .option('--yes', 'langsung catat yang cocok')
    .option('--json', 'tulis hasil sebagai JSON');
  addTunggu(addTargetOptions(command)).action(run);
}

async function run(path: string, options: RekonsiliasiOptions): Promise<void> {
  // Loaded here so that other commands start without readers and the Google client.
  const { bookOf, connect } = await import('../google/target.ts');
  const { readRegister } = await import('../rekonsiliasi/kasus.ts');
  const { writeRencana } = await import('../rekonsiliasi/rencana.ts');
  const { hitung, perluOrang, teksRekonsiliasi } = await import('../rekonsiliasi/teks.ts');
  const office = await connect(options);
  const register = await readRegister(office, bookOf(office, options));
  const rencana = await susun(path, register, office, options);
  const rencanaPath = options.rencana ?? `${path}.rencana.json`;
  await writeRencana(rencanaPath, rencana);
  const rekap = options.rekap === undefined ? [] : await tulisRekap(options.rekap, rencana, register);
  const { baris, belumDijawab } = rencana;
  const ringkas = baris.map(({ jawaban: _, ...satu }) => satu);
  const laporan = { rencana: rencanaPath, jumlah: hitung(rencana), baris: ringkas, belumDijawab, rekap };
  const teks = options.json ? `${JSON.stringify(laporan)}\n` : teksRekonsiliasi(rencana);
  // With --json and sending, stdout belongs to the results.
  const siap = baris.filter(({ golongan }) => golongan === 'cocok').length;
  const kirim = options.yes === true && siap > 0;
  (kirim && options.json ? process.stderr : process.stdout).write(teks);
  for (const satu of rekap) process.stderr.write(`Rekap ditulis ke ${satu}.\n`);
  if (kirim) {
    const { denganLanjutan } = await import('../rencana/lanjutan.ts');
    const { terapkanRekonsiliasi } = await import('../rekonsiliasi/terapkan.ts');
    process.exitCode = await denganLanjutan(rencanaPath, options, () =>
      terapkanRekonsiliasi(rencanaPath, rencana, office, options),
    );
    return;
  }
  const lanjut = siap > 0 ? ` Catat ${siap} jawaban dengan: pbi terapkan ${rencanaPath} --sebagai <surel>` : '';
  process.stderr.write(`Rencana ditulis ke ${rencanaPath}.${lanjut}\n`);
  process.exitCode = perluOrang(rencana) ? EXIT.needsPerson : EXIT.ok;
}

async function susun(
  path: string,
  { kasus, sidik, alasan, pengaturan }: IsiRegister,
  office: Office,
  options: RekonsiliasiOptions,
): Promise<RencanaRekonsiliasi> {
  const { tanggalWaktu } = await import('#domain/waktu/waktu.ts');
  const { rekonsiliasi } = await import('#usecase/rekonsiliasi/rekonsiliasi.ts');
  const { readBerkas } = await import('../berkas/berkas.ts');
  const { bacaBerkasUmpanBalik } = await import('../rekonsiliasi/berkas.ts');
  const berkas = await readBerkas(path);
  const { urutan, tanggal: pada } = options;
  const dibaca = bacaBerkasUmpanBalik(berkas, {
    hariIni: tanggalWaktu(office.now),
    kodeWilayah: pengaturan.kodeWilayah,
    daftarWilayah: pengaturan.wilayah,
    urutan,
    tanggal: pada,
  });
  const cakupan: Cakupan = {
    ...(options.batch === undefined ? {} : { batch: options.batch }),
    ...(options.periode === undefined ? {} : { periode: options.periode }),
  };
  const { satuKk } = pengaturan;
  const hasil = rekonsiliasi(dibaca.baris, kasus, { kini: office.now, cakupan, alasan, satuKk });
  const versi = new Map(kasus.map((satu) => [satu.tiket, satu.versi]));
  return {
    versi: 1,
    jenis: 'REKONSILIASI',
    dibuat: office.now,
    berkas: { nama: berkas.nama, sha256: berkas.sha256, lembar: dibaca.lembar },
    cakupan,
    kasus: { jumlah: kasus.length, sidik },
    baris: hasil.baris.map((satu) => ({
      ...satu,
      tiket: [...satu.tiket],
      petunjuk: [...satu.petunjuk],
      ...(satu.golongan === 'cocok' ? { versi: versi.get(satu.tiket[0] ?? '') ?? '' } : {}),
    })),
    lewat: [...dibaca.lewat],
    belumDijawab: [...hasil.belumDijawab],
  };
}

async function tulisRekap(folder: string, rencana: RencanaRekonsiliasi, register: IsiRegister): Promise<string[]> {
  const { writeEkspor } = await import('../ekspor/berkas-ekspor.ts');
  const { susunRekap } = await import('../rekonsiliasi/rekap.ts');
  const { kasus, alasan, pengaturan } = register;
  return writeEkspor(folder, await susunRekap({ rencana, kasus, alasan, wilayah: pengaturan.wilayah }), '--rekap');
}
