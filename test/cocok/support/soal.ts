/** Questions for the matcher with their right answers: rows that were spoiled in a known way, and people who are not there. */
import { Acak } from './acak.ts';
import * as salah from './salah-tulis.ts';
import { buatDesa, type Desa, type Jebakan, type Warga, WILAYAH } from './warga.ts';

/** A row of proposals. */
export type Baris = Warga & { readonly tiket: string; readonly no_kartu: string };

export interface Jawaban {
  readonly tiket: string;
  readonly jenis: Jenis;
  /** NIK of the person in the reference; empty for people who are not in it. */
  readonly nik_benar: string;
  /** The NIK in the row is that of somebody else in the reference. */
  readonly bentrok: boolean;
}

export interface Soal {
  readonly referensi: readonly Warga[];
  readonly usulan: readonly Baris[];
  readonly jawaban: readonly Jawaban[];
}

/** What happened to a row, and how often in a thousand. */
const JENIS = {
  tepat: 520,
  salah_tekan: 50,
  salah_pindai: 35,
  salah_pindai_dua: 8,
  digit_tertukar: 30,
  digit_berlebih: 10,
  digit_terlewat: 10,
  nik_bertitik: 10,
  nama_terpotong: 25,
  nama_panggilan: 15,
  isian_kosong: 30,
  pindah: 30,
  pindah_nik_salah: 8,
  wilayah_lain: 15,
  tanpa_nik: 40,
  tanpa_nik_tanpa_ibu: 12,
  tanpa_nik_kk: 20,
  kk_di_kolom_nik: 8,
  tgl_tertukar_tanpa_nik: 8,
  nik_keluarga: 8,
  nik_kembar: 1,
  anak_bernama_ayah: 3,
  senama_tanpa_nik: 4,
  tidak_ada: 67,
  tidak_ada_tanpa_nik: 15,
  kembar_tidak_ada: 4,
  anak_bernama_ayah_tidak_ada: 6,
  senama_tidak_ada: 8,
} as const;

export type Jenis = keyof typeof JENIS;
type Isian = Partial<Record<keyof Warga, string>>;

interface Dunia {
  readonly acak: Acak;
  readonly ada: readonly Warga[];
  readonly tidakAda: readonly Warga[];
  /** People of one card. */
  readonly serumah: ReadonlyMap<string, readonly Warga[]>;
  /** Pairs of which both are in the reference. */
  readonly pasangan: Readonly<Record<Jebakan, readonly (readonly [Warga, Warga])[]>>;
  /** Those of the pairs who are not, while the other one is. */
  readonly hilang: Readonly<Record<Jebakan, readonly Warga[]>>;
}

const pindah = ({ acak }: Dunia, w: Warga): Isian => {
  const [kode] = acak.pick(WILAYAH);
  return {
    no_kk: `${kode}${w.no_kk.slice(6, 12)}${9500 + acak.below(400)}`,
    kode_wilayah: `${kode}${2001 + acak.below(8)}`,
  };
};
const nikOrNull = (nik: string | null): Isian | null => (nik === null ? null : { nik });

const KOSONG = ['no_kk', 'tempat_lahir', 'tgl_lahir', 'nama_ibu', 'kode_wilayah', 'jk'] as const;

/** What is written instead; null where this cannot happen to this person. Kinds that are absent change nothing. */
const UBAH: Partial<Record<Jenis, (dunia: Dunia, w: Warga) => Isian | null>> = {
  salah_tekan: ({ acak }, { nik }) => ({ nik: salah.salahTekan(acak, nik) }),
  salah_pindai: ({ acak }, { nik }) => nikOrNull(salah.salahPindai(acak, nik, 1)),
  salah_pindai_dua: ({ acak }, { nik }) => nikOrNull(salah.salahPindai(acak, nik, 2)),
  digit_tertukar: ({ acak }, { nik }) => nikOrNull(salah.tertukar(acak, nik)),
  digit_berlebih: ({ acak }, { nik }) => ({ nik: salah.terlaluBanyak(acak, nik) }),
  digit_terlewat: ({ acak }, { nik }) => ({ nik: salah.terlewat(acak, nik) }),
  nik_bertitik: ({ acak }, { nik }) => ({
    nik: nik.replace(/^(\d{6})(\d{6})/, acak.pick(['$1.$2.', '$1 $2 ', '$1-$2-'])),
  }),
  nama_terpotong: ({ acak }, { nama }) => {
    const short = salah.terpotong(acak, nama);
    return short === null ? null : { nama: short };
  },
  nama_panggilan: (_, { nama }) => {
    const short = salah.panggilan(nama);
    return short === null ? null : { nama: short };
  },
  isian_kosong: ({ acak }) => ({ [acak.pick(KOSONG)]: '', [acak.pick(KOSONG)]: '' }),
  pindah,
  pindah_nik_salah: (dunia, w) => ({ ...pindah(dunia, w), nik: salah.salahTekan(dunia.acak, w.nik) }),
  wilayah_lain: ({ acak }) => ({ kode_wilayah: `${acak.pick(WILAYAH)[0]}${2001 + acak.below(8)}` }),
  tanpa_nik: () => ({ nik: '' }),
  tanpa_nik_tanpa_ibu: () => ({ nik: '', nama_ibu: '' }),
  tanpa_nik_kk: () => ({ nik: '', no_kk: '' }),
  kk_di_kolom_nik: (_, { no_kk }) => ({ nik: no_kk }),
  tgl_tertukar_tanpa_nik: (_, { tgl_lahir }) => {
    const swapped = salah.tglTertukar(tgl_lahir);
    return swapped === null ? null : { nik: '', tgl_lahir: swapped };
  },
  nik_keluarga: ({ acak, serumah }, w) => {
    const others = (serumah.get(w.no_kk) ?? []).filter(({ nik, nama }) => nik !== w.nik && nama !== w.nama);
    return others.length === 0 ? null : { nik: acak.pick(others).nik };
  },
  senama_tanpa_nik: () => ({ nik: '', no_kk: '' }),
  tidak_ada_tanpa_nik: () => ({ nik: '' }),
  kembar_tidak_ada: ({ acak }) => (acak.chance(0.5) ? { nik: '' } : {}),
  anak_bernama_ayah_tidak_ada: ({ acak }) => (acak.chance(0.5) ? { nik: '' } : {}),
  senama_tidak_ada: () => ({ nik: '', no_kk: '' }),
};

/** Whom a kind is about; undefined where there is nobody of that sort. */
function siapa(dunia: Dunia, jenis: Jenis): Warga | undefined {
  const { acak, pasangan, hilang } = dunia;
  const oneOf = (people: readonly Warga[]) => (people.length === 0 ? undefined : acak.pick(people));
  const second = (pairs: readonly (readonly [Warga, Warga])[]) =>
    pairs.length === 0 ? undefined : acak.pick(pairs)[1];
  if (jenis === 'anak_bernama_ayah') return second(pasangan.nama_ayah);
  if (jenis === 'senama_tanpa_nik') return second(pasangan.senama);
  if (jenis === 'kembar_tidak_ada') return oneOf(hilang.kembar);
  if (jenis === 'anak_bernama_ayah_tidak_ada') return oneOf(hilang.nama_ayah);
  if (jenis === 'senama_tidak_ada') return oneOf(hilang.senama);
  if (jenis === 'tidak_ada' || jenis === 'tidak_ada_tanpa_nik') return oneOf(dunia.tidakAda);
  return oneOf(dunia.ada);
}

/** Small slips that can befall any row as well. */
function sambilLalu({ acak }: Dunia, jenis: Jenis, w: Warga, isian: Isian): Isian {
  const slips: Isian = {};
  if (isian.nama === undefined && acak.chance(0.08)) slips.nama = salah.salahDengar(acak, w.nama);
  if (acak.chance(0.05)) slips.nama_ibu = salah.salahDengar(acak, w.nama_ibu);
  // Namesakes can be told apart by their mothers only.
  if (acak.chance(0.06) && !jenis.startsWith('senama')) slips.nama_ibu = '';
  if (acak.chance(0.1)) slips.nama = salah.ketikanBebas(acak, slips.nama ?? isian.nama ?? w.nama);
  return slips;
}

function nikKembar({ acak, pasangan }: Dunia): readonly [Warga, Isian] | undefined {
  if (pasangan.kembar.length === 0) return undefined;
  const [first, second] = acak.pick(pasangan.kembar);
  return [second, { nik: first.nik }];
}

function tulis(dunia: Dunia, jenis: Jenis): readonly [Warga, Isian] | undefined {
  if (jenis === 'nik_kembar') return nikKembar(dunia);
  const person = siapa(dunia, jenis);
  if (!person) return undefined;
  const ubah = UBAH[jenis];
  const isian = ubah ? ubah(dunia, person) : {};
  return isian === null ? undefined : [person, { ...isian, ...sambilLalu(dunia, jenis, person, isian) }];
}

function bangunDunia(desa: Desa, acak: Acak): Dunia {
  const hilang: Record<Jebakan, Warga[]> = { kembar: [], nama_ayah: [], senama: [] };
  const pasangan: Record<Jebakan, [Warga, Warga][]> = { kembar: [], nama_ayah: [], senama: [] };
  const absent = new Set<Warga>();
  for (const { jenis, asli, mirip } of desa.jebakan) {
    const [first, second] = [desa.warga[asli], desa.warga[mirip]];
    if (!first || !second || absent.has(first) || absent.has(second)) continue;
    if (acak.chance(0.4)) {
      absent.add(second);
      hilang[jenis].push(second);
    } else pasangan[jenis].push([first, second]);
  }
  const trapped = new Set(desa.jebakan.flatMap(({ asli, mirip }) => [desa.warga[asli], desa.warga[mirip]]));
  const tidakAda = desa.warga.filter((w) => !trapped.has(w) && acak.chance(0.08));
  for (const w of tidakAda) absent.add(w);
  const ada = desa.warga.filter((w) => !absent.has(w));
  const serumah = Map.groupBy(ada, ({ no_kk }) => no_kk);
  return { acak, ada, tidakAda, serumah, pasangan, hilang };
}

/** A reference of about `orang` people and `rows` rows against it. */
export function buatSoal(orang: number, rows: number, seed: number): Soal {
  const acak = new Acak(seed + 1);
  const dunia = bangunDunia(buatDesa(orang, seed), acak);
  const known = new Set(dunia.ada);
  const holders = new Set(dunia.ada.map(({ nik }) => nik));
  const usulan: Baris[] = [];
  const jawaban: Jawaban[] = [];
  while (usulan.length < rows) {
    const jenis = acak.weighted<Jenis>(JENIS);
    const written = tulis(dunia, jenis);
    if (!written) continue;
    const [person, isian] = written;
    const tiket = `B-${String(usulan.length + 1).padStart(6, '0')}`;
    const baris = { ...person, ...isian, tiket, no_kartu: '' } as Baris;
    const nik_benar = known.has(person) ? person.nik : '';
    usulan.push(acak.chance(0.05) ? { ...baris, tgl_lahir: baris.tgl_lahir.split('-').reverse().join('-') } : baris);
    jawaban.push({ tiket, jenis, nik_benar, bentrok: baris.nik !== nik_benar && holders.has(baris.nik) });
  }
  return { referensi: dunia.ada, usulan, jawaban };
}
