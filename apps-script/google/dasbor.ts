/** Writes the tab `Dasbor` anew: cells, formats and charts in one atomic batch. */
import { idTab } from '#domain/kolom/tab.ts';
import type { IsiDasbor } from '#usecase/laporan/dasbor.ts';
import { GRAFIK, permintaanGrafik } from './dasbor-grafik.ts';
import { LEBAR_KOLOM, type Lembaran, susunLembaran, TINGGI_BARIS } from './dasbor-letak.ts';
import { GalatPengguna } from './galat.ts';
import { spreadsheets } from './layanan.ts';
import type { Permintaan } from './permintaan.ts';

/** Title and date stay in sight. */
const BARIS_BEKU = 2;

/** @throws GalatPengguna when the tab is gone */
export function tulisDasbor(idBuku: string, isi: IsiDasbor): void {
  const perlu = isi.kosong === undefined ? GRAFIK.filter((satu) => satu.perlu(isi)) : [];
  const lembaran = susunLembaran(isi, Math.ceil(perlu.length / 2));
  const kini = keadaanKini(idBuku);
  const requests = [
    ...muatkan(lembaran, kini),
    ...isiSel(lembaran),
    ...rupa(lembaran, kini.baris),
    ...permintaanGrafik(perlu, lembaran, kini.grafik),
  ];
  spreadsheets().batchUpdate({ requests }, idBuku);
}

interface Kini {
  readonly baris: number;
  readonly kolom: number;
  readonly grafik: ReadonlySet<number>;
}

function keadaanKini(idBuku: string): Kini {
  const fields = 'sheets(properties(sheetId,gridProperties(rowCount,columnCount)),charts(chartId))';
  const lembar = spreadsheets()
    .get(idBuku, { fields })
    .sheets?.find(({ properties }) => properties?.sheetId === idTab('Dasbor'));
  if (!lembar) throw new GalatPengguna('Tab "Dasbor" tidak ada. Pulihkan lewat menu Usulan PBI > Perbaiki register.');
  return {
    baris: lembar.properties?.gridProperties?.rowCount ?? 0,
    kolom: lembar.properties?.gridProperties?.columnCount ?? 0,
    grafik: new Set((lembar.charts ?? []).map(({ chartId = 0 }) => chartId)),
  };
}

/** Room for all rows and columns. */
function muatkan({ baris }: Lembaran, kini: Kini): Permintaan[] {
  const tambah = (dimension: 'ROWS' | 'COLUMNS', length: number): Permintaan[] =>
    length > 0 ? [{ appendDimension: { sheetId: idTab('Dasbor'), dimension, length } }] : [];
  return [...tambah('ROWS', baris.length - kini.baris), ...tambah('COLUMNS', LEBAR_KOLOM.length - kini.kolom)];
}

/** The whole tab at once: what is not mentioned is emptied, so that nothing of yesterday stays. */
function isiSel({ baris }: Lembaran): Permintaan[] {
  const sheetId = idTab('Dasbor');
  return [
    { clearBasicFilter: { sheetId } },
    {
      updateCells: {
        range: { sheetId },
        rows: baris.map((values) => ({ values: [...values] })),
        fields: 'userEnteredValue,userEnteredFormat,note',
      },
    },
  ];
}

/** Sizes, frozen rows, and the buttons that sort the scoreboard. */
function rupa({ baris, tabel, tinggi }: Lembaran, barisKini: number): Permintaan[] {
  const sheetId = idTab('Dasbor');
  const ukuran = (dimension: 'ROWS' | 'COLUMNS', dari: number, sampai: number, pixelSize: number): Permintaan => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: dari, endIndex: sampai },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  });
  const papan = tabel.kelurahan;
  return [
    ukuran('ROWS', 0, Math.max(baris.length, barisKini), TINGGI_BARIS),
    ...[...tinggi].map(([urut, pixelSize]) => ukuran('ROWS', urut, urut + 1, pixelSize)),
    ...LEBAR_KOLOM.map((pixelSize, urut) => ukuran('COLUMNS', urut, urut + 1, pixelSize)),
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { frozenRowCount: BARIS_BEKU, hideGridlines: true } },
        fields: 'gridProperties(frozenRowCount,hideGridlines)',
      },
    },
    ...(papan
      ? [
          {
            setBasicFilter: {
              filter: {
                range: {
                  sheetId,
                  startRowIndex: papan.kepala,
                  endRowIndex: papan.kepala + 1 + papan.banyak,
                  startColumnIndex: 0,
                  endColumnIndex: LEBAR_KOLOM.length,
                },
              },
            },
          },
        ]
      : []),
  ];
}
