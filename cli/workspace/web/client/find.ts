/** The find bar: searches the sheet on the server and goes from hit to hit. */
import type { WireHits } from '../sheet/wire.ts';
import { messageOf } from './api.ts';
import { element, make } from './dom.ts';
import { type Hit, hitAt, nextHit } from './hits.ts';
import { keepFromGrid } from './reach.ts';
import { problem } from './toast.ts';

/** Milliseconds after the last letter before the search begins. */
const PAUSE = 250;

export interface FindOptions {
  search(text: string): Promise<WireHits>;
  /** What counts as shown: hits elsewhere are left out. */
  rows(): number[];
  columns(): number[];
  focus(): { row: number; column: number };
  goTo(row: number, column: number): Promise<void>;
  /** Changes whenever the cells or the shown rows may have changed. */
  version(): string;
}

/** @returns what opens the bar */
export function findBar(options: FindOptions): () => void {
  const bar = element('.find-bar', HTMLElement);
  const field = make('input', {
    type: 'search',
    'aria-label': 'Temukan di sheet ini',
    placeholder: 'Temukan di sheet',
  });
  const count = make('span', { class: 'find-count', role: 'status' });
  const button = (label: string, text: string) =>
    make('button', { type: 'button', 'aria-label': label, title: label }, text);
  const previous = button('Hasil sebelumnya', '▲');
  const next = button('Hasil berikutnya', '▼');
  const close = button('Tutup pencarian', '×');
  bar.append(field, count, previous, next, close);
  keepFromGrid(bar);

  let hits: Hit[] = [];
  let more = false;
  let searched = '';
  let start: Hit = [0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const here = (): Hit => [options.focus().row, options.focus().column];
  const key = () => `${options.version()} ${field.value}`;

  /** False if another search began meanwhile. */
  const search = async (): Promise<boolean> => {
    clearTimeout(timer);
    const wanted = key();
    const answer = field.value === '' ? { hits: [] } : await options.search(field.value);
    if (wanted !== key()) return false;
    const rows = new Set(options.rows());
    const columns = new Set(options.columns());
    hits = answer.hits.filter(([row, column]) => rows.has(row) && columns.has(column));
    more = 'more' in answer;
    searched = wanted;
    return true;
  };

  const goTo = async (index: number): Promise<void> => {
    const hit = hits[index];
    const total = `${hits.length.toLocaleString('id-ID')}${more ? '+' : ''}`;
    count.textContent = hit ? `${(index + 1).toLocaleString('id-ID')} dari ${total}` : '';
    if (!hit && field.value !== '') count.textContent = 'Tidak ditemukan';
    if (hit) await options.goTo(...hit);
  };

  const guarded = (work: () => Promise<void>) => void work().catch((error: unknown) => problem(messageOf(error)));
  const fresh = () =>
    guarded(async () => {
      if (await search()) await goTo(hitAt(hits, start));
    });
  const step = (by: 1 | -1) => {
    if (searched === '' || !searched.endsWith(` ${field.value}`)) return fresh();
    guarded(async () => {
      if (searched === key() || (await search())) await goTo(nextHit(hits, here(), by));
    });
  };
  const shut = () => {
    clearTimeout(timer);
    bar.hidden = true;
    field.blur();
    const { row, column } = options.focus();
    guarded(() => options.goTo(row, column));
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(fresh, PAUSE);
  });
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') shut();
    if (event.key === 'Enter' && event.target === field) step(event.shiftKey ? -1 : 1);
  });
  previous.addEventListener('click', () => step(-1));
  next.addEventListener('click', () => step(1));
  close.addEventListener('click', shut);

  return () => {
    if (bar.hidden) start = here();
    bar.hidden = false;
    field.focus();
    field.select();
  };
}
