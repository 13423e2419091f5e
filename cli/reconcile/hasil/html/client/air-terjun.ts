/** The named parts of a score as steps, each beginning where the one before has ended. */
import { make } from '#workspace/web/client/dom.ts';
import type { CalonLaporan } from '../wire.ts';

const SVG = 'http://www.w3.org/2000/svg';
const LEBAR = 100;

const ANGKA = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });

/** `18,5`. */
export const teksNilai = (nilai: number): string => ANGKA.format(nilai);

/** `+6` or `−1,25`: the sign says what the colour says. */
const bertanda = (nilai: number): string => (nilai < 0 ? `−${teksNilai(-nilai)}` : `+${teksNilai(nilai)}`);

interface Langkah {
  readonly teks: string;
  readonly nilai: number;
  readonly dari: number;
  readonly sampai: number;
}

function langkahSkor({ bagian }: CalonLaporan): Langkah[] {
  let sampai = 0;
  return bagian.map(([teks, nilai]) => {
    const dari = sampai;
    sampai += nilai;
    return { teks, nilai, dari, sampai };
  });
}

export function airTerjun(calon: CalonLaporan): HTMLElement {
  const semua = langkahSkor(calon);
  const batas = semua.flatMap(({ dari, sampai }) => [dari, sampai]);
  const [bawah, atas] = [Math.min(0, ...batas), Math.max(0, calon.skor, ...batas)];
  const letak = (nilai: number): number => ((nilai - bawah) / (atas - bawah || 1)) * LEBAR;
  const baris = semua.map(({ teks, nilai, dari, sampai }) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, teks),
      make('td', { class: 'angka' }, bertanda(nilai)),
      make('td', { class: 'gambar' }, balok(letak(Math.min(dari, sampai)), letak(Math.max(dari, sampai)), nilai < 0)),
    ),
  );
  const jumlah = make(
    'tr',
    { class: 'jumlah' },
    make('th', { scope: 'row' }, 'Skor'),
    make('td', { class: 'angka' }, teksNilai(calon.skor)),
    make('td', { class: 'gambar' }, balok(letak(Math.min(0, calon.skor)), letak(Math.max(0, calon.skor)), false)),
  );
  return make('table', { class: 'air' }, make('caption', {}, 'Dari mana skornya'), make('tbody', {}, ...baris, jumlah));
}

/** What it shows stands in the cell before it. */
function balok(kiri: number, kanan: number, kurang: boolean): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [nama, nilai] of [
    ['viewBox', `0 0 ${LEBAR} 10`],
    ['preserveAspectRatio', 'none'],
    ['aria-hidden', 'true'],
  ] as const)
    svg.setAttribute(nama, nilai);
  const kotak = document.createElementNS(SVG, 'rect');
  kotak.setAttribute('x', String(kiri));
  kotak.setAttribute('width', String(Math.max(kanan - kiri, 0.8)));
  kotak.setAttribute('height', '10');
  if (kurang) kotak.setAttribute('class', 'kurang');
  svg.append(kotak);
  return svg;
}
