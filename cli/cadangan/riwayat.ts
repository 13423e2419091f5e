/** Follows the hash chain of the log while its rows pass by. */
import { rantaiPutus } from '#usecase/rantai-riwayat.ts';
import { type Sel, teksSel } from './sel.ts';

export interface HasilRantai {
  /** Of the last line. */
  readonly nomor: string;
  readonly hash: string;
  /** First line that does not fit its predecessor, or that the markers do not know. */
  readonly putus?: string;
}

export class PemeriksaRantai {
  #tajuk: readonly string[] | undefined;
  #akhir: Record<string, string> | undefined;
  #putus: string | undefined;

  /** @param isi consecutive rows of the tab, the header first of all */
  baris(isi: readonly (readonly Sel[])[]): void {
    const [kepala, ...lain] = this.#tajuk ? [this.#tajuk, ...isi] : isi;
    if (!kepala) return;
    this.#tajuk ??= kepala.map((sel) => teksSel(sel as Sel).trim());
    const tajuk = this.#tajuk;
    const catatan = (lain as (readonly Sel[])[])
      .filter((baris) => baris.length > 0)
      .map((baris) => Object.fromEntries(tajuk.map((id, i) => [id, teksSel(baris[i])])));
    const [pertama] = catatan;
    // Nothing is ever taken off the log's beginning.
    if (!this.#akhir && pertama && pertama['nomor'] !== '1') this.#putus ??= pertama['nomor'] ?? '';
    // The line before is looked at once more: so the pieces hang together.
    this.#putus ??= rantaiPutus([...(this.#akhir ? [this.#akhir] : []), ...catatan]);
    this.#akhir = catatan.at(-1) ?? this.#akhir;
  }

  /** @param sistem the markers, which know the last line too */
  hasil(sistem: Readonly<Record<string, string>>): HasilRantai {
    const nomor = this.#akhir?.['nomor'] ?? '';
    const hash = this.#akhir?.['hash'] ?? '';
    const ujung = (sistem['riwayat_hash'] ?? '') === hash ? undefined : `${sistem['riwayat_nomor'] ?? ''} (akhir)`;
    const putus = this.#putus ?? ujung;
    return { nomor, hash, ...(putus === undefined ? {} : { putus }) };
  }
}
