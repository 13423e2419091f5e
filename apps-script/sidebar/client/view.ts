/** The parts of a case that are mainly read: heading, findings, data, BPJS's answer, history; and how it waits. */
import type { Status } from '#domain/usulan/status.ts';
import type { BarisRiwayat, Panel, Saran, TemuanPanel } from '#usecase/panel-jenis.ts';
import { button, h, icon } from './dom.ts';
import { findAction } from './state.ts';

const TONE: Partial<Record<Status, string>> = {
  BERHASIL: 'baik',
  SELESAI: 'baik',
  LOLOS: 'baik',
  TIDAK_BERHASIL: 'buruk',
  TIDAK_LOLOS: 'buruk',
  DIBATALKAN: 'buruk',
  DIKEMBALIKAN: 'tunda',
  DITANGGUHKAN: 'tunda',
  DITARIK: 'diam',
  DITUTUP: 'diam',
};

/** A part with its own heading. */
export const section = (id: string, title: string, ...children: (Node | string | undefined | false)[]): HTMLElement =>
  h('section', { 'aria-labelledby': `judul-${id}` }, h('h2', { id: `judul-${id}` }, title), ...children);

/** The patient's name as it stands in the register. */
export const patientName = ({ pasien }: Panel): string => pasien.nama || 'Nama belum terisi';

export function headerView(panel: Panel): HTMLElement {
  const flags = panel.tanda.map(({ label }) => h('li', { class: 'keping tanda' }, icon('alert'), label));
  return h(
    'header',
    {},
    h('h2', { id: 'tiket', class: 'tiket', tabindex: '-1' }, panel.tiket),
    h('p', { class: 'pasien' }, patientName(panel)),
    h('p', { class: 'fasilitas' }, panel.pasien.fasilitas || 'Fasilitas belum terisi'),
    panel.bulanan && h('p', { class: 'jalur' }, panel.bulanan.jalur),
    h(
      'p',
      { class: 'kedudukan' },
      h('span', { class: `keping ${TONE[panel.status] ?? 'jalan'}` }, panel.labelStatus),
      panel.percobaan !== '' && h('span', { class: 'redup' }, `Percobaan ke-${panel.percobaan}`),
    ),
    flags.length > 0 && h('ul', { class: 'polos keping-keping', 'aria-label': 'Tanda' }, ...flags),
    panel.bulanan && panel.bulanan.langkah !== '' && h('p', { id: 'langkah' }, panel.bulanan.langkah),
  );
}

const isError = ({ tingkat }: TemuanPanel): boolean => tingkat === 'galat';

function findingTitle(temuan: readonly TemuanPanel[]): string {
  const errors = temuan.filter(isError).length;
  const counts = [
    errors > 0 && `${errors} galat`,
    temuan.length > errors && `${temuan.length - errors} peringatan`,
  ].filter(Boolean);
  return counts.length > 0 ? `Temuan (${counts.join(', ')})` : 'Temuan';
}

/** Findings on which the rest of the register has something to say, and how the button says so. */
const SEARCHED: Readonly<Record<string, string>> = {
  W_GANDA: 'Lihat kemungkinan ganda',
  ...Object.fromEntries(
    ['E_WAJIB', 'E_FORMAT', 'E_ILMIAH', 'E_SEMENTARA', 'E_PROV', 'E_TGL', 'E_SERI', 'W_LAHIR', 'W_JK'].map((kode) => [
      kode,
      'Cari saran NIK',
    ]),
  ),
};

/** Findings, errors first, each with its one-click suggestions. */
export function findingsView(panel: Panel, onFix: (saran: Saran) => void, onSearch: () => void): HTMLElement {
  const sorted = [...panel.temuan].sort((a, b) => Number(isError(b)) - Number(isError(a)));
  const correction = findAction(panel, 'KOREKSI');
  const blocked = correction !== undefined && !correction.boleh;
  const item = (temuan: TemuanPanel, i: number) =>
    h(
      'li',
      { class: `temuan ${temuan.tingkat}` },
      icon(isError(temuan) ? 'error' : 'alert'),
      h(
        'div',
        {},
        h(
          'p',
          {},
          h('span', { class: 'sr' }, isError(temuan) ? 'Galat, ' : 'Peringatan, '),
          temuan.kolom !== '' && h('span', { class: 'kolom' }, temuan.kolom),
          ` ${temuan.pesan}`,
        ),
        ...temuan.saran.map((saran, j) => {
          const fix = button(`saran-${i}-${j}`, saran.label, 'saran', () => onFix(saran));
          fix.disabled = blocked;
          return fix;
        }),
        temuan.kolom === 'nik' &&
          temuan.kode in SEARCHED &&
          button(`cari-${i}`, SEARCHED[temuan.kode] ?? '', 'saran', onSearch),
      ),
    );
  const none = h('p', { class: 'bersih' }, icon('ok'), 'Tidak ada temuan pada data dan pemeriksaan.');
  return section(
    'temuan',
    findingTitle(sorted),
    sorted.length > 0 ? h('ul', { class: 'polos' }, ...sorted.map(item)) : none,
    blocked &&
      sorted.some(({ saran }) => saran.length > 0) &&
      h('p', { class: 'redup' }, `Saran belum bisa dipakai. ${correction.sebab.join(' ')}`),
  );
}

function pairs(rows: readonly { label: string; nilai: string }[]): HTMLElement {
  const row = ({ label, nilai }: { label: string; nilai: string }) => [
    h('dt', {}, label),
    nilai === '' ? h('dd', { class: 'redup' }, '(kosong)') : h('dd', {}, nilai),
  ];
  return h('dl', {}, ...rows.flatMap(row));
}

export { pairs as pairsView };

export const answerView = (panel: Panel): HTMLElement | undefined =>
  panel.hasil.length > 0 ? section('hasil', 'Jawaban BPJS', pairs(panel.hasil)) : undefined;

export interface Folds {
  unfolded: ReadonlySet<string>;
  onFold: (id: string, open: boolean) => void;
}

/** A part that is folded until somebody wants it. */
export function foldView(id: string, title: string, folds: Folds, ...children: (Node | string)[]): HTMLElement {
  const fold = h('details', { open: folds.unfolded.has(id) }, h('summary', { id: `lipat-${id}` }, title), ...children);
  fold.addEventListener('toggle', () => {
    if (fold.open !== folds.unfolded.has(id)) folds.onFold(id, fold.open);
  });
  return fold;
}

function historyItem({ waktu, pelaku, aksi, alasan, perubahan }: BarisRiwayat): HTMLElement {
  const cell = (text: string) => (text === '' ? '(kosong)' : text);
  const change = ({ kolom, lama, baru }: BarisRiwayat['perubahan'][number]) =>
    h('li', {}, h('span', { class: 'kolom' }, kolom), ` ${cell(lama)} → ${cell(baru)}`);
  return h(
    'li',
    {},
    h('p', {}, h('strong', {}, aksi)),
    h('p', { class: 'redup' }, `${waktu} · ${pelaku}`),
    alasan !== '' && h('p', {}, `Alasan: ${alasan}`),
    perubahan.length > 0 && h('ul', { class: 'polos' }, ...perubahan.map(change)),
  );
}

/** The log of the case; `undefined` while it is being fetched. */
export function historyView(history: BarisRiwayat[] | undefined): HTMLElement {
  if (!history) return h('p', { class: 'redup' }, 'Memuat riwayat…');
  if (history.length === 0) return h('p', { class: 'redup' }, 'Belum ada riwayat.');
  return h('ol', { class: 'polos riwayat' }, ...history.map(historyItem));
}

/** Grey bars in the shape of a case, with the words for those who do not see them. */
export function skeletonView(): HTMLElement {
  const lines = ['judul', 'pendek', 'batang', 'batang', 'batang', 'batang', 'kotak', 'kotak'];
  return h(
    'div',
    { class: 'kerangka' },
    h('p', { class: 'sr' }, 'Memuat kasus…'),
    ...lines.map((line) => h('div', { class: line })),
  );
}

export const emptyView = (sentence: string): HTMLElement =>
  h('div', { class: 'kosong' }, h('h2', {}, 'Belum ada kasus yang dibuka'), h('p', {}, sentence));
