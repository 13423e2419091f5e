/** The explanation of a row: why it got its class, and each candidate beside the proposal. */
import { make } from '#workspace/web/client/dom.ts';
import type { BarisLaporan, CalonLaporan, DataLaporan } from '../wire.ts';
import { airTerjun, teksNilai } from './air-terjun.ts';
import { berTanda } from './huruf.ts';

export function rincian(baris: BarisLaporan, data: DataLaporan): HTMLElement {
  const kelas = data.kelas[baris.k];
  return make(
    'div',
    { class: 'rincian' },
    make('p', { class: 'sempit' }, `Tiket ${baris.tiket || '—'}, referensi ${data.referensi[baris.r] ?? ''}`),
    ...(baris.berkas ? [make('p', {}, make('strong', {}, 'Berkas: '), `${baris.berkas}, baris ${baris.nomor}`)] : []),
    make('p', {}, make('strong', {}, 'Alasan: '), baris.alasan || 'tidak disebutkan'),
    make('p', { class: 'langkah' }, kelas?.langkah ?? ''),
    ...(baris.calon.length > 0
      ? baris.calon.map((calon, ke) => bagianCalon(baris, calon, ke, data))
      : [tanpaCalon(baris, data)]),
  );
}

function bagianCalon(baris: BarisLaporan, calon: CalonLaporan, ke: number, data: DataLaporan): HTMLElement {
  const judul = baris.calon.length > 1 ? `Calon ${ke + 1} dari ${baris.calon.length}` : 'Perbandingan';
  return make(
    'section',
    { class: 'calon' },
    make('h3', {}, judul, make('span', { class: 'skor' }, `skor ${teksNilai(calon.skor)}`)),
    ...(calon.dicatat ? [make('p', {}, make('strong', {}, 'Bila diterima: '), calon.dicatat)] : []),
    make('div', { class: 'dua' }, perbandingan(baris, calon, data), airTerjun(calon)),
  );
}

function perbandingan(baris: BarisLaporan, calon: CalonLaporan, data: DataLaporan): HTMLElement {
  const isi = data.kolom.flatMap((kolom, i) => {
    const [usulan = '', referensi = ''] = [baris.orang[i], calon.orang[i]];
    return usulan === '' && referensi === '' ? [] : [barisBanding(kolom, usulan, referensi, calon.beda.includes(i))];
  });
  const kepala = ['Isian', 'Usulan', 'Referensi', 'Sama?'].map((teks) => make('th', { scope: 'col' }, teks));
  return make('table', { class: 'banding' }, make('thead', {}, make('tr', {}, ...kepala)), make('tbody', {}, ...isi));
}

/** Matching takes some spellings for one, and an empty field for no difference. */
function tandaSama(usulan: string, referensi: string, beda: boolean): string {
  if (beda) return '≠ beda';
  if (usulan === referensi) return '= sama';
  return usulan === '' || referensi === '' ? '' : '≈ setara';
}

const kosong = (): HTMLElement => make('span', { class: 'kosong' }, 'kosong');

function barisBanding(kolom: string, usulan: string, referensi: string, beda: boolean): HTMLElement {
  const sel = (teks: string, lain: string): HTMLElement => {
    if (teks === '') return make('td', {}, kosong());
    return make('td', {}, ...(beda && lain !== '' ? berTanda(teks, lain) : [teks]));
  };
  return make(
    'tr',
    beda ? { class: 'beda' } : {},
    make('th', { scope: 'row' }, kolom),
    sel(usulan, referensi),
    sel(referensi, usulan),
    make('td', {}, tandaSama(usulan, referensi, beda)),
  );
}

function tanpaCalon(baris: BarisLaporan, data: DataLaporan): HTMLElement {
  const isi = data.kolom.flatMap((kolom, i) => {
    const teks = baris.orang[i] ?? '';
    return teks === '' ? [] : [make('tr', {}, make('th', { scope: 'row' }, kolom), make('td', {}, teks))];
  });
  return make(
    'table',
    { class: 'banding' },
    make('caption', {}, 'Isian usulan; tidak ada calon'),
    make('tbody', {}, ...isi),
  );
}
