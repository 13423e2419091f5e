/** `pbi ekspor`: a closed batch as files of Format 34 or 37 for BPJS Kesehatan (BGR-17). */
import { createHash } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { VarianKawin } from '#domain/format/kode.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import type { OpsiEkspor } from '../ekspor/berkas-ekspor.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import type { Office } from '../google/target.ts';
import { addTargetOptions, type TargetOptions } from '../google/target-options.ts';
import { addEksporSemua } from './ekspor-semua.ts';
import { formatArgument, type NamaFormat } from './templat.ts';
import { addTunggu } from './terapkan.ts';

interface EksporOptions extends TargetOptions {
  batch: string;
  folder: string;
  kawin?: VarianKawin;
  urutan?: 'HB' | 'BH';
  paksaFormat?: boolean;
  kirim?: boolean;
  tanpaFaskes?: boolean;
  json?: boolean;
  tunggu: number;
}

export function addEkspor(program: Command): void {
  const command = program
    .command('ekspor')
    .description('tulis batch yang sudah ditutup sebagai XLSX, CSV dan manifes untuk BPJS Kesehatan')
    .addArgument(formatArgument())
    .option('--batch <batch>', 'nama batch, misalnya "BGR-U 2026-11" (wajib)')
    .option('--folder <folder>', 'tempat berkas ditulis', 'ekspor')
    .addOption(new Option('--kawin <nomor>', 'penomoran status kawin cabang BPJS').choices(['1-5', '0-3']))
    .addOption(new Option('--urutan <urutan>', 'tanggal: HB hari/bulan, BH bulan/hari').choices(['HB', 'BH']))
    .option('--paksa-format', 'pakai format ini walau jalur batch memakai yang lain')
    .option('--kirim', 'catat di register bahwa batch sudah dikirim ke BPJS')
    .option('--tanpa-faskes', 'dengan --kirim: catat terkirim walau ada baris tanpa kode faskes')
    .option('--json', 'tulis hasil sebagai JSON');
  addTunggu(addTargetOptions(command)).action(async (nama: NamaFormat, options: Partial<EksporOptions>) => {
    // Not required of the command below, which has no batch.
    if (options.batch === undefined)
      command.error("'--batch <batch>'", { code: 'commander.missingMandatoryOptionValue' });
    await run(nama, options as EksporOptions);
  });
  addEksporSemua(command);
}

async function run(nama: NamaFormat, options: EksporOptions): Promise<void> {
  // Loaded here so that other commands start without writers and the Google client.
  const { bookOf, connect } = await import('../google/target.ts');
  const { readSettings } = await import('../google/settings.ts');
  const { periksaFormat } = await import('../ekspor/format-rute.ts');
  const { readIsiBatch } = await import('../ekspor/isi-batch.ts');
  const { susunEkspor, writeEkspor } = await import('../ekspor/berkas-ekspor.ts');
  const office = await connect(options);
  const buku = bookOf(office, options);
  const settings = await readSettings(office);
  const catatanFormat = periksaFormat(options.batch, nama === 'format34' ? '34' : '37', {
    mutasi: settings?.mutasiFormat,
    paksa: options.paksaFormat === true,
  });
  const isi = await readIsiBatch(office, buku, options.batch);
  const hasil = await susunEkspor(isi, await opsiEkspor(nama, options, office, settings));
  const path = await writeEkspor(options.folder, hasil.berkas);
  for (const kalimat of catatanFormat) process.stderr.write(`${kalimat}\n`);
  if (hasil.tanpaKodeFaskes > 0) {
    process.stderr.write(`${hasil.tanpaKodeFaskes} baris tanpa kode faskes. Isi kolom kode di tab Faskes.\n`);
  }
  const catatan = options.kirim
    ? (tanpaFaskes(hasil.tanpaKodeFaskes, options) ??
      (await catatKirim(hasil.manifes, path.at(-1) ?? '', office, buku, options)))
    : undefined;
  const laporan = { batch: options.batch, baris: isi.baris.length, berkas: path, manifes: hasil.manifes };
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...laporan, ...(catatan ? { kirim: catatan.jawaban } : {}) })}\n`
      : [...path, `${isi.baris.length} baris, sidik manifes ${hasil.manifes}`, ...(catatan ? [catatan.kalimat] : [])]
          .map((baris) => `${baris}\n`)
          .join(''),
  );
  process.exitCode = catatan?.code ?? EXIT.ok;
}

/** What the command line says, else the office's settings where they can be read, else what the SOP's forms use. */
async function opsiEkspor(
  nama: NamaFormat,
  options: EksporOptions,
  office: Office,
  settings: Pengaturan | undefined,
): Promise<OpsiEkspor> {
  const { readTab } = await import('../google/tab.ts');
  const { bacaKodeFaskes } = await import('#domain/pengaturan/kode-faskes.ts');
  const faskes = settings ? await readTab(office, office.spreadsheets['register'] ?? '', 'Faskes') : [];
  return {
    format: nama === 'format34' ? 'F34' : 'F37',
    kawin: options.kawin ?? settings?.kawinVarian ?? '1-5',
    urutan: options.urutan ?? settings?.urutanTanggal ?? 'HB',
    kodeMutasi: settings?.kodeMutasi ?? new Map(),
    kodeFaskes: bacaKodeFaskes(faskes),
    ...(settings ? { daftarWilayah: settings.wilayah } : {}),
  };
}

interface Catatan {
  code: ExitCode;
  jawaban: string;
  kalimat: string;
}

/** BPJS asks for the facility's code: files without it have hardly been sent, unless somebody says so. */
function tanpaFaskes(banyak: number, { batch, tanpaFaskes: disengaja }: EksporOptions): Catatan | undefined {
  if (banyak === 0 || disengaja) return undefined;
  const kalimat = `Batch ${batch} tidak dicatat terkirim: ${banyak} baris tanpa kode faskes. Lengkapi tab Faskes lalu jalankan lagi, atau tambahkan --tanpa-faskes bila berkasnya memang dikirim begitu.`;
  return { code: EXIT.needsPerson, jawaban: kalimat, kalimat };
}

/** Tells the register that the files went out; the same files are told once. */
async function catatKirim(
  manifes: string,
  path: string,
  office: Office,
  buku: string,
  { batch, tunggu }: EksporOptions,
): Promise<Catatan> {
  const { denganSesi } = await import('../rencana/sesi.ts');
  const id = (ulang: number) =>
    createHash('sha256')
      .update(`KIRIM_BATCH${batch}${manifes}${ulang || ''}`)
      .digest('hex')
      .slice(0, 32);
  const perintah = {
    nama: batch,
    jenis: 'KIRIM_BATCH',
    muatan: JSON.stringify({ batch, manifest: manifes }),
    id,
  } as const;
  const [jawaban] = await denganSesi(office, { path, buku, tunggu }, (kirim) => kirim([perintah]));
  if (jawaban?.keadaan === 'SELESAI') return { code: EXIT.ok, jawaban: jawaban.jawaban, kalimat: jawaban.jawaban };
  const sebab =
    jawaban?.keadaan === 'DITOLAK' ? `Ditolak: ${jawaban.jawaban}` : 'Register belum menjawab. Jalankan lagi nanti.';
  return { code: EXIT.needsPerson, jawaban: sebab, kalimat: sebab };
}
