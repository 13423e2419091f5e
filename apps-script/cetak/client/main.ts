/** Entry of the print dialog: asks what can be chosen, shows the page, prints it. */
import type { Bidang, IsiBidang } from '#usecase/cetak/jenis.ts';
import { element, h, onEnter } from '../../sidebar/client/dom.ts';
import { lembar } from './lembar.ts';
import { panggil } from './panggil.ts';

const { jenis = '', tiket = '' } = document.body.dataset;

const wadahBidang = element('bidang', HTMLDivElement);
const tombolCetak = element('cetak', HTMLButtonElement);
const kabar = element('kabar', HTMLParagraphElement);
const galat = element('galat', HTMLDivElement);
const perhatian = element('perhatian', HTMLElement);
const halaman = element('lembar', HTMLElement);

/** Counts the questions: only the answer to the latest is shown. */
let pertanyaan = 0;

function mulai(teks: string): number {
  kabar.textContent = teks;
  galat.textContent = '';
  perhatian.hidden = true;
  halaman.replaceChildren();
  halaman.setAttribute('aria-busy', 'true');
  tombolCetak.disabled = true;
  pertanyaan += 1;
  return pertanyaan;
}

function selesai(teks = ''): void {
  kabar.textContent = teks;
  halaman.setAttribute('aria-busy', 'false');
}

function tampilGalat(sebab: unknown): void {
  selesai();
  const teks = sebab instanceof Error ? sebab.message : String(sebab);
  galat.textContent = teks.replace(/^(Script)?Error: /, '');
}

type Isian = HTMLSelectElement | HTMLInputElement;

const isiBidang = (): IsiBidang =>
  Object.fromEntries(
    [...wadahBidang.querySelectorAll<Isian>('select, input')].map(({ name, value }) => [name, value.trim()]),
  );

async function tampilkan(): Promise<void> {
  const ini = mulai('Menyusun halaman…');
  try {
    const dokumen = await panggil('cetakDokumen', { jenis, isi: isiBidang() });
    if (ini !== pertanyaan) return;
    selesai();
    // The name that a PDF of this page gets.
    document.title = dokumen.judul;
    perhatian.replaceChildren(...dokumen.perhatian.map((teks) => h('p', {}, teks)));
    perhatian.hidden = dokumen.perhatian.length === 0;
    halaman.replaceChildren(lembar(dokumen));
    tombolCetak.disabled = false;
  } catch (sebab) {
    if (ini === pertanyaan) tampilGalat(sebab);
  }
}

function kendali({ id, label, nilai, opsi }: Bidang): HTMLElement[] {
  if (opsi) {
    const pilih = h('select', { name: id }, ...opsi.map((satu) => h('option', { value: satu.nilai }, satu.teks)));
    pilih.value = nilai;
    pilih.addEventListener('change', () => void tampilkan());
    return [h('label', {}, label, pilih)];
  }
  const isian = h('input', { type: 'text', name: id, value: nilai, autocomplete: 'off', maxlength: '24' });
  const buka = h('button', { type: 'button' }, 'Tampilkan');
  buka.addEventListener('click', () => void tampilkan());
  onEnter(isian, () => void tampilkan());
  return [h('label', {}, label, isian), buka];
}

async function buka(): Promise<void> {
  mulai('Memuat pilihan…');
  try {
    const { judul, bidang, kosong } = await panggil('cetakPilihan', { jenis, tiket });
    document.title = judul;
    wadahBidang.replaceChildren(...bidang.flatMap(kendali));
    if (kosong !== '') selesai(kosong);
    else if (bidang.some((satu) => !satu.opsi && satu.nilai === '')) {
      selesai('Tulis nomor tiketnya, lalu tekan Tampilkan.');
      wadahBidang.querySelector('input')?.focus();
    } else await tampilkan();
  } catch (sebab) {
    tampilGalat(sebab);
  }
}

tombolCetak.addEventListener('click', () => window.print());
void buka();
