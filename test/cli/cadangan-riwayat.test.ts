/** The chain of the log is followed across the pieces in which its rows arrive. */
import { describe, expect, it } from 'vitest';
import { rantai } from '#domain/hash/sha256.ts';
import { RIWAYAT } from '#domain/kolom/tab.ts';
import { PemeriksaRantai } from '../../cli/cadangan/riwayat.ts';

const TAJUK = RIWAYAT.kolom.map(({ id }) => id);

/** Lines 1 to `banyak`, each with the hash of the one before. */
function catatan(banyak: number): string[][] {
  const semua: string[][] = [];
  let sebelum = '';
  for (let nomor = 1; nomor <= banyak; nomor += 1) {
    const isi = TAJUK.slice(0, -2).map((id) => (id === 'nomor' ? String(nomor) : `${id} ${nomor}`));
    const hash = rantai(sebelum, isi);
    semua.push([...isi, sebelum, hash]);
    sebelum = hash;
  }
  return semua;
}

const SEMUA = catatan(7);
const SISTEM = { riwayat_nomor: '7', riwayat_hash: SEMUA.at(-1)?.at(-1) ?? '' };

/** @param sekali rows of a piece */
function periksa(baris: readonly (readonly string[])[], sekali: number): string | undefined {
  const pemeriksa = new PemeriksaRantai();
  const semua = [TAJUK, ...baris];
  for (let awal = 0; awal < semua.length; awal += sekali) pemeriksa.baris(semua.slice(awal, awal + sekali));
  return pemeriksa.hasil(SISTEM).putus;
}

const UKURAN = [1, 2, 3, 5, 100];

describe('the chain of the log', () => {
  it.each(UKURAN)('holds when its lines arrive by %i', (sekali) => {
    expect(periksa(SEMUA, sekali)).toBeUndefined();
    // Empty rows between lines are no lines.
    expect(periksa([...SEMUA.slice(0, 3), [], ...SEMUA.slice(3)], sekali)).toBeUndefined();
  });

  it.each(UKURAN)('is broken by a line that is missing, changed or moved, when they arrive by %i', (sekali) => {
    for (let letak = 0; letak < SEMUA.length; letak += 1) {
      const tanpa = SEMUA.toSpliced(letak, 1);
      // That the last one is missing is known by the markers.
      const putus = letak === 6 ? '7 (akhir)' : String(letak + 2);
      expect(periksa(tanpa, sekali), `without ${letak + 1}`).toBe(putus);
      const ubah = SEMUA.with(letak, (SEMUA[letak] ?? []).with(2, 'orang lain'));
      expect(periksa(ubah, sekali), `changed ${letak + 1}`).toBe(String(letak + 1));
    }
    expect(periksa([...SEMUA.slice(0, 2), ...SEMUA.slice(3, 4), ...SEMUA.slice(2, 3), ...SEMUA.slice(4)], sekali)).toBe(
      '4',
    );
  });
});
