/** What happens when people moved rows or columns during a commit: everything they own is put back, ours is moved. */
import { type NamaTab, tabBernama } from '#domain/kolom/tab.ts';
import type { TambahBaris } from '#usecase/rencana.ts';
import { hurufKolom, rentangBaris } from './a1.ts';
import { cariBaris, harfiah, type Tajuk, teksSel } from './baca.ts';
import type { GalatPengguna } from './galat.ts';
import { galatHilang, type HasilKirim, type Letak, letakKunci } from './kirim.ts';
import { values } from './layanan.ts';
import { type BarisDiubah, KOLOM_JEJAK, type Nilai } from './permintaan.ts';
import { tajukSekarang } from './tajuk-kini.ts';

/** A row to write again. Without a number it is found by its key; `wajib`: somebody has to hear if it is gone. */
type Ulang = Omit<BarisDiubah, 'nomor'> & { readonly nomor?: number; readonly wajib: boolean };

/** What is still to be written after a batch: cells of rows that were hit by mistake, and ours where they belong. */
export function perbaikan(
  letak: Letak,
  baris: readonly BarisDiubah[],
  tambah: readonly TambahBaris[],
  { meleset, pindah }: HasilKirim,
): Ulang[] {
  const baru = tambah.filter(({ tab }) => tab === 'Kasus' && pindah.has(tab));
  if (!meleset.includes(true) && baru.length === 0) return [];
  const jejak = baris.length > 0 ? bacaJejak(letak.idBuku, baris.length) : [];
  const pulih: Ulang[] = [];
  const tulis: Ulang[] = [];
  baris.forEach((satu, i) => {
    if (!meleset[i]) return;
    const asli = (jejak[i] ?? []).slice(KOLOM_JEJAK);
    const lama = letak.tajuk.get(satu.tab) ?? new Map<string, number>();
    const saat = pindah.get(satu.tab) ?? lama;
    const kena = teksSel(asli[letakKunci(new Map([[satu.tab, saat]]), satu.tab)]);
    const tertimpa = timpa(satu.nilai, lama, saat, (indeks) => asli[indeks] ?? '');
    const kunciTab = tabBernama(satu.tab).kunci;
    // The hit row may show our value as its key now; then only its number finds it.
    const tampak = kunciTab in tertimpa ? kunciTertulis(satu, lama, saat) : kena;
    const tetap = tampak === kena && kena !== '' ? {} : { tampak, nomor: satu.nomor };
    pulih.push({ tab: satu.tab, kunci: kena, nilai: tertimpa, wajib: false, ...tetap });
    const benar = kena === (satu.tampak ?? satu.kunci);
    const { nomor: _, ...tanpaNomor } = satu;
    tulis.push({ ...tanpaNomor, wajib: satu.kunci !== '', ...(benar ? { ...tetap, kunci: kena } : {}) });
  });
  return gabung([...pulih, ...tulis, ...baru.map((satu) => tulisUlang(satu, letak, pindah))]);
}

/** The cells that writing `nilai` at the old places touched, by their ids at that moment, with what `isi` says. */
function timpa(
  nilai: BarisDiubah['nilai'],
  lama: Tajuk,
  saat: Tajuk,
  isi: (indeks: number) => Nilai,
): Record<string, Nilai> {
  const nama = new Map([...saat].map(([id, indeks]) => [indeks, id]));
  const hasil: Record<string, Nilai> = {};
  for (const id of Object.keys(nilai)) {
    const indeks = id.startsWith('#') ? Number(id.slice(1)) : lama.get(id);
    if (indeks !== undefined) hasil[nama.get(indeks) ?? `#${indeks}`] = isi(indeks);
  }
  return hasil;
}

/** What was written into the key cell by mistake. */
function kunciTertulis({ tab, nilai }: Pick<BarisDiubah, 'tab' | 'nilai'>, lama: Tajuk, saat: Tajuk): string {
  const indeks = saat.get(tabBernama(tab).kunci) ?? 0;
  const id = [...lama].find(([, letak]) => letak === indeks)?.[0];
  return teksSel(id === undefined ? '' : (nilai[id] ?? ''));
}

/** A new row whose cells went to the old places of moved columns; it is found by its key, wherever that now stands. */
function tulisUlang({ tab, nilai }: TambahBaris, letak: Letak, pindah: ReadonlyMap<NamaTab, Tajuk>): Ulang {
  const lama = letak.tajuk.get(tab) ?? new Map<string, number>();
  const saat = pindah.get(tab) ?? lama;
  const kunci = nilai[tabBernama(tab).kunci] ?? '';
  const [nomor] = cariBaris(tab, harfiah(kunci));
  const kosong = timpa(nilai, lama, saat, () => '');
  const tampak = kunciTertulis({ tab, nilai }, lama, saat);
  return { tab, kunci, nilai: { ...kosong, ...nilai }, tampak, wajib: true, ...(nomor ? { nomor } : {}) };
}

/** Two entries for one row, its own cells put back and its new ones, become one: the later ones win. */
function gabung(semua: readonly Ulang[]): Ulang[] {
  const perBaris = new Map<string, Ulang>();
  for (const satu of semua) {
    const id = `${satu.tab}\n${satu.kunci === '' ? `#${satu.nomor}` : satu.kunci}`;
    const lama = perBaris.get(id);
    perBaris.set(id, lama ? { ...lama, ...satu, nilai: { ...lama.nilai, ...satu.nilai } } : satu);
  }
  return [...perBaris.values()];
}

/** Row numbers as they are now. Rows that are gone are left out; the first of ours among them is the error to tell. */
export function tempatkan(
  sisa: readonly Ulang[],
  kini: Letak,
): { baris: BarisDiubah[]; hilang: GalatPengguna | undefined } {
  let hilang: GalatPengguna | undefined;
  const baris = sisa.flatMap(({ wajib, nomor: tetap, ...satu }): BarisDiubah[] => {
    const nomor = tetap ?? kini.nomor.get(satu.tab)?.get(satu.tampak ?? satu.kunci);
    if (nomor !== undefined) return [{ ...satu, nomor }];
    if (wajib) hilang ??= galatHilang(satu.tab, satu.kunci);
    return [];
  });
  return { baris, hilang };
}

/** Where columns and rows of some tabs are now. A lost header does not keep cells from being put back. */
export function letakKini(dulu: Letak, tab: readonly NamaTab[]): Letak {
  const kepala = ambil(
    dulu.idBuku,
    tab.map((nama) => rentangBaris(nama, 1)),
  );
  const tajuk = new Map(
    tab.map((nama, i) => {
      const sel = (kepala[i]?.[0] ?? []).map(teksSel);
      return [nama, tajukSekarang(tabBernama(nama), sel, dulu.tajuk.get(nama) ?? new Map())];
    }),
  );
  const kolom = tab.map((nama) => hurufKolom(letakKunci(tajuk, nama)));
  const kunci = ambil(
    dulu.idBuku,
    tab.map((nama, i) => `'${nama}'!${kolom[i]}2:${kolom[i]}`),
  );
  const nomor = new Map(
    tab.map((nama, i) => [
      nama,
      new Map((kunci[i] ?? []).map((sel, urut) => [teksSel(sel[0]), urut + 2] as const).filter(([isi]) => isi !== '')),
    ]),
  );
  return { idBuku: dulu.idBuku, sistem: {}, tajuk, nomor };
}

type Sel = string | number | boolean;

function ambil(idBuku: string, ranges: string[]): Sel[][][] {
  const jawab = values().batchGet(idBuku, { ranges, valueRenderOption: 'UNFORMATTED_VALUE' });
  return (jawab.valueRanges ?? []).map((rentang) => (rentang.values ?? []) as Sel[][]);
}

const bacaJejak = (idBuku: string, banyak: number): Sel[][] => ambil(idBuku, [`Jejak!A2:ZZ${banyak + 1}`])[0] ?? [];
