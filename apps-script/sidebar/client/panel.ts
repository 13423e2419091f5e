/** The open case: draws it, sends what the officer does, one request at a time, and shows how it ended. */
import type { Aksi } from '#domain/usulan/aturan.ts';
import type { JawabanBuka, JawabanTindakan, PermintaanTindakan } from '#usecase/panel-jenis.ts';
import { actionsView, type Handlers } from './actions-view.ts';
import { call, errorText } from './bridge.ts';
import { checksView } from './checks-view.ts';
import { clocksView, drawClocks } from './clocks.ts';
import { element, moveFocus } from './dom.ts';
import { createLookups } from './lookups.ts';
import { closeBlockedForm, takeLost } from './lost.ts';
import { announce, clearMessage, type Message, showFormProblems, showMessage, showProgress } from './messages.ts';
import { type ScreeningHandlers, screeningView } from './screening-view.ts';
import {
  changedChecks,
  draftOf,
  draftProblems,
  findAction,
  forgetInput,
  forgetSent,
  formRequest,
  isDirty,
  needsForm,
  newState,
  request,
  showEmpty,
  showPanel,
  tickedDocuments,
} from './state.ts';
import {
  answerView,
  emptyView,
  findingsView,
  foldView,
  headerView,
  pairsView,
  patientName,
  skeletonView,
} from './view.ts';

export interface PanelController {
  /**
   * Opens a case by ticket, or the selected row's with `{}`. Asks first when typed input would be lost.
   * @param options.quiet nobody pressed a button for it: the focus stays where it is
   */
  open(target: { tiket?: string }, options?: { quiet: boolean }): void;
  /** Moves the clocks on. */
  tick(): void;
  ticket(): string;
  isBusy(): boolean;
  /** Whether input would be lost by showing another case, typed or quoted in a message. */
  isDirty(): boolean;
  /** When the last action ended, by the browser's clock. */
  actedAt(): number;
  /** Ticket of the row selected in the grid, as last heard; undefined before the first answer. */
  selection: string | undefined;
  /** Called when a request has ended and the page shows it. */
  onEnd: () => void;
}

export function createPanel(): PanelController {
  const state = newState();
  const root = element('kasus', HTMLElement);
  const controls = element('kendali', HTMLFieldSetElement);
  let busy = false;
  let acted = 0;
  /** Input that can no longer be sent stands in the message: following the selection would take it away. */
  let reading = false;
  /** What had the focus when the request began: disabling it takes the focus away. */
  let focusBefore = '';

  const lookups = createLookups(state, {
    openTicket: (tiket) => open({ tiket }),
    takeNik: (nik, reason) => sendNow('KOREKSI', { nik }, reason),
  });

  const handlers: Handlers & ScreeningHandlers = {
    unfolded: state.unfolded,
    onFold(id, open) {
      if (open) state.unfolded.add(id);
      else state.unfolded.delete(id);
      if (open) lookups.loadUnfolded();
    },
    onScreen: () => sendNow('SARING', { dokumen: tickedDocuments(state) }, '', 'simpan-saring'),
    onPrintNote: () => print('cetakCatatanPemohon'),
    onPrintAdvice: () => print('cetakSaranDukcapil'),
    onAction: choose,
    onSend: sendForm,
    onCloseForm() {
      const aksi = state.form;
      state.form = undefined;
      draw();
      document.getElementById(`aksi-${aksi}`)?.focus();
    },
  };

  /** Draws everything anew and gives the focus back to the control that had it. */
  function draw(focused = document.activeElement?.id ?? ''): void {
    root.replaceChildren(...sections());
    root.setAttribute('aria-busy', 'false');
    if (focused !== '' && document.activeElement === document.body) moveFocus(document.getElementById(focused));
  }

  function sections(): HTMLElement[] {
    const { panel } = state;
    if (!panel) return state.empty === '' ? [] : [emptyView(state.empty)];
    const all = [
      headerView(panel),
      clocksView(panel, state.received, Date.now()),
      // The log says which suggestion was taken.
      findingsView(panel, ({ ubah, label }) => sendNow('KOREKSI', ubah, label), lookups.search),
      screeningView(panel, state, handlers),
      checksView(panel, state, () => sendNow('PERIKSA', changedChecks(state), '', 'simpan-cek')),
      actionsView(panel, state, handlers),
      foldView('data', 'Data kasus', handlers, pairsView(panel.data)),
      answerView(panel),
      foldView('keluarga', 'Keluarga dan kemungkinan ganda', handlers, lookups.familyElement()),
      foldView('riwayat', 'Riwayat', handlers, lookups.historyElement()),
    ];
    return all.filter((part) => part !== undefined);
  }

  function sendNow(aksi: Aksi, isi: Record<string, string>, alasan: string, pressed?: string): void {
    if (state.panel) send(request(state.panel, aksi, isi, alasan), pressed);
  }

  function choose(aksi: Aksi): void {
    const tindakan = state.panel && findAction(state.panel, aksi);
    if (!state.panel || !tindakan || busy) return;
    if (!needsForm(tindakan)) {
      sendNow(aksi, {}, '', `aksi-${aksi}`);
      return;
    }
    // Pressing again does not close it: a double click would show nothing.
    state.form = aksi;
    draw();
    // A question is read before it is answered, and Enter held down must not answer it.
    if (aksi === 'USULKAN') focusSubject();
    else focusInput();
  }

  function focusSubject(): void {
    document.getElementById('formulir')?.scrollIntoView({ block: 'nearest' });
    moveFocus(document.getElementById('perihal'));
  }

  /** To the open form, else to the checks. */
  function focusInput(): void {
    const field = root.querySelector<HTMLElement>('#formulir :is(select, textarea, input, #kirim)');
    field?.closest('#formulir')?.scrollIntoView({ block: 'nearest' });
    moveFocus(field ?? document.getElementById('simpan-cek'));
  }

  function sendForm(aksi: Aksi): void {
    const tindakan = state.panel && findAction(state.panel, aksi);
    if (!state.panel || !tindakan?.boleh || busy) return;
    const draft = draftOf(state, aksi);
    const problems = draftProblems(tindakan, draft);
    if (problems.length > 0) showFormProblems(problems);
    else send(formRequest(state.panel, aksi, draft), 'kirim');
  }

  /** Printed pages open in a dialog of their own, over the spreadsheet. */
  function print(service: 'cetakCatatanPemohon' | 'cetakSaranDukcapil'): void {
    const { panel } = state;
    if (!panel || busy) return;
    begin('Menyiapkan cetakan…');
    void call(service, panel.tiket)
      .then(end)
      .catch((error) => {
        end();
        showMessage({ kind: 'failed', text: errorText(error), retry: () => print(service) });
      });
  }

  function begin(progress: string): void {
    busy = true;
    focusBefore = document.activeElement?.id ?? '';
    controls.disabled = true;
    root.setAttribute('aria-busy', 'true');
    reading = false;
    clearMessage();
    showProgress(progress);
  }

  function end(): void {
    busy = false;
    controls.disabled = false;
    showProgress('');
    draw(focusBefore);
    lookups.loadUnfolded();
    controller.onEnd();
  }

  function send(wanted: PermintaanTindakan, pressed?: string): void {
    if (busy) return;
    begin('Menyimpan…');
    const label = pressed === undefined ? null : document.getElementById(pressed);
    if (label) label.textContent = 'Menyimpan…';
    void call('panelTindakan', wanted)
      .then((answer) => settle(wanted, answer))
      .catch((error): Message => ({ kind: 'failed', text: errorText(error), retry: () => send(wanted) }))
      .then((message) => {
        acted = Date.now();
        end();
        showMessage(message);
      });
  }

  /** Takes in the answer to an action. */
  function settle(wanted: PermintaanTindakan, answer: JawabanTindakan): Message {
    if (answer.jenis === 'selesai') forgetSent(state, wanted);
    showPanel(state, answer.panel, Date.now());
    if (answer.jenis === 'selesai') return { kind: 'done', text: answer.pesan };
    if (answer.jenis === 'ditolak') {
      closeBlockedForm(state);
      return { kind: 'refused', reasons: answer.sebab };
    }
    const lost = takeLost(state);
    reading = lost !== undefined;
    return {
      kind: 'conflict',
      text: answer.pesan,
      changes: answer.perubahan,
      kept: isDirty(state) ? focusInput : undefined,
      lost: lost && { ...lost, status: answer.panel.labelStatus, close: closeMessage },
    };
  }

  function closeMessage(): void {
    reading = false;
    clearMessage();
    moveFocus(document.getElementById('tiket'));
  }

  function open(target: { tiket?: string }, options = { quiet: false }): void {
    if (busy) return;
    const mayLose = isDirty(state) && target.tiket !== state.panel?.tiket;
    if (!mayLose) {
      fetchCase(target, options.quiet);
      return;
    }
    const back = document.activeElement;
    showMessage({
      kind: 'discard',
      go: () => fetchCase(target, options.quiet, true),
      stay: () => {
        clearMessage();
        if (back instanceof HTMLElement) back.focus();
      },
    });
  }

  function fetchCase(target: { tiket?: string }, quiet: boolean, discard = false): void {
    begin('Membuka…');
    root.replaceChildren(skeletonView());
    void call('panelBuka', target)
      .then((answer) => {
        if (discard) forgetInput(state);
        takeIn(target, answer);
        end();
        announce(state.panel ? `Kasus ${state.panel.tiket} dibuka, ${patientName(state.panel)}` : state.empty);
        if (!quiet) moveFocus(document.getElementById('tiket'));
      })
      .catch((error) => {
        end();
        showMessage({ kind: 'failed', text: errorText(error), retry: () => fetchCase(target, quiet, discard) });
      });
  }

  function takeIn(target: { tiket?: string }, answer: JawabanBuka): void {
    if (answer.jenis === 'panel') showPanel(state, answer.panel, Date.now());
    else showEmpty(state, answer.pesan);
    if (target.tiket === undefined) controller.selection = state.panel?.tiket ?? '';
  }

  const controller: PanelController = {
    open,
    tick() {
      const list = document.getElementById('jam');
      if (state.panel && list) drawClocks(list, state.panel, state.received, Date.now());
    },
    ticket: () => state.panel?.tiket ?? '',
    isBusy: () => busy,
    isDirty: () => reading || isDirty(state),
    actedAt: () => acted,
    selection: undefined,
    onEnd: () => undefined,
  };
  return controller;
}
