/** One chart: a figure with title, picture and, for whoever cannot see or point at the picture, its numbers as a table. */
import type { WireChart } from '../../sheet/wire.ts';
import { make } from '../dom.ts';

/** Draws a chart on a canvas. */
export type Draw = (canvas: HTMLCanvasElement, chart: WireChart) => Picture;

export interface Picture {
  destroy(): void;
}

export interface Card {
  readonly figure: HTMLElement;
  readonly chart: WireChart;
  /** Draws anew only what changed. An open table stays open. */
  update(chart: WireChart, draw: Draw): void;
  close(): void;
}

export function openCard(first: WireChart): Card {
  let chart = first;
  let drawn = '';
  let picture: Picture | undefined;
  const caption = make('figcaption');
  const pictured = make('div', { class: 'chart-picture' });
  const summary = make('summary');
  const table = make('div', { class: 'chart-table', role: 'group', tabindex: '0' });
  const figure = make('figure', { class: 'chart' }, caption, pictured, make('details', {}, summary, table));

  return {
    figure,
    get chart() {
      return chart;
    },
    update(next, draw) {
      chart = next;
      const { place: _, ...shown } = next;
      if (JSON.stringify(shown) === drawn) return;
      drawn = JSON.stringify(shown);
      const name = next.title || next.label;
      caption.replaceChildren(...captionOf(next));
      summary.replaceChildren('Lihat data', make('span', { class: 'visually-hidden' }, ` ${name}`));
      table.setAttribute('aria-label', `Data ${name}`);
      table.replaceChildren(tableOf(next, name));
      picture?.destroy();
      pictured.replaceChildren();
      picture = undefined;
      if (next.undrawn || !hasNumbers(next)) {
        const reason = next.undrawn ? 'Jenis diagram ini hanya digambar di Google.' : 'Belum ada angka untuk digambar.';
        pictured.append(make('p', { class: 'chart-empty' }, reason));
        return;
      }
      const canvas = make('canvas', { role: 'img', 'aria-label': next.label });
      pictured.append(canvas);
      picture = draw(canvas, next);
    },
    close() {
      picture?.destroy();
      figure.remove();
    },
  };
}

/** A pie needs something to share out. */
const hasNumbers = ({ kind, series }: WireChart): boolean =>
  series.some(({ values }) => values.some((value) => (kind === 'PIE' ? (value ?? 0) > 0 : value !== null)));

function captionOf({ title, subtitle }: WireChart): Node[] {
  return [
    ...(title ? [make('strong', {}, title)] : []),
    ...(subtitle ? [make('span', { class: 'chart-subtitle' }, subtitle)] : []),
  ];
}

function tableOf({ head, labels, series }: WireChart, name: string): HTMLElement {
  const heading = (text: string, scope: string) => make('th', { scope }, text);
  return make(
    'table',
    {},
    make('caption', {}, name),
    make(
      'thead',
      {},
      make('tr', {}, heading(head || 'Label', 'col'), ...series.map((each) => heading(each.name, 'col'))),
    ),
    make(
      'tbody',
      {},
      ...labels.map((label, index) =>
        make('tr', {}, heading(label, 'row'), ...series.map(({ texts }) => make('td', {}, texts[index] ?? ''))),
      ),
    ),
  );
}
