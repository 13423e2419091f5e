/** Cells of a feedback file, read as the formats read theirs: what cannot be believed is left out and said. */
import { bacaIsi } from '#domain/format/baca-isi.ts';
import { artiKode } from '#domain/format/kode.ts';
import { KOLOM } from '#domain/format/kolom.ts';
import { pesanFormat } from '#domain/format/pesan.ts';
import { isiSel, type Sel } from '#domain/format/sel.ts';
import { bacaTanggal, buktiUrutan, type Urutan } from '#domain/format/urutan-tanggal.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { buatWaktu, type Waktu } from '#domain/waktu/waktu.ts';

type KolomOrang = 'nik' | 'no_kartu' | 'no_kk' | 'nama' | 'tgl_lahir' | 'jk';

export interface KonteksSel {
  readonly hariIni: Tanggal;
  readonly urutan: Urutan;
  /** Grows with each damaged cell. */
  readonly rusak: string[];
}

/** The value of a cell that says who it is; empty when it is damaged. */
export function bacaSelUmpan(sel: Sel, kunci: KolomOrang, { hariIni, urutan, rusak }: KonteksSel): string {
  const kolom = KOLOM.find((satu) => satu.kunci === kunci);
  if (!kolom || isiSel(sel) === '') return '';
  if (sel.jenis === 'rumus') {
    rusak.push(`${kolom.judul}: ${pesanFormat('E_RUMUS')}`);
    return '';
  }
  const { nilai, kode } = bacaIsi(sel, kolom, { hariIni, kawin: '1-5', urutan, urutanBawaan: false });
  const galat = kode.filter((satu) => satu.startsWith('E_'));
  for (const satu of galat) rusak.push(`${kolom.judul}: ${pesanFormat(satu)}`);
  if (galat.length > 0) return '';
  return kunci === 'jk' ? artiKode('jk', nilai) : nilai;
}

const JAM = /[T ](\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?(?: ?WIB)?$/;

/** A date, or an instant where the cell has a time of day. Empty for an empty cell, undefined for one that is neither. */
export function bacaSelTanggal(sel: Sel, urutan: Urutan): Tanggal | Waktu | '' | undefined {
  if (isiSel(sel) === '') return '';
  if (sel.jenis === 'angka' || sel.jenis === 'rumus') return undefined;
  const jam = JAM.exec(sel.teks.trim());
  const teks = sel.teks.trim().replace(JAM, '');
  const pasti = urutan === 'CAMPUR' ? buktiUrutan({ teks })?.urutan : urutan;
  const tanggal = bacaTanggal(teks, pasti ?? 'HB');
  const ragu = pasti === undefined && tanggal !== bacaTanggal(teks, 'BH');
  if (tanggal === undefined || ragu) return undefined;
  const [, h, m, s = '0'] = jam ?? [];
  // A spreadsheet adds midnight to dates that have no time.
  if (jam === null || Number(h) + Number(m) + Number(s) === 0) return tanggal;
  return buatWaktu(tanggal, Number(h), Number(m), Number(s));
}
