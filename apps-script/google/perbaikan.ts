/** What happens when people moved rows or columns during a commit: everything they own is put back, ours is moved. */
import { idTab, type NamaTab, tabBernama } from '#domain/kolom/tab.ts';
import type { TambahBaris } from '#usecase/rencana.ts';
import { baca, cariBaris, harfiah, teksSel } from './baca.ts';
import { kirim, type Letak, nomorBaris, nomorMenurutKunci, type Salah } from './kirim.ts';
import { values } from './layanan.ts';
import { type BarisDiubah, KOLOM_JEJAK, type Permintaan, ubahSel } from './permintaan.ts';

/** Widest row that `Jejak` holds. */
const LEBAR_JEJAK = 100;

/** Puts back what was overwritten in other rows, and writes to the rows that were meant, wherever they are now. */
export function perbaikiBaris(idBuku: string, semua: readonly BarisDiubah[], salah: readonly Salah[]): Salah[] {
  const kini = letakKini(idBuku, [...new Set(salah.map(({ meleset }) => meleset.tab))]);
  const jejak = bacaJejak(idBuku, semua.length);
  const pulih = salah
    .filter(({ kena }) => kena !== '')
    .map(({ meleset, kena, urutan }): BarisDiubah => {
      const tajuk = kini.tajuk.get(meleset.tab);
      const asli = jejak[urutan] ?? [];
      const nilai = Object.fromEntries(
        Object.keys(meleset.nilai).map((id) => [id, teksSel(asli[KOLOM_JEJAK + (tajuk?.get(id) ?? 0)])]),
      );
      return { tab: meleset.tab, kunci: kena, nilai, nomor: nomorBaris(kini, meleset.tab, kena) };
    });
  const ulang = salah.map(({ meleset }) => ({ ...meleset, nomor: nomorBaris(kini, meleset.tab, meleset.kunci) }));
  const kosongkan = salah.filter(({ kena }) => kena === '').map(({ meleset }) => bersihkan(meleset));
  return kirim(kini, gabungBaris([...pulih, ...ulang]), kosongkan).salah;
}

/** Two entries for one row, its own cells put back and its new ones, become one: the new ones win. */
function gabungBaris(baris: readonly BarisDiubah[]): BarisDiubah[] {
  const perBaris = new Map<string, BarisDiubah>();
  for (const satu of baris) {
    const kunci = `${satu.tab}\n${satu.kunci}`;
    const lama = perBaris.get(kunci);
    perBaris.set(kunci, lama ? { ...satu, nilai: { ...lama.nilai, ...satu.nilai } } : satu);
  }
  return [...perBaris.values()];
}

/** An empty row was hit: its cells become empty again. */
function bersihkan({ tab, nomor }: BarisDiubah): Permintaan {
  const range = { sheetId: idTab(tab), startRowIndex: nomor - 1, endRowIndex: nomor };
  return { updateCells: { range, fields: 'userEnteredValue' } };
}

/** A column was moved meanwhile: rows get back every cell they had, then the new values under their headers. */
export function perbaikiKolom(letak: Letak, baris: readonly BarisDiubah[], tambah: readonly TambahBaris[]): Salah[] {
  const kini = letakKini(
    letak.idBuku,
    [...letak.tajuk.keys()].filter((tab) => tab !== 'Sistem' && tab !== 'Jejak'),
  );
  const pulih = baris.map(
    ({ tab, nomor }, i): Permintaan => ({
      copyPaste: {
        source: petak(idTab('Jejak'), 1 + i, KOLOM_JEJAK),
        destination: petak(idTab(tab), nomor - 1, 0),
        pasteType: 'PASTE_VALUES',
      },
    }),
  );
  const tulis = baris.flatMap(({ tab, nomor, nilai }) =>
    ubahSel(idTab(tab), nomor, nilai, kini.tajuk.get(tab) ?? new Map()),
  );
  const baru = tambah.filter(({ tab }) => tab === 'Kasus').flatMap(({ tab, nilai }) => tulisUlang(tab, nilai, kini));
  return kirim(kini, [], [...pulih, ...tulis, ...baru]).salah;
}

function tulisUlang(tab: NamaTab, nilai: Readonly<Record<string, string>>, kini: Letak): Permintaan[] {
  const kunci = nilai[tabBernama(tab).kunci] ?? '';
  return cariBaris(tab, harfiah(kunci)).flatMap((nomor) => [
    bersihkan({ tab, kunci, nomor, nilai: {} }),
    ...ubahSel(idTab(tab), nomor, { ...nilai }, kini.tajuk.get(tab) ?? new Map()),
  ]);
}

function petak(sheetId: number, baris: number, kolom: number) {
  return {
    sheetId,
    startRowIndex: baris,
    endRowIndex: baris + 1,
    startColumnIndex: kolom,
    endColumnIndex: kolom + LEBAR_JEJAK,
  };
}

function letakKini(idBuku: string, tab: readonly NamaTab[]): Letak {
  const isi = baca(
    idBuku,
    tab.map((nama) => ({ tab: nama, kolom: [tabBernama(nama).kunci] })),
  );
  return {
    idBuku,
    sistem: {},
    tajuk: new Map(tab.map((nama, i) => [nama, isi[i]?.tajuk ?? new Map()])),
    nomor: new Map(tab.map((nama, i) => [nama, nomorMenurutKunci(isi[i]?.baris ?? [], tabBernama(nama).kunci)])),
  };
}

function bacaJejak(idBuku: string, banyak: number): (string | number | boolean)[][] {
  const jawab = values().get(idBuku, `Jejak!A2:ZZ${banyak + 1}`, { valueRenderOption: 'UNFORMATTED_VALUE' });
  return (jawab.values ?? []) as (string | number | boolean)[][];
}
