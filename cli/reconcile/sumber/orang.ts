/** Turns rows of cells into rows about people, with every defect named. */
import { KOLOM_ORANG, type KolomOrang, type Orang } from '#domain/cocok/orang.ts';
import { pesanFormat } from '#domain/format/pesan.ts';
import { hurufKolom, isiSel, type Sel } from '#domain/format/sel.ts';
import type { BarisDibaca, Cacat } from '../bentuk.ts';
import type { BarisMentah } from './bentuk.ts';
import { bacaSelOrang } from './sel-orang.ts';
import type { KolomBerkas, TabelOrang } from './tabel.ts';
import type { HasilTelaah } from './telaah.ts';

const TANPA_CACAT: readonly Cacat[] = [];

const ORANG_KOSONG = Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, ''])) as Orang;

const isKolomOrang = (nama: string): nama is KolomOrang => (KOLOM_ORANG as readonly string[]).includes(nama);

/** A reader for the rows of one table. */
export function pembacaOrang(tabel: TabelOrang, telaah: HasilTelaah): (baris: BarisMentah) => BarisDibaca {
  const kolomOrang = KOLOM_ORANG.flatMap((nama) => {
    const kolom = tabel.kolom.find(({ sebagai }) => sebagai === nama);
    return kolom ? [{ nama, ...kolom }] : [];
  });
  const lainnya = tabel.kolom.filter(({ sebagai }) => !isKolomOrang(sebagai));
  const lainKosong = Object.fromEntries(lainnya.map(({ judul }) => [judul, '']));
  const tambahan = lainnya.filter(({ sebagai }) => sebagai !== 'lain');
  return ({ nomor, sel, cacat: cacatBaris }) => {
    const lain = bacaLain(sel, lainnya, lainKosong, tabel.lebar);
    if (cacatBaris.length > 0) return { nomor, orang: ORANG_KOSONG, lain, cacat: cacatBaris };
    const cacat: Cacat[] = [];
    const catat = (kode: string, judul: string) => cacat.push({ kode, kolom: judul, pesan: pesanFormat(kode) });
    const orang = bacaOrang(sel, kolomOrang, telaah, catat);
    for (const { judul, indeks } of tambahan) {
      if (sel[indeks]?.jenis !== 'rumus') continue;
      catat('E_RUMUS', judul);
      lain[judul] = '';
    }
    return { nomor, orang, lain, cacat: cacat.length === 0 ? TANPA_CACAT : cacat };
  };
}

type Catat = (kode: string, judul: string) => void;

/** The NIK comes first: it may tell the order of the birth date. */
function bacaOrang(
  sel: readonly Sel[],
  kolomOrang: readonly (KolomBerkas & { readonly nama: KolomOrang })[],
  { urutan, bawaan, terpotong }: HasilTelaah,
  catat: Catat,
): Orang {
  const orang: Record<KolomOrang, string> = { ...ORANG_KOSONG };
  for (const { nama, indeks, judul } of kolomOrang) {
    const nik = orang.nik.length === 16 ? orang.nik : undefined;
    const { nilai, kode } = bacaSelOrang(nama, sel[indeks], { urutan, bawaan, nik });
    orang[nama] = nilai;
    for (const satu of kode) catat(satu, judul);
    if (nama === 'nik' && terpotong && nilai.length === 16 && nilai.endsWith('0')) catat('W_EXCEL0', judul);
  }
  return orang;
}

/** All other cells, also those to the right of the headings. */
function bacaLain(
  sel: readonly Sel[],
  lainnya: readonly KolomBerkas[],
  kosong: Readonly<Record<string, string>>,
  lebar: number,
): Record<string, string> {
  // A copy of one shape: objects that grow field by field cost several times as much.
  const lain = { ...kosong };
  for (const { judul, indeks } of lainnya) lain[judul] = sel[indeks]?.teks ?? '';
  for (let indeks = lebar; indeks < sel.length; indeks += 1) {
    const satu = sel[indeks];
    if (satu && isiSel(satu) !== '') lain[`Kolom ${hurufKolom(indeks)}`] = satu.teks;
  }
  return lain;
}
