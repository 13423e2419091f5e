/** What of a case goes into a batch: the cells of Format 34/37, frozen at closing and covered by the control hash. */

import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { kodeFaskesDari } from '#domain/pengaturan/kode-faskes.ts';
import type { BarisKontrol } from '#domain/periode/total-kontrol.ts';

const KOLOM_FORMAT = [
  'nik',
  'no_kk',
  'nama',
  'hubkel',
  'tempat_lahir',
  'tgl_lahir',
  'jk',
  'kawin',
  'alamat',
  'rt',
  'rw',
  'kode_pos',
  'kalurahan',
  'kode_wilayah',
  'hp',
  'no_kartu',
  'fktp',
  'jenis_mutasi',
  'tgl_berlaku',
  'segmen_asal',
] as const satisfies readonly KolomKasus[];

/** In the order that the hash covers; the facility's code stands in the tab `Faskes`. */
const KOLOM_ISI = [...KOLOM_FORMAT, 'kode_fktp'] as const;

/** Cells by column; an empty one may be missing. */
export type IsiBeku = Readonly<Partial<Record<(typeof KOLOM_ISI)[number], string>>>;

/** A row of the tab `Isi Batch`. */
export type BarisIsi = Readonly<
  Record<'kunci' | 'batch' | 'urut' | 'tiket' | 'percobaan' | 'kode_wilayah' | 'isi', string>
>;

function isiBeku(kasus: Kasus, kodeFktp: ReadonlyMap<string, string>): IsiBeku {
  const isi = KOLOM_ISI.map(
    (id) => [id, id === 'kode_fktp' ? kodeFaskesDari(kodeFktp, kasus.fktp) : kasus[id]] as const,
  );
  return Object.fromEntries(isi.filter(([, teks]) => teks !== ''));
}

const kontrol = (tiket: string, percobaan: string, isi: IsiBeku): BarisKontrol => ({
  tiket,
  nik: isi.nik ?? '',
  isi: [percobaan, ...KOLOM_ISI.map((id) => isi[id] ?? '')],
});

export const kontrolKasus = (kasus: Kasus, kodeFktp: ReadonlyMap<string, string>): BarisKontrol =>
  kontrol(kasus.tiket, kasus.percobaan, isiBeku(kasus, kodeFktp));

export function barisIsi(
  batch: string,
  urut: number,
  kasus: Kasus,
  kodeFktp: ReadonlyMap<string, string>,
): BarisIsi & Record<string, string> {
  const { tiket, percobaan, kode_wilayah } = kasus;
  const isi = JSON.stringify(isiBeku(kasus, kodeFktp));
  return { kunci: `${batch}|${tiket}`, batch, urut: String(urut), tiket, percobaan, kode_wilayah, isi };
}

/** The same from the snapshot. A damaged cell counts as empty, so that it shows in the hash. */
export function kontrolIsi({ tiket, percobaan, isi }: BarisIsi): BarisKontrol {
  try {
    return kontrol(tiket, percobaan, JSON.parse(isi) as IsiBeku);
  } catch {
    return kontrol(tiket, percobaan, {});
  }
}
