/** Installs the office, and repairs it: run twice, the second run changes nothing. */
import { Perancang } from '#usecase/perancang.ts';
import type { Minta } from '../google/baca.ts';
import { type PetaFormulir, petaFormulir } from '../google/formulir.ts';
import { komit } from '../google/komit.ts';
import { idRegister } from '../google/layanan.ts';
import { bukaRegister, type Terbuka } from '../google/register.ts';
import { selaraskanBerbagi } from './berbagi.ts';
import { bangunRegister } from './buku.ts';
import { buatBukuBpjs } from './buku-bpjs.ts';
import { buatFormulir, type Daftar, segarkanFormulir, tautanFaskes } from './formulir.ts';
import { pasangPemicu } from './pemicu.ts';

/** What an installation may be told: who works here. Without it only the installing account is entered. */
export interface OpsiPasang {
  readonly pengguna?: readonly { email: string; peran: string; nama: string }[];
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
  const saya = { email: Session.getEffectiveUser().getEmail(), peran: 'admin', nama: 'Akun sistem' };
  const pegawai = opsi.pengguna && opsi.pengguna.length > 0 ? opsi.pengguna : [saya];
  const laporan = bangunRegister(register, pegawai);
  const terbuka = bukaRegister(DAFTAR);
  const p = new Perancang(terbuka.potret);
  const bpjs = terbuka.potret.sistem.berkas_bpjs || buatBukuBpjs();
  const formulir = siapkanFormulir(terbuka);
  if (p.sistem('berkas_bpjs') === '') laporan.push('Spreadsheet Berbagi BPJS dibuat.');
  if (p.sistem('formulir_darurat') === '') laporan.push('Formulir darurat dibuat dan diterbitkan.');
  p.aturSistem('berkas_bpjs', bpjs);
  p.aturSistem('formulir_darurat', JSON.stringify(formulir));
  p.aturSistem('versi_skema', '1');
  const tautanBaru = isiTautan(p, terbuka, formulir);
  if (tautanBaru > 0) laporan.push(`${tautanBaru} tautan fasilitas diperbarui; pilihan di formulir disegarkan.`);
  komit(p.rencana(), terbuka.letak);
  laporan.push(...pasangPemicu(register, bpjs, formulir.id).map((nama) => `Pemicu ${nama} dipasang.`));
  selaraskanBerbagi({
    pengaturan: terbuka.potret.pengaturan,
    sistem: { berkas_bpjs: bpjs, formulir_darurat: JSON.stringify(formulir) },
  });
  const { id, butir } = formulir;
  const kantor = { spreadsheets: { register, bpjs }, forms: { darurat: { id, items: butir } } };
  PropertiesService.getScriptProperties().setProperty('KANTOR', JSON.stringify(kantor));
  return laporan;
}

function daftarPilihan({ isi, potret }: Terbuka): Daftar {
  const [faskes, alasan] = isi.map(({ baris }) => baris.map((satu) => satu.isi));
  return {
    faskes: (faskes ?? []).filter((satu) => satu['aktif'] !== 'tidak').map((satu) => satu['nama'] ?? ''),
    alasan: (alasan ?? []).filter((satu) => satu['untuk'] === 'usul').map((satu) => satu['teks'] ?? ''),
    kodeWilayah: potret.pengaturan.kodeWilayah,
  };
}

function siapkanFormulir(terbuka: Terbuka): PetaFormulir {
  const peta = petaFormulir(terbuka.potret);
  const daftar = daftarPilihan(terbuka);
  if (!peta) return buatFormulir(daftar);
  segarkanFormulir(peta, daftar);
  return peta;
}

/** Each hospital's own link stands beside its name in `Faskes`. @returns how many were new */
function isiTautan(p: Perancang, { isi }: Terbuka, formulir: PetaFormulir): number {
  const baris = (isi[0]?.baris ?? []).map((satu) => satu.isi).filter((satu) => satu['aktif'] !== 'tidak');
  const tautan = tautanFaskes(
    formulir,
    baris.map((satu) => satu['nama'] ?? ''),
  );
  const baru = baris.filter(({ nama = '', tautan: lama }) => (tautan.get(nama) ?? '') !== lama);
  for (const { nama = '' } of baru) p.ubahBaris('Faskes', nama, { tautan: tautan.get(nama) ?? '' });
  return baru.length;
}
