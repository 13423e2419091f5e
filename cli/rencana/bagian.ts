/** Cuts the rows of a file into commands that fit a cell; the same file always gives the same commands. */
import { createHash } from 'node:crypto';
import type { QueueCommand } from '../google/queue.ts';
import type { BerkasRencana, Rencana } from './rencana.ts';

/** A cell takes 50,000 characters. */
export const MAX_MUATAN = 45_000;

export interface Bagian extends Perintah {
  /** Rows of the sheet in this part. */
  readonly nomor: readonly number[];
}

/** What is sent as one command. */
export interface Perintah {
  /** What it is about, for the report: the name of a file or of a batch. */
  readonly nama: string;
  readonly jenis: QueueCommand['jenis'];
  readonly muatan: string;
  /**
   * Id of the command. A command that was refused as a whole is never run again under its id, so a further try has
   * another: @param ulang how many tries were refused before
   */
  id(ulang: number): string;
}

type Siap = BerkasRencana['siap'][number];

/** All parts of a plan, in the order of its files and rows. */
export const susunBagian = ({ berkas, kelurahan }: Rencana): Bagian[] =>
  berkas.flatMap((satu) => potong(satu, kelurahan));

function potong(berkas: BerkasRencana, kelurahan: string): Bagian[] {
  const { nama, sha256, format } = berkas;
  const muatan = (siap: readonly Siap[]): string =>
    JSON.stringify({ berkas: sha256, format, kelurahan, baris: siap.map(({ nomor, isi }) => ({ nomor, isi })) });
  return kelompok(berkas.siap, muatan([]).length).map((siap, indeks) => ({
    nama,
    jenis: 'IMPOR',
    muatan: muatan(siap),
    nomor: siap.map(({ nomor }) => nomor),
    id: (ulang) => idBagian([sha256, format, kelurahan, String(indeks), ...(ulang > 0 ? [`ulang${ulang}`] : [])]),
  }));
}

/** @param kosong length of a command without rows */
function kelompok(siap: readonly Siap[], kosong: number): Siap[][] {
  const semua: Siap[][] = [];
  let panjang = Number.POSITIVE_INFINITY;
  for (const { nomor, isi, peringatan } of siap) {
    const tambah = JSON.stringify({ nomor, isi }).length + 1;
    if (panjang + tambah > MAX_MUATAN) {
      semua.push([]);
      panjang = kosong;
    }
    panjang += tambah;
    semua.at(-1)?.push({ nomor, isi, peringatan });
  }
  return semua;
}

const idBagian = (isi: readonly string[]): string =>
  createHash('sha256').update(isi.join('')).digest('hex').slice(0, 32);
