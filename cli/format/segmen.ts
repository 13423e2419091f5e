/** Where a person who changes to PBI comes from (BGR-08): a column of the template beside those of Format 37. */

export const JUDUL_SEGMEN = 'Segmen Asal';

/** Offered in the template; other texts are kept as written. */
export const SEGMEN = ['PBI JK', 'PBPU mandiri', 'PPU', 'BP', 'PBI APBD daerah lain', 'Lainnya'] as const;
