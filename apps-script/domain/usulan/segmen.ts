/** Where a person who moves to PBI comes from (BGR-08): the choices of the form and of the template. */
export const SEGMEN_ASAL: readonly string[] = [
  'PBPU/BP mandiri',
  'PPU (pekerja)',
  'PBI JK (APBN)',
  'PBI APBD daerah lain',
  'Bukan Pekerja',
];
