/**
 * Commands about the office itself: repair it, look at what only the script can see. A repair commits by itself, so its
 * answer is a commit of its own; killed in between, it runs again, which changes nothing more.
 */

import { tambahMenit } from '#domain/waktu/waktu.ts';
import {
  type HasilPerbaiki,
  LAMA_PERINTAH_KANTOR_MENIT,
  type MuatanPerbaiki,
  PERNAH_DIJAWAB,
} from '#usecase/bentuk-perintah.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { JawabanPerintah } from '#usecase/perintah.ts';
import type { Potret } from '#usecase/potret.ts';
import { type Baris, baca, cariBaris } from '../google/baca.ts';
import { komit } from '../google/komit.ts';
import { idRegister } from '../google/layanan.ts';
import { bukaRegister } from '../google/register.ts';
import { naikkanRegister } from '../setup/naik.ts';
import { adminTercatat } from '../setup/orang.ts';
import { pasangKantor, perbaikiTab } from '../setup/pasang.ts';
import { isKantor, isMenunggu, keperintah } from './antrean.ts';
import { denganKunci } from './jaga.ts';
import { periksaKantor } from './periksa.ts';

const ditolak = (jawaban: string): JawabanPerintah => ({ keadaan: 'DITOLAK', jawaban });
const selesai = (jawaban: unknown): JawabanPerintah => ({ keadaan: 'SELESAI', jawaban: JSON.stringify(jawaban) });

/**
 * Runs the commands in these rows one by one. To be called outside the lock.
 * @param laporan what was repaired before the register could be opened; the first repair says it
 */
export function jalankanKantor(nomor: readonly number[], laporan: string[]): boolean {
  for (const satu of nomor) {
    const { isi, potret } = bukaRegister([
      { tab: 'Antrean', kolom: ['id', 'keadaan'] },
      { tab: 'Antrean', baris: [satu] },
    ]);
    const perintah = isi[1]?.baris.find((baris) => isMenunggu(baris) && isKantor(baris))?.isi;
    // Somebody moved the rows: the next tick finds it.
    if (!perintah) continue;
    const pernah = isi[0]?.baris.some((baris) => baris.isi['id'] === perintah['id'] && !isMenunggu(baris));
    jawab(satu, perintah, pernah ? ditolak(PERNAH_DIJAWAB) : jalankan(perintah, potret, laporan));
  }
  return nomor.length > 0;
}

function jalankan(isi: Baris, potret: Potret, laporan: string[]): JawabanPerintah {
  const { terbaca, jenis, dibuat } = keperintah(isi);
  const peran = potret.pengaturan.pegawai.find(({ email }) => email === (isi['pelaku'] ?? '').toLowerCase())?.peran;
  // One that makes the run die every time must come to an end.
  if (dibuat < tambahMenit(potret.kini, -LAMA_PERINTAH_KANTOR_MENIT))
    return ditolak('Perintah ini menunggu terlalu lama dan tidak dijalankan. Kirim lagi.');
  if (terbaca?.jenis === 'PERBAIKI') {
    if (peran !== 'admin') return ditolak('PERBAIKI hanya untuk akun berperan admin di tab Peran.');
    return selesai(perbaiki(terbaca.isi, laporan.splice(0)));
  }
  if (terbaca?.jenis === 'PERIKSA') {
    if (peran !== 'admin' && peran !== 'dinsos')
      return ditolak('PERIKSA hanya untuk akun berperan admin atau dinsos di tab Peran.');
    return selesai(periksaKantor());
  }
  return ditolak(`Muatan ${jenis} tidak dapat dibaca.`);
}

/** Beside its own row, wherever that is by now. A row that is gone needs no answer. */
function jawab(nomor: number, { id = '' }: Baris, hasil: JawabanPerintah): void {
  denganKunci(() => {
    const { potret, letak, isi } = bukaRegister([{ tab: 'Antrean', kolom: ['id', 'keadaan'] }]);
    const menunggu = (isi[0]?.baris ?? []).filter((baris) => isMenunggu(baris) && baris.isi['id'] === id);
    const baris = menunggu.find((satu) => satu.nomor === nomor) ?? menunggu[0];
    if (!baris) return;
    const p = new Perancang(potret);
    p.ubahBaris('Antrean', id, { ...hasil, dijalankan: potret.kini });
    komit(p.rencana(), { ...letak, nomor: new Map(letak.nomor).set('Antrean', new Map([[id, baris.nomor]])) });
  });
}

function perbaiki(
  { bentuk = [], berbagi = [], surat = false }: MuatanPerbaiki,
  sebelum: readonly string[],
): HasilPerbaiki {
  return denganKunci(() => {
    const laporan = [...sebelum, ...pasangKantor({ bentuk })];
    const { potret, letak, isi } = bukaRegister([
      { tab: 'Kotak Keluar', baris: surat ? cariBaris('Kotak Keluar', 'GAGAL') : [] },
    ]);
    const p = new Perancang(potret);
    const gagal = (isi[0]?.baris ?? []).filter((satu) => satu.isi['keadaan'] === 'GAGAL');
    for (const satu of gagal)
      p.ubahBaris('Kotak Keluar', satu.isi['kunci'] ?? '', { keadaan: 'ANTRE', kali: '0', berikutnya: '' });
    if (gagal.length > 0) {
      p.aturSistem('surat_menunggu', String(Number(p.sistem('surat_menunggu') || '0') + gagal.length));
      laporan.push(`${gagal.length} surel yang gagal dicoba lagi.`);
    }
    if (berbagi.includes('bpjs')) p.aturSistem('bpjs_tertinggal', 'ya');
    p.tandaiTertinggal(...berbagi.filter((nama) => nama !== 'bpjs'));
    if (berbagi.length > 0) laporan.push(`Berkas yang ditulis ulang: ${berbagi.join(', ')}.`);
    komit(p.rencana(), letak);
    return { laporan };
  });
}

/**
 * For a register that cannot be opened: raises it to this version, or repairs its tabs, if an administrator has asked for it.
 * @returns what was done, or undefined where nobody asked
 */
export function pulihkanDiminta(): string[] | undefined {
  const [antrean] = baca(idRegister(), [{ tab: 'Antrean', kolom: ['id', 'keadaan', 'jenis', 'pelaku'] }]);
  const admin = adminTercatat() ?? [];
  const diminta = (antrean?.baris ?? []).some(
    (satu) =>
      isMenunggu(satu) && satu.isi['jenis'] === 'PERBAIKI' && admin.includes((satu.isi['pelaku'] ?? '').toLowerCase()),
  );
  return diminta ? denganKunci(() => [...naikkanRegister(idRegister()), ...perbaikiTab()]) : undefined;
}
