/** Kinds of change (Format 37) as people read and choose them; what is stored is the word of the format. */
import { bacaJenisMutasi, JENIS_MUTASI } from '../format/kode.ts';

const SINGKATAN = ['PBI', 'APBD', 'PPU'];

/** `PENGALIHAN_KE_PBI_APBD` -> `Pengalihan ke PBI APBD`. What is no such word stays as it is. */
export function sebutMutasi(label: string): string {
  if (!JENIS_MUTASI.some((satu) => satu.label === label)) return label;
  const kata = label.split('_').map((satu) => (SINGKATAN.includes(satu) ? satu : satu.toLowerCase()));
  return kata.join(' ').replace(/^./, (huruf) => huruf.toUpperCase());
}

/** What is stored of a choice. */
export const mutasiDariPilihan = (pilihan: string): string => bacaJenisMutasi(pilihan, JENIS_MUTASI) ?? pilihan;
