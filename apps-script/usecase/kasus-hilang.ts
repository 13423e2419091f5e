/**
 * Cases that are no longer in the register although nobody closed them: a row deleted, cleared or pasted over. Ticket
 * numbers have no gaps, so a missing one is noticed; the log holds every value, so the row can be made again.
 */
import { ID_KOLOM_KASUS, type Kasus, type KolomKasus, kasusKosong } from '#domain/kolom/kasus.ts';
import type { Rute } from '#domain/usulan/rute.ts';
import { buatTiket } from '#domain/usulan/tiket.ts';

/** Tickets that were given out and stand in no row. @param urut the counters of `Sistem` (JSON by route and year) */
export function tiketHilang(ada: readonly string[], urut: string): string[] {
  const punya = new Set(ada);
  const penghitung = JSON.parse(urut || '{}') as Record<string, number>;
  return Object.entries(penghitung).flatMap(([nama, akhir]) => {
    const [, rute = '', tahun = ''] = /^(.*)-(\d{4})$/.exec(nama) ?? [];
    const semua = Array.from({ length: akhir }, (_, i) => buatTiket(rute as Rute, tahun, i + 1));
    return semua.filter((tiket) => !punya.has(tiket));
  });
}

/** Tickets that stand in more than one row. */
export const tiketKembar = (ada: readonly string[]): string[] => [
  ...new Set(ada.filter((tiket, i) => tiket !== '' && ada.indexOf(tiket) !== i)),
];

/** The log knows seconds, responses milliseconds: the whole second counts as seen. */
const akhirDetik = (waktu: string): string => (waktu === '' ? '' : `${waktu.slice(0, 19)}.999${waktu.slice(19)}`);

const DARI_RESPONS: readonly string[] = ['AJUKAN', 'REVISI', 'REVISI_TERTUNDA'];

/**
 * The case as its log lines say, oldest first: each line holds what changed. What the log leaves out (the answers of
 * the form and its link) stays empty.
 */
export function lipatRiwayat(tiket: string, catatan: readonly Record<string, string>[]): Kasus | undefined {
  const baris = catatan
    .filter((satu) => satu['tiket'] === tiket)
    .sort((a, b) => Number(a['nomor']) - Number(b['nomor']));
  if (baris.length === 0) return undefined;
  const kasus = kasusKosong();
  for (const { baru = '{}' } of baris) {
    for (const [kolom, isi] of Object.entries(JSON.parse(baru) as Record<string, string>)) {
      if ((ID_KOLOM_KASUS as readonly string[]).includes(kolom)) kasus[kolom as KolomKasus] = isi;
    }
  }
  // Answers given until the last of these lines are in it; what the PIC sends later is a revision.
  const respons = baris.filter(({ aksi = '' }) => DARI_RESPONS.includes(aksi)).at(-1);
  // Every line came with one version.
  return { ...kasus, versi: String(baris.length), respons_pada: akhirDetik(respons?.['waktu'] ?? '') };
}
