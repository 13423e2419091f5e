/** The proposal beside its candidates on a terminal: differences are marked with signs and brackets, not by colour alone. */
import { JUDUL_ORANG, KOLOM_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import { kolomBeda, teksSkor } from '../hasil/baris.ts';
import { potong } from '../hasil/potong.ts';
import { samarkan } from '../hasil/samar.ts';
import type { EntriCocok } from '../rencana.ts';
import { type Baris, bergaya, berjajar, polos } from './petak.ts';

export interface OpsiBanding {
  readonly lebar: number;
  readonly warna: boolean;
  /** NIK and other numbers are written out. */
  readonly lengkap: boolean;
}

const LEBAR_ISIAN = 14;
/** A NIK, the brackets around a digit of it, the sign before it. */
const LEBAR_TERKECIL = 21;

/** @param pilihan the candidate that would be accepted */
export function banding(entri: EntriCocok, pilihan: number, opsi: OpsiBanding): Baris[] {
  const tersisa = opsi.lebar - LEBAR_ISIAN;
  const muat = Math.max(Math.floor(tersisa / LEBAR_TERKECIL) - 1, 1);
  const mulai = Math.max(0, Math.min(pilihan - muat + 1, entri.calon.length - muat));
  const tampil = entri.calon.slice(mulai, mulai + muat).map((calon, ke) => ({ calon, ke: mulai + ke }));
  const kolom = Math.floor(tersisa / (tampil.length + 1));
  const lebar = [LEBAR_ISIAN, ...Array<number>(tampil.length + 1).fill(kolom)];
  const kepala = [
    bergaya('Isian', 'tebal'),
    bergaya('Usulan', 'tebal'),
    ...tampil.map(({ calon, ke }) => {
      const judul = `Calon ${ke + 1} · ${teksSkor(calon.skor).replace('.', ',')}`;
      return ke === pilihan ? bergaya(`▶ ${judul}`, 'penting') : bergaya(`  ${judul}`, 'tebal');
    }),
  ];
  const tampak = samarkan(entri, opsi.lengkap);
  const baris = KOLOM_ORANG.flatMap((satu) => barisKolom(entri, satu, pilihan, tampil, tampak, lebar, opsi.warna));
  // Where each candidate is a case of its own, its ticket tells them apart.
  const tiket = tampil.some(({ calon }) => calon.tujuan)
    ? berjajar(
        [polos('Tiket'), polos(''), ...tampil.map(({ calon }) => polos(`  ${calon.tujuan?.tiket ?? ''}`))],
        lebar,
      )
    : [];
  return [...berjajar(kepala, lebar), ...tiket, ...baris];
}

/** None for a field that is empty on all sides. */
function barisKolom(
  entri: EntriCocok,
  kolom: KolomOrang,
  pilihan: number,
  tampil: readonly { readonly ke: number }[],
  { orang, calon }: ReturnType<typeof samarkan>,
  lebar: readonly number[],
  warna: boolean,
): Baris[] {
  const usulan = orang[kolom];
  const isi = tampil.map(({ ke }) => ({
    ke,
    teks: calon[ke]?.orang[kolom] ?? '',
    beda: kolomBeda(entri, ke).includes(kolom),
  }));
  if (usulan === '' && isi.every(({ teks }) => teks === '')) return [];
  const terpilih = isi.find(({ ke }) => ke === pilihan);
  const sel = [
    polos(JUDUL_ORANG[kolom]),
    terpilih?.beda ? bertanda(usulan, terpilih.teks, warna) : polos(usulan),
    ...isi.map(({ teks, beda }) => [
      ...tanda(usulan, teks, beda),
      ...(beda ? bertanda(teks, usulan, warna) : polos(teks)),
    ]),
  ];
  return berjajar(sel, lebar);
}

/** Matching takes some spellings for one: then the texts differ and the field does not. */
function tanda(usulan: string, teks: string, beda: boolean): Baris {
  if (beda) return bergaya('≠ ', 'beda');
  if (usulan === teks) return bergaya('= ', 'redup');
  return polos(usulan === '' || teks === '' ? '  ' : '≈ ');
}

function bertanda(teks: string, lain: string, warna: boolean): Baris {
  if (teks === '') return bergaya('(kosong)', 'redup');
  if (lain === '') return polos(teks);
  return potong(teks, lain).flatMap(([satu, beda]) =>
    beda ? bergaya(warna ? satu : `[${satu}]`, 'beda') : polos(satu),
  );
}
