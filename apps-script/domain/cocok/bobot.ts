/**
 * How much each piece of evidence counts when two records are held against each other (Fellegi and Sunter): the common
 * logarithm of how much likelier it is with one person than with two. Values add up; a sum of 2 means 100 to 1.
 */

/** All that decides, as an office may set it. */
export interface Ambang {
  /** From this score on a candidate is suggested. */
  readonly saran: number;
  /** With an equal NIK, less than this speaks for two people. */
  readonly bentrok: number;
  /** A second candidate that comes closer than this leaves the choice open. */
  readonly jarak: number;
}

export const AMBANG: Ambang = { saran: 2, bentrok: 0.5, jarak: 0.7 };

/** Names of the parts, in the order in which people read them. */
export const BAGIAN = ['nik', 'kartu', 'kk', 'nama', 'lahir', 'jk', 'ibu', 'wilayah', 'tempat', 'penduduk'] as const;
export type Bagian = (typeof BAGIAN)[number];

/** Parts marked with "n" have the logarithm of the number of people in the reference added to them. */
export const BOBOT = {
  /** "n". A NIK belongs to one person, but people mistype it into a neighbour's. */
  nikSama: 1,
  /** "n". About fifty of the 159 numbers at one slip from a NIK belong to somebody. */
  nikSatu: -1.7,
  nikDua: 0.5,
  /** Two whole numbers that are far apart: hardly anybody makes three slips. */
  nikJauh: -1.8,
  /** "n". */
  kartuSama: 0.5,
  /** "n". Four people to a family card. */
  kkSama: -0.6,
  /** With an equal NIK: a relative's NIK, written by mistake, comes with the same card, however many people there are. */
  kkSamaSeNik: 3,
  kkSatu: 1,
  kkBeda: -0.5,
  /** Least and most that an equal name can say; between them its rarity decides. */
  namaTerkecil: 1.5,
  namaTerbesar: 6,
  namaUrutan: 0.95,
  namaBagian: 0.7,
  /** From how alike on which share of an equal name's weight. */
  namaMirip: [
    [0.92, 0.65],
    [0.87, 0.5],
    [0.8, 0.35],
    [0.6, 0.2],
  ],
  namaBeda: -4,
  lahirSama: 4.3,
  lahirTertukar: 3,
  /** Two of day, month and year. */
  lahirDua: 1.3,
  lahirBeda: -3,
  /** More than ten years apart: another generation. */
  lahirJauh: -5,
  /** A NIK carries birth date and sex: with a near NIK they say nothing new, unless they differ. */
  lahirSamaDiNik: 0.3,
  lahirTertukarDiNik: 0,
  lahirBedaDiNik: -1.5,
  lahirJauhDiNik: -3,
  jkSama: 0.3,
  jkBeda: -1,
  ibuTerbesar: 4,
  ibuMirip: 0.5,
  ibuBeda: -1.5,
  /** With neither a near NIK nor the same family card the mother decides between namesakes. */
  ibuBedaTanpaNomor: -6,
  /** Within a family card another mother means another generation. */
  ibuBedaSeKk: -2.5,
  /** Within a family card most share a mother. */
  ibuSamaSeKk: 0.5,
  wilayahTerbesar: 3.5,
  wilayahBeda: -0.4,
  /** With a near NIK or the same family card the place is no news. */
  wilayahSamaTerkait: 0.2,
  tempatSama: 0.7,
  tempatBeda: -0.5,
} as const;
