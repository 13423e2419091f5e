/** Installs the office, and repairs it: run twice, the second run changes nothing. */
import { BUKU_BERBAGI, JUDUL_BERBAGI, type NamaBerbagi, type TabBerbagi } from '#domain/kolom/berbagi.ts';
import { VERSI_SKEMA } from '#domain/skema/versi.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { Perancang } from '#usecase/perancang.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import { GalatPengguna } from '../google/galat.ts';
import { komit } from '../google/komit.ts';
import { idRegister } from '../google/layanan.ts';
import { bukaRegister } from '../google/register.ts';
import { jelaskanPintu } from '../google/skema.ts';
import { bukanAkunKantor } from './akun.ts';
import { selaraskanBerbagi } from './berbagi.ts';
import { bilaBukuAda, formulirTersisa, sebutSampah } from './berkas-hilang.ts';
import { tutupBerkasLama } from './berkas-lama.ts';
import { bangunRegister, bentukRegister, bentukUlang } from './buku.ts';
import { buatBukuBerbagi, perbaikiBukuBerbagi } from './buku-berbagi.ts';
import { bukuKelurahanKurang } from './buku-kelurahan.ts';
import type { PegawaiAwal, Profil } from './isi-awal.ts';
import { bacaKantor, catatKantor } from './kantor.ts';
import { bacaKeinginan, jawabKeinginan } from './keinginan.ts';
import { naikkanRegister } from './naik.ts';
import { adminTercatat } from './orang.ts';
import { pasangPemicu } from './pemicu.ts';
import { bacaTabPengaturan, periksaTabPengaturan } from './pengaturan.ts';
import { siapkanFormulir } from './segarkan-formulir.ts';

/** What an installation may be told: whose settings it begins with, and who works here. Without people only the installing account is entered. */
export interface OpsiPasang {
  readonly profil?: Profil;
  readonly pengguna?: readonly PegawaiAwal[];
  /** Tabs whose text format and dropdowns are set anew. */
  readonly bentuk?: readonly string[];
}

/** Tabs, headers, protections only: what any officer may repair. Triggers and sharing belong to the office's account. */
export function perbaikiTab(): string[] {
  const register = idRegister();
  jelaskanPintu(register);
  return bangunRegister(register, []);
}

/** Who may install: an administrator of the tab `Peran`; anybody while it names none. Triggers run as whoever does. */
function bolehMemasang(): boolean {
  return adminTercatat()?.includes(Session.getEffectiveUser().getEmail().toLowerCase()) ?? true;
}

/**
 * What the menu and the command line ask for: as `opsi` says, or with the wishes that wait on the workbook.
 * @throws GalatPengguna for somebody who may not
 */
export function pasangDiminta(opsi?: OpsiPasang): string[] {
  if (!bolehMemasang()) throw new GalatPengguna(BUKAN_ADMIN);
  if (opsi) return pasangKantor(opsi);
  const register = idRegister();
  const mau = bacaKeinginan(register);
  if (!mau) return pasangKantor({});
  const { id } = mau;
  try {
    const laporan = pasangKantor(mau);
    jawabKeinginan(register, { id, laporan });
    return laporan;
  } catch (galat) {
    const sebab = galat instanceof GalatPengguna ? galat.message : 'Galat tak terduga; lihat Apps Script > Eksekusi.';
    jawabKeinginan(register, { id, laporan: [], galat: sebab });
    throw galat;
  }
}

const BUKAN_ADMIN =
  'Hanya akun berperan admin di tab Peran yang dapat memasang kantor: pemicu berjalan dengan akun yang memasang.';

/** @returns what was done, one sentence each; empty when nothing was missing */
export function pasangKantor(opsi: OpsiPasang): string[] {
  const register = idRegister();
  const saya = { email: Session.getEffectiveUser().getEmail(), peran: 'admin', nama: 'Akun sistem', wilayah: '' };
  const pegawai = opsi.pengguna && opsi.pengguna.length > 0 ? opsi.pengguna : [saya];
  const laporan = [
    ...naikkanRegister(register),
    ...bangunRegister(register, pegawai, opsi.profil),
    ...bentukUlang(register, opsi.bentuk ?? []),
  ];
  periksaTabPengaturan(saya.email);
  const terbaca = bacaTabPengaturan();
  const { terbuka } = terbaca;
  const bukanAkun = bukanAkunKantor(terbuka.potret, saya.email);
  const p = new Perancang(terbuka.potret);
  const berkas = siapkanBerkas(p, laporan);
  const formulir = siapkanFormulir(p, terbaca, laporan, formulirTersisa(terbuka.potret, laporan));
  laporan.push(...tutupBerkasLama(p));
  p.aturSistem('berkas', JSON.stringify(berkas));
  p.aturSistem('formulir', JSON.stringify(formulir));
  p.aturSistem('versi_skema', String(VERSI_SKEMA));
  if (bukanAkun === '') p.aturSistem('akun', saya.email);
  komit(p.rencana(), terbuka.letak);
  const pemicu = bukanAkun === '' ? pasangPemicu(register, berkas, formulir) : [];
  laporan.push(...pemicu.map((nama) => `Pemicu ${nama} dipasang.`), ...(bukanAkun === '' ? [] : [bukanAkun]));
  catatKantor(register, berkas, formulir);
  const hilang = new Set<string>();
  for (const [kode, id] of bukaRegister().potret.pengaturan.bukuKelurahan) {
    const perbaikan = bilaBukuAda(id, () => perbaikiBukuBerbagi(id, `kelurahan ${kode}`, BUKU_BERBAGI.kelurahan));
    if (!perbaikan) hilang.add(id);
    laporan.push(...(perbaikan ?? [`Spreadsheet kelurahan ${kode} sudah terhapus.`]));
  }
  laporan.push(...bukuKelurahanKurang(hilang));
  const { pengaturan } = bukaRegister().potret;
  const sistem = { berkas: JSON.stringify(berkas), formulir: JSON.stringify(formulir) };
  const { rincian } = selaraskanBerbagi({ pengaturan, sistem });
  return [...laporan, ...rincian, ...sebutSampah({ pengaturan, sistem })];
}

/** What a repair would find wrong with tabs of the register and of all other workbooks, in its words. Changes nothing. */
export function bentukBerubah(potret: Potret): string[] {
  const buku = Object.entries(berkasBerbagi(potret)) as [NamaBerbagi, string][];
  return [
    ...bentukRegister(idRegister(), adminTercatat() ?? [], true),
    ...buku.flatMap(([nama, id]) => bentukBuku(id, JUDUL_BERBAGI[nama], BUKU_BERBAGI[nama])),
    ...[...potret.pengaturan.bukuKelurahan].flatMap(([kode, id]) =>
      bentukBuku(id, `kelurahan ${kode}`, BUKU_BERBAGI.kelurahan),
    ),
  ];
}

/** Of a book that is gone the command line knows by itself. */
const bentukBuku = (id: string, judul: string, tab: readonly TabBerbagi[]): string[] =>
  bilaBukuAda(id, () => perbaikiBukuBerbagi(id, judul, tab, true)) ?? [];

/** The spreadsheets that the office's routes need. */
function bukuDibutuhkan({ pengaturan }: Potret): NamaBerbagi[] {
  const lewatDinkes = pengaturan.rute.some((rute) => sifatRute(rute).lewatDinkes);
  return lewatDinkes ? ['bpjs', 'dinkes', 'disdukcapil', 'kecamatan'] : ['bpjs'];
}

function siapkanBerkas(p: Perancang, laporan: string[]): Partial<Record<NamaBerbagi, string>> {
  const sistem = berkasBerbagi(p.potret);
  const tercatat = bacaKantor()?.berkas ?? {};
  const berkas = { ...tercatat, ...sistem };
  for (const nama of bukuDibutuhkan(p.potret)) {
    // What an interrupted run has made in place of a lost one is noted beside the register only.
    const calon = [...new Set([sistem[nama], tercatat[nama]])].filter((id) => id !== undefined);
    const ada = calon.find((id) => bilaBukuAda(id, () => laporan.push(...perbaiki(p, nama, id))) !== undefined);
    berkas[nama] = ada ?? buatBukuBerbagi(JUDUL_BERBAGI[nama], BUKU_BERBAGI[nama]);
    if (ada === undefined) {
      // At once: a run that ends here must not make it a second time.
      catatKantor(idRegister(), berkas, bacaKantor()?.formulir ?? {});
      laporan.push(
        `Spreadsheet ${JUDUL_BERBAGI[nama]} ${calon.length > 0 ? 'sudah terhapus dan dibuat baru' : 'dibuat'}.`,
      );
    }
    if (calon.length > 0 && ada !== sistem[nama]) isiUlang(p, nama);
  }
  return berkas;
}

function perbaiki(p: Perancang, nama: NamaBerbagi, id: string): string[] {
  const laporan = perbaikiBukuBerbagi(id, JUDUL_BERBAGI[nama], BUKU_BERBAGI[nama]);
  if (laporan.length > 0) isiUlang(p, nama);
  return laporan;
}

/** New tabs are empty: the next tick fills them. */
function isiUlang(p: Perancang, nama: NamaBerbagi): void {
  if (nama === 'bpjs') p.aturSistem('bpjs_tertinggal', 'ya');
  else p.tandaiTertinggal(nama);
}
