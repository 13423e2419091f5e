/** A review in progress: what is looked at, what was decided, and every step back. */

import { isPasti } from '#domain/cocok/kelas.ts';
import { samarkanNik } from '#domain/nik/nik.ts';
import type { EntriCocok, Putusan, RencanaCocok } from '../rencana.ts';
import { BELUM_DIPUTUSKAN, isTersaring, type Saringan } from './saringan.ts';

type Sebelum = Pick<EntriCocok, 'putusan' | 'pilihan'> & { readonly tempat: number };

/** What a decision on many entries would do. */
export interface Banyak {
  /** Places in the plan. */
  readonly kena: readonly number[];
  /** Entries that only a decision one by one can settle. */
  readonly lewat: number;
}

/** What is sent when this candidate is accepted; where each candidate is a case of its own, it has its own change. */
export function perubahanCalon({ calon, perubahan }: EntriCocok, mana: number): EntriCocok['perubahan'] {
  const tujuan = calon[mana]?.tujuan;
  return tujuan ? tujuan.perubahan : perubahan;
}

/** Of several candidates that are equally good, or that have one number, a machine must not take the first. */
export const isPerluPilihan = ({ kelas, calon }: EntriCocok): boolean =>
  (kelas === 'GANDA' || kelas === 'BERTENTANGAN' || kelas === 'COCOK') && calon.length > 1;

export class Tinjauan {
  readonly rencana: RencanaCocok;
  saringan: Saringan = BELUM_DIPUTUSKAN;
  /** Places in the plan of what the filter shows; it stays while they are being decided. */
  daftar: readonly number[] = [];
  /** Place in `daftar`. */
  posisi = 0;
  /** The candidate that would be accepted. */
  calon = 0;
  readonly #langkah: (readonly Sebelum[])[] = [];

  constructor(rencana: RencanaCocok) {
    this.rencana = rencana;
    this.saring(BELUM_DIPUTUSKAN);
  }

  get entri(): EntriCocok | undefined {
    return this.rencana.entri[this.daftar[this.posisi] ?? -1];
  }

  saring(saringan: Saringan): void {
    const { entri } = this.rencana;
    this.saringan = saringan;
    this.daftar = entri.flatMap((satu, tempat) => (isTersaring(satu, saringan) ? [tempat] : []));
    this.keposisi(0);
  }

  keposisi(posisi: number): void {
    this.posisi = Math.min(Math.max(posisi, 0), Math.max(this.daftar.length - 1, 0));
    this.calon = this.entri?.pilihan ?? 0;
  }

  pilihCalon(calon: number): void {
    if (this.entri?.calon[calon]) this.calon = calon;
  }

  /** @returns a sentence why not, or undefined when it is done */
  putuskan(putusan: Exclude<Putusan, 'OTOMATIS'>): string | undefined {
    const { entri } = this;
    if (!entri) return 'Tidak ada baris yang tersaring.';
    if (putusan === 'TERIMA' && !perubahanCalon(entri, this.calon)) {
      return 'Baris ini tidak mengusulkan perubahan, jadi tidak ada yang dapat diterima. Tolak atau lewati.';
    }
    this.#ubah([this.daftar[this.posisi] ?? -1], putusan, this.calon);
    this.#keBerikutnya();
    return undefined;
  }

  /** What `putuskanBanyak` would do with the entries that the filter shows and nobody has decided. */
  rencanakanBanyak(putusan: 'TERIMA' | 'TOLAK'): Banyak {
    const tunda = this.daftar.filter((tempat) => this.rencana.entri[tempat]?.putusan === 'TUNDA');
    const boleh = (entri: EntriCocok): boolean =>
      putusan === 'TOLAK' || (perubahanCalon(entri, 0) !== null && !isPerluPilihan(entri));
    const kena = tunda.filter((tempat) => boleh(this.rencana.entri[tempat] as EntriCocok));
    return { kena, lewat: tunda.length - kena.length };
  }

  putuskanBanyak(kena: readonly number[], putusan: 'TERIMA' | 'TOLAK'): void {
    this.#ubah(kena, putusan, 0);
  }

  /** @returns how many decisions were taken back */
  urungkan(): number {
    const langkah = this.#langkah.pop();
    for (const { tempat, putusan, pilihan } of langkah ?? []) {
      Object.assign(this.rencana.entri[tempat] as EntriCocok, { putusan, pilihan });
    }
    const posisi = this.daftar.indexOf(langkah?.[0]?.tempat ?? -1);
    if (posisi >= 0) this.keposisi(posisi);
    return langkah?.length ?? 0;
  }

  #ubah(semua: readonly number[], putusan: Exclude<Putusan, 'OTOMATIS'>, calon: number): void {
    const lama = semua.map((tempat): Sebelum => {
      const entri = this.rencana.entri[tempat] as EntriCocok;
      const sebelum = { tempat, putusan: entri.putusan, pilihan: entri.pilihan };
      // What was certain and is to wait no longer goes back to where it was.
      entri.putusan = putusan === 'TUNDA' && isPasti(entri.kelas) ? 'OTOMATIS' : putusan;
      entri.pilihan = putusan === 'TERIMA' && entri.calon[calon] ? calon : null;
      return sebelum;
    });
    if (lama.length > 0) this.#langkah.push(lama);
  }

  /** The next one that nobody has decided, from here to the end and then from the beginning. */
  #keBerikutnya(): void {
    const banyak = this.daftar.length;
    for (let maju = 1; maju <= banyak; maju += 1) {
      const posisi = (this.posisi + maju) % banyak;
      if (this.rencana.entri[this.daftar[posisi] ?? -1]?.putusan === 'TUNDA') {
        this.keposisi(posisi);
        return;
      }
    }
    this.keposisi(this.posisi);
  }
}

export type JumlahPutusan = Record<Putusan, number>;

export function hitungPutusan({ entri }: RencanaCocok): JumlahPutusan {
  const jumlah: JumlahPutusan = { OTOMATIS: 0, TUNDA: 0, TERIMA: 0, TOLAK: 0 };
  for (const { putusan } of entri) jumlah[putusan] += 1;
  return jumlah;
}

/** What accepting an entry writes into the register, without remarks, which may name somebody. @param lengkap a NIK is written out */
export function teksPerubahan({ aksi, isi }: NonNullable<EntriCocok['perubahan']>, lengkap: boolean): string {
  if (aksi === 'TUTUP') return 'usulan ditutup';
  return Object.entries(isi)
    .filter(([kolom, nilai]) => kolom !== 'keterangan' && nilai !== '')
    .map(([kolom, nilai]) => `${kolom} = ${kolom === 'nik' && !lengkap ? samarkanNik(nilai) : nilai}`)
    .join('; ');
}
