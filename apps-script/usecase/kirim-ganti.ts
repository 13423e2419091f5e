/** Answers of BPJS that were corrected before their mail left: the sender hears of the last one only. */
import { kalimatSurat } from '#domain/kalimat/surat.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { kelompok } from './bulanan/bahan.ts';
import type { BarisSurat } from './kirim.ts';

/** Keys are made in `surat.ts`: case, event, version, and the recipient in short. */
const bagianKunci = ({ kunci }: BarisSurat) => kunci.split('|');
const versi = (surat: BarisSurat): number => Number(bagianKunci(surat)[2]);

/** Mails that tell of the answer to one case, to one person. */
function perKabar(baris: readonly BarisSurat[]): BarisSurat[][] {
  const hasil = baris.filter((satu) => bagianKunci(satu)[1] === 'HASIL').sort((a, b) => versi(a) - versi(b));
  return [...kelompok(hasil, ({ tiket, kepada }) => `${tiket} ${kepada}`).values()];
}

/** The same mail without the words that say that an earlier one no longer holds. */
function tanpaRalat(surat: BarisSurat, p: Pengaturan): BarisSurat {
  const subjek = surat.subjek.replace(`${kalimatSurat('surat.ralat.subjek', {}, p)} `, '');
  return { ...surat, subjek, isi: surat.isi.replace(kalimatSurat('surat.ralat.isi', {}, p), '').trim() };
}

const samaIsi = (a: BarisSurat, b: BarisSurat): boolean => a.subjek === b.subjek && a.isi === b.isi;

export interface Penggantian {
  /** Not to be sent any more. */
  readonly usang: readonly BarisSurat[];
  /** Nothing was told before: no longer a correction. */
  readonly ubah: readonly BarisSurat[];
}

/** What is waiting and has several answers of one case. @returns their tickets */
export const tiketBerganti = (antre: readonly BarisSurat[]): string[] =>
  perKabar(antre.filter(({ keadaan }) => keadaan !== 'MENGIRIM'))
    .filter((kabar) => kabar.length > 1)
    .map(([satu]) => satu?.tiket ?? '');

/**
 * @param antre mails that have not left
 * @param semua every mail of the tickets that `tiketBerganti` names
 */
export function gantikan(antre: readonly BarisSurat[], semua: readonly BarisSurat[], p: Pengaturan): Penggantian {
  const usang: BarisSurat[] = [];
  const ubah: BarisSurat[] = [];
  const lampau = perKabar(semua.filter(({ keadaan }) => keadaan === 'TERKIRIM' || keadaan === 'MENGIRIM'));
  for (const kabar of perKabar(antre.filter(({ keadaan }) => keadaan !== 'MENGIRIM'))) {
    const akhir = kabar.at(-1);
    if (!akhir || kabar.length < 2) continue;
    usang.push(...kabar.slice(0, -1));
    const terakhir = lampau.find(([satu]) => satu?.tiket === akhir.tiket && satu.kepada === akhir.kepada)?.at(-1);
    if (terakhir && samaIsi(tanpaRalat(terakhir, p), tanpaRalat(akhir, p))) usang.push(akhir);
    else if (!terakhir) ubah.push(tanpaRalat(akhir, p));
  }
  return { usang, ubah };
}
