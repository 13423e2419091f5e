/** Scores of pairs of records in SQL, from the domain's table of weights: one column for each named part. */
import { BAGIAN, type Bagian, BOBOT } from '#domain/cocok/bobot.ts';
import { rusakSql } from './rusak.ts';

/** What the size and shape of a reference say about coincidences. */
export interface Besaran {
  /** Rows of the reference. */
  readonly penduduk: number;
  /** Different villages in it. */
  readonly wilayah: number;
}

/** SQL conditions with values, in order; the first that holds counts, and those behind it are not computed. */
export const pilih = (cabang: readonly (readonly [string, string | number])[], lain: string | number = 0): string =>
  `CASE ${cabang.map(([bila, nilai]) => `WHEN ${bila} THEN ${nilai}`).join(' ')} ELSE ${lain} END`;

/** Two whole numbers that differ in more digits than this are not compared any closer. */
const ANGKA_DEKAT = 4;

/** Of two different whole numbers: how many slips apart. Counting digits is far cheaper than weighing every slip. */
const selisih = (a: string, b: string): string =>
  pilih(
    [
      [`hamming(${a}, ${b}) = 1`, 1],
      [`hamming(${a}, ${b}) > ${ANGKA_DEKAT}`, 3],
    ],
    `least(damerau_levenshtein(${a}, ${b}), 3)`,
  );

/** How NIK relate: `sama`, one slip (`satu`, `kurang`, `lebih`), `dua`, `jauh`, '' where one is missing. */
const HUBUNGAN_NIK = pilih(
  [
    [`p.nik_teks = '' OR r.nik IS NULL`, `''`],
    ['p.nik = r.nik', `'sama'`],
    ['p.nik = 0 AND damerau_levenshtein(p.nik_teks, r.nik::VARCHAR) > 1', `'jauh'`],
    ['p.nik = 0', `CASE WHEN length(p.nik_teks) < 16 THEN 'kurang' ELSE 'lebih' END`],
  ],
  `(['satu', 'dua', 'jauh'])[${selisih('p.nik_teks', 'r.nik::VARCHAR')}]`,
);

/** People of one family card who are further apart are parent and child. */
const TAHUN_SEANGKATAN = 10;

const HUBUNGAN_LAHIR = pilih(
  [
    ['p.lahir = 0', `''`],
    [rusakSql('r', 'tgl_lahir'), `'rusak'`],
    ['r.lahir IS NULL', `''`],
    ['p.lahir = r.lahir', `'sama'`],
    ['p.lahir_tukar = r.lahir', `'tukar'`],
    [
      `(p.lahir // 100 = r.lahir // 100)::INTEGER + (p.lahir % 10000 = r.lahir % 10000)::INTEGER
        + (p.lahir // 10000 = r.lahir // 10000 AND p.lahir % 100 = r.lahir % 100)::INTEGER > 0`,
      `'dua'`,
    ],
    [`abs(p.lahir // 10000 - r.lahir // 10000) > ${TAHUN_SEANGKATAN}`, `'jauh'`],
  ],
  `'beda'`,
);

const HUBUNGAN_KK = pilih(
  [
    ['p.kk = 0', `''`],
    [rusakSql('r', 'no_kk'), `'rusak'`],
    ['r.kk IS NULL', `''`],
    ['p.kk = r.kk', `'sama'`],
    [`${selisih('p.kk::VARCHAR', 'r.kk::VARCHAR')} = 1`, `'satu'`],
  ],
  `'beda'`,
);

const TANPA_WILAYAH = 'p.wilayah = 0 OR r.wilayah IS NULL';
const SEKECAMATAN = 'p.wilayah // 10000 = r.wilayah // 10000';
const HUBUNGAN_WILAYAH = pilih(
  [
    [TANPA_WILAYAH, `''`],
    ['p.wilayah = r.wilayah', `'sama'`],
    [SEKECAMATAN, `'kec'`],
  ],
  `'beda'`,
);

const samaBeda = (kiri: string, kanan: string, kosong: string, rusak = 'false'): string =>
  pilih(
    [
      [rusak, `'rusak'`],
      [kosong, `''`],
      [`${kiri} = ${kanan}`, `'sama'`],
    ],
    `'beda'`,
  );

/** "KAB. BANTUL" and "Bantul" are one place. */
const tempat = (kolom: string): string =>
  `CASE WHEN regexp_full_match(${kolom}, '[A-Z]+') THEN ${kolom}
    ELSE regexp_replace(regexp_replace(upper(${kolom}), '^(KABUPATEN|KAB|KOTA)\\b', ''), '[^A-Z]', '', 'g') END`;

/**
 * Columns that say how the fields of a pair relate; `p` is the row, `r` the record of the reference, `n_nama` how their
 * names do: looked at before anything else, because it rules out most pairs.
 */
export const HUBUNGAN = `
  ${HUBUNGAN_NIK} AS h_nik,
  ${samaBeda('p.kartu', 'r.kartu', 'p.kartu = 0 OR r.kartu IS NULL', `p.kartu > 0 AND ${rusakSql('r', 'no_kartu')}`)} AS h_kartu,
  ${HUBUNGAN_KK} AS h_kk,
  n_nama,
  ${HUBUNGAN_LAHIR} AS h_lahir,
  ${samaBeda('p.jk', 'r.jk', 'p.jk = 0 OR r.jk = 0', `p.jk > 0 AND ${rusakSql('r', 'jk')}`)} AS h_jk,
  ${HUBUNGAN_WILAYAH} AS h_wilayah,
  CASE WHEN p.tempat = r.tempat AND p.tempat <> '' THEN 'sama'
    ELSE ${samaBeda(tempat('p.tempat'), tempat('r.tempat'), `p.tempat = '' OR r.tempat = ''`)} END AS h_tempat`;

const NIK_DEKAT = `h_nik IN ('sama', 'satu', 'kurang', 'lebih')`;
const B = BOBOT;

const nama = (banding: string, bobot: string): string =>
  pilih(
    [
      [`${banding} = -1`, 0],
      [`${banding} = 4`, bobot],
      [`${banding} = 3`, `${bobot} * ${B.namaUrutan}`],
      [`${banding} = 2`, `${bobot} * ${B.namaBagian}`],
      ...B.namaMirip.map(([mulai, bagian]) => [`${banding} >= ${mulai}`, `${bobot} * ${bagian}`] as const),
    ],
    B.namaBeda,
  );

/** What a coincidence in a crowd counts, and one in a village. */
const ukuran = ({ penduduk, wilayah }: Besaran): { readonly n: number; readonly w: number } => ({
  n: Math.log10(Math.max(penduduk, 1)),
  w: Math.min(Math.log10(Math.max(wilayah, 1)), B.wilayahTerbesar),
});

/** The parts of the score, from the columns of `HUBUNGAN` and the weights of the row's names. */
function bagian(besaran: Besaran): Readonly<Record<Bagian, string>> {
  const { n, w } = ukuran(besaran);
  const diDalamNik = `CASE WHEN h_lahir = 'sama' THEN ${B.lahirSama - B.lahirSamaDiNik} ELSE 0 END
    + CASE h_wilayah WHEN 'sama' THEN ${w - B.wilayahSamaTerkait} WHEN 'kec' THEN ${w / 2 - B.wilayahSamaTerkait} ELSE 0 END`;
  return {
    // Among few people a near NIK says less than the birth date and the place in it, which then count no more by themselves.
    nik: pilih([
      [`h_nik = 'sama'`, n + B.nikSama],
      [NIK_DEKAT, `greatest(${n + B.nikSatu}, ${diDalamNik})`],
      [`h_nik = 'dua'`, B.nikDua],
      [`h_nik = 'jauh'`, B.nikJauh],
    ]),
    kartu: pilih([[`h_kartu = 'sama'`, n + B.kartuSama]]),
    kk: pilih([
      [`h_kk = 'sama'`, n + B.kkSama],
      [`h_kk = 'satu'`, B.kkSatu],
      [`h_kk = 'beda'`, B.kkBeda],
    ]),
    nama: nama('n_nama', 'bobot_nama'),
    lahir: pilih([
      [`h_lahir = 'sama'`, `CASE WHEN ${NIK_DEKAT} THEN ${B.lahirSamaDiNik} ELSE ${B.lahirSama} END`],
      [`h_lahir = 'tukar'`, `CASE WHEN ${NIK_DEKAT} THEN ${B.lahirTertukarDiNik} ELSE ${B.lahirTertukar} END`],
      [`h_lahir = 'dua'`, `CASE WHEN ${NIK_DEKAT} THEN ${B.lahirTertukarDiNik} ELSE ${B.lahirDua} END`],
      [`h_lahir = 'beda'`, `CASE WHEN ${NIK_DEKAT} THEN ${B.lahirBedaDiNik} ELSE ${B.lahirBeda} END`],
      [`h_lahir = 'jauh'`, `CASE WHEN ${NIK_DEKAT} THEN ${B.lahirJauhDiNik} ELSE ${B.lahirJauh} END`],
    ]),
    jk: pilih([
      [`h_jk = 'sama'`, B.jkSama],
      [`h_jk = 'beda'`, B.jkBeda],
    ]),
    ibu: pilih(
      [
        ['n_ibu = -1', 0],
        [`n_ibu >= 2 AND h_kk = 'sama'`, B.ibuSamaSeKk],
        ['n_ibu >= 2', 'bobot_ibu'],
        ['n_ibu > 0', `CASE WHEN h_kk = 'sama' THEN 0 ELSE bobot_ibu * ${B.ibuMirip} END`],
      ],
      `CASE WHEN h_nik = 'sama' THEN ${B.ibuBeda} WHEN h_kk = 'sama' THEN ${B.ibuBedaSeKk}
        WHEN ${NIK_DEKAT} OR h_kartu = 'sama' THEN ${B.ibuBeda} ELSE ${B.ibuBedaTanpaNomor} END`,
    ),
    wilayah: pilih([
      [`h_wilayah IN ('sama', 'kec') AND (${NIK_DEKAT} OR h_kk = 'sama')`, B.wilayahSamaTerkait],
      [`h_wilayah = 'sama'`, w],
      [`h_wilayah = 'kec'`, w / 2],
      [`h_wilayah = 'beda'`, B.wilayahBeda],
    ]),
    tempat: pilih([
      [`h_tempat = 'sama'`, B.tempatSama],
      [`h_tempat = 'beda'`, B.tempatBeda],
    ]),
    penduduk: `${-n}`,
  };
}

/** Names of which one is a slip, a shorter form, or another order of the other are hardly ever less alike. */
const IBU_SEKILAS = 0.7;

/**
 * Whether a pair that has only a birth date and words of a name in common can still reach a score: their mothers may be one,
 * or all the rest speaks for them. A glance, at what costs least first.
 * `r.ibu` is the mother's name as it was written, `p.ibu_1` and `p.ibu_2` are words of its key.
 */
export function dapatMencapaiSql(besaran: Besaran, skor: number): string {
  const { n, w } = ukuran(besaran);
  const terbaik = B.lahirSama + B.jkSama + B.tempatSama + B.nikDua + B.kkSatu + B.ibuBedaTanpaNomor;
  const seWilayah = pilih(
    [
      [TANPA_WILAYAH, 0],
      [SEKECAMATAN, w],
    ],
    B.wilayahBeda,
  );
  return pilih(
    [
      [`p.kunci_ibu = '' OR r.ibu = ''`, 'true'],
      [`jaro_winkler_similarity(p.kunci_ibu, r.ibu) >= ${IBU_SEKILAS}`, 'true'],
      ['contains(p.kunci_ibu, r.ibu)', 'true'],
      ['contains(r.ibu, p.ibu_1)', 'true'],
      ['contains(r.ibu, p.ibu_2)', 'true'],
      [`p.bobot_nama + ${seWilayah} >= ${skor + n - terbaik}`, 'true'],
    ],
    'perlu_kunci(r.ibu)',
  );
}

/** A query over `pasangan` (the columns of `HUBUNGAN` with `n_ibu`, `bobot_nama`, `bobot_ibu`) that adds `s_<part>` and `skor`. */
export function skorSql(pasangan: string, besaran: Besaran): string {
  const isi = bagian(besaran);
  const kolom = BAGIAN.map((satu) => `(${isi[satu]})::FLOAT AS s_${satu}`).join(',\n  ');
  const jumlah = BAGIAN.map((satu) => `s_${satu}`).join(' + ');
  // What speaks for one person when the NIK is equal: all but the NIK itself and the crowd.
  const tanpaNik = BAGIAN.filter((satu) => !['nik', 'kartu', 'penduduk'].includes(satu));
  return `SELECT *, ${jumlah} AS skor, ${tanpaNik.map((satu) => `s_${satu}`).join(' + ')} + CASE WHEN h_kk = 'sama' THEN ${B.kkSamaSeNik} - s_kk ELSE 0 END AS dukungan
    FROM (SELECT *, ${kolom} FROM (${pasangan}))`;
}
