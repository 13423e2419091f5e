/**
 * Who may open which file: the tab `Peran` is the wish, the files are made to follow it. Editors are managed through
 * SpreadsheetApp and FormApp, for which the script's narrow rights suffice; sharing by link shows only in Drive.
 */

import { JUDUL_BERBAGI, type NamaBerbagi } from '#domain/kolom/berbagi.ts';
import type { SelisihBerbagi } from '#usecase/bentuk-perintah.ts';
import { emailKelurahan, emailPeran, PENGGUNA_REGISTER } from '#usecase/hak-berkas.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import { petaFormulir } from '../google/formulir.ts';
import { idRegister, izinBerkas } from '../google/layanan.ts';
import { bilaBukuAda, bilaFormulirAda } from './berkas-hilang.ts';

type Pengguna = GoogleAppsScript.Base.User;

/** What spreadsheets and forms have in common here. */
interface Berkas {
  getEditors(): Pengguna[];
  addEditor(email: string): unknown;
  removeEditor(email: string): unknown;
}

/** Addresses that may now edit a file, and such that may not any longer. */
interface Selisih {
  readonly baru: readonly string[];
  readonly lebih: readonly string[];
}

/** What was changed: counted, and file by file, one sentence each. */
interface HasilBerbagi {
  readonly ringkas: string;
  readonly rincian: readonly string[];
}

/** Brings the register, the other offices' spreadsheets and the forms in line. */
export function selaraskanBerbagi({ pengaturan, sistem }: Pick<Potret, 'pengaturan' | 'sistem'>): HasilBerbagi {
  const kurang = ['admin', 'dinsos'].filter((peran) => emailPeran(pengaturan, [peran]).length === 0);
  // A cleared tab must not lock everybody out of the patients' register.
  if (kurang.length > 0) {
    const ringkas = `TAB PERAN KOSONG untuk ${kurang.join(' dan ')}: pembagian berkas tidak diubah.`;
    return { ringkas, rincian: [] };
  }
  const register = idRegister();
  const buku = Object.entries(berkasBerbagi({ sistem })) as [NamaBerbagi, string][];
  const hasil: [berkas: string, Selisih][] = [
    ['register', selaraskanLembar(register, emailPeran(pengaturan, PENGGUNA_REGISTER))],
  ];
  const tambah = (berkas: string, satu: Selisih | undefined) => void (satu && hasil.push([berkas, satu]));
  for (const [nama, id] of buku) {
    const mau = emailPeran(pengaturan, ['admin', 'dinsos', nama]);
    tambah(
      JUDUL_BERBAGI[nama],
      bilaBukuAda(id, () => selaraskanLembar(id, mau)),
    );
  }
  for (const [nama, { id }] of Object.entries(petaFormulir({ sistem }))) {
    const selaras = () => selaraskan(FormApp.openById(id), emailPeran(pengaturan, ['admin']));
    tambah(`formulir ${nama}`, bilaFormulirAda(id, selaras));
  }
  const berbeda: string[] = [];
  for (const [kode, id] of pengaturan.bukuKelurahan) {
    const mau = emailKelurahan(pengaturan, kode);
    // One call where nothing differs: a city has dozens of these, looked at every night.
    if (sudahSelaras(id, mau)) continue;
    tambah(
      `kelurahan ${kode}`,
      bilaBukuAda(id, () => selaraskanLembar(id, mau)),
    );
    berbeda.push(id);
  }
  const jumlah = (bagian: keyof Selisih) => hasil.reduce((total, [, satu]) => total + satu[bagian].length, 0);
  const { dicabut, kalimat } = cabutTautan([register, ...buku.map(([, id]) => id), ...berbeda]);
  return {
    ringkas: `Berbagi: ${jumlah('baru')} izin ditambah, ${jumlah('lebih')} izin dicabut. ${kalimat}`,
    rincian: [...hasil.flatMap(([berkas, satu]) => sebutSelisih(berkas, satu)), ...(dicabut > 0 ? [kalimat] : [])],
  };
}

function sebutSelisih(berkas: string, { baru, lebih }: Selisih): string[] {
  return [
    ...(baru.length > 0 ? [`Izin ubah ${berkas} diberikan kepada ${baru.join(', ')}.`] : []),
    ...(lebih.length > 0 ? [`Izin ${berkas} dicabut dari ${lebih.join(', ')}.`] : []),
  ];
}

/** Editors to be added and taken away; the account that runs this is left out of it. */
function selisih(berkas: Berkas, mau: readonly string[]): Selisih {
  const saya = Session.getEffectiveUser().getEmail().toLowerCase();
  const ada = berkas.getEditors().map((satu) => satu.getEmail().toLowerCase());
  return {
    baru: mau.filter((email) => email !== saya && !ada.includes(email)),
    lebih: ada.filter((email) => email !== saya && !mau.includes(email)),
  };
}

/** By file, whose name is that of the office, the form or the code of a kelurahan; without those that are gone. Changes nothing. */
export function selisihBerbagi(potret: Pick<Potret, 'pengaturan' | 'sistem'>): Record<string, SelisihBerbagi> {
  const { pengaturan } = potret;
  const lembar = (id: string, mau: readonly string[]): SelisihBerbagi => {
    if (sudahSelaras(id, mau)) return { kurang: 0, lebih: 0, tautan: 0 };
    const buku = SpreadsheetApp.openById(id);
    const { baru, lebih } = selisih(buku, mau);
    return { kurang: baru.length, lebih: lebih.length + pelihatLebih(buku, mau).length, tautan: banyakTautan(id) };
  };
  const formulir = (id: string): SelisihBerbagi => {
    const { baru, lebih } = selisih(FormApp.openById(id), emailPeran(pengaturan, ['admin']));
    return { kurang: baru.length, lebih: lebih.length, tautan: 0 };
  };
  const semua: [string, SelisihBerbagi | undefined][] = [
    ['register', lembar(idRegister(), emailPeran(pengaturan, PENGGUNA_REGISTER))],
    ...Object.entries(berkasBerbagi(potret)).map(([nama, id]): [string, SelisihBerbagi | undefined] => [
      nama,
      bilaBukuAda(id, () => lembar(id, emailPeran(pengaturan, ['admin', 'dinsos', nama]))),
    ]),
    ...[...pengaturan.bukuKelurahan].map(([kode, id]): [string, SelisihBerbagi | undefined] => [
      kode,
      bilaBukuAda(id, () => lembar(id, emailKelurahan(pengaturan, kode))),
    ]),
    ...Object.entries(petaFormulir(potret)).map(([nama, { id }]): [string, SelisihBerbagi | undefined] => [
      `formulir ${nama}`,
      bilaFormulirAda(id, () => formulir(id)),
    ]),
  ];
  return Object.fromEntries(semua.flatMap(([nama, satu]) => (satu ? [[nama, satu]] : [])));
}

function selaraskan(berkas: Berkas, mau: readonly string[]): Selisih {
  const { baru, lebih } = selisih(berkas, mau);
  for (const email of baru) berkas.addEditor(email);
  for (const email of lebih) berkas.removeEditor(email);
  return { baru, lebih };
}

/** A spreadsheet can also have viewers; nobody needs to be one. */
export function selaraskanLembar(id: string, mau: readonly string[]): Selisih {
  const buku = SpreadsheetApp.openById(id);
  const { baru, lebih } = selaraskan(buku, mau);
  const pelihat = pelihatLebih(buku, mau);
  for (const email of pelihat) buku.removeViewer(email);
  return { baru, lebih: [...lebih, ...pelihat] };
}

const pelihatLebih = (buku: GoogleAppsScript.Spreadsheet.Spreadsheet, mau: readonly string[]): string[] =>
  buku
    .getViewers()
    .map((satu) => satu.getEmail().toLowerCase())
    .filter((email) => !mau.includes(email));

/** Whether exactly these people may edit a file, and nobody by link. False also where Drive does not tell. */
function sudahSelaras(id: string, mau: readonly string[]): boolean {
  try {
    const izin = izinBerkas().list(id, { fields: 'permissions(type,role,emailAddress)' }).permissions ?? [];
    const orang = izin.filter(({ role }) => role !== 'owner');
    const ada = orang.map(({ emailAddress }) => (emailAddress ?? '').toLowerCase());
    const penulis = orang.every(({ type, role }) => type === 'user' && role === 'writer');
    const pemilik = izin.filter(({ role }) => role === 'owner').map((satu) => (satu.emailAddress ?? '').toLowerCase());
    const perlu = mau.filter((email) => !pemilik.includes(email));
    return penulis && ada.length === perlu.length && perlu.every((email) => ada.includes(email));
  } catch {
    return false;
  }
}

/** Permissions of a file that name nobody. @throws where Drive does not show the script this file */
const izinTautan = (id: string): string[] =>
  (izinBerkas().list(id, { fields: 'permissions(id,type)' }).permissions ?? []).flatMap(({ id: idIzin, type }) =>
    type === 'user' || type === 'group' || !idIzin ? [] : [idIzin],
  );

function banyakTautan(id: string): number | null {
  try {
    return izinTautan(id).length;
  } catch {
    return null;
  }
}

/** Takes back sharing by link. Drive may refuse to show a file that the script did not make: then that is said. */
function cabutTautan(berkas: readonly string[]): { dicabut: number; kalimat: string } {
  let dicabut = 0;
  try {
    for (const id of berkas) {
      for (const idIzin of izinTautan(id)) {
        izinBerkas().remove(id, idIzin);
        dicabut += 1;
      }
    }
  } catch {
    const kalimat = 'Berbagi lewat tautan tidak dapat diperiksa; lihat tombol Bagikan di tiap berkas.';
    return { dicabut, kalimat };
  }
  const kalimat = dicabut > 0 ? `${dicabut} berbagi lewat tautan dicabut.` : 'Tidak ada berbagi lewat tautan.';
  return { dicabut, kalimat };
}
