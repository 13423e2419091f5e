/** Runs the watch over open cases when a limit has passed (BTL-D-07, S-06). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { KOLOM_PANTAU, pantau, pantauBerikutnya, perluDipantau } from '#usecase/pantau.ts';
import { Perancang } from '#usecase/perancang.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaRegister, keKasus } from '../google/register.ts';
import { denganKunci } from './jaga.ts';

/** Cases that one run takes; the rest comes with the next tick. */
const SEKALI_JALAN = 200;

/** @returns true: something was due and has been done */
export function pantauJam(): boolean {
  return denganKunci(() => {
    const sekilas = bukaRegister([{ tab: 'Kasus', kolom: KOLOM_PANTAU }]);
    const semua = (sekilas.isi[0]?.baris ?? []).map(({ nomor, isi }) => ({ nomor, kasus: keKasus(isi) }));
    const perlu = semua.filter(({ kasus }) => perluDipantau(kasus, sekilas.potret));
    const kini = perlu.slice(0, SEKALI_JALAN);
    const rinci = kini.length > 0 ? bukaRegister([{ tab: 'Kasus', baris: kini.map(({ nomor }) => nomor) }]) : sekilas;
    const terbaca = kini.length > 0 ? barisKasus(rinci.isi[0]).map(({ kasus }) => kasus) : [];
    const p = new Perancang(rinci.potret);
    pantau(p, terbaca);
    const sisa = semua.map(({ kasus }): Kasus => p.kasus(kasus));
    // More to do than fits, or rows that moved between the two reads: the next tick looks again.
    const lengkap = perlu.length === kini.length && kini.every(({ kasus }, i) => terbaca[i]?.tiket === kasus.tiket);
    p.aturSistem('pantau_berikutnya', lengkap ? pantauBerikutnya(sisa, rinci.potret) : rinci.potret.kini);
    komit(p.rencana(), rinci.letak);
    return true;
  });
}
