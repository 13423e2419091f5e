/** Installs the office, and repairs it: run twice, the second run changes nothing. */
import { BUKU_BERBAGI, JUDUL_BERBAGI, type NamaBerbagi } from '#domain/kolom/berbagi.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { Perancang } from '#usecase/perancang.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import { komit } from '../google/komit.ts';
import { idRegister } from '../google/layanan.ts';
import { bukaRegister } from '../google/register.ts';
import { selaraskanBerbagi } from './berbagi.ts';
import { bangunRegister, bentukUlang } from './buku.ts';
import { buatBukuBerbagi, lengkapiBukuBerbagi } from './buku-berbagi.ts';
import { bukuKelurahanKurang } from './buku-kelurahan.ts';
import type { PegawaiAwal, Profil } from './isi-awal.ts';
import { catatKantor } from './kantor.ts';
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
export const perbaikiTab = (): string[] => bangunRegister(idRegister(), []);

/** @returns what was done, one sentence each; empty when nothing was missing */
export function pasangKantor(opsi: OpsiPasang): string[] {
  const register = idRegister();
  const saya = { email: Session.getEffectiveUser().getEmail(), peran: 'admin', nama: 'Akun sistem', wilayah: '' };
  const pegawai = opsi.pengguna && opsi.pengguna.length > 0 ? opsi.pengguna : [saya];
  const laporan = [...bangunRegister(register, pegawai, opsi.profil), ...bentukUlang(register, opsi.bentuk ?? [])];
  periksaTabPengaturan(saya.email);
  const terbaca = bacaTabPengaturan();
  const { terbuka } = terbaca;
  const p = new Perancang(terbuka.potret);
  const berkas = siapkanBerkas(p, laporan);
  const formulir = siapkanFormulir(p, terbaca, laporan);
  p.aturSistem('berkas', JSON.stringify(berkas));
  p.aturSistem('formulir', JSON.stringify(formulir));
  p.aturSistem('versi_skema', '2');
  komit(p.rencana(), terbuka.letak);
  laporan.push(...pasangPemicu(register, berkas, formulir).map((nama) => `Pemicu ${nama} dipasang.`));
  catatKantor(register, berkas, formulir);
  laporan.push(...bukuKelurahanKurang());
  const { pengaturan } = bukaRegister().potret;
  selaraskanBerbagi({
    pengaturan,
    sistem: { berkas: JSON.stringify(berkas), formulir: JSON.stringify(formulir) },
  });
  return laporan;
}

/** The spreadsheets that the office's routes need. */
function bukuDibutuhkan({ pengaturan }: Potret): NamaBerbagi[] {
  const lewatDinkes = pengaturan.rute.some((rute) => sifatRute(rute).lewatDinkes);
  return lewatDinkes ? ['bpjs', 'dinkes', 'disdukcapil', 'kecamatan'] : ['bpjs'];
}

function siapkanBerkas(p: Perancang, laporan: string[]): Partial<Record<NamaBerbagi, string>> {
  const berkas = berkasBerbagi(p.potret);
  for (const nama of bukuDibutuhkan(p.potret)) {
    const id = berkas[nama];
    if (id) laporan.push(...lengkapi(p, nama, id));
    else {
      berkas[nama] = buatBukuBerbagi(JUDUL_BERBAGI[nama], BUKU_BERBAGI[nama]);
      laporan.push(`Spreadsheet ${JUDUL_BERBAGI[nama]} dibuat.`);
    }
  }
  return berkas;
}

/** New tabs are empty: the next tick fills them. */
function lengkapi(p: Perancang, nama: NamaBerbagi, id: string): string[] {
  const tab = lengkapiBukuBerbagi(id, BUKU_BERBAGI[nama]);
  if (tab.length > 0 && nama === 'bpjs') p.aturSistem('bpjs_tertinggal', 'ya');
  else if (tab.length > 0) p.tandaiTertinggal(nama);
  return tab.map((satu) => `Tab ${satu} dibuat di spreadsheet ${JUDUL_BERBAGI[nama]}.`);
}
