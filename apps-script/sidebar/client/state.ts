/** What the page remembers between drawings: the case, what the officer has typed and what is folded out. */
import { periksaJawaban } from '#domain/hasil/hasil.ts';
import type { Aksi } from '#domain/usulan/aturan.ts';
import type { BarisRiwayat, CekPanel, Panel, PermintaanTindakan, TindakanPanel } from '#usecase/panel-jenis.ts';

/** What stands in an action's form. */
export interface Draft {
  pilihan: string;
  teks: string;
  hasil: string;
  keterangan: string;
  tmt: string;
}

export interface State {
  panel: Panel | undefined;
  /** The browser's clock when the case arrived; the case's own `kini` may be another clock. */
  received: number;
  /** What to do when no case is open. */
  empty: string;
  /** Checks that were changed and not saved, by column. */
  checks: Map<string, string>;
  drafts: Map<Aksi, Draft>;
  /** The action whose form is open. */
  form: Aksi | undefined;
  /** Folded-out parts; they stay so from case to case. */
  unfolded: Set<string>;
  history: BarisRiwayat[] | undefined;
}

export const newState = (): State => ({
  panel: undefined,
  received: 0,
  empty: '',
  checks: new Map(),
  drafts: new Map(),
  form: undefined,
  unfolded: new Set(),
  history: undefined,
});

/** Takes in a case; what was typed survives only on the same ticket. */
export function showPanel(state: State, panel: Panel, now: number): void {
  if (state.panel?.tiket !== panel.tiket) forgetInput(state);
  Object.assign(state, { panel, received: now, empty: '', history: undefined });
}

export function showEmpty(state: State, sentence: string): void {
  forgetInput(state);
  Object.assign(state, { panel: undefined, empty: sentence, history: undefined });
}

/** Drops everything typed and chosen. */
export function forgetInput(state: State): void {
  state.checks.clear();
  state.drafts.clear();
  state.form = undefined;
}

export function draftOf(state: State, aksi: Aksi): Draft {
  const draft = state.drafts.get(aksi) ?? { pilihan: '', teks: '', hasil: '', keterangan: '', tmt: '' };
  state.drafts.set(aksi, draft);
  return draft;
}

/** The value to show: what the officer chose, else what is stored. */
export const checkValue = (state: State, cek: CekPanel): string => state.checks.get(cek.kolom) ?? cek.nilai;

/** Only the checks that differ from what is stored. */
export function changedChecks(state: State): Record<string, string> {
  const changed = (state.panel?.cek ?? []).filter((cek) => checkValue(state, cek) !== cek.nilai);
  return Object.fromEntries(changed.map((cek) => [cek.kolom, checkValue(state, cek)]));
}

/** Whether something would be lost by leaving this case. */
export function isDirty(state: State): boolean {
  const draft = state.form && state.drafts.get(state.form);
  const typed = draft !== undefined && Object.values(draft).some((text) => text.trim() !== '');
  return typed || Object.keys(changedChecks(state)).length > 0;
}

/** What the officer had typed and why it cannot be sent, as text: nothing on the page takes it any more. */
export interface Lost {
  reasons: string[];
  input: { label: string; nilai: string }[];
}

/** Takes out what the case no longer accepts as it is now; undefined when all that was typed can still be sent. */
export function takeLost(state: State): Lost | undefined {
  const { panel, form } = state;
  if (!panel) return undefined;
  const checking = findAction(panel, 'PERIKSA');
  const acting = form && findAction(panel, form);
  const lost: Lost = { reasons: [], input: [] };
  if (checking?.boleh === false) {
    const changed = changedChecks(state);
    lost.input.push(
      ...panel.cek
        .filter(({ kolom }) => kolom in changed)
        .map(({ kolom, label }) => ({ label, nilai: changed[kolom] ?? '' })),
    );
    if (lost.input.length > 0) lost.reasons.push(...checking.sebab);
    state.checks.clear();
  }
  if (form && !acting?.boleh) {
    const typed = draftText(draftOf(state, form), acting?.label ?? '');
    if (typed.length > 0) lost.reasons.push(...(acting?.sebab ?? []));
    lost.input.push(...typed);
    state.drafts.delete(form);
    state.form = undefined;
  }
  return lost.input.length > 0 ? { ...lost, reasons: [...new Set(lost.reasons)] } : undefined;
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
  ];
  return parts
    .filter(([, nilai]) => nilai !== '')
    .map(([label, nilai]) => ({ label: action === '' ? label : `${action}: ${label}`, nilai }));
}

/** Whether the officer must fill in or confirm something before this action is sent. */
export const needsForm = (t: TindakanPanel): boolean =>
  t.alasan || t.aksi === 'CATAT_HASIL' || t.aksi === 'USULKAN' || t.peringatan.length > 0;

export const findAction = (panel: Panel, aksi: Aksi): TindakanPanel | undefined =>
  panel.tindakan.find((tindakan) => tindakan.aksi === aksi);

/** Sentences about what is still missing in a form; empty when it can be sent. */
export function draftProblems(tindakan: TindakanPanel, draft: Draft): string[] {
  const reason = tindakan.alasan && reasonOf(draft) === '' ? ['Pilih alasan atau tulis alasan sendiri.'] : [];
  if (tindakan.aksi !== 'CATAT_HASIL') return reason;
  const answer = periksaJawaban(answerOf(draft));
  return answer.ok ? reason : [...answer.error, ...reason];
}

/** The date belongs to one answer only; changing the answer must not send a date that is no longer shown. */
const answerOf = ({ hasil, keterangan, tmt }: Draft) => ({
  hasil,
  keterangan: keterangan.trim(),
  tmt: hasil === 'berhasil' ? tmt.trim() : '',
});

/** `NIK tidak padan: angka ke-7 berbeda`, or one of both. */
export const reasonOf = ({ pilihan, teks }: Draft): string =>
  [pilihan, teks.trim()].filter((text) => text !== '').join(': ');

/** The request that an open form stands for. */
export function formRequest(panel: Panel, aksi: Aksi, draft: Draft): PermintaanTindakan {
  const isi = aksi === 'CATAT_HASIL' ? answerOf(draft) : {};
  return request(panel, aksi, isi, reasonOf(draft));
}

export function request(
  { tiket, baris, versi }: Panel,
  aksi: Aksi,
  isi: Record<string, string> = {},
  alasan = '',
): PermintaanTindakan {
  return { tiket, baris, versi, aksi, alasan, isi };
}

/** Forgets what has just been stored and nothing else. */
export function forgetSent(state: State, { aksi, isi }: PermintaanTindakan): void {
  if (aksi === 'PERIKSA') for (const kolom of Object.keys(isi)) state.checks.delete(kolom);
  state.drafts.delete(aksi);
  if (state.form === aksi) state.form = undefined;
}
