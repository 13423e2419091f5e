/** The files of an export: XLSX, CSV and the manifest that proves them; the same batch gives the same bytes. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tulisCsv } from '#domain/format/csv.ts';
import { rekamanDariKasus } from '#domain/format/kasus-format.ts';
import { JENIS_MUTASI, type VarianKawin } from '#domain/format/kode.ts';
import { type Format, kolomFormat } from '#domain/format/kolom.ts';
import { tulisBerkas } from '#domain/format/tulis.ts';
import { type KodeFaskes, kodeFaskesDari } from '#domain/pengaturan/kode-faskes.ts';
import { cariKalurahan, type DaftarWilayah } from '#domain/wilayah/wilayah.ts';
import { writeXlsx } from '../berkas/xlsx.ts';
import { EXIT, UserError } from '../errors.ts';
import type { BarisBatch, IsiBatch } from './isi-batch.ts';

export interface OpsiEkspor {
  readonly format: Format;
  readonly kawin: VarianKawin;
  readonly urutan: 'HB' | 'BH';
  /** The branch's numbers for kinds of change. */
  readonly kodeMutasi: ReadonlyMap<string, string>;
  /** Codes of facilities by name, for batches that do not carry them. */
  readonly kodeFaskes: KodeFaskes;
  readonly daftarWilayah?: DaftarWilayah;
}

export interface BerkasEkspor {
  readonly nama: string;
  readonly bytes: Uint8Array;
}

export interface HasilEkspor {
  readonly berkas: readonly BerkasEkspor[];
  /** SHA-256 of the manifest. */
  readonly manifes: string;
  /** Rows whose facility has no code: BPJS asks for it. */
  readonly tanpaKodeFaskes: number;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `BGR-U 2026-11` and format 34 -> `BGR-U_2026-11-format34`. */
const namaDasar = (batch: string, format: Format): string =>
  `${batch.replace(/[^A-Za-z0-9-]+/g, '_')}-format${format.slice(1)}`;

export async function susunEkspor(isi: IsiBatch, opsi: OpsiEkspor): Promise<HasilEkspor> {
  const { format, kawin, urutan, kodeMutasi } = opsi;
  const rekaman = isi.baris.map((baris) => keRekaman(baris, opsi));
  const jenisMutasi = JENIS_MUTASI.map(({ label }) => ({ label, kode_bpjs: kodeMutasi.get(label) ?? '' }));
  const { baris, dataMulai } = tulisBerkas(rekaman, { format, kawin, urutan, jenisMutasi });
  const lebar = kolomFormat(format).map(({ panjang }) => Math.min(30, Math.max(12, panjang + 2)));
  const dasar = namaDasar(isi.batch, format);
  const xlsx = await writeXlsx([{ nama: `Format ${format.slice(1)}`, baris, lebar, tebal: [0, dataMulai - 3] }]);
  // Excel takes a CSV without the mark for Windows-1252.
  const csv = new TextEncoder().encode(`\uFEFF${tulisCsv(baris)}`);
  const tabel = [
    { nama: `${dasar}.xlsx`, bytes: xlsx },
    { nama: `${dasar}.csv`, bytes: csv },
  ];
  const isiManifes = {
    versi: 1,
    batch: isi.batch,
    format: format.slice(1),
    kawin,
    urutan,
    baris: isi.baris.length,
    hash: isi.hash,
    tiket: isi.baris.map(({ tiket }) => tiket),
    berkas: tabel.map(({ nama, bytes }) => ({ nama, bita: bytes.length, sha256: sha256(bytes) })),
  };
  const manifes = new TextEncoder().encode(`${JSON.stringify(isiManifes, null, 2)}\n`);
  return {
    berkas: [...tabel, { nama: `${dasar}.manifes.json`, bytes: manifes }],
    manifes: sha256(manifes),
    tanpaKodeFaskes: rekaman.filter(({ kode_fktp }) => kode_fktp === '').length,
  };
}

function keRekaman({ isi, kodeWilayah }: BarisBatch, { format, kodeFaskes, daftarWilayah }: OpsiEkspor) {
  const dikenal = cariKalurahan(kodeWilayah, daftarWilayah) !== undefined;
  const kalurahan = dikenal ? kodeWilayah : (isi.kalurahan ?? kodeWilayah);
  return rekamanDariKasus({ ...isi, kalurahan }, format, {
    kodeKabupaten: kodeWilayah.slice(0, 4),
    kodeFaskes: isi.kode_fktp ?? kodeFaskesDari(kodeFaskes, isi.fktp ?? ''),
    ...(daftarWilayah ? { daftarWilayah } : {}),
  });
}

/** Holds rows of people: nobody else on this machine reads them. */
const PRIVATE = 0o600;

/**
 * Writes the files into a folder, all or none.
 * @param pilihan the option that named the folder
 * @returns their paths
 * @throws UserError code 5 when a file of that name holds something else: what was sent once is not replaced silently
 */
export async function writeEkspor(
  folder: string,
  berkas: readonly BerkasEkspor[],
  pilihan = '--folder',
): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UserError(EXIT.usage, `Folder ${folder} tidak dapat dibuat. Sebutkan yang lain dengan ${pilihan}.`, {
      cause: error,
    });
  }
  const tujuan = berkas.map(({ nama, bytes }) => ({ path: join(folder, nama), bytes }));
  for (const { path, bytes } of tujuan) {
    const ada = await readFile(path).catch(() => undefined);
    if (ada && !ada.equals(bytes)) {
      throw new UserError(
        EXIT.conflict,
        `${path} sudah ada dengan isi lain. Pindahkan dahulu, atau pakai ${pilihan} lain.`,
      );
    }
  }
  for (const { path, bytes } of tujuan) await writeFile(path, bytes, { mode: PRIVATE });
  return tujuan.map(({ path }) => path);
}
