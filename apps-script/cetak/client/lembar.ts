/** Turns a document into elements. Text goes in as text nodes, so that no name can be markup. */
import type { Blok, Dokumen, Tabel } from '#usecase/cetak/jenis.ts';
import { h } from '../../sidebar/client/dom.ts';

export const lembar = ({ judul, mendatar, blok }: Dokumen): HTMLElement =>
  h('article', { class: mendatar ? 'mendatar' : undefined, 'aria-label': judul }, ...blok.map(elemen));

function elemen(blok: Blok): HTMLElement {
  switch (blok.blok) {
    case 'kop':
      return h('div', { class: 'kop' }, h('p', {}, blok.daerah), h('p', { class: 'kantor' }, blok.kantor));
    case 'judul':
      return h('hgroup', {}, h('h1', {}, blok.teks), h('p', {}, blok.anak));
    case 'bagian':
      return h('h2', {}, blok.teks);
    case 'paragraf':
      return h('p', { class: blok.kecil ? 'kecil' : undefined }, blok.teks);
    case 'rincian':
      return h('dl', {}, ...blok.isi.flatMap(([label, nilai]) => [h('dt', {}, label), h('dd', {}, nilai)]));
    case 'daftar':
      return blok.bentuk === 'angka'
        ? h('ol', {}, ...butir(blok.butir))
        : h('ul', { class: 'kotak' }, ...butir(blok.butir));
    case 'tabel':
      return tabel(blok);
    case 'tandatangan':
      return tandaTangan(blok);
    case 'halaman':
      return h('div', { class: 'halaman' });
  }
}

const butir = (isi: readonly string[]) => isi.map((teks) => h('li', {}, h('span', {}, teks)));

function tabel({ judul, kepala, baris, kaki, kanan }: Tabel): HTMLElement {
  const kelas = (kolom: number) => ({ class: kanan.includes(kolom) ? 'kanan' : undefined });
  const sel = (isi: readonly string[]) => h('tr', {}, ...isi.map((teks, i) => h('td', kelas(i), teks)));
  const isi = h(
    'table',
    {},
    judul !== '' && h('caption', {}, judul),
    h('thead', {}, h('tr', {}, ...kepala.map((teks, i) => h('th', { scope: 'col', ...kelas(i) }, teks)))),
    h('tbody', {}, ...baris.map(sel)),
    kaki && h('tfoot', {}, sel(kaki)),
  );
  return h('div', { class: 'tabel', tabindex: '0', role: 'region', 'aria-label': judul === '' ? 'Tabel' : judul }, isi);
}

function tandaTangan({ tempat, orang }: Extract<Blok, { blok: 'tandatangan' }>): HTMLElement {
  const kotak = orang.map(({ sebagai, nama }) =>
    h(
      'section',
      {},
      h('p', {}, sebagai),
      h('div', { class: 'ruang' }),
      h('p', { class: 'nama' }, nama === '' ? '\u00a0' : nama),
    ),
  );
  return h(
    'div',
    { class: 'tandatangan' },
    tempat !== '' && h('p', {}, tempat),
    h('div', { class: orang.length === 1 ? 'seorang' : undefined }, ...kotak),
  );
}
