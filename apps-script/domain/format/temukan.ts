/**
 * Finds the table in a sheet: by the row that numbers its columns, else by its headings, never by a fixed row. Copies of
 * the template differ in how many lines stand above the table.
 */
import { gagal, ok, type Result } from '../result.ts';
import { isPetunjukTanggal, kenaliJudul, kenaliTepat, urutanDariJudul, varianDariJudul } from './judul.ts';
import type { VarianKawin } from './kode.ts';
import { type Format, KOLOM_MUTASI, type KunciKolom, kolomFormat } from './kolom.ts';
import { type BarisSel, hurufKolom, type Lembar, rapikanTeks, selPada } from './sel.ts';

export interface Letak {
  readonly format: Format;
  /** Index from 0 of the first row after the headings. */
  readonly dataMulai: number;
  /** Index from 0 of the column of each recognised key. */
  readonly kolom: Readonly<Partial<Record<KunciKolom, number>>>;
  /** Columns of the format that the sheet does not have. */
  readonly hilang: readonly KunciKolom[];
  /** Columns with a heading that no column of the format has. */
  readonly takDikenal: readonly { readonly kolom: number; readonly judul: string }[];
  /** The date order that the heading of the birth date shows. */
  readonly urutanJudul?: 'HB' | 'BH';
  /** The numbering of marital status that its heading shows. */
  readonly kawinJudul?: VarianKawin;
}

export type KodePenolakan = 'TANPA_TABEL' | 'DUA_TABEL' | 'FORMAT_KABUR' | 'JUDUL_GANDA' | 'JUDUL_BEDA';

export interface Penolakan {
  readonly kode: KodePenolakan;
  /** What is wrong and what to do, in Indonesian. */
  readonly pesan: string;
}

type Peta = Partial<Record<KunciKolom, number>>;

/** Shorter runs of 1, 2, 3 also occur outside a numbering row. */
const DERET_MINIMAL = 8;
const JUDUL_MINIMAL = 6;
const TINGGI_JUDUL = 4;

const tolak = (kode: KodePenolakan, pesan: string) => gagal<Penolakan>({ kode, pesan });

interface Deret {
  /** Column index of the first number. */
  readonly awal: number;
  /** The first number: 1, or 2 where the first column carries no number. */
  readonly mulai: number;
  readonly akhir: number;
}

function nomorSel(baris: BarisSel, kolom: number): number {
  const cocok = /^\(?(\d{1,2})(?:[.,]0+)?[.)]?$/.exec(selPada(baris, kolom).teks.trim());
  return cocok ? Number(cocok[1]) : 0;
}

/** The run of numbers 1, 2, 3, ... or 2, 3, 4, ... that makes a row the numbering row of a table. */
export function deretNomor(baris: BarisSel): Deret | undefined {
  for (let awal = 0; awal < baris.length; awal += 1) {
    const mulai = nomorSel(baris, awal);
    if (mulai !== 1 && mulai !== 2) continue;
    let akhir = mulai;
    while (nomorSel(baris, awal + akhir - mulai + 1) === akhir + 1) akhir += 1;
    if (akhir - mulai + 1 >= DERET_MINIMAL) return { awal, mulai, akhir };
  }
  return undefined;
}

/** How many cells of a row are headings word for word. */
export const jumlahJudul = (baris: BarisSel): number =>
  baris.filter(({ teks, jenis }) => jenis === 'teks' && kenaliTepat(teks) !== undefined).length;

interface Kepala {
  readonly atas: number;
  /** Row after the last heading row. */
  readonly bawah: number;
}

/** Texts above a column, nearest to the data first; a date hint names a column only when nothing else does. */
function teksKolom(lembar: Lembar, { atas, bawah }: Kepala, kolom: number): string[] {
  const teks: string[] = [];
  for (let baris = bawah - 1; baris >= atas; baris -= 1) {
    const isi = rapikanTeks(selPada(lembar[baris] ?? [], kolom).teks);
    if (isi !== '' && nomorSel(lembar[baris] ?? [], kolom) === 0) teks.push(isi);
  }
  return [...teks.filter((satu) => !isPetunjukTanggal(satu)), ...teks.filter(isPetunjukTanggal)];
}

/** Every key that the texts above a column name, the best first. */
function kunciKolom(teks: readonly string[]): KunciKolom[] {
  const gabung = [...teks].reverse().join(' ');
  return [...teks, gabung].flatMap((satu) => kenaliJudul(satu) ?? []);
}

const lebar = (lembar: Lembar, { atas, bawah }: Kepala): number =>
  Math.max(0, ...lembar.slice(atas, bawah).map((baris) => baris.length));

interface PetaJudul {
  readonly peta: Peta;
  readonly ganda: readonly KunciKolom[];
}

function petaJudul(lembar: Lembar, kepala: Kepala): PetaJudul {
  const peta: Peta = {};
  const ganda: KunciKolom[] = [];
  for (let kolom = 0; kolom < lebar(lembar, kepala); kolom += 1) {
    const [kunci] = kunciKolom(teksKolom(lembar, kepala, kolom));
    if (kunci === undefined) continue;
    if (peta[kunci] === undefined) peta[kunci] = kolom;
    else ganda.push(kunci);
  }
  return { peta, ganda };
}

/** The heading rows directly above a numbering row. */
function kepalaDiAtas(lembar: Lembar, nomor: number): Kepala {
  let atas = nomor;
  const terisi = (baris: BarisSel | undefined) => (baris ?? []).filter(({ teks }) => teks.trim() !== '').length;
  while (atas > 0 && nomor - atas < TINGGI_JUDUL && terisi(lembar[atas - 1]) > 0) atas -= 1;
  return { atas, bawah: nomor };
}

/** The best block of heading rows in a sheet without a numbering row, and whether a second table competes. */
function cariKepala(lembar: Lembar): { kepala: Kepala; ganda: boolean } | undefined {
  const baris = lembar.flatMap((satu, nomor) => (jumlahJudul(satu) >= 3 ? [nomor] : []));
  const calon = baris.flatMap((nomor) =>
    [1, 2, 3].map((tinggi) => {
      const kepala = { atas: nomor, bawah: Math.min(lembar.length, nomor + tinggi) };
      return { kepala, nilai: Object.keys(petaJudul(lembar, kepala).peta).length };
    }),
  );
  const terbaik = calon.reduce((a, b) => (b.nilai > a.nilai ? b : a), { kepala: { atas: 0, bawah: 0 }, nilai: 0 });
  if (terbaik.nilai < JUDUL_MINIMAL) return undefined;
  const { kepala } = terbaik;
  const sama = calon.filter(({ nilai }) => nilai === terbaik.nilai);
  // The same headings again further down are a printed page's repetition; other columns are another table.
  const bentuk = JSON.stringify(petaJudul(lembar, kepala).peta);
  const ganda = sama.some(({ kepala: lain }) => {
    const terpisah = lain.atas >= kepala.bawah || lain.bawah <= kepala.atas;
    return terpisah && JSON.stringify(petaJudul(lembar, lain).peta) !== bentuk;
  });
  let { bawah } = kepala;
  while (jumlahJudul(lembar[bawah] ?? []) >= 2) bawah += 1;
  return { kepala: { atas: kepala.atas, bawah }, ganda };
}

/** Format 37 by its own columns; a card number alone is also kept in lists of other kinds. */
function formatDariPeta(peta: Peta): Format | undefined {
  if (peta.jenis_mutasi !== undefined || peta.tgl_berlaku !== undefined) return 'F37';
  return peta.no_kartu === undefined ? 'F34' : undefined;
}

/** Columns by their numbers; one before the first number where the numbering starts at 2. */
function petaNomor(format: Format, { awal, mulai }: Deret): Peta {
  const peta: Peta = {};
  kolomFormat(format).forEach(({ kunci }, indeks) => {
    const kolom = awal + indeks + 1 - mulai;
    if (kolom >= 0) peta[kunci] = kolom;
  });
  return peta;
}

/** Keys whose numbered column carries a heading that names only other columns. */
function bertentangan(lembar: Lembar, kepala: Kepala, peta: Peta): boolean {
  return Object.entries(peta).some(([kunci, kolom]) => {
    const disebut = kunciKolom(teksKolom(lembar, kepala, kolom));
    return disebut.length > 0 && !disebut.includes(kunci as KunciKolom);
  });
}

function susun(lembar: Lembar, kepala: Kepala, format: Format, peta: Peta, dataMulai: number): Letak {
  const dipakai = new Set(Object.values(peta));
  const takDikenal: { kolom: number; judul: string }[] = [];
  for (let kolom = 0; kolom < lebar(lembar, kepala); kolom += 1) {
    const [judul] = teksKolom(lembar, kepala, kolom);
    if (!dipakai.has(kolom) && judul !== undefined) takDikenal.push({ kolom, judul });
  }
  const teks = (kunci: KunciKolom) => teksKolom(lembar, kepala, peta[kunci] ?? -1).join(' ');
  const urutanJudul = urutanDariJudul(teks('tgl_lahir'));
  const kawinJudul = varianDariJudul(teks('kawin'));
  return {
    format,
    dataMulai,
    kolom: peta,
    hilang: kolomFormat(format).flatMap(({ kunci }) => (peta[kunci] === undefined ? [kunci] : [])),
    takDikenal,
    ...(urutanJudul ? { urutanJudul } : {}),
    ...(kawinJudul ? { kawinJudul } : {}),
  };
}

/** Reads the columns from the headings alone. */
function dariJudul(lembar: Lembar, kepala: Kepala, dataMulai: number, diminta?: Format): Result<Letak, Penolakan> {
  const { peta, ganda } = petaJudul(lembar, kepala);
  const [kembar] = ganda;
  if (kembar !== undefined) {
    const tempat = hurufKolom(peta[kembar] ?? 0);
    return tolak('JUDUL_GANDA', `Judul kolom ${tempat} ada dua kali. Hapus salah satu kolomnya.`);
  }
  if (peta.nik === undefined || peta.nama === undefined || Object.keys(peta).length < JUDUL_MINIMAL) {
    return tolak('TANPA_TABEL', 'Kolom NIK dan nama tidak ditemukan. Pakai judul kolom seperti di templat.');
  }
  const format = diminta ?? formatDariPeta(peta);
  if (format === undefined) {
    return tolak('FORMAT_KABUR', 'Ada kolom nomor kartu tanpa jenis mutasi: sebutkan Format 34 atau Format 37.');
  }
  if (format === 'F34') for (const kunci of KOLOM_MUTASI) delete peta[kunci];
  return ok(susun(lembar, kepala, format, peta, dataMulai));
}

function dariNomor(lembar: Lembar, nomor: number, deret: Deret, diminta?: Format): Result<Letak, Penolakan> {
  const kepala = kepalaDiAtas(lembar, nomor);
  const format = deret.akhir === 37 ? 'F37' : deret.akhir === 34 ? 'F34' : undefined;
  if (format === undefined) return dariJudul(lembar, kepala, nomor + 1, diminta);
  const peta = petaNomor(format, deret);
  if (!bertentangan(lembar, kepala, peta)) {
    if (diminta === undefined || diminta === format) return ok(susun(lembar, kepala, format, peta, nomor + 1));
    return tolak('FORMAT_KABUR', `Kolomnya bernomor 1 sampai ${deret.akhir}: itu ${namaFormat(format)}.`);
  }
  // Somebody moved columns and numbered them again: what the headings say is what people filled in.
  const menurutJudul = dariJudul(lembar, kepala, nomor + 1, diminta);
  const lengkap = menurutJudul.ok && menurutJudul.value.hilang.length === 0;
  const pesan = 'Judul dan nomor kolom tidak sesuai satu sama lain. Samakan urutan kolom dengan templat.';
  return lengkap ? menurutJudul : tolak('JUDUL_BEDA', pesan);
}

/** `Format 34` as people say it. */
const namaFormat = (format: Format): string => `Format ${format.slice(1)}`;

/**
 * Locates the table of a sheet and its columns, or refuses with a sentence when the sheet can be read in more than one
 * way. `diminta` is the format that the sender named.
 */
export function temukanTabel(lembar: Lembar, diminta?: Format): Result<Letak, Penolakan> {
  const bernomor = lembar.flatMap((baris, nomor) => {
    const deret = deretNomor(baris);
    return deret ? [{ nomor, deret }] : [];
  });
  const [pertama, ...lain] = bernomor;
  if (pertama) {
    const { awal, mulai, akhir } = pertama.deret;
    const beda = lain.some(({ deret: d }) => d.awal !== awal || d.mulai !== mulai || d.akhir !== akhir);
    if (beda) return tolak('DUA_TABEL', 'Ada dua tabel dengan susunan berbeda di lembar ini. Pisahkan ke dua berkas.');
    return dariNomor(lembar, pertama.nomor, pertama.deret, diminta);
  }
  const hasil = cariKepala(lembar);
  if (!hasil) return tolak('TANPA_TABEL', 'Judul kolom Format 34/37 tidak ditemukan di lembar ini.');
  if (hasil.ganda) return tolak('DUA_TABEL', 'Ada dua tabel di lembar ini. Pisahkan ke dua berkas.');
  return dariJudul(lembar, hasil.kepala, hasil.kepala.bawah, diminta);
}
