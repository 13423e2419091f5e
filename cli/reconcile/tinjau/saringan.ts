/** Which entries of a plan a review is about. */
import type { KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import { TEKS_KELAS } from '../hasil/kelas-teks.ts';
import type { EntriCocok, Putusan } from '../rencana.ts';

/** An empty list, and an empty text, stand for all. */
export interface Saringan {
  readonly kelas: readonly KelasUmpanBalik[];
  readonly referensi: readonly string[];
  readonly putusan: readonly Putusan[];
  /** Of the best candidate; an entry without one has no score and is left out. */
  readonly skorMin?: number | undefined;
  /** Words that all occur, anywhere in the entry. */
  readonly teks: string;
}

export const TANPA_SARINGAN: Saringan = { kelas: [], referensi: [], putusan: [], teks: '' };

/** What nobody has decided yet; nothing else is in the way when a review begins. */
export const BELUM_DIPUTUSKAN: Saringan = { ...TANPA_SARINGAN, putusan: ['TUNDA'] };

const termasuk = <T>(daftar: readonly T[], satu: T): boolean => daftar.length === 0 || daftar.includes(satu);

export function isTersaring(entri: EntriCocok, { kelas, referensi, putusan, skorMin, teks }: Saringan): boolean {
  if (!termasuk(kelas, entri.kelas) || !termasuk(referensi, entri.referensi) || !termasuk(putusan, entri.putusan)) {
    return false;
  }
  if (skorMin !== undefined && !((entri.calon[0]?.skor ?? Number.NaN) >= skorMin)) return false;
  return teks === '' || memuat(entri, teks);
}

function memuat({ nomor, berkas = '', tiket, orang, calon, alasan }: EntriCocok, teks: string): boolean {
  const isi = [
    String(nomor),
    berkas,
    tiket,
    alasan,
    ...Object.values(orang),
    ...calon.flatMap((c) => Object.values(c.orang)),
  ];
  const semua = isi.join('\n').toLowerCase();
  return teks
    .toLowerCase()
    .split(/\s+/)
    .every((kata) => semua.includes(kata));
}

const SEBUTAN: Readonly<Record<Putusan, string>> = {
  OTOMATIS: 'otomatis',
  TUNDA: 'menunggu',
  TERIMA: 'diterima',
  TOLAK: 'ditolak',
};

export const sebutanPutusan = (putusan: Putusan): string => SEBUTAN[putusan];

/** `Saran; dtks; skor ≥ 15; "siti"`. */
export function teksSaringan({ kelas, referensi, putusan, skorMin, teks }: Saringan): string {
  const bagian = [
    kelas.map((satu) => TEKS_KELAS[satu].nama).join(', '),
    referensi.join(', '),
    putusan.map(sebutanPutusan).join(', '),
    skorMin === undefined ? '' : `skor ≥ ${String(skorMin).replace('.', ',')}`,
    teks === '' ? '' : `"${teks}"`,
  ].filter((satu) => satu !== '');
  return bagian.length > 0 ? bagian.join('; ') : 'semua';
}
