/** A form response as data, and the cells of a case that its answers fill. */
import { mutasiDariPilihan } from '#domain/formulir/mutasi.ts';
import { ID_KOLOM_KASUS, type Kasus, type KolomKasus } from '#domain/kolom/kasus.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import { PANJANG_CATAT } from './perancang.ts';
import type { BarisKasus } from './potret.ts';

export interface Respons {
  readonly id: string;
  /** When it was sent; moves when the sender edits it. */
  readonly pada: Waktu;
  /** The same with milliseconds; says which version of the response the case has seen. */
  readonly persis: string;
  /** Answers by field name (`bidang` of the form's data). */
  readonly jawaban: Readonly<Record<string, string>>;
  readonly tautanUbah: string;
  /** The account that sent it, on forms that ask for one. */
  readonly surel: string;
}

export type HasilTerima =
  | 'baru'
  | 'revisi'
  | 'revisi_tertunda'
  | 'tanpa_syarat'
  | 'ditolak'
  | 'ditahan'
  | 'kis'
  | 'sudah'
  | 'kosong';

export interface KonteksRespons {
  /** The case that already came from this response. */
  readonly seId: BarisKasus | undefined;
  /** Other cases with the same NIK. */
  readonly seNik: readonly BarisKasus[];
  /** The case whose ticket the response names. */
  readonly seTiket: BarisKasus | undefined;
  /** Whether a response that made no case is already logged. */
  readonly sudahDicatat: boolean;
}

/** Columns that answers fill directly. */
const DARI_FORMULIR = ID_KOLOM_KASUS.filter((k) => !['tiket', 'status', 'rute'].includes(k));

/** Control characters break cells and logs; a very long answer stays whole in the form's response. */
const rapikan = (teks: string) =>
  potong(teks.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').trim(), PANJANG_CATAT);

/** Never through the middle of a character. */
const potong = (teks: string, panjang: number) => teks.slice(0, panjang).replace(/[\ud800-\udbff]$/, '');

export function isiDari({ jawaban }: Pick<Respons, 'jawaban'>): Partial<Kasus> {
  const isi: Partial<Kasus> = {};
  for (const kolom of DARI_FORMULIR) {
    const satu = jawaban[kolom];
    if (satu !== undefined)
      isi[kolom as KolomKasus] = rapikan(kolom === 'jenis_mutasi' ? mutasiDariPilihan(satu) : satu);
  }
  return isi;
}

/** What the case remembers of a response, so that the next version of it can be compared. */
export const penandaRespons = (respons: Respons): Partial<Kasus> => ({
  id_respons: respons.id,
  respons_pada: respons.persis,
  tautan_ubah: respons.tautanUbah,
  jawaban: simpanJawaban(respons),
});

const simpanJawaban = (respons: Respons): string => JSON.stringify(isiDari(respons));

/** The same answers again, or an older version that arrives late. Whether an edit moves the time is not relied on. */
export function sudahDiolah(respons: Respons, awal: Kasus): boolean {
  // The case follows another response: only what was sent after that one is new.
  if (respons.id !== awal.id_respons) return respons.persis <= awal.respons_pada;
  if (respons.persis < awal.respons_pada) return true;
  // A case that was restored from the log does not know its answers any more.
  if (awal.jawaban === '') return respons.persis <= awal.respons_pada;
  return simpanJawaban(respons) === awal.jawaban;
}

/** Only answers that the sender has changed since the last response: corrections by Dinsos to the others stay. */
export function jawabanBerubah(respons: Respons, awal: Kasus): Partial<Kasus> {
  const baru = isiDari(respons);
  const lama = JSON.parse(awal.jawaban || '{}') as Partial<Kasus>;
  const berubah: Partial<Kasus> = {};
  for (const kolom of ID_KOLOM_KASUS) {
    const isi = baru[kolom] ?? (kolom in lama ? '' : undefined);
    if (isi !== undefined && isi !== (lama[kolom] ?? '')) berubah[kolom] = isi;
  }
  return berubah;
}
