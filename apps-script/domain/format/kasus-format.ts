/** One row of Format 34/37 as cells of a case, and back: what an import submits and what an export writes. */
import type { KolomKasus } from '../kolom/kasus.ts';
import { HUBKEL } from '../usulan/hubkel.ts';
import { cariKalurahan, type DaftarWilayah, kalurahanDariLabel, labelKalurahan } from '../wilayah/wilayah.ts';
import type { Format, KunciKolom } from './kolom.ts';
import { type Rekaman, rekamanKosong } from './rekaman.ts';

/** Cells of a case by column; a column that is absent is empty. */
export type IsiKasus = Readonly<Partial<Record<KolomKasus, string>>>;

/** What an export needs to know beside the case itself. */
export interface OpsiRekaman {
  /** The office's regency, four digits: a label of a kalurahan is looked up there. */
  readonly kodeKabupaten: string;
  readonly daftarWilayah?: DaftarWilayah;
  /** Code of the facility that the case names: it stands in the tab of facilities, not in the case. */
  readonly kodeFaskes?: string;
}

export interface HasilKasus {
  readonly isi: IsiKasus;
  /** Filled columns of the file that a case cannot hold as they are; they need a person or stay behind. */
  readonly tertinggal: readonly KunciKolom[];
}

/** Columns with the same name and content on both sides. */
const SAMA = [
  'nik',
  'no_kk',
  'nama',
  'tempat_lahir',
  'tgl_lahir',
  'alamat',
  'rt',
  'rw',
  'kode_pos',
  'hp',
] as const satisfies readonly (KunciKolom & KolomKasus)[];
const SAMA_MUTASI = ['no_kartu', 'jenis_mutasi', 'tgl_berlaku'] as const satisfies readonly (KunciKolom & KolomKasus)[];

/** Meaning in a record -> word in a case. A divorce of unknown kind has no word and is not guessed. */
const KAWIN: Readonly<Record<string, string>> = {
  BELUM_KAWIN: 'Belum kawin',
  KAWIN: 'Kawin',
  CERAI_HIDUP: 'Cerai hidup',
  CERAI_MATI: 'Cerai mati',
  TIDAK_TAHU: 'Tidak tahu',
};
const MAKNA_KAWIN = Object.fromEntries(Object.entries(KAWIN).map(([makna, kata]) => [kata, makna]));

const JK: Readonly<Record<string, string>> = { '1': 'L', '2': 'P' };

const kolomSama = (format: Format): readonly (KunciKolom & KolomKasus)[] =>
  format === 'F37' ? [...SAMA, ...SAMA_MUTASI] : SAMA;

/** What a case says of the region: the label where the regions are known, else the code. */
function tulisWilayah(kodeWilayah: string, daftar?: DaftarWilayah): string {
  const desa = cariKalurahan(kodeWilayah, daftar);
  return desa ? labelKalurahan(desa) : kodeWilayah;
}

/**
 * The cells of a case from a row that was read.
 * @param kodeWilayah ten digits, as found by the reader
 */
export function kasusDariRekaman(
  rekaman: Rekaman,
  format: Format,
  kodeWilayah: string,
  daftar?: DaftarWilayah,
): HasilKasus {
  const sama = kolomSama(format).map((kolom) => [kolom, rekaman[kolom]] as const);
  const semua = [
    ...sama,
    ['hubkel', HUBKEL[Number(rekaman.hubkel) - 1] ?? ''],
    ['jk', JK[rekaman.jk] ?? ''],
    ['kawin', KAWIN[rekaman.kawin] ?? ''],
    ['kalurahan', tulisWilayah(kodeWilayah, daftar)],
    // The code stands in the tab of facilities, beside the name.
    ['fktp', rekaman.nama_fktp],
  ] as const;
  const tertinggal: KunciKolom[] = [
    ...(rekaman.kawin !== '' && KAWIN[rekaman.kawin] === undefined ? (['kawin'] as const) : []),
    ...(rekaman.email === '' ? [] : (['email'] as const)),
  ];
  return { isi: Object.fromEntries(semua.filter(([, teks]) => teks !== '')), tertinggal };
}

function bacaWilayahKasus(kalurahan: string, kodeKabupaten: string, daftar?: DaftarWilayah): Partial<Rekaman> {
  const desa = cariKalurahan(kalurahan, daftar) ?? kalurahanDariLabel(kalurahan, kodeKabupaten, daftar);
  if (desa) {
    const { kode, nama, kapanewon } = desa;
    return { kode_desa: kode, nama_desa: nama, kode_kec: kapanewon.kode, nama_kec: kapanewon.nama };
  }
  if (/^\d{10}$/.test(kalurahan)) return { kode_desa: kalurahan, kode_kec: kalurahan.slice(0, 6) };
  const [, nama = kalurahan, kecamatan = ''] = /^([^()]+?) ?\(([^()]+)\)$/.exec(kalurahan) ?? [];
  return { nama_desa: nama, nama_kec: kecamatan };
}

/** The row of the file from the cells of a case. PBI is class 3 and for citizens, so those two columns need no cell. */
export function rekamanDariKasus(isi: IsiKasus, format: Format, opsi: OpsiRekaman): Rekaman {
  const sama = kolomSama(format).map((kolom) => [kolom, isi[kolom] ?? '']);
  const hubkel = HUBKEL.indexOf(isi.hubkel ?? '') + 1;
  return rekamanKosong({
    ...(Object.fromEntries(sama) as Partial<Rekaman>),
    hubkel: hubkel === 0 ? '' : String(hubkel),
    jk: Object.keys(JK).find((kode) => JK[kode] === isi.jk) ?? '',
    kawin: MAKNA_KAWIN[isi.kawin ?? ''] ?? '',
    ...bacaWilayahKasus(isi.kalurahan ?? '', opsi.kodeKabupaten, opsi.daftarWilayah),
    nama_fktp: isi.fktp ?? '',
    kode_fktp: opsi.kodeFaskes ?? '',
    kelas: '3',
    wn: '1',
  });
}
