/** One scheduled job as a plan: its changes, its letters, its line in the ledger, all for the same commit (S-32). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { aturTanda, bacaTanda } from '#domain/usulan/tanda.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import { susulkan } from '../koreksi.ts';
import type { Perancang } from '../perancang.ts';
import { type Potret, SISTEM_SENDIRI } from '../potret.ts';
import { surelAdmin } from '../surat.ts';
import type { Bahan } from './bahan.ts';
import { ditutup, ingatkanKembali, tutupKembali } from './kembali.ts';
import { tagihKis } from './kis-tertunda.ts';
import { ingatkan } from './pengingat.ts';
import { ringkas } from './ringkasan.ts';
import { suratBerkala } from './surat-berkala.ts';
import { laporkanTangguh, tertangguhLama } from './tangguh.ts';
import type { Tugas } from './tugas.ts';
import { tagihUmpanBalik, terlambat } from './umpan-balik.ts';

/** Tickets of the cases that a job changes. They are read whole and changed before its letters are made. */
export function kasusDiubah(tugas: Tugas, bahan: Bahan, potret: Potret): string[] {
  switch (tugas.jenis) {
    case 'kembali':
      return ditutup(bahan, potret);
    case 'umpan_balik':
      return terlambat(bahan, potret);
    case 'tangguh':
      return tertangguhLama(bahan, potret);
    default:
      return [];
  }
}

/** Plans the change of one case. */
export function ubahKasusTugas(p: Perancang, { jenis }: Tugas, kasus: Kasus): void {
  if (jenis === 'kembali') {
    tutupKembali(p, kasus);
    return;
  }
  const alasan = jenis === 'tangguh' ? 'Ditangguhkan BPJS terlalu lama.' : 'Batas pengalihan oleh BPJS terlewati.';
  const kini = susulkan(p, kasus);
  if (bacaTanda(kini.tanda).has('sla_lewat')) return;
  p.ubahKasus(
    kini,
    { tanda: aturTanda(kini.tanda, 'sla_lewat', true) },
    { aksi: 'TANDAI', pelaku: SISTEM_SENDIRI, alasan },
  );
}

/** Plans the letters of a job whose changes are all made, and its line in the ledger. */
export function selesaikanTugas(p: Perancang, tugas: Tugas, bahan: Bahan): void {
  catatJadwal(p, tugas.kunci, tugas.jenis, tugas.periode, kabari(p, tugas, bahan));
}

function kabari(p: Perancang, tugas: Tugas, bahan: Bahan): string {
  switch (tugas.jenis) {
    case 'pengingat':
      return ingatkan(p, tugas, bahan);
    case 'ringkasan':
      return ringkas(p, tugas, bahan);
    case 'kembali':
      return ingatkanKembali(p, tugas, bahan);
    case 'umpan_balik':
      return tagihUmpanBalik(p, tugas, bahan);
    case 'tangguh':
      return laporkanTangguh(p, tugas, bahan);
    case 'kis':
      return tagihKis(p, tugas, bahan);
    case 'libur':
      suratAdmin(p, 'libur_kosong', tugas.kunci, { rincian: tugas.kalimat.join('\n') });
      return tugas.kalimat.join(' ');
  }
}

/** The ledger key under which administrators were told, on a day, what does not run. */
export const kunciTerhenti = ({ kini }: Potret): string => `terhenti|${tanggalWaktu(kini)}`;

/** Plans the message about jobs that a wrong setting stops. They stay due, and run after the repair. */
export function kabarkanTerhenti(p: Perancang, tugas: readonly Tugas[], sebab: readonly string[]): void {
  const kunci = kunciTerhenti(p.potret);
  const rincian = [...new Set(sebab)];
  suratAdmin(p, 'terhenti', kunci, {
    rincian: rincian.join('\n'),
    daftar: tugas.map((satu) => `- ${satu.jenis.replace('_', ' ')} ${satu.periode}`).join('\n'),
  });
  catatJadwal(p, kunci, 'terhenti', tanggalWaktu(p.potret.kini), rincian.join(' '));
}

function suratAdmin(
  p: Perancang,
  nama: 'libur_kosong' | 'terhenti',
  kunci: string,
  isi: Readonly<Record<string, string>>,
): void {
  const { pengaturan } = p.potret;
  p.surat(suratBerkala(nama, kunci, surelAdmin(pengaturan), pengaturan, isi));
}

function catatJadwal(p: Perancang, kunci: string, pekerjaan: string, periode: string, rincian: string): void {
  p.tambahBaris('Jadwal', { kunci, pekerjaan, periode, selesai_pada: p.potret.kini, oleh: 'sistem', rincian });
}
