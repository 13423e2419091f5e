/** The native charts of the tab `Dasbor`, each over a table of the same tab. */
import { idTab } from '#domain/kolom/tab.ts';
import type { IsiDasbor } from '#usecase/laporan/dasbor.ts';
import type { IdUkuran } from '#usecase/laporan/ukuran.ts';
import { WARNA } from './dasbor-gaya.ts';
import {
  KOLOM_LAYAR,
  kolomUkuran,
  LEBAR_KOLOM,
  type Lembaran,
  type LetakTabel,
  type NamaTabel,
  TINGGI_BARIS,
  TINGGI_GRAFIK,
} from './dasbor-letak.ts';
import type { Permintaan } from './permintaan.ts';

type Spec = GoogleAppsScript.Sheets.Schema.ChartSpec;
type Warna = { red: number; green: number; blue: number };
type Jenis = 'COLUMN' | 'BAR' | 'LINE';

export interface Grafik {
  readonly id: number;
  readonly tabel: NamaTabel;
  /** Whether there is anything to draw. */
  readonly perlu: (isi: IsiDasbor) => boolean;
  readonly spec: (letak: LetakTabel) => Spec;
}

/** Ids of the project's own: a chart that somebody adds is left alone. */
const ID_AWAL = 9100;

const sumber = ({ kepala, banyak }: LetakTabel, kolom: number) => ({
  sourceRange: {
    sources: [
      {
        sheetId: idTab('Dasbor'),
        startRowIndex: kepala,
        endRowIndex: kepala + 1 + banyak,
        startColumnIndex: kolom,
        endColumnIndex: kolom + 1,
      },
    ],
  },
});

/** A series is a measure, or column 1 of a table that has no measures. */
const dasar = (
  letak: LetakTabel,
  chartType: Jenis,
  deret: readonly (readonly [IdUkuran | 1, Warna])[],
  sumbu: string,
  bertumpuk = false,
): Spec => {
  const nilai = chartType === 'BAR' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  return {
    basicChart: {
      chartType,
      headerCount: 1,
      legendPosition: deret.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
      ...(bertumpuk ? { stackedType: 'STACKED' } : {}),
      axis: [{ position: nilai, title: sumbu }],
      domains: [{ domain: sumber(letak, 0) }],
      series: deret.map(([id, rgbColor]) => ({
        series: sumber(letak, id === 1 ? id : kolomUkuran(id)),
        targetAxis: nilai,
        colorStyle: { rgbColor },
      })),
    },
  };
};

export const GRAFIK: readonly Grafik[] = [
  {
    id: ID_AWAL + 1,
    tabel: 'periode',
    perlu: () => true,
    spec: (letak) => ({
      title: 'Usulan per periode menurut hasilnya',
      altText: 'Kolom bertumpuk: usulan tiap periode yang berhasil, berjalan, tidak berhasil, tidak lolos, dan gugur.',
      ...dasar(
        letak,
        'COLUMN',
        [
          ['berhasil', WARNA.berhasil],
          ['berjalan', WARNA.berjalan],
          ['tidakBerhasil', WARNA.tidakBerhasil],
          ['tidakLolos', WARNA.tidakLolos],
          ['gugur', WARNA.gugur],
        ],
        'Usulan',
        true,
      ),
    }),
  },
  {
    id: ID_AWAL + 2,
    tabel: 'status',
    perlu: ({ status }) => status.length > 0,
    spec: (letak) => ({
      title: 'Kedudukan usulan sekarang',
      altText: 'Batang: banyaknya usulan menurut status sekarang.',
      ...dasar(letak, 'BAR', [[1, WARNA.berjalan]], 'Usulan'),
    }),
  },
  {
    id: ID_AWAL + 3,
    tabel: 'periode',
    perlu: ({ semua }) => semua.hariKirim !== undefined,
    spec: (letak) => ({
      title: 'Median hari sejak diterima',
      altText: 'Garis: median hari sampai dikirim dan sampai dijawab BPJS, tiap periode.',
      ...dasar(
        letak,
        'LINE',
        [
          ['hariKirim', WARNA.kirim],
          ['hariJawab', WARNA.berhasil],
        ],
        'Hari',
      ),
    }),
  },
  {
    id: ID_AWAL + 4,
    tabel: 'rute',
    perlu: ({ semua }) => semua.berjalan > 0,
    spec: (letak) => ({
      title: 'Umur usulan yang masih berjalan',
      altText: 'Batang bertumpuk: usulan yang masih berjalan tiap jalur, menurut umurnya.',
      ...dasar(
        letak,
        'BAR',
        [
          ['umurBaru', WARNA.umurBaru],
          ['umurSedang', WARNA.umurSedang],
          ['umurLama', WARNA.umurLama],
        ],
        'Usulan',
        true,
      ),
    }),
  },
  {
    id: ID_AWAL + 5,
    tabel: 'periode',
    perlu: ({ premi }) => premi !== undefined,
    spec: (letak) => ({
      title: 'Rupiah dipertaruhkan per bulan',
      altText: 'Kolom: iuran sebulan dari orang yang belum dijawab atau salah aktif, tiap periode.',
      ...dasar(letak, 'COLUMN', [['taruhan', WARNA.rupiah]], 'Rupiah'),
    }),
  },
  {
    id: ID_AWAL + 6,
    tabel: 'peringkat',
    perlu: ({ peringkat }) => peringkat.length > 0,
    spec: (letak) => ({
      title: 'Keberhasilan tertinggi dan terendah',
      altText: 'Batang: bagian usulan yang dijawab berhasil, di wilayah tertinggi dan terendah.',
      ...dasar(letak, 'BAR', [['keberhasilan', WARNA.berhasil]], 'Keberhasilan'),
    }),
  },
];

/** Two charts side by side; the right one begins where the sixth column ends. */
const KOLOM_KANAN = 6;
const CELAH = 10;
const jumlahLebar = (dari: number, sampai: number) =>
  LEBAR_KOLOM.slice(dari, sampai).reduce((jumlah, lebar) => jumlah + lebar, 0);

function posisi(urut: number, baris: number) {
  const kanan = urut % 2 === 1;
  const lebar = kanan ? jumlahLebar(KOLOM_KANAN, KOLOM_LAYAR) : jumlahLebar(0, KOLOM_KANAN) - CELAH;
  return {
    overlayPosition: {
      anchorCell: {
        sheetId: idTab('Dasbor'),
        rowIndex: baris + Math.floor(urut / 2) * TINGGI_GRAFIK,
        columnIndex: kanan ? KOLOM_KANAN : 0,
      },
      widthPixels: lebar,
      heightPixels: TINGGI_GRAFIK * TINGGI_BARIS - CELAH,
    },
  };
}

/** Charts that are there are changed, missing ones added, those with nothing to draw any more taken away. */
export function permintaanGrafik(
  perlu: readonly Grafik[],
  { tabel, grafik }: Lembaran,
  ada: ReadonlySet<number>,
): Permintaan[] {
  const hapus = GRAFIK.filter((satu) => ada.has(satu.id) && !perlu.includes(satu));
  return [
    ...hapus.map(({ id }): Permintaan => ({ deleteEmbeddedObject: { objectId: id } })),
    ...perlu.flatMap(({ id, tabel: nama, spec }, urut): Permintaan[] => {
      const letak = tabel[nama];
      if (!letak) return [];
      const baru = { chartId: id, spec: spec(letak), position: posisi(urut, grafik) };
      if (!ada.has(id)) return [{ addChart: { chart: baru } }];
      return [
        { updateChartSpec: { chartId: id, spec: baru.spec } },
        { updateEmbeddedObjectPosition: { objectId: id, newPosition: baru.position, fields: '*' } },
      ];
    }),
  ];
}
