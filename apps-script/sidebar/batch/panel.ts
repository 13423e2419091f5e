/** The panel of monthly batches: loads a route and period, does one step at a time, follows a closing to its end. */
import type { AksiBatch, PanelBatch, PilihanPanel } from '#usecase/batch/panel-jenis.ts';
import { errorText } from '../client/bridge.ts';
import { element, h, moveFocus } from '../client/dom.ts';
import { announce, clearMessage, showMessage, showProgress } from '../client/messages.ts';
import { actionsView } from './actions.ts';
import { serve } from './service.ts';
import { batchView, progressView } from './view.ts';

/** How often a closing is looked at. */
const POLL_MS = 4000;

const BUSY: Record<AksiBatch, string> = {
  LOLOSKAN: 'Meloloskan…',
  GULIRKAN: 'Memindahkan…',
  AJUKAN: 'Mengajukan…',
  TARIK: 'Menarik…',
  SETUJUI: 'Menutup batch…',
  LANJUTKAN: 'Menutup batch…',
};

/** Actions that run on while their progress is shown. */
const LONG: readonly AksiBatch[] = ['SETUJUI', 'LANJUTKAN'];

export function createBatchPanel() {
  let panel: PanelBatch | undefined;
  let open: AksiBatch | undefined;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const choice = () => ({
    rute: element('rute', HTMLSelectElement).value,
    periode: element('periode', HTMLSelectElement).value,
  });

  function setBusy(text: string): void {
    busy = text !== '';
    showProgress(text);
    element('kendali', HTMLFieldSetElement).disabled = busy;
    element('batch', HTMLElement).setAttribute('aria-busy', String(busy));
  }

  function draw(): void {
    if (!panel) return;
    fill('rute', panel.rute, panel.terpilih.rute);
    fill('periode', panel.periode, panel.terpilih.periode);
    const wasOpen = document.getElementById('per-kelurahan')?.hasAttribute('open') ?? false;
    const actions = actionsView(panel.tindakan, open, { open: ask, cancel, confirm });
    element('batch', HTMLElement).replaceChildren(...batchView(panel, actions));
    document.getElementById('per-kelurahan')?.toggleAttribute('open', wasOpen);
  }

  function ask(aksi: AksiBatch): void {
    open = aksi;
    clearMessage();
    draw();
    moveFocus(document.getElementById('alasan') ?? document.getElementById('ya'));
  }

  function cancel(): void {
    const back = open;
    open = undefined;
    draw();
    moveFocus(document.getElementById(`aksi-${back}`));
  }

  async function load(minta: { rute?: string; periode?: string }, quiet = false): Promise<void> {
    if (busy) return;
    clearTimeout(timer);
    setBusy('Memuat…');
    try {
      panel = await serve('batchBuka', minta);
      open = undefined;
      setBusy('');
      draw();
      announce(`Batch ${panel.batch}: ${panel.labelKeadaan}.`);
      if (panel.keadaan === 'MENUTUP') watch(panel.batch);
    } catch (error) {
      setBusy('');
      if (!quiet) showMessage({ kind: 'failed', text: errorText(error), retry: () => start(minta) });
    }
  }

  function start(minta: { rute?: string; periode?: string }): void {
    clearMessage();
    void load(minta);
  }

  function confirm(aksi: AksiBatch, alasan: string): void {
    if (busy || !panel) return;
    if (aksi === 'GULIRKAN' && alasan === '') {
      showMessage({ kind: 'refused', reasons: ['Tulis alasannya; alasan tampil di riwayat setiap usulan.'] });
      moveFocus(document.getElementById('alasan'));
      return;
    }
    void send(panel, aksi, alasan);
  }

  async function send(shown: PanelBatch, aksi: AksiBatch, alasan: string): Promise<void> {
    clearMessage();
    setBusy(BUSY[aksi]);
    if (LONG.includes(aksi)) watch(shown.batch);
    const request = { ...shown.terpilih, aksi, alasan, hash: shown.total.hash };
    const done: string[] = [];
    try {
      for (let more = true; more; ) {
        const answer = await serve('batchTindakan', request);
        if (answer.jenis === 'ditolak') {
          await finish(shown);
          showMessage({ kind: 'refused', reasons: answer.sebab });
          return;
        }
        done.push(answer.pesan);
        more = answer.lagi;
        if (more) showProgress(`${BUSY[aksi]} ${answer.pesan}`);
      }
      await finish(shown);
      showMessage({ kind: 'done', text: done.join(' ') });
    } catch (error) {
      // A run that Google cut off may have done its part: what is true now is loaded first.
      await finish(shown);
      showMessage({ kind: 'failed', text: errorText(error), retry: () => start(shown.terpilih) });
    }
  }

  async function finish({ terpilih }: PanelBatch): Promise<void> {
    setBusy('');
    await load(terpilih, true);
  }

  /** Shows how far a closing is, whoever runs it; loads anew when it has ended. */
  function watch(batch: string): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(batch), POLL_MS);
  }

  async function look(batch: string): Promise<void> {
    try {
      const { keadaan, selesai, dari } = await serve('batchKemajuan', { batch });
      if (panel?.batch !== batch) return;
      showFar(selesai, dari, keadaan);
      if (keadaan === 'MENUTUP' || busy) watch(batch);
      else await load(panel.terpilih, true);
    } catch {
      watch(batch);
    }
  }

  function showFar(selesai: number, dari: number, keadaan: string): void {
    if (keadaan !== 'MENUTUP') return;
    const old = document.getElementById('kemajuan');
    const fresh = progressView({ selesai, dari });
    if (old) old.replaceWith(fresh);
    else document.getElementById('tindakan')?.before(fresh);
    if (busy) showProgress(`Menutup batch… ${selesai.toLocaleString('id-ID')} dari ${dari.toLocaleString('id-ID')}`);
  }

  return { load: start, reload: () => start(choice()) };
}

function fill(id: string, choices: readonly PilihanPanel[], value: string): void {
  const select = element(id, HTMLSelectElement);
  select.replaceChildren(...choices.map((one) => h('option', { value: one.id }, one.label)));
  select.value = value;
}
