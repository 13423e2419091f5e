/** A reference file as a relation of text columns that DuckDB reads itself: fast, and every row accounted for. */
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { EXIT, UserError } from '../../errors.ts';
import { bacaCsvSql, SEDIKIT } from '../db/csv-sql.ts';
import { kutipNama, kutipTeks } from '../db/kutip.ts';
import type { Mesin } from '../db/mesin.ts';
import type { BerkasDicari } from '../pencari/cari.ts';
import { intipCsv } from '../sumber/dialek.ts';
import type { AturanJudul } from '../sumber/judul.ts';
import { penafsirJudul } from '../sumber/judul.ts';
import { KOLOM_REFERENSI, type KolomReferensi } from './kolom-sql.ts';
import type { UrutanTanggal } from './tanggal-sql.ts';

export interface BerkasReferensi {
  readonly nama: string;
  /** A query whose columns are `KolomReferensi`, all of them text. */
  readonly relasi: string;
  readonly urutan: UrutanTanggal;
  /** Heading of each column that was recognised. */
  readonly kolom: Readonly<Partial<Record<KolomReferensi, string>>>;
  /** Statement that says how many rows DuckDB could not read; undefined where it stops at the first. */
  readonly ditolak?: string;
  /** Of a CSV file. */
  readonly csv?: BentukReferensi;
}

/** A file that was opened. */
export interface BerkasDibuka extends BerkasReferensi {
  /** The query for whoever looks at it besides the load: what cannot be read is said by that. */
  readonly lagi: string;
}

/** How a CSV file is written. */
export interface BentukReferensi extends BerkasDicari {
  /** The query for another file that is written the same way, but has no headings. */
  readonly salinan: (path: string) => string;
}

/** What an extract says of a member, besides the fields of a person; the first that a file has. */
const STATUS = ['STATUS', 'DESIL', 'STATUS PESERTA', 'STATUS KEPESERTAAN', 'STATUS KEAKTIFAN', 'KETERANGAN'];
/** Of the poor the decile counts, whatever else is said of them. */
const STATUS_DTKS = ['DESIL', 'DESIL NASIONAL', 'DESIL KESEJAHTERAAN', ...STATUS.filter((satu) => satu !== 'DESIL')];

const CONTOH = 2_000;

export const isParquet = (path: string): boolean => extname(path).toLowerCase() === '.parquet';

export interface OpsiBaca {
  readonly judul?: AturanJudul;
  readonly urutan?: 'HB' | 'BH' | undefined;
  /** Name of the reference that it is. */
  readonly referensi?: string;
}

/** @throws UserError code 3 when the file is no table of people or of a kind that is not read */
export async function bacaReferensi(
  mesin: Mesin,
  path: string,
  { judul = {}, urutan, referensi }: OpsiBaca = {},
): Promise<BerkasDibuka> {
  const lengkap = { ...judul, kolomTambahan: { status: referensi === 'dtks' ? STATUS_DTKS : STATUS } };
  const berkas = await (isParquet(path) ? parquet : csv)(mesin, path, lengkap);
  if (berkas.kolom.nik === undefined) {
    throw new UserError(EXIT.badInput, `${berkas.nama}: kolom NIK tidak ditemukan. Beri judul "NIK", lalu simpan.`);
  }
  return { ...berkas, urutan: urutan ?? (await urutanTanggal(mesin, berkas.lagi)) };
}

/** More bad lines than anybody mends by hand. */
const DITOLAK_TERBANYAK = 1_000;

let nomorBerkas = 0;

type Terbuka = Omit<BerkasDibuka, 'urutan'>;

/** How the workbooks of Excel begin, the new and the old. */
const BUKU_KERJA = ['504b0304', 'd0cf11e0'];
const PANJANG_TANDA = 4;

/** The first bytes in hexadecimal digits. @throws UserError code 3 for what is no file */
async function tanda(path: string, nama: string): Promise<string> {
  try {
    const berkas = await open(path);
    try {
      const { buffer } = await berkas.read(Buffer.alloc(PANJANG_TANDA), 0, PANJANG_TANDA, 0);
      return buffer.toString('hex');
    } finally {
      await berkas.close();
    }
  } catch (error) {
    const sebab =
      (error as NodeJS.ErrnoException).code === 'EISDIR'
        ? 'Ini folder. Sebutkan berkasnya.'
        : 'Berkas tidak ada atau tidak boleh dibaca.';
    throw new UserError(EXIT.badInput, `${nama}: ${sebab}`, { cause: error });
  }
}

async function csv(_: Mesin, path: string, aturan: AturanJudul): Promise<Terbuka> {
  const nama = basename(path);
  if (BUKU_KERJA.includes(await tanda(path, nama))) {
    const sentence = `${nama}: Referensi harus CSV UTF-8 atau Parquet, bukan buku kerja. Simpan ulang dari Excel sebagai CSV UTF-8.`;
    throw new UserError(EXIT.badInput, sentence);
  }
  const { encoding, delimiter, dataLine, judul, kolom } = await intipCsv(path, aturan);
  if (encoding !== 'utf-8') {
    throw new UserError(
      EXIT.badInput,
      `${nama}: Referensi harus CSV UTF-8, bukan ${encoding}. Simpan ulang sebagai UTF-8.`,
    );
  }
  // A table for each file: one for all would mix their lines.
  nomorBerkas += 1;
  const tolak = `tolak_${nomorBerkas}`;
  const asal = Object.fromEntries(Object.entries(kolom).map(([satu, indeks]) => [satu, `c${indeks}`]));
  const bentuk = { pemisah: delimiter, lebar: judul.length };
  const relasi = (dari: string, lewati: number, ...lain: readonly string[]): string =>
    teksSemua(bacaCsvSql(dari, { ...bentuk, lewati }, 'null_padding = false', SEDIKIT, ...lain), asal);
  return {
    nama,
    relasi: relasi(
      path,
      dataLine - 1,
      `store_rejects = true, rejects_limit = ${DITOLAK_TERBANYAK}`,
      `rejects_table = ${kutipTeks(tolak)}, rejects_scan = ${kutipTeks(`${tolak}_baca`)}`,
    ),
    lagi: relasi(path, dataLine - 1, 'ignore_errors = true'),
    csv: {
      ...{ path, dataLine, ...bentuk, nik: kolom['nik'] ?? -1 },
      salinan: (salinan) => relasi(salinan, 0),
    },
    kolom: Object.fromEntries(Object.entries(kolom).map(([satu, indeks]) => [satu, judul[Number(indeks)] ?? ''])),
    ditolak: `SELECT DISTINCT line::BIGINT AS baris FROM ${tolak} ORDER BY line`,
  };
}

async function parquet(mesin: Mesin, path: string, aturan: AturanJudul): Promise<Terbuka> {
  const nama = basename(path);
  const relasi = `read_parquet(${kutipTeks(path)})`;
  const judul = await mesin.baca(`DESCRIBE SELECT * FROM ${relasi}`).catch((error: unknown) => {
    throw new UserError(EXIT.badInput, `${nama}: Berkas Parquet tidak ada atau rusak.`, { cause: error });
  });
  const tafsirkan = penafsirJudul(aturan);
  const asal: Partial<Record<string, string>> = {};
  const dikenal = judul.flatMap(({ column_name: satu }) => {
    const arti = tafsirkan(String(satu));
    return arti ? [{ ...arti, kolom: String(satu) }] : [];
  });
  // The surest heading of each field.
  for (const { sebagai, kolom } of dikenal.sort((a, b) => a.peringkat - b.peringkat)) asal[sebagai] ??= kolom;
  const semua = teksSemua(relasi, asal);
  return { nama, relasi: semua, lagi: semua, kolom: asal };
}

/** Dates of Parquet become ISO text by themselves. */
const teksSemua = (relasi: string, asal: Readonly<Partial<Record<string, string>>>): string =>
  `(SELECT ${KOLOM_REFERENSI.map((kolom) => {
    const dari = asal[kolom];
    return `${dari === undefined ? `''` : `coalesce(${kutipNama(dari)}::VARCHAR, '')`} AS ${kolom}`;
  }).join(', ')} FROM ${relasi})`;

/** Dates with the year in front need no order; of others a day above twelve decides, and people here write it first. */
async function urutanTanggal(mesin: Mesin, relasi: string): Promise<UrutanTanggal> {
  const [bukti] = await mesin.baca(`
    SELECT coalesce(max(try_cast(depan AS INTEGER)), 0) AS depan, coalesce(max(try_cast(tengah AS INTEGER)), 0) AS tengah
    FROM (SELECT unnest(regexp_extract(tgl_lahir, '^\\D*(\\d{1,2})[-/. ](\\d{1,2})[-/. ]\\d{4}', ['depan', 'tengah']))
      FROM ${relasi} LIMIT ${CONTOH})`);
  const [depan, tengah] = [Number(bukti?.['depan']), Number(bukti?.['tengah'])];
  return depan <= 12 && tengah > 12 ? 'BH' : 'HB';
}

/** So many rows are named; the rest is counted. */
const DISEBUT = 10;

/**
 * Nothing of a file is left out silently: a row that DuckDB could not read stops the work.
 * @throws UserError code 3 that names the lines
 */
export async function periksaDitolak(mesin: Mesin, { nama, ditolak }: BerkasReferensi): Promise<void> {
  if (ditolak === undefined) return;
  const semua = (await mesin.baca(ditolak)).map(({ baris }) => Number(baris));
  if (semua.length === 0) return;
  const lebih = semua.length > DISEBUT ? ` dan ${semua.length - DISEBUT} baris lain` : '';
  const sentence = `${nama} baris ${semua.slice(0, DISEBUT).join(', ')}${lebih}: jumlah kolom tidak sama dengan judulnya, tanda kutip tidak ditutup, atau hurufnya bukan UTF-8. Perbaiki berkasnya, lalu ulangi.`;
  throw new UserError(EXIT.badInput, sentence);
}
