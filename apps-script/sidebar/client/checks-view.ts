/** The four checks of a case: a list for each database, who answered it when, and one button that saves what changed. */
import type { CekPanel, Panel } from '#usecase/panel-jenis.ts';
import { button, h } from './dom.ts';
import { select } from './fields.ts';
import { changedChecks, checkValue, findAction, type State } from './state.ts';
import { section } from './view.ts';

function checkMade({ nilai, oleh, pada }: CekPanel): string {
  if (oleh === '' && pada === '') return nilai === '' ? '' : 'Pemeriksa tidak tercatat';
  return [oleh, pada].filter((text) => text !== '').join(', ');
}

export function checksView(panel: Panel, state: State, onSave: () => void): HTMLElement {
  const permission = findAction(panel, 'PERIKSA');
  const blocked = permission !== undefined && !permission.boleh;
  const save = button('simpan-cek', 'Simpan pemeriksaan', '', onSave);
  const refresh = () => {
    const count = Object.keys(changedChecks(state)).length;
    save.disabled = blocked || count === 0;
    save.textContent = count > 0 ? `Simpan pemeriksaan (${count})` : 'Simpan pemeriksaan';
  };
  const row = (cek: CekPanel) => {
    const note = h('p', { class: 'redup', id: `ket-${cek.kolom}` });
    const choice = select(`cek-${cek.kolom}`, 'Belum diperiksa', cek.pilihan, checkValue(state, cek));
    choice.disabled = blocked;
    choice.setAttribute('aria-describedby', note.id);
    const mark = () => {
      const changed = checkValue(state, cek) !== cek.nilai;
      note.textContent = changed ? 'Belum disimpan' : checkMade(cek);
      note.classList.toggle('belum-simpan', changed);
    };
    choice.addEventListener('change', () => {
      state.checks.set(cek.kolom, choice.value);
      mark();
      refresh();
    });
    mark();
    return h('div', { class: 'cek' }, h('label', { for: choice.id }, cek.label), choice, note);
  };
  const rows = panel.cek.map(row);
  refresh();
  return section(
    'cek',
    'Pemeriksaan',
    ...rows,
    blocked ? h('p', { class: 'redup' }, `Belum bisa diubah. ${permission.sebab.join(' ')}`) : save,
  );
}
