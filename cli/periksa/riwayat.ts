/** The hash chain of the whole log, recomputed from its cells: a line that was changed, removed or put in breaks it. */
import { rantai } from '#domain/hash/sha256.ts';
import { RIWAYAT } from '#domain/kolom/tab.ts';
import { type Baris, bacaPanjang } from './baca.ts';
import type { Bahan } from './bahan.ts';
import { pelapor, type Temuan } from './temuan.ts';

const { galat, baik, lewat } = pelapor('data');

const TAB = RIWAYAT.nama;

/** Columns that a line's hash is made of. */
const BERSIDIK = RIWAYAT.kolom.map(({ id }) => id).filter((id) => id !== 'hash_sebelum' && id !== 'hash');

interface Mata {
  readonly nomor: number;
  readonly sebelum: string;
  readonly hash: string;
  /** Whether the line still says what its hash was made of. */
  readonly utuh: boolean;
}

const PULIHKAN =
  'Jangan hapus apa pun. Bandingkan dengan File > Histori versi untuk melihat siapa mengubah baris itu dan kapan, lalu kembalikan isinya dari sana.';

export async function periksaRiwayat({ office, register, susunan, sistem }: Bahan): Promise<Temuan[]> {
  const lembar = (susunan.sheets ?? []).find(({ properties }) => properties?.title === TAB);
  if (!lembar) return [lewat('RIWAYAT', `Rantai ${TAB} tidak dapat diperiksa karena tabnya tidak ada.`)];
  const mata: Mata[] = [];
  const banyak = lembar.properties?.gridProperties?.rowCount ?? 1;
  for await (const bagian of bacaPanjang(office, register, TAB, banyak)) mata.push(...bagian.map(keMata));
  // Sorting the tab is no tampering.
  mata.sort((a, b) => a.nomor - b.nomor);
  const putus = cariPutus(mata);
  if (putus !== undefined) {
    const kalimat = `Rantai ${TAB} putus pada catatan nomor ${putus}: catatan itu, atau yang tepat sebelumnya, diubah atau hilang.`;
    return [galat('RIWAYAT_PUTUS', kalimat, PULIHKAN)];
  }
  if ((mata.at(-1)?.hash ?? '') !== (sistem['riwayat_hash'] ?? '')) {
    const kalimat = `Catatan terakhir di ${TAB} (nomor ${mata.length}) bukan yang dicatat tab Sistem (nomor ${sistem['riwayat_nomor']}): catatan terakhir hilang, atau tab Sistem diubah.`;
    return [galat('RIWAYAT_UJUNG', kalimat, PULIHKAN)];
  }
  return [baik('RIWAYAT', `Rantai ${mata.length} catatan ${TAB} utuh, dihitung ulang seluruhnya.`)];
}

const keMata = (baris: Baris): Mata => {
  const { nomor = '', hash_sebelum: sebelum = '', hash = '' } = baris;
  const dihitung = rantai(
    sebelum,
    BERSIDIK.map((id) => baris[id] ?? ''),
  );
  return { nomor: Number(nomor), sebelum, hash, utuh: hash === dihitung };
};

/** @returns the number of the first line that does not fit */
function cariPutus(mata: readonly Mata[]): number | undefined {
  let sebelum = '';
  for (const [i, satu] of mata.entries()) {
    if (satu.nomor !== i + 1 || !satu.utuh || satu.sebelum !== sebelum) return i + 1;
    sebelum = satu.hash;
  }
  return undefined;
}
