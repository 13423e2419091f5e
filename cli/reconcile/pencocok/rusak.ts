/**
 * Fields of a record that are filled in but cannot be read, as bits of its column `rusak`. Where the row has the field, the two
 * were not compared, so they do not count as equal.
 */
export const RUSAK = { no_kk: 1, tgl_lahir: 2, jk: 4, no_kartu: 8 } as const;
export type KolomRusak = keyof typeof RUSAK;
export const KOLOM_RUSAK = Object.keys(RUSAK) as readonly KolomRusak[];

/** @param dari the record, by the name that it has in the query */
export const rusakSql = (dari: string, kolom: KolomRusak): string => `(${dari}.rusak & ${RUSAK[kolom]}) > 0`;
