/** Judges what the matcher said against the truth, by kind of error. */
import { join } from 'node:path';
import { quoted, withDuckDb } from './duckdb.ts';

/** Classes that name a person. */
const MENYEBUT = "('COCOK', 'COCOK_BEDA', 'SARAN')";

export interface NilaiJenis {
  readonly jenis: string;
  readonly baris: number;
  /** Rows that name a person. */
  readonly disebut: number;
  /** Of these, the right one. */
  readonly benar: number;
  /** Rows whose person is in the reference. */
  readonly ada: number;
  /** Rows found: the right person named, or the NIK recognised as somebody else's. */
  readonly ditemukan: number;
  /** Wrong persons in class COCOK. */
  readonly cocokSalah: number;
}

export interface Nilai {
  readonly jumlah: NilaiJenis;
  readonly jenis: readonly NilaiJenis[];
  /** E.g. `{"COCOK": 812}`. */
  readonly kelas: Readonly<Record<string, number>>;
  /** Rows are those of the input, in its order, once each. */
  readonly urut: boolean;
  /** Rows that were judged wrong, a few of each kind, to be looked at. */
  readonly contoh: readonly Readonly<Record<string, string>>[];
}

export const presisi = ({ benar, disebut }: NilaiJenis): number => (disebut === 0 ? 1 : benar / disebut);
export const recall = ({ ditemukan, ada }: NilaiJenis): number => (ada === 0 ? 1 : ditemukan / ada);

const text = (file: string): string =>
  `read_csv(${quoted(file)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;

const ROWS = (hasil: string, kebenaran: string): string => `
CREATE TABLE dinilai AS
WITH benar AS (SELECT *, row_number() OVER () AS urutan FROM ${text(kebenaran)}),
  hasil AS (SELECT *, row_number() OVER () AS urutan FROM ${text(hasil)})
SELECT benar.jenis, benar.tiket, coalesce(benar.nik_benar, '') AS nik_benar, benar.bentrok = '1' AS bentrok,
  hasil.tiket AS tiket_hasil, hasil.kelas, coalesce(hasil.nik, '') AS nik, coalesce(hasil.nik_referensi, '') AS nik_referensi,
  hasil.skor, hasil.alasan, hasil.beda,
  hasil.kelas IN ${MENYEBUT} AS disebut,
  benar.nik_benar IS NOT NULL AS ada,
  disebut AND ada AND hasil.nik_referensi IS NOT DISTINCT FROM benar.nik_benar AS tepat,
  tepat OR (ada AND benar.bentrok = '1' AND hasil.kelas = 'BENTROK') AS ditemukan
FROM benar FULL JOIN hasil USING (urutan)`;

const SUMS = `count(*)::INTEGER AS baris, count_if(disebut)::INTEGER AS disebut, count_if(tepat)::INTEGER AS benar,
  count_if(ada)::INTEGER AS ada, count_if(ditemukan)::INTEGER AS ditemukan,
  count_if(kelas = 'COCOK' AND NOT tepat)::INTEGER AS "cocokSalah"`;

/**
 * @param hasil what the matcher wrote, one row for each row of the truth
 * @param contoh how many wrong rows of each kind to return
 */
export function nilai(temp: string, hasil: string, kebenaran: string, contoh = 0): Promise<Nilai> {
  return withDuckDb(join(temp, 'nilai'), async (db) => {
    const rows = async (sql: string) => (await db.runAndReadAll(sql)).getRowObjectsJson() as unknown;
    await db.run(ROWS(hasil, kebenaran));
    const [jumlah] = (await rows(`SELECT 'semua' AS jenis, ${SUMS} FROM dinilai`)) as NilaiJenis[];
    if (!jumlah) throw new Error('nothing to judge');
    const jenis = (await rows(`SELECT jenis, ${SUMS} FROM dinilai GROUP BY jenis ORDER BY jenis`)) as NilaiJenis[];
    const classes = (await rows('SELECT kelas, count(*)::INTEGER AS n FROM dinilai GROUP BY kelas ORDER BY kelas')) as {
      kelas: string;
      n: number;
    }[];
    const [order] = (await rows(
      'SELECT count_if(tiket IS DISTINCT FROM tiket_hasil)::INTEGER AS salah FROM dinilai',
    )) as { salah: number }[];
    const wrong = (await rows(`SELECT * FROM dinilai WHERE (disebut AND NOT tepat) OR (ada AND NOT ditemukan)
      QUALIFY row_number() OVER (PARTITION BY jenis ORDER BY tiket) <= ${contoh} ORDER BY jenis, tiket`)) as Record<
      string,
      string
    >[];
    return {
      jumlah,
      jenis,
      kelas: Object.fromEntries(classes.map(({ kelas, n }) => [kelas, n])),
      urut: order?.salah === 0,
      contoh: wrong,
    };
  });
}
