/** What a search for duplicates found, for programs and in words; without names and numbers of people. */
import { teksAngka } from '../hasil/baris.ts';
import { artiKelas, URUTAN_KELAS } from '../hasil/kelas-teks.ts';
import type { Ringkasan } from '../hasil/ringkasan.ts';
import { teksMasukan } from '../hasil/teks.ts';
import { bersihkanTerminal } from '../tinjau/bersih.ts';
import { masukanTerbaca } from '../verifikasi/teks.ts';
import { barisGanda, letak } from './baris.ts';
import type { HasilGanda } from './ganda.ts';

/** `kelas` counts pairs, and of rows those with which nothing can be compared. */
export function jsonGanda(hasil: HasilGanda, ringkasan: Ringkasan, detik: number, rencana: string | undefined) {
  const { kelas, seconds, peakMiB } = ringkasan.json(detik);
  const { GANDA = 0, BENTROK = 0, SARAN = 0, CACAT = 0 } = kelas;
  return {
    rows: hasil.jumlah,
    kelas: { GANDA, BENTROK, SARAN, CACAT },
    kelompok: hasil.kelompok.length,
    seconds,
    peakMiB,
    ...(rencana === undefined ? {} : { rencana }),
  };
}

/** More lines nobody reads on a terminal; the result file has all of them. */
const DITULIS = 50;

export function teksGanda(
  hasil: HasilGanda,
  ringkasan: Ringkasan,
  ditulis: readonly string[],
  rencana: string | undefined,
): string {
  const baris = [...barisGanda(hasil)].map(({ nomor, tiket, referensi, kelas, alasan, lain }) => {
    const satu = letak({ sumber: lain['sumber'] ?? '', nomor, tiket });
    if (kelas === 'CACAT') return `  ${satu}: tidak dapat dibandingkan. ${alasan}`;
    const dua = letak({ sumber: referensi, nomor: Number(lain['baris_lain']), tiket: lain['tiket_lain'] ?? '' });
    return `  ${lain['kelompok']}. ${satu} dan ${dua}: ${artiKelas(kelas, 'GANDA').arti}.`;
  });
  const jumlah = URUTAN_KELAS.flatMap((kelas) => {
    const banyak = ringkasan.kelas[kelas];
    if (banyak === undefined) return [];
    const { arti, langkah } = artiKelas(kelas, 'GANDA');
    return [`  ${teksAngka(banyak)}  ${arti}. ${langkah}`];
  });
  return [
    ...hasil.sumber.flatMap((sumber) => teksMasukan(masukanTerbaca(sumber))),
    '',
    ...baris.slice(0, DITULIS),
    ...(baris.length > DITULIS ? [`  ... dan ${teksAngka(baris.length - DITULIS)} lagi; semuanya di --keluaran.`] : []),
    ...(baris.length > 0 ? [''] : []),
    ...jumlah,
    ...ditulis.map((path) => `Ditulis: ${path}`),
    hasil.kelompok.length === 0
      ? 'Tidak ada yang ganda.'
      : `${teksAngka(hasil.kelompok.length)} kelompok perlu dilihat orang.`,
    ...(rencana === undefined || baris.length === 0 ? [] : [`Tinjau dengan:  pbi tinjau ${rencana}`]),
  ]
    .map((satu) => `${bersihkanTerminal(satu)}\n`)
    .join('');
}
