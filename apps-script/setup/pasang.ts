/** Installs the office, and repairs it: run twice, the second run changes nothing. */
import type { NamaFormulir } from '#domain/formulir/butir.ts';
import { formulirKantor } from '#domain/formulir/semua.ts';
import { BUKU_BERBAGI, JUDUL_BERBAGI, type NamaBerbagi } from '#domain/kolom/berbagi.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { Perancang } from '#usecase/perancang.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import type { Minta } from '../google/baca.ts';
import { type PetaFormulir, type PetaKantor, petaFormulir } from '../google/formulir.ts';
import { komit } from '../google/komit.ts';
import { idRegister } from '../google/layanan.ts';
import { bukaRegister, type Terbuka } from '../google/register.ts';
import { selaraskanBerbagi } from './berbagi.ts';
import { bangunRegister } from './buku.ts';
import { buatBukuBerbagi } from './buku-berbagi.ts';
import { bukuKelurahanKurang } from './buku-kelurahan.ts';
import { buatFormulir, type Daftar, daftarPilihan, segarkanFormulir, tautanFaskes } from './formulir.ts';
import type { PegawaiAwal, Profil } from './isi-awal.ts';
import { catatKantor } from './kantor.ts';
import { pasangPemicu } from './pemicu.ts';

/** What an installation may be told: whose settings it begins with, and who works here. Without people only the installing account is entered. */
export interface OpsiPasang {
  readonly profil?: Profil;
  readonly pengguna?: readonly PegawaiAwal[];
}

const DAFTAR: readonly Minta[] = [
  { tab: 'Faskes', ambil: 'semua' },
  { tab: 'Alasan', ambil: 'semua' },
];

/** Tabs, headers, protections only: what any officer may repair. Triggers and sharing belong to the office's account. */
export const perbaikiTab = (): string[] => bangunRegister(idRegister(), []);

/** @returns what was done, one sentence each; empty when nothing was missing */
export function pasangKantor(opsi: OpsiPasang): string[] {
  const register = idRegister();
  const saya = { email: Session.getEffectiveUser().getEmail(), peran: 'admin', nama: 'Akun sistem', wilayah: '' };
  const pegawai = opsi.pengguna && opsi.pengguna.length > 0 ? opsi.pengguna : [saya];
  const laporan = bangunRegister(register, pegawai, opsi.profil);
  const terbuka = bukaRegister(DAFTAR);
  const p = new Perancang(terbuka.potret);
  const berkas = siapkanBerkas(terbuka.potret, laporan);
  const formulir = siapkanFormulir(terbuka, laporan);
  p.aturSistem('berkas', JSON.stringify(berkas));
  p.aturSistem('formulir', JSON.stringify(formulir));
  p.aturSistem('versi_skema', '2');
  const tautanBaru = isiTautan(p, terbuka, formulir.darurat);
  if (tautanBaru > 0) laporan.push(`${tautanBaru} tautan fasilitas diperbarui; pilihan di formulir disegarkan.`);
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

function siapkanBerkas(potret: Potret, laporan: string[]): Partial<Record<NamaBerbagi, string>> {
  const berkas = berkasBerbagi(potret);
  for (const nama of bukuDibutuhkan(potret).filter((satu) => !berkas[satu])) {
    berkas[nama] = buatBukuBerbagi(JUDUL_BERBAGI[nama], BUKU_BERBAGI[nama]);
    laporan.push(`Spreadsheet ${JUDUL_BERBAGI[nama]} dibuat.`);
  }
  return berkas;
}

function siapkanFormulir(terbuka: Terbuka, laporan: string[]): PetaKantor {
  const peta: Partial<Record<NamaFormulir, PetaFormulir>> = { ...petaFormulir(terbuka.potret) };
  const [faskes, alasan] = terbuka.isi.map(({ baris }) => baris.map((satu) => satu.isi));
  const daftar: Daftar = daftarPilihan(terbuka.potret.pengaturan, faskes ?? [], alasan ?? []);
  for (const isi of formulirKantor(terbuka.potret.pengaturan.rute)) {
    const ada = peta[isi.nama];
    if (ada) {
      segarkanFormulir(isi, ada, daftar);
      continue;
    }
    peta[isi.nama] = buatFormulir(isi, daftar);
    laporan.push(`Formulir ${isi.nama} dibuat dan diterbitkan.`);
  }
  return peta;
}

/** Each hospital's own link stands beside its name in `Faskes`. @returns how many were new */
function isiTautan(p: Perancang, { isi }: Terbuka, formulir: PetaFormulir | undefined): number {
  if (!formulir) return 0;
  const baris = (isi[0]?.baris ?? []).map((satu) => satu.isi).filter((satu) => satu['aktif'] !== 'tidak');
  const tautan = tautanFaskes(
    formulir,
    baris.map((satu) => satu['nama'] ?? ''),
  );
  const baru = baris.filter(({ nama = '', tautan: lama }) => (tautan.get(nama) ?? '') !== lama);
  for (const { nama = '' } of baru) p.ubahBaris('Faskes', nama, { tautan: tautan.get(nama) ?? '' });
  return baru.length;
}
