/** The clock bars: how much of each step's time is used, moving on by themselves between two readings. */
import { sebutJam } from '#domain/usulan/jam.ts';
import { durasiIndonesia } from '#domain/waktu/bahasa.ts';
import { selisihHari } from '#domain/waktu/tanggal.ts';
import { epochDariWaktu, jamWaktu, parseWaktu, tanggalWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import type { Panel } from '#usecase/panel-jenis.ts';
import { h, type Icon, icon } from './dom.ts';

type Jam = Panel['jam'][number];

/** From this share of the time on, a running clock is shown as pressing. */
const PRESSING = 0.75;

/** So many days before its end a date is pressing. */
const PRESSING_DAYS = 3;

const LOOK: Record<Jam['keadaan'], Icon> = { berjalan: 'clock', selesai: 'ok', lewat: 'alert', belum: 'wait' };

/**
 * A running clock after some more time. Office hours are the server's knowledge: the end of time (`habis`) already
 * counts them, so between now and then the smaller of "left when read" and "left until the end" is true or cautious.
 * @param kini when the server read it, milliseconds since 1970
 * @param elapsed milliseconds since then
 */
export function clockAfter(jam: Jam, kini: number, elapsed: number): Jam {
  const habis = parseWaktu(jam.habis);
  if (jam.keadaan !== 'berjalan' || habis === undefined || elapsed < 1_000) return jam;
  if (jam.satuan === 'hari') {
    const sisa = selisihHari(tanggalWaktu(waktuDariEpoch(kini + elapsed)), tanggalWaktu(habis));
    const later = { ...jam, terpakai: jam.batas - sisa, keadaan: sisa < 0 ? ('lewat' as const) : jam.keadaan };
    return { ...later, keterangan: sebutJam(later) };
  }
  const left = (epochDariWaktu(habis) - kini - elapsed) / 60_000;
  if (left < 0) {
    const late = Math.floor(-left);
    const keterangan = late === 0 ? 'baru saja lewat' : `lewat ${durasiIndonesia(late)}`;
    return { ...jam, keadaan: 'lewat', terpakai: jam.batas + late, keterangan };
  }
  const sisa = Math.min(jam.batas - jam.terpakai, Math.ceil(left));
  return { ...jam, terpakai: jam.batas - sisa, keterangan: `sisa ${durasiIndonesia(sisa)}` };
}

function isPressing({ keadaan, satuan, terpakai, batas }: Jam): boolean {
  if (keadaan !== 'berjalan') return false;
  return satuan === 'hari' ? batas - terpakai <= PRESSING_DAYS : terpakai >= batas * PRESSING;
}

/** `20/03` for a date, `21/11 09.31` for a time. */
function endText({ habis, satuan }: Jam): string | undefined {
  const end = parseWaktu(habis);
  if (!end) return undefined;
  const date = `${end.slice(8, 10)}/${end.slice(5, 7)}`;
  return satuan === 'hari' ? date : `${date} ${jamWaktu(end).replace(':', '.')}`;
}

function bar(jam: Jam): HTMLElement {
  const pressing = isPressing(jam);
  const until = endText(jam);
  const used = Math.min(jam.terpakai, jam.batas);
  // "sisa 15 menit" on a Sunday means from Monday morning on.
  const hours = jam.satuan === 'jam_kerja' && ' (jam kerja)';
  return h(
    'li',
    { class: `jam ${pressing ? 'mendesak' : jam.keadaan}` },
    h(
      'div',
      {},
      h('span', {}, jam.label, hours && h('span', { class: 'redup' }, hours)),
      h('span', { class: 'jam-sisa' }, icon(LOOK[jam.keadaan]), jam.keterangan),
    ),
    h(
      'div',
      {},
      h('progress', {
        max: String(jam.batas),
        value: String(used),
        'aria-label': `${jam.label}${hours || ''}`,
        'aria-valuetext': jam.keterangan,
      }),
      until !== undefined && h('span', { class: 'jam-batas' }, h('span', { class: 'sr' }, 'batas '), until),
    ),
    jam.catatan !== undefined && h('p', { class: 'redup' }, jam.catatan),
  );
}

/** Draws the bars for a moment of the browser's clock. */
export function drawClocks(list: HTMLElement, panel: Panel, received: number, now: number): void {
  list.replaceChildren(...panel.jam.map((jam) => bar(clockAfter(jam, panel.kini, now - received))));
}

export function clocksView(panel: Panel, received: number, now: number): HTMLElement {
  const list = h('ul', { class: 'polos', id: 'jam' });
  drawClocks(list, panel, received, now);
  return h('section', { 'aria-labelledby': 'judul-jam' }, h('h2', { id: 'judul-jam' }, 'Batas waktu'), list);
}
