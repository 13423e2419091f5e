/** What an action consists of: the request, and what it changes. */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { gagal, type Result } from '#domain/result.ts';
import type { Aksi } from '#domain/usulan/aturan.ts';
import type { Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';

export interface Perintah {
  readonly aksi: Aksi;
  readonly alasan: string;
  readonly isi: Readonly<Record<string, string>>;
  readonly rujukan?: string;
}

export type Isi = Partial<Record<KolomKasus, string>>;

/** What an action changes, what happened in words, and which mail goes out. */
export interface Akibat {
  isi: Isi;
  pesan: string;
  kabari?: (jadi: Kasus) => void;
}

export type Hitung = (p: Perancang, kasus: Kasus, perintah: Perintah, pelaku: Pelaksana) => Result<Akibat, string[]>;

/** For the moves that the table gives but nobody starts by hand. */
export const bukanPerintah: Hitung = () => gagal(['Tindakan ini dijalankan sistem.']);
