/** How one cell of the grid looks and is edited. */
import type { CellProps, CellTemplateProp, ColumnDataSchemaModel, EditorBase } from '@revolist/revogrid';
import type { WireCell } from '../sheet/wire.ts';
import type { Row } from './rows.ts';

type CellAt = Pick<ColumnDataSchemaModel, 'model' | 'prop'>;

export const wireCell = ({ model, prop }: CellAt): WireCell | null | undefined =>
  (model as unknown as Row).cells[Number(prop)];

/** What editing starts with: the formula or what was typed, not what is shown. */
export const editText = (cell: WireCell | null | undefined): string => cell?.e ?? cell?.v ?? '';

export function cellProperties(props: CellTemplateProp): CellProps {
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
    },
    ...(cell.note === undefined ? {} : { 'data-note': cell.note }),
  };
}

type Create = (tag: string, attributes: Record<string, unknown>, ...children: unknown[]) => unknown;

/** Text as it is; a dropdown's value in a chip with an arrow that opens the choices. */
export function cellTemplate(create: unknown, props: CellTemplateProp): unknown {
  const cell = wireCell(props);
  const text = String((props.model as unknown as Row)[Number(props.prop)] ?? '');
  if (cell?.list === undefined) return text;
  const h = create as Create;
  return [h('span', { class: 'chip-text' }, text), h('span', { class: 'chip-arrow', 'data-open': 'list' }, '▾')];
}

/** An input, with the choices of the cell's dropdown if it has one. Google too lets people type into those. */
export function cellEditor(
  column: ColumnDataSchemaModel,
  save: (value?: unknown, preventFocus?: boolean) => void,
  close: (focusNext?: boolean) => void,
): EditorBase {
  let input: HTMLInputElement | undefined;
  const cell = wireCell(column);
  const row = column.model as unknown as Row;
  const choices = cell?.list === undefined ? undefined : row.lists[cell.list];
  const shown = String(row[Number(column.prop)] ?? '');
  return {
    getValue: () => input?.value,
    beforeDisconnect: () => input?.blur(),
    appendPendingInput(value: string) {
      if (!input) return false;
      input.value += value;
      input.focus();
      return true;
    },
    componentDidRender() {
      setTimeout(() => input?.focus());
    },
    render(create: unknown) {
      const h = create as Create;
      const typed = this.editCell?.val;
      const field = h('input', {
        type: 'text',
        class: 'cell-input',
        'aria-label': 'Isi sel',
        autocomplete: 'off',
        list: choices && 'cell-choices',
        value: typed === undefined || String(typed) === shown ? editText(cell) : String(typed),
        ref: (element: HTMLInputElement | undefined) => {
          input = element;
        },
        onKeyDown(event: KeyboardEvent) {
          if (event.isComposing) return;
          if (event.key === 'Escape') close(false);
          if (event.key !== 'Enter' && event.key !== 'Tab') return;
          const value = input?.value;
          input?.blur();
          save(value, event.key === 'Tab');
        },
      });
      const list = choices && h('datalist', { id: 'cell-choices' }, ...choices.map((value) => h('option', { value })));
      return h('div', { class: 'cell-editor' }, field, list);
    },
  } as EditorBase & { editCell?: { val?: unknown } };
}
