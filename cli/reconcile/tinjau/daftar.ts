/** The entries of a plan as a list, for a pipe or a screen reader: everything that is needed to decide by number. */
import { JUDUL_ORANG, type Orang } from '#domain/cocok/orang.ts';
import { kolomBeda, letakBaris, teksAngka, teksSkor } from '../hasil/baris.ts';
import { TEKS_KELAS } from '../hasil/kelas-teks.ts';
import { samarkan } from '../hasil/samar.ts';
import type { EntriCocok, RencanaCocok } from '../rencana.ts';
import { bersihkanTerminal } from './bersih.ts';
import { sebutanPutusan, teksSaringan } from './saringan.ts';
import { hitungPutusan, perubahanCalon, type Tinjauan, teksPerubahan } from './tinjauan.ts';

const INDENT = '    ';

/** @param lengkap numbers of people are written out */
export const teksDaftar = ({ rencana, daftar, saringan }: Tinjauan, lengkap: boolean): string =>
  [
    ...daftar.flatMap((tempat) => teksEntri(rencana.entri[tempat] as EntriCocok, tempat + 1, lengkap)),
    `${teksAngka(daftar.length)} baris (saringan: ${teksSaringan(saringan)}).`,
  ]
    .map((baris) => `${bersihkanTerminal(baris)}\n`)
    .join('');

function teksEntri(entri: EntriCocok, nomor: number, lengkap: boolean): string[] {
  const { kelas, putusan, pilihan, tiket, referensi, alasan } = entri;
  const bilaDiterima = (ke: number): string[] => {
    const perubahan = perubahanCalon(entri, ke);
    return perubahan ? [`${INDENT}bila diterima: ${teksPerubahan(perubahan, lengkap)}`] : [];
  };
  const { orang, calon } = samarkan(entri, lengkap);
  // Each of several candidates may have a result of its own.
  const masingMasing = calon.some(({ tujuan }) => tujuan !== undefined);
  const terpilih = pilihan === null ? '' : `: calon ${pilihan + 1}`;
  const asal = [letakBaris(entri), tiket, referensi, TEKS_KELAS[kelas].nama].filter((satu) => satu !== '');
  return [
    `[${nomor}] ${asal.join(' · ')} · ${sebutanPutusan(putusan)}${terpilih}`,
    `${INDENT}${alasan}`,
    ...(masingMasing ? [] : bilaDiterima(pilihan ?? 0)),
    `${INDENT}usulan   ${teksOrang(orang)}`,
    ...calon.flatMap((satu, ke) => {
      const beda = kolomBeda(entri, ke).map((kolom) => JUDUL_ORANG[kolom]);
      const bedanya = beda.length > 0 ? `  beda: ${beda.join(', ')}` : '';
      const skor = teksSkor(satu.skor).replace('.', ',');
      // In a verification all of them are records for the case that stands above.
      const milik = satu.tujuan && satu.tujuan.tiket !== tiket ? `  ${satu.tujuan.tiket}` : '';
      return [
        `${INDENT}calon ${ke + 1}${milik}  ${teksOrang(satu.orang)}  skor ${skor}${bedanya}`,
        ...(masingMasing ? bilaDiterima(ke).map((baris) => `${INDENT}${baris}`) : []),
      ];
    }),
    '',
  ];
}

const teksOrang = ({ nik, no_kk, nama, tgl_lahir, nama_ibu }: Orang): string =>
  [nik || '(tanpa NIK)', nama, tgl_lahir, no_kk && `KK ${no_kk}`, nama_ibu && `ibu ${nama_ibu}`]
    .filter((satu) => satu !== '')
    .join('  ');

/** Where the plan stands, and how to go on. @param pernahDikirim some of it at least */
export function teksKeadaan(path: string, rencana: RencanaCocok, pernahDikirim: boolean): string {
  const { OTOMATIS, TUNDA, TERIMA, TOLAK } = hitungPutusan(rencana);
  const kirim = OTOMATIS + TERIMA;
  return [
    `Diterima ${teksAngka(TERIMA)}, ditolak ${teksAngka(TOLAK)}, otomatis ${teksAngka(OTOMATIS)}, ` +
      `menunggu ${teksAngka(TUNDA)}.`,
    // A plan for a file no register takes.
    ...(kirim > 0 && rencana.entri.some(({ versi, calon }) => versi !== '' || calon.some(({ tujuan }) => tujuan))
      ? [
          `Kirim ${teksAngka(kirim)} perubahan dengan: pbi terapkan ${path} --sebagai <surel>`,
          ...(pernahDikirim ? ['Rencana ini pernah dikirim; yang sudah tercatat tidak dicatat dua kali.'] : []),
        ]
      : []),
  ]
    .map((baris) => `${bersihkanTerminal(baris)}\n`)
    .join('');
}

/** For a list whose reader cannot press keys. */
export const caraMemutuskan = (path: string): string =>
  [
    'Putuskan menurut nomor dalam kurung siku:',
    `  pbi tinjau ${path} --terima 3,7:2 --tolak 5     (7:2 = calon kedua dari nomor 7)`,
    `  pbi tinjau ${path} --terima-semua --kelas SARAN --skor-min 15`,
    `Atau jalankan di terminal: pbi tinjau ${path}`,
  ]
    .map((baris) => `${bersihkanTerminal(baris)}\n`)
    .join('');
