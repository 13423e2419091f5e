/** What the page remembers between drawings: the case, what the officer has typed and what is folded out. */
import { periksaJawaban } from '#domain/hasil/hasil.ts';
import type { Aksi } from '#domain/usulan/aturan.ts';
import type { CekPanel, Panel, PermintaanTindakan, SaringPanel, TindakanPanel } from '#usecase/panel-jenis.ts';

/** What stands in an action's form. */
export interface Draft {
  pilihan: string;
  teks: string;
  hasil: string;
  keterangan: string;
  tmt: string;
  kode: string;
  periode: string;
}

const EMPTY: Draft = { pilihan: '', teks: '', hasil: '', keterangan: '', tmt: '', kode: '', periode: '' };

type Document = SaringPanel['dokumen'][number];

export interface State {
  panel: Panel | undefined;
  /** The browser's clock when the case arrived; the case's own `kini` may be another clock. */
  received: number;
  /** What to do when no case is open. */
  empty: string;
  /** Checks that were changed and not saved, by column. */
  checks: Map<string, string>;
  /** Documents that were ticked or unticked and not saved, by name. */
  documents: Map<string, boolean>;
  drafts: Map<Aksi, Draft>;
  /** The action whose form is open. */
  form: Aksi | undefined;
  /** Folded-out parts; they stay so from case to case. */
  unfolded: Set<string>;
}

export const newState = (): State => ({
  panel: undefined,
  received: 0,
  empty: '',
  checks: new Map(),
  documents: new Map(),
  drafts: new Map(),
  form: undefined,
  unfolded: new Set(),
});

/** These read the whole register: asked for case by case. */
const COSTLY: readonly string[] = ['keluarga'];

/** Takes in a case; what was typed survives only on the same ticket. */
export function showPanel(state: State, panel: Panel, now: number): void {
  if (state.panel?.tiket !== panel.tiket) {
    forgetInput(state);
    for (const fold of COSTLY) state.unfolded.delete(fold);
  }
  Object.assign(state, { panel, received: now, empty: '' });
}

export function showEmpty(state: State, sentence: string): void {
  forgetInput(state);
  Object.assign(state, { panel: undefined, empty: sentence });
}

/** Drops everything typed and chosen. */
export function forgetInput(state: State): void {
  state.checks.clear();
  state.documents.clear();
  state.drafts.clear();
  state.form = undefined;
}

export function draftOf(state: State, aksi: Aksi): Draft {
  const draft = state.drafts.get(aksi) ?? { ...EMPTY };
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

/** Whether a document is there: what the officer ticked, else what is stored. */
export const isTicked = (state: State, { nama, ada }: Document): boolean => state.documents.get(nama) ?? ada;

const listedDocuments = ({ panel }: State): Document[] => panel?.bulanan?.saring?.dokumen ?? [];

/** The documents that are there, as the cell keeps them. */
export const tickedDocuments = (state: State): string =>
  listedDocuments(state)
    .filter((satu) => isTicked(state, satu))
    .map(({ nama }) => nama)
    .join(', ');

/** Whether the checklist differs from what is stored. */
export const isScreened = (state: State): boolean =>
  listedDocuments(state).some((satu) => isTicked(state, satu) !== satu.ada);

/** Whether something would be lost by leaving this case. */
export function isDirty(state: State): boolean {
  const draft = state.form && state.drafts.get(state.form);
  const typed = draft !== undefined && Object.values(draft).some((text) => text.trim() !== '');
  return typed || isScreened(state) || Object.keys(changedChecks(state)).length > 0;
}

/** Whether the officer must fill in or confirm something before this action is sent. */
export const needsForm = (t: TindakanPanel): boolean =>
  t.alasan || t.aksi === 'CATAT_HASIL' || t.aksi === 'USULKAN' || t.peringatan.length > 0;

export const findAction = (panel: Panel, aksi: Aksi): TindakanPanel | undefined =>
  panel.tindakan.find((tindakan) => tindakan.aksi === aksi);

/** Sentences about what is still missing in a form; empty when it can be sent. */
export function draftProblems(tindakan: TindakanPanel, draft: Draft): string[] {
  const answer = tindakan.aksi === 'CATAT_HASIL' ? periksaJawaban(answerOf(draft)) : undefined;
  const period = tindakan.aksi === 'GESER_PERIODE' && draft.periode === '';
  return [
    ...(answer?.ok === false ? answer.error : []),
    ...(period ? ['Pilih periodenya.'] : []),
    ...reasonProblems(tindakan, draft),
  ];
}

function reasonProblems({ alasan, pilihanWajib, pilihanAlasan }: TindakanPanel, draft: Draft): string[] {
  if (alasan && pilihanWajib && pilihanAlasan.length > 0 && draft.pilihan === '') {
    return ['Pilih alasan dari daftar; penjelasan boleh ditambahkan.'];
  }
  return alasan && reasonOf(draft) === '' ? ['Pilih alasan atau tulis alasan sendiri.'] : [];
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
  return request(panel, aksi, formCells(aksi, draft), reasonOf(draft));
}

function formCells(aksi: Aksi, draft: Draft): Record<string, string> {
  if (aksi === 'GESER_PERIODE') return { periode: draft.periode };
  if (aksi !== 'CATAT_HASIL') return {};
  return { ...answerOf(draft), ...(draft.kode === '' ? {} : { kode: draft.kode }) };
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
  if (aksi === 'SARING') state.documents.clear();
  state.drafts.delete(aksi);
  if (state.form === aksi) state.form = undefined;
}
