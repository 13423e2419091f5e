/** The table on the page: one page of rows, their explanations, the headings that sort. */
import { element, elements, make } from '#workspace/web/client/dom.ts';
import type { BarisLaporan, DataLaporan } from '../wire.ts';
import { teksNilai } from './air-terjun.ts';
import { rincian } from './rincian.ts';
import type { Saringan, Tabel, Urut } from './saring.ts';

const KOLOM = 8;

export class Tampilan {
  readonly #data: DataLaporan;
  readonly #tabel: Tabel;
  readonly #isi = element('#tabel tbody', HTMLTableSectionElement);
  readonly #terbuka = new Set<BarisLaporan | undefined>();

  constructor(data: DataLaporan, tabel: Tabel) {
    this.#data = data;
    this.#tabel = tabel;
    this.#isi.addEventListener('click', ({ target }) => this.#diklik(target as Element));
    this.#isi.addEventListener('keydown', (event) => this.#ditekan(event));
  }

  /** Explanations that were open stay open, also on paper. */
  tampilkan(baris: readonly BarisLaporan[]): void {
    this.#isi.replaceChildren(...baris.map((satu) => this.#baris(satu)));
    for (const tombol of this.#tombol()) this.#atur(tombol, this.#terbuka.has(barisMilik.get(tombol)));
    if (baris.length === 0) {
      const pesan = 'Tidak ada baris yang sesuai. Ubah kata carian atau pilih kelas lain.';
      this.#isi.append(make('tr', {}, make('td', { class: 'tiada', colspan: String(KOLOM) }, pesan)));
    }
  }

  /** Opens or closes every explanation that is on the page. */
  semua(buka: boolean): void {
    for (const tombol of this.#tombol()) this.#atur(tombol, buka);
  }

  urutan({ urut, turun }: Saringan): void {
    for (const kepala of elements('#tabel th[data-urut]')) {
      const ini = (kepala.dataset['urut'] as Urut) === urut;
      kepala.setAttribute('aria-sort', ini ? (turun ? 'descending' : 'ascending') : 'none');
    }
  }

  #tombol(): HTMLElement[] {
    return elements('button[aria-expanded]', this.#isi);
  }

  #baris(baris: BarisLaporan): HTMLElement {
    const kelas = this.#data.kelas[baris.k];
    const [pertama] = baris.calon;
    const tombol = make(
      'button',
      { type: 'button', class: 'quiet', 'aria-expanded': 'false' },
      'Rincian',
      make('span', { class: 'visually-hidden' }, ` baris ${baris.nomor}`),
    );
    barisMilik.set(tombol, baris);
    return make(
      'tr',
      { class: 'baris' },
      make('td', { class: 'angka' }, String(baris.nomor)),
      make('td', {}, make('span', { class: `kelas k-${kelas?.kode}` }, kelas?.nama ?? '')),
      make('td', { class: 'nama' }, this.#tabel.nama(baris) || '—'),
      make('td', { class: 'tiket' }, baris.tiket || '—'),
      make('td', { class: 'referensi' }, this.#data.referensi[baris.r] ?? ''),
      make('td', { class: 'angka' }, pertama ? teksNilai(pertama.skor) : '—'),
      make('td', { class: 'alasan' }, baris.alasan),
      make('td', { class: 'aksi' }, tombol),
    );
  }

  #diklik(target: Element): void {
    const baris = target.closest('tr.baris');
    const memilihTeks = getSelection()?.type === 'Range' && !target.closest('button');
    const tombol = baris?.querySelector<HTMLElement>('button[aria-expanded]');
    if (tombol && !memilihTeks) this.#atur(tombol, tombol.getAttribute('aria-expanded') !== 'true');
  }

  #atur(tombol: HTMLElement, buka: boolean): void {
    if ((tombol.getAttribute('aria-expanded') === 'true') === buka) return;
    tombol.setAttribute('aria-expanded', String(buka));
    const letak = tombol.closest('tr');
    const baris = barisMilik.get(tombol);
    if (!buka) {
      this.#terbuka.delete(baris);
      letak?.nextElementSibling?.remove();
    } else if (baris) {
      this.#terbuka.add(baris);
      const isi = make('td', { colspan: String(KOLOM) }, rincian(baris, this.#data));
      letak?.after(make('tr', { class: 'dibuka' }, isi));
    }
  }

  /** Arrows go from row to row, as in a list. */
  #ditekan(event: KeyboardEvent): void {
    const langkah = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const semua = this.#tombol();
    const tempat = semua.indexOf(event.target as HTMLElement);
    const tujuan = langkah === undefined || tempat < 0 ? undefined : semua[tempat + langkah];
    if (!tujuan) return;
    event.preventDefault();
    tujuan.focus();
  }
}

/** The row of a button; its explanation is made only when it is opened: twenty thousand of them would take long. */
const barisMilik = new WeakMap<Element, BarisLaporan>();
