/** Pairs of rows that may be one person, each pair once, and the groups that they form. */
import { KOLOM_ORANG } from '#domain/cocok/orang.ts';
import type { BedaKolom, HasilCocok } from '../bentuk.ts';
import type { CalonBerstatus } from '../pencocok/baca-hasil.ts';

/** Same NIK and same person; same NIK of two people; another NIK, probably the same person. */
export type KelasGanda = 'GANDA' | 'BENTROK' | 'SARAN';

export interface Pasangan {
  readonly kelas: KelasGanda;
  /** Places of the later and of the earlier row among all rows. */
  readonly kini: number;
  readonly lama: number;
  /** As matching found it from the later row; its candidate is the earlier one. */
  readonly hasil: Pick<HasilCocok, 'orang' | 'calon' | 'alasan' | 'beda'>;
}

export interface Kelompok {
  readonly pasangan: readonly Pasangan[];
}

/** What most needs a person wins where the two sides of a pair see it differently. */
const BERAT: readonly KelasGanda[] = ['SARAN', 'GANDA', 'BENTROK'];

export class KumpulanGanda {
  readonly #pasangan = new Map<string, Pasangan>();
  readonly #diperiksa: number;

  /** @param diperiksa so many rows are examined; what has a place behind them is in the register already */
  constructor(diperiksa: number) {
    this.#diperiksa = diperiksa;
  }

  /** @param hasil of a row whose candidates have their place as their status */
  tambah(hasil: HasilCocok): void {
    for (const [ke, calon] of (hasil.calon as readonly CalonBerstatus[]).entries()) {
      const kelas = kelasPasangan(hasil, calon, ke);
      const lain = Number(calon.status);
      const lebihLama = lain < hasil.urutan || lain >= this.#diperiksa;
      if (kelas) this.#catat(susun(hasil, ke, lebihLama, kelas));
    }
  }

  #catat(pasangan: Pasangan): void {
    const kunci = `${pasangan.lama} ${pasangan.kini}`;
    const dahulu = this.#pasangan.get(kunci);
    if (!dahulu || BERAT.indexOf(pasangan.kelas) > BERAT.indexOf(dahulu.kelas)) this.#pasangan.set(kunci, pasangan);
  }

  /** In the order of their first rows. */
  get kelompok(): readonly Kelompok[] {
    const urut = [...this.#pasangan.values()].sort((a, b) => awal(a) - awal(b) || akhir(a) - akhir(b));
    const akar = new Map<number, number>();
    const cari = (satu: number): number => {
      const atas = akar.get(satu) ?? satu;
      if (atas === satu) return satu;
      const puncak = cari(atas);
      akar.set(satu, puncak);
      return puncak;
    };
    for (const { lama, kini } of urut) {
      const [a, b] = [cari(lama), cari(kini)];
      akar.set(Math.max(a, b), Math.min(a, b));
    }
    return [...Map.groupBy(urut, ({ lama }) => cari(lama)).values()].map((pasangan) => ({ pasangan }));
  }
}

const awal = ({ lama, kini }: Pasangan): number => Math.min(lama, kini);
const akhir = ({ lama, kini }: Pasangan): number => Math.max(lama, kini);

function kelasPasangan({ kelas, orang }: HasilCocok, calon: CalonBerstatus, ke: number): KelasGanda | undefined {
  // What is left of a damaged NIK belongs to nobody.
  const nikSama = orang.nik.length === 16 && orang.nik === calon.orang.nik;
  switch (kelas) {
    case 'COCOK':
    case 'COCOK_BEDA':
      return ke === 0 ? 'GANDA' : undefined;
    case 'BENTROK':
      return 'BENTROK';
    case 'SARAN':
      return nikSama ? 'BENTROK' : 'SARAN';
    case 'GANDA':
      if (!nikSama) return 'SARAN';
      // Beside equals there may be somebody else with the same NIK.
      return calon.bagian.some(({ nama, nilai }) => nama === 'nama' && nilai < 0) ? 'BENTROK' : 'GANDA';
    default:
      return undefined;
  }
}

function susun(hasil: HasilCocok, ke: number, lebihLama: boolean, kelas: KelasGanda): Pasangan {
  const { urutan, orang } = hasil;
  const calon = hasil.calon[ke] as CalonBerstatus;
  const lain = Number(calon.status);
  const beda = ke === 0 ? hasil.beda : bandingkan(orang, calon.orang);
  // Of several equals the words of the row speak of all of them.
  const alasan = ke === 0 && hasil.kelas !== 'GANDA' ? hasil.alasan : teksBagian(calon);
  if (lebihLama) return { kelas, kini: urutan, lama: lain, hasil: { orang, calon: [calon], alasan, beda } };
  // Seen from the earlier row: the same the other way round.
  const balik = beda.map((satu) => ({ ...satu, usulan: satu.referensi, referensi: satu.usulan }));
  const dari = { orang: calon.orang, calon: [{ ...calon, orang }], alasan, beda: balik };
  return { kelas, kini: lain, lama: urutan, hasil: dari };
}

const bandingkan = (usulan: HasilCocok['orang'], referensi: HasilCocok['orang']): BedaKolom[] =>
  KOLOM_ORANG.filter(
    (kolom) => usulan[kolom] !== '' && referensi[kolom] !== '' && usulan[kolom] !== referensi[kolom],
  ).map((kolom) => ({ kolom, usulan: usulan[kolom], referensi: referensi[kolom] }));

const teksBagian = ({ bagian }: CalonBerstatus): string =>
  bagian
    .filter(({ nama }) => nama !== 'penduduk')
    .map(({ teks }) => teks)
    .join(', ');
