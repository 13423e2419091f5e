/** The fields of an action's form. What is typed goes straight into the draft, so that no drawing loses it. */
import { HASIL_BPJS, type HasilBpjs } from '#domain/hasil/hasil.ts';
import { type AlasanKantor, kodeJawaban } from '#domain/hasil/kode-alasan.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import { tanggalWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import type { Panel, TindakanPanel } from '#usecase/panel-jenis.ts';
import { h, onEnter } from './dom.ts';
import type { Draft } from './state.ts';

interface Choice {
  nilai: string;
  label: string;
}

const asChoice = (option: string | Choice): Choice =>
  typeof option === 'string' ? { nilai: option, label: option } : option;

const option = (value: string, label: string, selected: boolean) => h('option', { value, selected }, label);

/** A list to choose from. A value that is none of its choices is shown as one, not silently replaced. */
export function select(
  id: string,
  blank: string,
  options: readonly (string | Choice)[],
  value: string,
): HTMLSelectElement {
  const choices = options.map(asChoice);
  const known = value === '' || choices.some(({ nilai }) => nilai === value);
  return h(
    'select',
    { id },
    option('', blank, value === ''),
    ...[...choices, ...(known ? [] : [asChoice(value)])].map(({ nilai, label }) =>
      option(nilai, label, nilai === value),
    ),
  );
}

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

export function reasonFields({ pilihanAlasan, pilihanWajib }: TindakanPanel, draft: Draft): HTMLElement[] {
  const text = h('textarea', { id: 'isi-teks', rows: '3', maxlength: '500' });
  if (pilihanAlasan.length === 0) return [field(draft, 'teks', 'Alasan', text)];
  const ready = select('isi-pilihan', 'Pilih alasan', pilihanAlasan, draft.pilihan);
  const hint = pilihanWajib ? 'Penjelasan tambahan; boleh kosong.' : 'Boleh kosong bila alasan sudah dipilih.';
  return [field(draft, 'pilihan', 'Alasan', ready), field(draft, 'teks', 'Keterangan alasan', text, hint)];
}

export const periodField = (panel: Panel, draft: Draft): HTMLElement =>
  field(
    draft,
    'periode',
    'Pindah ke periode',
    select('isi-periode', 'Pilih periode', panel.bulanan?.periode ?? [], draft.periode),
  );

/** What the server will find for the answer as it is typed so far; empty before an outcome is chosen. */
function codeOf({ hasil, keterangan, tmt }: Draft, codes: readonly AlasanKantor[], kini: number): string {
  if (hasil === '') return '';
  const jawaban = { hasil: hasil as HasilBpjs, keterangan, tmt: parseTanggal(tmt.trim()) ?? ('' as const) };
  return kodeJawaban(jawaban, codes, tanggalWaktu(waktuDariEpoch(kini)));
}

/** The code that the answer leads to is told above the list; choosing another one overrules it. */
function codeField({ bulanan, kini }: Panel, draft: Draft): { field: HTMLElement; refresh: () => void } | undefined {
  const codes = bulanan?.kode ?? [];
  if (codes.length === 0) return undefined;
  const list = select(
    'isi-kode',
    'Menurut keterangan',
    codes.map(({ kode, teks }) => ({ nilai: kode, label: `${kode} ${teks}` })),
    draft.kode,
  );
  const node = field(draft, 'kode', 'Kode hasil', list, 'Menurut keterangan');
  const hint = node.querySelector('.redup');
  hint?.setAttribute('role', 'status');
  const refresh = () => {
    const known = codes.find((one) => one.kode === codeOf(draft, codes, kini));
    const menurut = draft.hasil === 'berhasil' ? 'Menurut keterangan dan TMT' : 'Menurut keterangan';
    const text = known ? `${menurut}: ${known.kode} ${known.teks}` : 'Mengikuti kata-kata di keterangan.';
    if (hint && hint.textContent !== text) hint.textContent = text;
  };
  return { field: node, refresh };
}

function dateHint({ tmtHarapan }: Panel): string {
  return tmtHarapan
    ? `HH/BB/TTTT. Menurut pengaturan ${tmtHarapan.tanggal} (${tmtHarapan.sebab}).`
    : 'HH/BB/TTTT, misalnya 01/12/2026';
}

export function answerFields(panel: Panel, draft: Draft, send: () => void): HTMLElement[] {
  const hasil = select('isi-hasil', 'Pilih hasil', HASIL_BPJS, draft.hasil);
  const keterangan = h('textarea', { id: 'isi-keterangan', rows: '3', maxlength: '500' });
  const tmt = h('input', { id: 'isi-tmt', type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: '10' });
  const date = field(draft, 'tmt', 'TMT (tanggal mulai aktif)', tmt, dateHint(panel));
  const code = codeField(panel, draft);
  const refresh = () => {
    date.hidden = draft.hasil !== 'berhasil';
    code?.refresh();
  };
  const fields = [
    field(draft, 'hasil', 'Hasil', hasil),
    field(draft, 'keterangan', 'Keterangan', keterangan, 'Wajib bila tidak berhasil atau ditangguhkan.'),
    ...(code ? [code.field] : []),
    date,
  ];
  onEnter(tmt, send);
  for (const control of [hasil, keterangan, tmt]) control.addEventListener('input', refresh);
  refresh();
  return fields;
}
