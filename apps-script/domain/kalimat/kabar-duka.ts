/** S-09: words that tell of a death. A person tells the family, never an automatic letter. */

const KABAR_DUKA = /meninggal|wafat|almarhum|mendiang|kematian|tutup usia|\b(?:mati|alm|almh)\b/i;

export const menyebutKematian = (teks: string): boolean => KABAR_DUKA.test(teks);
