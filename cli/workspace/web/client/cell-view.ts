/** How one cell of the grid looks and is edited. */
import type { CellProps, CellTemplateProp, ColumnDataSchemaModel, EditorBase } from '@revolist/revogrid';
import type { WireCell } from '../sheet/wire.ts';
import type { Row } from './rows.ts';
import { spillWidth } from './spill.ts';

type CellAt = Pick<ColumnDataSchemaModel, 'model' | 'prop'>;

const wireCell = ({ model, prop }: CellAt): WireCell | null | undefined =>
  (model as unknown as Row).cells[Number(prop)];

/** What editing starts with: the formula or what was typed, not what is shown. */
export const editText = (cell: WireCell | null | undefined): string => cell?.e ?? cell?.v ?? '';

export function cellProperties(props: CellTemplateProp, widths: ReadonlyMap<number, number>): CellProps {
  const cell = wireCell(props);
  if (!cell) return {};
  const style: Record<string, string> = {};
  if (cell.bg) style['backgroundColor'] = cell.bg;
  if (cell.fg) style['color'] = cell.fg;
  if (cell.bold) style['fontWeight'] = '700';
  if (cell.italic) style['fontStyle'] = 'italic';
  if (cell.align) style['textAlign'] = cell.align;
  return {
    style,
    class: {
      note: cell.note !== undefined,
      invalid: cell.bad === true,
      wrap: cell.wrap === true,
      chip: cell.list !== undefined,
      spill: spillWidth(props.model as unknown as Row, Number(props.prop), widths) !== undefined,
    },
    ...(cell.note === undefined ? {} : { 'data-note': cell.note }),
  };
}

type Create = (tag: string, attributes: Record<string, unknown>, ...children: unknown[]) => unknown;

/** Text as it is; a dropdown's value in a chip with an arrow that opens the choices. @param widths of columns by number */
export function cellTemplate(create: unknown, props: CellTemplateProp, widths: ReadonlyMap<number, number>): unknown {
  const cell = wireCell(props);
  const text = String((props.model as unknown as Row)[Number(props.prop)] ?? '');
  const h = create as Create;
  if (cell?.list === undefined) {
    const wide = spillWidth(props.model as unknown as Row, Number(props.prop), widths);
    return wide === undefined ? text : h('span', { class: 'spill-text', style: { width: `${wide - 8}px` } }, text);
  }
  return [h('span', { class: 'chip-text' }, text), h('span', { class: 'chip-arrow', 'data-open': 'list' }, '▾')];
}

/** Choosing for a cell with a dropdown, typing for all others, and for a dropdown when a letter opened the editor. */
export function cellEditor(
  column: ColumnDataSchemaModel,
  save: (value?: unknown, preventFocus?: boolean) => void,
  close: (focusNext?: boolean) => void,
): EditorBase {
  let field: HTMLInputElement | HTMLSelectElement | undefined;
  const cell = wireCell(column);
  const row = column.model as unknown as Row;
  const choices = cell?.list === undefined ? undefined : row.lists[cell.list];
  const shown = String(row[Number(column.prop)] ?? '');

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') close(false);
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    const value = field?.value;
    field?.blur();
    save(value, event.key === 'Tab');
  };
  const common = {
    class: 'cell-input',
    'aria-label': 'Isi sel',
    ref: (element: HTMLInputElement | HTMLSelectElement | undefined) => {
      field = element;
    },
  };
  const select = (h: Create, all: string[]) => {
    const options = ['', ...new Set(shown === '' || all.includes(shown) ? all : [shown, ...all])];
    const onChange = () => save(field?.value);
    return h(
      'select',
      { ...common, onChange, onKeyDown: (event: KeyboardEvent) => event.key !== 'Enter' && onKey(event) },
      ...options.map((value) => h('option', { value, selected: value === shown }, value)),
    );
  };

  return {
    getValue: () => field?.value,
    beforeDisconnect: () => field?.blur(),
    appendPendingInput(value: string) {
      if (!(field instanceof HTMLInputElement)) return false;
      field.value += value;
      field.focus();
      return true;
    },
    componentDidRender() {
      setTimeout(() => focusField(field));
    },
    render(create: unknown) {
      const h = create as Create;
      const typed = this.editCell?.val;
      const opened = typed === undefined || String(typed) === shown;
      if (choices && opened) return h('div', { class: 'cell-editor' }, select(h, choices));
      const value = opened ? editText(cell) : String(typed);
      const input = h('input', {
        ...common,
        type: 'text',
        autocomplete: 'off',
        list: choices && 'cell-choices',
        value,
        onKeyDown: onKey,
      });
      const list =
        choices && h('datalist', { id: 'cell-choices' }, ...choices.map((each) => h('option', { value: each })));
      return h('div', { class: 'cell-editor' }, input, list);
    },
  } as EditorBase & { editCell?: { val?: unknown } };
}

function focusField(field: HTMLInputElement | HTMLSelectElement | undefined): void {
  field?.focus();
  if (!(field instanceof HTMLSelectElement)) return;
  try {
    field.showPicker();
  } catch {
    // Only a person's own click or key may open the list; the arrow keys still choose.
  }
}
