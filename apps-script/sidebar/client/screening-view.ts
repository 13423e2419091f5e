/** The counter's checklist of documents (BTL-N-02) and, for a returned file, the note for the applicant (BTL-N-03). */
import type { Panel, SaringPanel } from '#usecase/panel-jenis.ts';
import { button, h, icon } from './dom.ts';
import { isTicked, type State } from './state.ts';
import { type Folds, foldView, section } from './view.ts';

export interface ScreeningHandlers extends Folds {
  onScreen(): void;
  onPrintNote(): void;
}

function outcome(saring: SaringPanel, state: State): string {
  const missing = saring.dokumen.filter((satu) => satu.wajib && !isTicked(state, satu)).map(({ label }) => label);
  return missing.length === 0
    ? 'Semua dokumen wajib ada: lanjut ke pemeriksaan.'
    : `Belum ada: ${missing.join(', ')}. Berkas akan dikembalikan kepada pemohon.`;
}

function checklist(saring: SaringPanel, state: State, on: ScreeningHandlers): HTMLElement[] {
  const preview = h('p', { class: 'redup', role: 'status' }, outcome(saring, state));
  const item = (satu: SaringPanel['dokumen'][number], i: number) => {
    const box = h('input', { type: 'checkbox', id: `dokumen-${i}` });
    box.checked = isTicked(state, satu);
    box.disabled = !saring.boleh;
    box.addEventListener('change', () => {
      state.documents.set(satu.nama, box.checked);
      preview.textContent = outcome(saring, state);
    });
    const label = h(
      'label',
      { for: box.id },
      satu.label,
      !satu.wajib && h('span', { class: 'redup' }, ' (tidak wajib)'),
    );
    return h('li', { class: 'centang' }, box, label);
  };
  const list = h('ul', { class: 'polos' }, ...saring.dokumen.map(item));
  if (!saring.boleh) return [list, h('p', { class: 'redup' }, `Belum bisa disaring. ${saring.sebab.join(' ')}`)];
  const kind = saring.selesai === '' ? 'action' : '';
  return [list, preview, button('simpan-saring', 'Simpan hasil penyaringan', kind, on.onScreen)];
}

/** Copies by the browser's clipboard or, where a sandbox refuses it, by the old command on the selected text. */
async function copy(text: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    text.select();
    return document.execCommand('copy');
  }
}

function noteView(catatan: string, on: ScreeningHandlers): HTMLElement {
  const text = h('textarea', { id: 'catatan-pemohon', rows: '9', readonly: true }, catatan);
  const done = h('p', { class: 'redup', role: 'status' });
  const onCopy = () => {
    void copy(text).then((copied) => {
      done.textContent = copied ? 'Teks tersalin.' : 'Teks sudah dipilih; tekan Ctrl+C untuk menyalin.';
    });
  };
  return h(
    'div',
    { class: 'formulir', role: 'group', 'aria-label': 'Catatan untuk pemohon' },
    h('div', { class: 'isian' }, h('label', { for: text.id }, 'Catatan untuk pemohon'), text),
    h(
      'div',
      { class: 'tombol' },
      button('salin-catatan', 'Salin teks WhatsApp', '', onCopy),
      button('cetak-catatan', 'Cetak catatan untuk pemohon', '', on.onPrintNote),
    ),
    done,
  );
}

/** Nothing where the route has no counter. A file that is complete stays folded until somebody wants it again. */
export function screeningView(panel: Panel, state: State, on: ScreeningHandlers): HTMLElement | undefined {
  const saring = panel.bulanan?.saring;
  if (!saring) return undefined;
  const parts = checklist(saring, state, on);
  if (saring.selesai !== '' && saring.catatan === '') {
    const done = h('p', { class: 'bersih' }, icon('ok'), h('span', {}, saring.selesai));
    return foldView('saring', 'Penyaringan berkas: lengkap', on, h('div', { class: 'susun' }, done, ...parts));
  }
  return section('saring', 'Penyaringan berkas', ...parts, saring.catatan !== '' && noteView(saring.catatan, on));
}
