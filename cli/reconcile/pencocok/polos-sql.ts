/**
 * The rows of a clean CSV file that need no judgement: every cell already stands as our reader would leave it. The database
 * reads the file and keeps these; the others are read by us.
 */
import { KOLOM_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import { bacaCsvSql, SEDIKIT } from '../db/csv-sql.ts';
import { kutipTeks } from '../db/kutip.ts';
import type { Mesin } from '../db/mesin.ts';
import type { BacaBersama, BarisMentah } from '../sumber/bentuk.ts';
import { selCsv } from '../sumber/csv.ts';

const kosongAtau = (kolom: string, bila: string): string => `(${kolom} = '' OR ${bila})`;
const penuh = (kolom: string, pola: string): string => `regexp_full_match(${kolom}, ${kutipTeks(pola)})`;

const ENAM_BELAS = '[1-9][0-9]{15}';
/** Letters that need no tidying, as our reader knows them; a name begins with one, so that it is no mere sign. */
const NAMA = `[A-Z][A-Z'.,]*(?: [A-Z'.,]+)*`;

const nama = (kolom: string): string => kosongAtau(kolom, penuh(kolom, NAMA));
const ISO = '[0-9]{4}-[0-9]{2}-[0-9]{2}';

/** When a cell of a field is taken as it stands. */
const POLOS: Readonly<Record<KolomOrang, (kolom: string) => string>> = {
  nik: (kolom) => penuh(kolom, ENAM_BELAS),
  no_kk: (kolom) => kosongAtau(kolom, penuh(kolom, ENAM_BELAS)),
  nama,
  tempat_lahir: nama,
  tgl_lahir: (kolom) =>
    kosongAtau(kolom, `(${penuh(kolom, ISO)} AND ${kolom} >= '0001' AND try_cast(${kolom} AS DATE) IS NOT NULL)`),
  jk: (kolom) => `${kolom} IN ('', 'L', 'P')`,
  nama_ibu: nama,
  kode_wilayah: (kolom) => kosongAtau(kolom, penuh(kolom, '[0-9]{10}')),
  no_kartu: (kolom) => kosongAtau(kolom, penuh(kolom, '[0-9]{13}')),
};

/** What makes a row without NIK clearly one of a person: all of these, and a long number. */
const ORANG = ['nama', 'tgl_lahir', 'jk'] as const;
const NOMOR = ['no_kk', 'no_kartu', 'kode_wilayah'] as const;

/** A row with a NIK, or one without that is no sum or signature. @param semua all cells */
function nikPolos(letak: ReadonlyMap<string, string>, semua: readonly string[]): string {
  const nik = letak.get('nik');
  if (nik === undefined) return 'false';
  const orang = ORANG.map((satu) => letak.get(satu));
  const nomor = NOMOR.flatMap((satu) => letak.get(satu) ?? []);
  if (orang.includes(undefined) || nomor.length === 0) return POLOS.nik(nik);
  const terisi = [...orang, `concat(${nomor.join(', ')})`].map((satu) => `${satu} <> ''`).join(' AND ');
  return `(${POLOS.nik(nik)} OR (${nik} = '' AND ${terisi} AND NOT regexp_matches(concat(${semua.join(', ')}), '(?i)jumlah|total')))`;
}

/** Our reader takes marks off that keep spreadsheets from running a text. */
const tanpaTanda = (kolom: string): string => `NOT contains(${kolom}, '''') AND NOT starts_with(${kolom}, '=')`;

const sel = (indeks: number): string => `c${indeks}`;

/** Rows that the database puts in by itself. */
export interface BarisLangsung {
  readonly sql: string;
  readonly jumlah: number;
  /** Whether they have columns besides those of people. */
  readonly adaLain: boolean;
  /** Places that were given, to these rows and to those that are read one by one. */
  readonly tempat: number;
}

/** Makes the table `mentah` with a column for each of the file, and `polos`. @returns the plain rows as those of `masuk` */
export async function bacaPolos(
  mesin: Mesin,
  { csv, tabel, terpotong }: BacaBersama,
  judulTiket: string | undefined,
): Promise<BarisLangsung> {
  const { kolom, lebar } = tabel;
  const indeks = Array.from({ length: lebar }, (_, i) => i);
  const letak = new Map(kolom.map((satu) => [satu.sebagai, sel(satu.indeks)]));
  const orang = KOLOM_ORANG.map((satu) => letak.get(satu) ?? `''`);
  const isOrang = new Set(orang);
  const syarat = [
    ...KOLOM_ORANG.flatMap((satu) => {
      const ada = letak.get(satu);
      if (satu === 'nik') return [nikPolos(letak, indeks.map(sel))];
      return ada === undefined ? [] : [POLOS[satu](ada)];
    }),
    ...indeks.map(sel).flatMap((satu) => (isOrang.has(satu) ? [] : [tanpaTanda(satu)])),
    ...(terpotong ? [`NOT ends_with(${letak.get('nik')}, '0')`] : []),
  ];
  const akhirBaris = `new_line = '${csv.akhirBaris === '\n' ? '\\n' : '\\r\\n'}'`;
  // The order of the lines is that of the rows only where the database is asked to keep it.
  await mesin.jalankan('SET preserve_insertion_order = true');
  await mesin.jalankan(`CREATE OR REPLACE TEMP TABLE mentah AS
    SELECT *, ${syarat.join(' AND ')} AS polos
    FROM (SELECT ${indeks.map((i) => `coalesce(${sel(i)}, '') AS ${sel(i)}`).join(', ')}
      FROM ${bacaCsvSql(csv.path, { pemisah: csv.pemisah, lebar, lewati: csv.dataLine - 1 }, akhirBaris, SEDIKIT)})`);
  await mesin.jalankan('SET preserve_insertion_order = false');
  const lain = new Map(
    kolom.flatMap(({ indeks: i, judul }) => (isOrang.has(sel(i)) || judul === judulTiket ? [] : [[judul, sel(i)]])),
  );
  const json = [...lain].map(([judul, dari]) => `${kutipTeks(judul)}, ${dari}`).join(', ');
  const [hitung] = await mesin.baca('SELECT count(*)::INTEGER AS semua, count_if(polos)::INTEGER AS polos FROM mentah');
  if (Number(hitung?.['semua']) !== csv.catatan) throw new Error('the database has read other lines than were counted');
  const sql = `SELECT rowid::INTEGER AS u, rowid::INTEGER + ${csv.dataLine} AS nomor, ${letak.get('tiket') ?? `''`} AS tiket,
      ${KOLOM_ORANG.map((satu, i) => `${orang[i]} AS ${satu}`).join(', ')},
      ${lain.size === 0 ? `'{}'` : `json_object(${json})::VARCHAR`} AS lain, '' AS cacat, false AS rusak, false AS ditolak, false AS nik_cacat
    FROM mentah WHERE polos`;
  return { sql, jumlah: Number(hitung?.['polos']), adaLain: lain.size > 0, tempat: csv.catatan };
}

/** Rows of one query: the connection takes rows in between two of them. */
const SEKALI_BACA = 20_000;

/** The rows that are not taken as they stand, in their order. */
export async function* barisSisa(
  { baca, koneksi }: Mesin,
  { csv: { dataLine }, tabel: { lebar } }: BacaBersama,
): AsyncGenerator<BarisMentah[]> {
  const kolom = Array.from({ length: lebar }, (_, i) => sel(i));
  const [hitung] = await baca('SELECT count(*)::INTEGER AS banyak FROM mentah WHERE NOT polos');
  for (let awal = 0; awal < Number(hitung?.['banyak']); awal += SEKALI_BACA) {
    const hasil = await koneksi.runAndReadAll(
      `SELECT rowid::INTEGER + ${dataLine} AS nomor, ${kolom.join(', ')} FROM mentah WHERE NOT polos
       ORDER BY rowid LIMIT ${SEKALI_BACA} OFFSET ${awal}`,
    );
    const baris = hasil.getRowsJson() as unknown as (readonly [number, ...string[]])[];
    yield baris.map(([nomor, ...isian]) => ({ nomor, sel: selCsv(isian), cacat: [] }));
  }
}
