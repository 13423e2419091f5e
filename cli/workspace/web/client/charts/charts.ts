/** The charts of a sheet: cards that float over the cells, go with them and follow what they show. */
import type { WireChart, WireCharts } from '../../sheet/wire.ts';
import { get } from '../api.ts';
import { make } from '../dom.ts';
import { keepFromGrid } from '../reach.ts';
import type { Spot, Surface } from '../surface.ts';
import { type Card, type Draw, openCard } from './card.ts';

export interface Charts {
  /** Brings the charts up to date. @throws Refused when the server cannot be asked */
  show(any: boolean): Promise<void>;
  close(): void;
}

interface ChartsOptions {
  place: HTMLElement;
  surface: Surface;
  /** Address of the sheet's cells. */
  address: string;
}

/** No narrower than this, however little room there is. */
const LEAST_WIDTH = 200;
/** Left free beside a chart that would be wider than the window. */
const EDGE = 8;

export function openCharts({ place, surface, address }: ChartsOptions): Charts {
  const region = make('div', { class: 'charts', role: 'region', 'aria-label': 'Diagram', tabindex: '-1' });
  const layers = new Map<string, HTMLElement>();
  const cards = new Map<number, Card>();
  let latest = 0;

  /** One for each combination of frozen and moving parts, since each is seen through another window. */
  const layerOf = ({ x, y }: Spot): HTMLElement => {
    const name = `${x.frozen} ${y.frozen}`;
    const known = layers.get(name);
    if (known) return known;
    const layer = make('div', { class: 'chart-layer' });
    layers.set(name, layer);
    region.append(layer);
    return layer;
  };

  const arrange = (): void => {
    const origin = place.getBoundingClientRect();
    for (const card of cards.values()) {
      const { row, column, ...chart } = card.chart.place;
      const spot = surface.spot(row, column);
      if (!spot) continue;
      const { x, y } = spot;
      const layer = layerOf(spot);
      const width = x.end - x.start;
      setBox(layer, { left: x.start - origin.left, top: y.start - origin.top, width, height: y.end - y.start });
      if (card.figure.parentElement !== layer) layer.append(card.figure);
      const room = Math.max(LEAST_WIDTH, width - chart.x - EDGE);
      setBox(card.figure, {
        left: x.at + chart.x,
        top: y.at + chart.y,
        width: Math.min(chart.width, room),
        height: chart.height,
      });
    }
  };

  surface.onMove(arrange);
  region.addEventListener('wheel', (event) => {
    if (event.target instanceof Element && event.target.closest('.chart-table')) return;
    event.preventDefault();
    surface.wheel(event);
  });
  region.addEventListener('focusin', ({ target }) => {
    const figure = target instanceof Element ? target.closest('figure') : undefined;
    if (figure) reveal(figure, surface);
  });
  panByTouch(region, surface);
  keepFromGrid(region);

  const put = (charts: WireChart[], draw: Draw): void => {
    if (charts.length > 0 && !region.isConnected) place.append(region);
    for (const [id, card] of cards) {
      if (charts.some((chart) => chart.id === id)) continue;
      card.close();
      cards.delete(id);
    }
    for (const chart of charts) {
      const card = cards.get(chart.id) ?? openCard(chart);
      cards.set(chart.id, card);
      card.update(chart, draw);
    }
    if (cards.size === 0) region.remove();
    arrange();
  };

  return {
    async show(any) {
      const turn = ++latest;
      if (!any && cards.size === 0) return;
      const { charts } = any ? await get<WireCharts>(`${address}&charts=`) : { charts: [] };
      // Only tabs with charts load the library that draws them.
      const { draw } = await import('./draw.ts');
      if (turn === latest) put(charts, draw);
    },
    close() {
      latest++;
      for (const card of cards.values()) card.close();
      cards.clear();
      region.remove();
    },
  };
}

function setBox(element: HTMLElement, box: Record<'left' | 'top' | 'width' | 'height', number>): void {
  for (const [name, pixels] of Object.entries(box)) element.style.setProperty(name, `${pixels}px`);
}

/** A finger on a chart scrolls the cells beneath, which could not be reached where charts fill the screen. */
function panByTouch(region: HTMLElement, surface: Surface): void {
  let last = { x: 0, y: 0 };
  region.addEventListener('pointerdown', ({ clientX, clientY }) => {
    last = { x: clientX, y: clientY };
  });
  region.addEventListener('pointermove', ({ pointerType, target, clientX, clientY }) => {
    if (pointerType !== 'touch' || (target instanceof Element && target.closest('.chart-table'))) return;
    surface.scrollBy(last.x - clientX, last.y - clientY);
    last = { x: clientX, y: clientY };
  });
}

/** Scrolls the grid so that a chart that the keyboard reached is seen. */
function reveal(figure: HTMLElement, surface: Surface): void {
  const window = figure.parentElement?.getBoundingClientRect();
  if (!window) return;
  const at = figure.getBoundingClientRect();
  const by = (start: number, end: number, from: number, to: number) => {
    if (start < from || end - start > to - from) return start - from;
    return Math.max(0, end - to);
  };
  surface.scrollBy(by(at.left, at.right, window.left, window.right), by(at.top, at.bottom, window.top, window.bottom));
}
