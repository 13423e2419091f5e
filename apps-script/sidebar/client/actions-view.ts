/** The actions on a case and the form of the one that was chosen. */
import type { Aksi } from '#domain/usulan/aturan.ts';
import type { Panel, TindakanPanel } from '#usecase/panel-jenis.ts';
import { button, h, icon } from './dom.ts';
import { answerFields, periodField, reasonFields } from './fields.ts';
import { type Draft, draftOf, needsForm, type State } from './state.ts';
import { type Folds, foldView, patientName, section } from './view.ts';

export interface Handlers extends Folds {
  onAction(aksi: Aksi): void;
  onSend(aksi: Aksi): void;
  onCloseForm(): void;
  onPrintAdvice(): void;
}

/** These two have their own place on the page: suggestions and checks. */
const ELSEWHERE: readonly Aksi[] = ['KOREKSI', 'PERIKSA'];

/** What moves a case forward, the most desired first: the first of them that is possible stands out. */
const FORWARD: readonly Aksi[] = ['USULKAN', 'LOLOSKAN', 'CATAT_HASIL', 'AJUKAN_ULANG', 'SELESAIKAN'];

/** Whom the action is about. Another case may have opened since the officer looked at the heading. */
function subjectView(panel: Panel, aksi: Aksi): HTMLElement {
  const subject = `${patientName(panel)} (${panel.tiket})`;
  const text = aksi === 'USULKAN' ? `Usulkan ${subject} ke BPJS?` : subject;
  return h('p', { id: 'perihal', class: 'perihal', tabindex: '-1' }, text);
}

function formView(panel: Panel, tindakan: TindakanPanel, draft: Draft, on: Handlers): HTMLElement {
  const { aksi } = tindakan;
  const onSend = () => on.onSend(aksi);
  const send = button('kirim', aksi === 'USULKAN' ? 'Ya, usulkan' : tindakan.label, 'action', onSend);
  send.disabled = !tindakan.boleh;
  const form = h(
    'div',
    { id: 'formulir', class: 'formulir', role: 'group', 'aria-label': tindakan.label, 'aria-describedby': 'perihal' },
    subjectView(panel, aksi),
    ...tindakan.peringatan.map((text) => h('p', { class: 'awas' }, icon('alert'), h('span', {}, text))),
    ...(aksi === 'CATAT_HASIL' ? answerFields(panel, draft, onSend) : []),
    aksi === 'GESER_PERIODE' && periodField(panel, draft),
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

function actionButton(tindakan: TindakanPanel, main: boolean, open: boolean, on: Handlers): HTMLElement {
  const { aksi, label } = tindakan;
  const node = button(`aksi-${aksi}`, label, main ? 'action' : '', () => on.onAction(aksi));
  if (needsForm(tindakan)) node.setAttribute('aria-expanded', String(open));
  return node;
}

const blockedItem = ({ label, sebab }: TindakanPanel): HTMLElement =>
  h('li', {}, h('strong', {}, label), h('ul', {}, ...sebab.map((text) => h('li', {}, text))));

/** Next steps stand apart where the server names them; otherwise proposing is the step that stands out. */
const isMain = ({ aksi, utama }: TindakanPanel, first: Aksi | undefined): boolean =>
  aksi === 'USULKAN' || (utama && aksi === first);

/** What can be done now, the chosen action's form, and what cannot be done with the reasons. */
export function actionsView(panel: Panel, state: State, on: Handlers): HTMLElement {
  const listed = panel.tindakan.filter(({ aksi }) => !ELSEWHERE.includes(aksi));
  const shown = listed.filter((t) => t.boleh || t.aksi === state.form);
  const blocked = listed.filter((t) => !t.boleh && t.aksi !== state.form);
  const first = FORWARD.find((aksi) => shown.some((t) => t.utama && t.aksi === aksi));
  const buttons = (group: readonly TindakanPanel[]) =>
    h(
      'div',
      { class: 'tombol' },
      ...[...group]
        .sort((a, b) => Number(isMain(b, first)) - Number(isMain(a, first)))
        .flatMap((tindakan) => {
          const open = tindakan.aksi === state.form;
          const node = actionButton(tindakan, isMain(tindakan, first), open, on);
          return open ? [node, formView(panel, tindakan, draftOf(state, tindakan.aksi), on)] : [node];
        }),
    );
  const grouped = panel.bulanan !== undefined;
  const next = grouped ? shown.filter(({ utama }) => utama) : shown;
  const others = grouped ? shown.filter(({ utama }) => !utama) : [];
  const none = h('p', { class: 'redup' }, 'Tidak ada tindakan untuk status ini.');
  return section(
    'tindakan',
    'Tindakan',
    next.length > 0 ? buttons(next) : others.length === 0 && none,
    panel.tanda.some(({ id }) => id === 'perlu_dukcapil') &&
      button('cetak-dukcapil', 'Cetak saran ke Disdukcapil', '', on.onPrintAdvice),
    others.length > 0 && foldView('tindakan-lain', `Tindakan lain (${others.length})`, on, buttons(others)),
    blocked.length > 0 &&
      foldView(
        'belum-bisa',
        `Belum bisa (${blocked.length})`,
        on,
        h('ul', { class: 'polos' }, ...blocked.map(blockedItem)),
      ),
  );
}
