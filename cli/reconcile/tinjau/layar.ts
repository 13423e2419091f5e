/** What a review shows on the terminal: how far it is, one entry with its candidates, the keys. */
import { letakBaris, teksAngka } from '../hasil/baris.ts';
import { artiKelas, TEKS_KELAS } from '../hasil/kelas-teks.ts';
import type { EntriCocok, Putusan, RencanaCocok } from '../rencana.ts';
import { airTerjun } from './air-terjun.ts';
import { banding } from './banding.ts';
import { BANTUAN, tombolBawah } from './bantuan.ts';
import { type Baris, bergaya, type Gaya, lipatKata, polos, rata, tuliskan } from './petak.ts';
import { sebutanPutusan, teksSaringan } from './saringan.ts';
import { hitungPutusan, perubahanCalon, type Tinjauan, teksPerubahan } from './tinjauan.ts';

export interface OpsiLayar {
  readonly lebar: number;
  readonly tinggi: number;
  readonly warna: boolean;
  readonly lengkap: boolean;
  /** Lines of the entry that have been scrolled away. */
  readonly gulir: number;
  readonly bantuan: boolean;
  /** What the last key has done, or why not. */
  readonly pesan: string;
}

const GAYA_PUTUSAN: Readonly<Record<Putusan, Gaya>> = {
  OTOMATIS: 'baik',
  TUNDA: 'penting',
  TERIMA: 'baik',
  TOLAK: 'buruk',
};

/** Lines above and below the entry. */
const TINGGI_TEPI = 6;
/** Lower screens have no empty lines: they would push the score off. */
const TINGGI_RENGGANG = 28;

/** Exactly as many lines as the screen has, none longer than it is wide. */
export function layar(tinjauan: Tinjauan, opsi: OpsiLayar): string[] {
  const { lebar, tinggi, warna, pesan } = opsi;
  const garis = polos('─'.repeat(lebar));
  const atas = [...kepala(tinjauan), garis];
  const bawah = [pesan === '' ? garis : bergaya(pesan, 'penting'), ...tombolBawah(lebar).map(polos)];
  const ruang = Math.max(tinggi - TINGGI_TEPI, 1);
  const isi = opsi.bantuan ? BANTUAN.map(polos) : isiLayar(tinjauan, opsi);
  const tengah = potongIsi(isi, opsi.gulir, ruang);
  return [...atas, ...tengah, ...bawah].slice(0, tinggi).map((baris) => tuliskan(rata(baris, lebar), warna));
}

/** How far the entry can be scrolled. */
export const gulirTerjauh = (tinjauan: Tinjauan, opsi: OpsiLayar): number =>
  Math.max(
    (opsi.bantuan ? BANTUAN.length : isiLayar(tinjauan, opsi).length) - Math.max(opsi.tinggi - TINGGI_TEPI, 1),
    0,
  );

function potongIsi(isi: readonly Baris[], gulir: number, ruang: number): Baris[] {
  const tampil = isi.slice(gulir, gulir + ruang);
  const sisa = isi.length - gulir - tampil.length;
  if (sisa > 0) tampil[tampil.length - 1] = bergaya(`… ${sisa + 1} baris lagi: PgDn`, 'redup');
  return [...tampil, ...Array.from({ length: ruang - tampil.length }, () => polos(''))];
}

function kepala(tinjauan: Tinjauan): Baris[] {
  const { rencana, daftar, posisi, saringan } = tinjauan;
  const { TUNDA, TERIMA, TOLAK } = hitungPutusan(rencana);
  const letak = daftar.length === 0 ? '0' : teksAngka(posisi + 1);
  return [
    [
      ...bergaya(`Tinjau ${rencana.jenis.toLowerCase()}  ${letak} dari ${teksAngka(daftar.length)}`, 'tebal'),
      ...polos(`   diterima ${teksAngka(TERIMA)}  ditolak ${teksAngka(TOLAK)}  menunggu ${teksAngka(TUNDA)}`),
    ],
    polos(`Saringan: ${teksSaringan(saringan)}`),
  ];
}

function isiLayar(tinjauan: Tinjauan, opsi: OpsiLayar): Baris[] {
  const { entri } = tinjauan;
  if (!entri) {
    return ['', 'Tidak ada baris yang tersaring.', 's mengubah saringan, 0 menampilkan semua, q selesai.'].map(polos);
  }
  const calon = entri.calon[tinjauan.calon];
  const perubahan = perubahanCalon(entri, tinjauan.calon);
  const jarak = opsi.tinggi < TINGGI_RENGGANG ? [] : [polos('')];
  return [
    judulEntri(entri, tinjauan.rencana.jenis),
    polos([letakBaris(entri), entri.tiket, entri.referensi].filter((satu) => satu !== '').join(' · ')),
    ...lipatKata(`Alasan: ${entri.alasan}`, opsi.lebar).map(polos),
    ...jarak,
    ...banding(entri, tinjauan.calon, opsi),
    ...jarak,
    ...(calon ? airTerjun(calon) : [polos('Tidak ada calon di referensi.')]),
    ...(perubahan ? lipatKata(`Bila diterima: ${teksPerubahan(perubahan, opsi.lengkap)}`, opsi.lebar).map(polos) : []),
  ];
}

const judulEntri = ({ kelas, putusan, pilihan }: EntriCocok, jenis: RencanaCocok['jenis']): Baris => [
  ...bergaya(` ${TEKS_KELAS[kelas].nama.toUpperCase()} `, 'balik'),
  ...polos(`  ${artiKelas(kelas, jenis).arti}  `),
  ...bergaya(`[${sebutanPutusan(putusan)}${pilihan === null ? '' : `: calon ${pilihan + 1}`}]`, GAYA_PUTUSAN[putusan]),
];
