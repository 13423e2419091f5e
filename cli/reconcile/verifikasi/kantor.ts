/** Cases of an office whose checks are still open, as rows to be matched. */
import { createHash } from 'node:crypto';
import { barisTeks } from '#domain/format/sel.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { cekKosong } from '#domain/pemeriksaan/cek.ts';
import { aturanAksi } from '#domain/usulan/aksi.ts';
import { isStatus } from '#domain/usulan/status.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import { EXIT, UserError } from '../../errors.ts';
import { readColumns } from '../../google/tab.ts';
import { bookOf, connect } from '../../google/target.ts';
import type { TargetOptions } from '../../google/target-options.ts';
import type { Sumber } from '../sumber/bentuk.ts';
import { pembacaOrang } from '../sumber/orang.ts';

const ORANG = ['nik', 'no_kk', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk', 'kode_wilayah', 'no_kartu'] as const;
const CEK = ['cek_kependudukan', 'cek_dtks', 'cek_pbi_jk', 'cek_pbi_apbd'] as const;
const KOLOM = ['tiket', 'versi', 'rute', 'status', ...ORANG, ...CEK] as const satisfies readonly (keyof Kasus)[];

export type KasusCek = Readonly<Pick<Kasus, (typeof KOLOM)[number]>> & {
  /** Row in the tab, from 1. */
  readonly nomor: number;
};

export interface Kantor {
  readonly kasus: readonly KasusCek[];
  /** The office's clock. */
  readonly kini: Waktu;
}

/** @throws UserError code 7 for people of other units: the register is not theirs to read */
export async function bacaKantor(options: TargetOptions, ikut: (kasus: KasusCek) => boolean): Promise<Kantor> {
  const office = await connect(options);
  if (!(office.role === 'admin' || office.role === 'dinsos')) {
    throw new UserError(EXIT.auth, `Peran ${office.role} tidak dapat menjalankan perintah ini.`);
  }
  const semua = await readColumns(office, bookOf(office, options), 'Kasus', KOLOM);
  const kasus = semua.map((satu, indeks) => ({ ...satu, nomor: indeks + 2 }));
  return { kasus: kasus.filter((satu) => satu.tiket !== '' && ikut(satu)), kini: office.now };
}

/** A check is missing, and the case is where checks are made. */
export const isPerluCek = (kasus: KasusCek): boolean => {
  const { status, rute } = kasus;
  const dari = aturanAksi('PERIKSA', rute)?.dari ?? [];
  return isStatus(status) && dari.includes(status) && cekKosong(kasus).length > 0;
};

const kolom = ['tiket', ...ORANG].map((judul, indeks) => ({ indeks, judul, sebagai: judul }));
const TABEL = {
  ...{ judulBaris: 0, dataMulai: 1, kolom, lebar: kolom.length, lebarPenuh: kolom.length, dikenal: kolom.length },
  urutanJudul: undefined,
};
/** Staff write the day first where they do not write the year first. */
const TELAAH = { urutan: 'HB', bawaan: false, kabur: 0, terpotong: false } as const;
const SEKALI = 500;

/** The cells pass through the same reader as those of files: people type in both. */
export function sumberKasus(kasus: readonly KasusCek[]): Sumber {
  const baca = pembacaOrang(TABEL, TELAAH);
  let cacat = 0;
  return {
    ...{ nama: 'register', jenis: 'csv', lembar: 'Kasus', kolom, tambahan: { tiket: 'tiket' } },
    async *baris() {
      for (let awal = 0; awal < kasus.length; awal += SEKALI) {
        const dibaca = kasus.slice(awal, awal + SEKALI).map((satu) => {
          const sel = barisTeks([satu.tiket, ...ORANG.map((apa) => satu[apa])]);
          return baca({ nomor: satu.nomor, sel, cacat: [] });
        });
        cacat += dibaca.filter((satu) => satu.cacat.length > 0).length;
        yield dibaca;
      }
    },
    ringkasan: () => ({
      sha256: createHash('sha256').update(JSON.stringify(kasus)).digest('hex'),
      ...{
        dibaca: kasus.length,
        data: kasus.length,
        cacat,
        lewat: {},
        urutan: 'HB',
        urutanPasti: true,
        peringatan: [],
      },
    }),
  };
}
