/** Control totals of a batch: what both signatories compare, and what proves later that a closed batch did not change. */
import { sha256 } from '../hash/sha256.ts';

/** One row of a batch as it is sent. */
export interface BarisKontrol {
  readonly tiket: string;
  /** Sixteen digits, or empty for a newborn. */
  readonly nik: string;
  /** The other cells in a fixed column order. */
  readonly isi: readonly string[];
}

export interface TotalKontrol {
  readonly baris: number;
  /** Sum over all NIKs of digit times its place (1..16): also swapped digits change it, the order of rows does not. */
  readonly jumlahNik: number;
  /** SHA-256 of all cells, rows ordered by ticket; 64 hexadecimal digits. */
  readonly hash: string;
}

function jumlahAngka(nik: string): number {
  let jumlah = 0;
  for (let i = 0; i < nik.length; i += 1) {
    const angka = nik.charCodeAt(i) - 48;
    if (angka >= 0 && angka <= 9) jumlah += angka * (i + 1);
  }
  return jumlah;
}

/** The control totals of rows in any order. The hash covers every cell; a row that occurs twice counts twice. */
export function totalKontrol(baris: readonly BarisKontrol[]): TotalKontrol {
  // JSON keeps cells apart: text moved into the neighbouring cell is a change. It starts with the ticket and so sorts by
  // it; the default order compares code units and is the same on every machine.
  const teks = baris.map((satu) => JSON.stringify([satu.tiket, satu.nik, ...satu.isi])).sort();
  return {
    baris: baris.length,
    jumlahNik: baris.reduce((jumlah, satu) => jumlah + jumlahAngka(satu.nik), 0),
    hash: sha256(teks.join('\n')),
  };
}

/** A sentence that names what differs from the recorded totals, without personal data; undefined when all is equal. */
export function bedaKontrol(tercatat: TotalKontrol, sekarang: TotalKontrol): string | undefined {
  const beda: string[] = [];
  if (tercatat.baris !== sekarang.baris) {
    beda.push(`jumlah baris ${sekarang.baris}, tercatat ${tercatat.baris}`);
  }
  if (tercatat.jumlahNik !== sekarang.jumlahNik) {
    beda.push(`jumlah kontrol NIK ${sekarang.jumlahNik}, tercatat ${tercatat.jumlahNik}`);
  }
  if (beda.length === 0 && tercatat.hash !== sekarang.hash) {
    beda.push('isi baris berubah walau jumlah baris dan jumlah kontrol NIK sama');
  }
  return beda.length > 0 ? `Batch tidak sama dengan yang tercatat: ${beda.join('; ')}.` : undefined;
}
