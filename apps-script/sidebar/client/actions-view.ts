/** The parts of a case that change it: the four checks, the actions and the form of the one that was chosen. */
import { HASIL_BPJS } from '#domain/hasil/hasil.ts';
import type { Aksi } from '#domain/usulan/aturan.ts';
import type { CekPanel, Panel, TindakanPanel } from '#usecase/panel-jenis.ts';
import { button, h, icon, onEnter } from './dom.ts';
import { changedChecks, checkValue, type Draft, draftOf, findAction, needsForm, type State } from './state.ts';
import { type Folds, foldView, patientName, section } from './view.ts';

export interface Handlers extends Folds {
  onSaveChecks(): void;
  onAction(aksi: Aksi): void;
  onSend(aksi: Aksi): void;
  onCloseForm(): void;
}

/** These two have their own place on the page: suggestions and checks. */
const ELSEWHERE: readonly Aksi[] = ['KOREKSI', 'PERIKSA'];

const option = (value: string, label: string, selected: boolean) => h('option', { value, selected }, label);

function select(id: string, blank: string, options: readonly string[], value: string): HTMLSelectElement {
  const known = value === '' || options.includes(value) ? options : [...options, value];
  return h(
    'select',
    { id },
    option('', blank, value === ''),
    ...known.map((text) => option(text, text, text === value)),
  );
}

function checkMade({ nilai, oleh, pada }: CekPanel): string {
  if (oleh === '' && pada === '') return nilai === '' ? '' : 'Pemeriksa tidak tercatat';
  return [oleh, pada].filter((text) => text !== '').join(', ');
}

export function checksView(panel: Panel, state: State, on: Handlers): HTMLElement {
  const permission = findAction(panel, 'PERIKSA');
  const blocked = permission !== undefined && !permission.boleh;
  const save = button('simpan-cek', 'Simpan pemeriksaan', '', on.onSaveChecks);
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

/** A field whose text goes straight into the draft, so that no drawing loses it. */
function field(
  draft: Draft,
  key: keyof Draft,
  label: string,
  control: HTMLSelectElement | HTMLInputElement | HTMLTextAreaElement,
  hint = '',
): HTMLElement {
  control.value = draft[key];
  control.addEventListener('input', () => {
    draft[key] = control.value;
  });
  const hintId = `${control.id}-petunjuk`;
  if (hint !== '') control.setAttribute('aria-describedby', hintId);
  return h(
    'div',
    { class: 'isian' },
    h('label', { for: control.id }, label),
    hint !== '' && h('span', { class: 'redup', id: hintId }, hint),
    control,
  );
}

function reasonFields(tindakan: TindakanPanel, draft: Draft): HTMLElement[] {
  const text = h('textarea', { id: 'isi-teks', rows: '3', maxlength: '500' });
  if (tindakan.pilihanAlasan.length === 0) return [field(draft, 'teks', 'Alasan', text)];
  const ready = select('isi-pilihan', 'Pilih alasan', tindakan.pilihanAlasan, draft.pilihan);
  return [
    field(draft, 'pilihan', 'Alasan', ready),
    field(draft, 'teks', 'Keterangan alasan', text, 'Boleh kosong bila alasan sudah dipilih.'),
  ];
}

function answerFields(draft: Draft, send: () => void): HTMLElement[] {
  const hasil = select('isi-hasil', 'Pilih hasil', HASIL_BPJS, draft.hasil);
  const keterangan = h('textarea', { id: 'isi-keterangan', rows: '3', maxlength: '500' });
  const tmt = h('input', { id: 'isi-tmt', type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: '10' });
  const date = field(draft, 'tmt', 'TMT (tanggal mulai aktif)', tmt, 'HH/BB/TTTT, misalnya 01/12/2026');
  const showDate = () => {
    date.hidden = draft.hasil !== 'berhasil';
  };
  const fields = [
    field(draft, 'hasil', 'Hasil', hasil),
    field(draft, 'keterangan', 'Keterangan', keterangan, 'Wajib bila tidak berhasil atau ditangguhkan.'),
    date,
  ];
  onEnter(tmt, send);
  hasil.addEventListener('input', showDate);
  showDate();
  return fields;
}

/** Whom the action is about. Another case may have opened since the officer looked at the heading. */
function subjectView(panel: Panel, aksi: Aksi): HTMLElement {
  const subject = `${patientName(panel)} (${panel.tiket})`;
  const text = aksi === 'USULKAN' ? `Usulkan ${subject} ke BPJS?` : subject;
  return h('p', { id: 'perihal', class: 'perihal', tabindex: '-1' }, text);
}

function formView(panel: Panel, tindakan: TindakanPanel, draft: Draft, on: Handlers): HTMLElement {
  const onSend = () => on.onSend(tindakan.aksi);
  const send = button('kirim', tindakan.aksi === 'USULKAN' ? 'Ya, usulkan' : tindakan.label, 'action', onSend);
  send.disabled = !tindakan.boleh;
  const form = h(
    'div',
    { id: 'formulir', class: 'formulir', role: 'group', 'aria-label': tindakan.label, 'aria-describedby': 'perihal' },
    subjectView(panel, tindakan.aksi),
    ...tindakan.peringatan.map((text) => h('p', { class: 'awas' }, icon('alert'), h('span', {}, text))),
    ...(tindakan.aksi === 'CATAT_HASIL' ? answerFields(draft, onSend) : []),
    ...(tindakan.alasan ? reasonFields(tindakan, draft) : []),
    h('div', { id: 'galat-formulir', role: 'alert', tabindex: '-1' }),
    !tindakan.boleh && h('p', { class: 'redup' }, `Belum bisa dikirim. ${tindakan.sebab.join(' ')}`),
    h('div', { class: 'tombol' }, send, button('batal', 'Batal', '', on.onCloseForm)),
  );
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') on.onCloseForm();
  });
  return form;
}

function actionButton(tindakan: TindakanPanel, open: boolean, on: Handlers): HTMLElement {
  const { aksi, label } = tindakan;
  const node = button(`aksi-${aksi}`, label, aksi === 'USULKAN' ? 'action' : '', () => on.onAction(aksi));
  if (needsForm(tindakan)) node.setAttribute('aria-expanded', String(open));
  return node;
}

const blockedItem = ({ label, sebab }: TindakanPanel): HTMLElement =>
  h('li', {}, h('strong', {}, label), h('ul', {}, ...sebab.map((text) => h('li', {}, text))));

/** What can be done now, the chosen action's form, and what cannot be done with the reasons. */
export function actionsView(panel: Panel, state: State, on: Handlers): HTMLElement {
  const listed = panel.tindakan.filter(({ aksi }) => !ELSEWHERE.includes(aksi));
  const first = (t: TindakanPanel) => Number(t.aksi === 'USULKAN');
  const shown = listed.filter((t) => t.boleh || t.aksi === state.form).sort((a, b) => first(b) - first(a));
  const blocked = listed.filter((t) => !t.boleh && t.aksi !== state.form);
  const items = shown.flatMap((tindakan) => {
    const open = tindakan.aksi === state.form;
    const node = actionButton(tindakan, open, on);
    return open ? [node, formView(panel, tindakan, draftOf(state, tindakan.aksi), on)] : [node];
  });
  return section(
    'tindakan',
    'Tindakan',
    items.length > 0
      ? h('div', { class: 'tombol' }, ...items)
      : h('p', { class: 'redup' }, 'Tidak ada tindakan untuk status ini.'),
    blocked.length > 0 &&
      foldView(
        'belum-bisa',
        `Belum bisa (${blocked.length})`,
        on,
        h('ul', { class: 'polos' }, ...blocked.map(blockedItem)),
      ),
  );
}
