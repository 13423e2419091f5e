/** What the officer had typed when the case changed so that it cannot be sent any more. */
import type { Panel } from '#usecase/panel-jenis.ts';
import {
  changedChecks,
  type Draft,
  draftOf,
  findAction,
  isScreened,
  reasonOf,
  type State,
  tickedDocuments,
} from './state.ts';

/** Why it cannot be sent, and the input as text: nothing on the page takes it any more. */
export interface Lost {
  reasons: string[];
  input: { label: string; nilai: string }[];
}

/** Takes out what the case no longer accepts as it is now; undefined when all that was typed can still be sent. */
export function takeLost(state: State): Lost | undefined {
  const { panel } = state;
  if (!panel) return undefined;
  const parts = [lostChecks(state, panel), lostDocuments(state, panel), lostForm(state, panel)];
  const full = parts.filter(({ input }) => input.length > 0);
  if (full.length === 0) return undefined;
  return {
    reasons: [...new Set(full.flatMap(({ reasons }) => reasons))],
    input: full.flatMap(({ input }) => input),
  };
}

const NOTHING: Lost = { reasons: [], input: [] };

function lostChecks(state: State, panel: Panel): Lost {
  const checking = findAction(panel, 'PERIKSA');
  if (checking?.boleh !== false) return NOTHING;
  const changed = changedChecks(state);
  state.checks.clear();
  const input = panel.cek
    .filter(({ kolom }) => kolom in changed)
    .map(({ kolom, label }) => ({ label, nilai: changed[kolom] ?? '' }));
  return { reasons: checking.sebab, input };
}

function lostDocuments(state: State, panel: Panel): Lost {
  const saring = panel.bulanan?.saring;
  if (!saring || saring.boleh || !isScreened(state)) return NOTHING;
  const nilai = tickedDocuments(state) || 'tidak ada';
  state.documents.clear();
  return { reasons: saring.sebab, input: [{ label: 'Dokumen yang ada', nilai }] };
}

function lostForm(state: State, panel: Panel): Lost {
  const { form } = state;
  const acting = form && findAction(panel, form);
  if (!form || acting?.boleh) return NOTHING;
  const input = draftText(draftOf(state, form), acting?.label ?? '');
  state.drafts.delete(form);
  state.form = undefined;
  return { reasons: acting?.sebab ?? [], input };
}

/** Closes a question that no longer stands; a form with text in it stays, for the text can still be copied. */
export function closeBlockedForm(state: State): void {
  const { panel, form } = state;
  if (!panel || !form || findAction(panel, form)?.boleh) return;
  if (draftText(draftOf(state, form), '').length === 0) state.form = undefined;
}

function draftText(draft: Draft, action: string): Lost['input'] {
  const parts: [string, string][] = [
    ['Alasan', reasonOf(draft)],
    ['Hasil', draft.hasil],
    ['Keterangan', draft.keterangan.trim()],
    ['TMT', draft.tmt.trim()],
    ['Kode hasil', draft.kode],
    ['Periode', draft.periode],
  ];
  return parts
    .filter(([, nilai]) => nilai !== '')
    .map(([label, nilai]) => ({ label: action === '' ? label : `${action}: ${label}`, nilai }));
}
