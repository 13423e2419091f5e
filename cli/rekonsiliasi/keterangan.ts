/** Words of BPJS that are not known, in remarks and in outcomes: counted, so that somebody can make them known. */

import type { KasusRekon, Putusan } from '#usecase/rekonsiliasi/bentuk.ts';
import { TAK_DIKENAL } from '#usecase/rekonsiliasi/jawaban.ts';
import type { HasilCocok } from '../reconcile/bentuk.ts';

export interface KeteranganTakDikenal {
  readonly keterangan: string;
  readonly jumlah: number;
}

export interface HasilTakDikenal {
  readonly hasil: string;
  readonly jumlah: number;
}

const kataNama = (teks: string): string[] => teks.toUpperCase().split(/[^\p{L}]+/u);

const huruf = (kata: string): string[] => [kata, kata.charAt(0).toUpperCase() + kata.slice(1), kata.toUpperCase()];
const SAPAAN = 'a\\.?n bpk bapak sdr sdri saudara saudari tn ny nn alm almh bin binti'.split(' ').flatMap(huruf);
/** Whoever stands behind such a word is somebody, and need not be in the register: so many words with a capital letter. */
const DISAPA = new RegExp(`(?<!\\p{L})(${SAPAAN.join('|')})\\.?((?:\\s+\\p{Lu}[\\p{L}'.]*){1,3})`, 'gu');

/** Long numbers in a remark may be somebody's NIK, and BPJS likes to name whom it writes about. */
function samarkan(teks: string, nama: ReadonlySet<string>): string {
  return teks
    .replace(/\d(?:[\s.-]?\d){7,}/g, '#')
    .replace(DISAPA, (_, sapaan: string) => `${sapaan} ***`)
    .replace(/\p{L}{2,}/gu, (kata) => (nama.has(kata.toUpperCase()) ? '***' : kata));
}

export class KataAsing {
  readonly #keterangan = new Map<string, number>();
  readonly #hasil = new Map<string, number>();
  /** Words of the names of all whom the register knows. */
  readonly #nama: ReadonlySet<string>;

  constructor(kasus: readonly Pick<KasusRekon, 'nama'>[]) {
    this.#nama = new Set(kasus.flatMap(({ nama }) => kataNama(nama)));
  }

  /** @param hasil the row and whom it may mean: their names are not repeated */
  tambah({ tujuan, kataAsing }: Putusan, { orang, calon }: HasilCocok): void {
    const jawaban = tujuan[0]?.jawaban;
    const keterangan = jawaban?.kode === TAK_DIKENAL ? jawaban.keterangan : '';
    if (keterangan === '' && kataAsing === '') return;
    const semua = [orang, ...calon.map((satu) => satu.orang)];
    const milik = semua.flatMap((satu) => kataNama(`${satu.nama} ${satu.nama_ibu}`));
    const nama = new Set([...this.#nama, ...milik]);
    hitung(this.#keterangan, samarkan(keterangan, nama));
    hitung(this.#hasil, samarkan(kataAsing, nama));
  }

  /** Remarks that no words of the office explain, the most frequent first. */
  get keterangan(): KeteranganTakDikenal[] {
    return terbanyak(this.#keterangan).map(([keterangan, jumlah]) => ({ keterangan, jumlah }));
  }

  get hasil(): HasilTakDikenal[] {
    return terbanyak(this.#hasil).map(([hasil, jumlah]) => ({ hasil, jumlah }));
  }
}

function hitung(jumlah: Map<string, number>, teks: string): void {
  if (teks !== '') jumlah.set(teks, (jumlah.get(teks) ?? 0) + 1);
}

const terbanyak = (jumlah: ReadonlyMap<string, number>): [string, number][] =>
  [...jumlah].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
