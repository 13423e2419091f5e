/** Once a day: every ticket that was given out must stand in the register, exactly once. */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { lipatRiwayat, tiketHilang, tiketKembar } from '#usecase/kasus-hilang.ts';
import { Perancang } from '#usecase/perancang.ts';
import { SISTEM_SENDIRI } from '#usecase/potret.ts';
import { suratBaruDinsos } from '#usecase/surat.ts';
import { cariBaris, harfiah } from '../google/baca.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister } from '../google/register.ts';
import { denganKunci } from './jaga.ts';

/** Rows that one run puts back. */
const SEKALI_JALAN = 50;

/** @returns what was found, in words */
export function pulihkanKasusHilang(): string {
  return denganKunci(() => {
    const awal = bukaRegister([{ tab: 'Kasus', kolom: ['tiket'] }]);
    const ada = (awal.isi[0]?.baris ?? []).map(({ isi }) => isi['tiket'] ?? '');
    const hilang = tiketHilang(ada, awal.potret.sistem.tiket_urut ?? '').slice(0, SEKALI_JALAN);
    const kembar = tiketKembar(ada);
    const kata = kembar.length > 0 ? [`Tiket di lebih dari satu baris: ${kembar.join(', ')}.`] : [];
    if (hilang.length > 0) kata.push(`Dipulihkan dari Riwayat: ${kembalikan(hilang).join(', ')}.`);
    return kata.length > 0 ? kata.join(' ') : 'Semua tiket ada di register.';
  });
}

function kembalikan(tiket: readonly string[]): string[] {
  const { potret, letak } = bukaRegister();
  const p = new Perancang(potret);
  const kembali = pulihkanKasus(p, tiket).map((kasus) => kasus.tiket);
  komit(p.rencana(), letak);
  return kembali;
}

/** Plans the return of cases from the log. @returns those that the log knows */
export function pulihkanKasus(p: Perancang, tiket: readonly string[]): Kasus[] {
  if (tiket.length === 0) return [];
  const nomor = cariBaris('Riwayat', tiket.map(harfiah).join('|'));
  const catatan = (bukaRegister([{ tab: 'Riwayat', baris: nomor }]).isi[0]?.baris ?? []).map((satu) => satu.isi);
  const { pengaturan } = p.potret;
  return tiket.flatMap((satu) => {
    const kasus = lipatRiwayat(satu, catatan);
    if (!kasus) return [];
    const alasan = 'Baris hilang dari register; dibuat lagi dari Riwayat.';
    const jadi = p.pulihkanKasus(kasus, { aksi: 'PULIHKAN', pelaku: SISTEM_SENDIRI, alasan });
    p.surat(suratBaruDinsos(jadi, pengaturan, 'baris hilang dari register dan dipulihkan'));
    return [jadi];
  });
}
