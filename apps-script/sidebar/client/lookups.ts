/** The parts of a case that are looked up when somebody wants them: its history, and its family in the whole register. */
import type { SaranNik } from '#usecase/panel-jenis.ts';
import { call } from './bridge.ts';
import { moveFocus } from './dom.ts';
import { familyView } from './family-view.ts';
import { onDemand } from './on-demand.ts';
import { findAction, type State } from './state.ts';
import { historyView } from './view.ts';

export interface Lookups {
  historyElement(): HTMLElement;
  familyElement(): HTMLElement;
  /** Fetches what is folded out and not shown for the case as it is now. */
  loadUnfolded(): void;
  /** Unfolds the search through the whole register. */
  search(): void;
}

export function createLookups(
  state: State,
  on: { openTicket(tiket: string): void; takeNik(nik: string, reason: string): void },
): Lookups {
  const current = () => state.panel;
  const history = onDemand(
    'riwayat',
    'Riwayat tidak terbaca',
    current,
    (tiket) => call('panelRiwayat', { tiket }),
    historyView,
  );
  const reject = ({ nik }: SaranNik) => {
    if (state.panel) family.replace(call('panelTolakSaran', { tiket: state.panel.tiket, nik }));
  };
  const family = onDemand(
    'keluarga',
    'Register tidak terbaca',
    current,
    (tiket) => call('panelKeluarga', { tiket }),
    (answer) =>
      familyView(answer, {
        onOpenTicket: on.openTicket,
        onTakeNik: ({ nik, skor, bukti }) =>
          on.takeNik(nik, `Saran NIK, keyakinan ${Math.round(skor * 100)}%: ${bukti.join('; ')}.`),
        onRejectNik: reject,
        blocked: (state.panel && findAction(state.panel, 'KOREKSI')?.sebab.join(' ')) ?? '',
      }),
  );
  return {
    historyElement: history.element,
    familyElement: family.element,
    loadUnfolded() {
      if (state.unfolded.has('riwayat')) history.load();
      if (state.unfolded.has('keluarga')) family.load();
    },
    search() {
      const summary = document.getElementById('lipat-keluarga');
      if (summary?.parentElement instanceof HTMLDetailsElement) summary.parentElement.open = true;
      summary?.scrollIntoView({ block: 'start' });
      moveFocus(summary);
    },
  };
}
