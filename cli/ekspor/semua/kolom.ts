/** What each table and column of an export means, in words: whoever takes it over need not know this program. */
import type { Tab } from '#domain/kolom/bentuk.ts';
import { TAB } from '#domain/kolom/tab.ts';

export interface TabelEkspor {
  readonly tab: string;
  readonly berkas: string;
  readonly baris: number;
}

const PENULIS = { petugas: 'diisi petugas', sistem: 'ditulis sistem' } as const;

export function keteranganTabel({ tab, berkas, baris }: TabelEkspor) {
  const skema: Tab | undefined = TAB.find(({ nama }) => nama === tab);
  return {
    tab,
    berkas,
    baris,
    guna: skema?.guna ?? 'Tab buatan kantor sendiri.',
    kunci: skema?.kunci ?? '',
    kolom: (skema?.kolom ?? []).map(({ id, catatan, penulis, pilihan }) => ({
      nama: id,
      arti: catatan,
      penulis: PENULIS[penulis],
      ...(pilihan ? { pilihan } : {}),
    })),
  };
}
