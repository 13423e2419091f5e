/** What the page shows of a batch: where it stands, counts as bars, what is undecided, control totals. */
import type { PanelBatch } from '#usecase/batch/panel-jenis.ts';
import { h } from '../client/dom.ts';

const number = (value: number): string => value.toLocaleString('id-ID');

/** A section with a heading. */
const section = (title: string, ...children: (Node | string | undefined | false)[]): HTMLElement =>
  h('section', {}, h('h2', {}, title), ...children);

/** The whole page below the choice; what can be done comes from the caller. */
export function batchView(panel: PanelBatch, actions: HTMLElement): HTMLElement[] {
  return [
    headView(panel),
    ...(panel.peringatan.length > 0 ? [warningView(panel)] : []),
    ...(panel.kemajuan ? [progressView(panel.kemajuan)] : []),
    ...(panel.ajuan ? [requestView(panel.ajuan)] : []),
    actions,
    countsView(panel),
    ...(panel.banyakBelum > 0 ? [undecidedView(panel)] : []),
    totalsView(panel),
    ...(panel.tertutup.length > 0 ? [closedView(panel)] : []),
  ];
}

function headView(panel: PanelBatch): HTMLElement {
  return h(
    'section',
    {},
    h('h2', { class: 'judul' }, panel.batch),
    h('p', {}, h('span', { class: 'keadaan' }, panel.labelKeadaan)),
    stepsView(panel),
  );
}

/** Which of the four steps is the present one. */
const stepOf = ({ keadaan, banyakBelum }: PanelBatch): number => {
  if (keadaan === 'MENUTUP') return 3;
  if (keadaan === 'DIAJUKAN_TUTUP') return 2;
  return banyakBelum > 0 ? 0 : 1;
};

function stepsView(panel: PanelBatch): HTMLElement {
  const current = stepOf(panel);
  const { ajuan } = panel;
  const steps: [title: string, detail: string][] = [
    ['Putuskan semua usulan', panel.banyakBelum > 0 ? `${number(panel.banyakBelum)} belum diputus` : ''],
    ['Petugas pertama mengajukan', ajuan ? ajuan.oleh : ''],
    ['Petugas kedua menyetujui', current === 2 && ajuan?.sendiri ? 'Bukan Anda: yang mengajukan tidak menyetujui' : ''],
    ['Batch ditutup', 'Isinya tidak berubah lagi'],
  ];
  return h(
    'ol',
    { class: 'langkah' },
    ...steps.map(([title, detail], i) =>
      h(
        'li',
        {
          class: i < current ? 'lalu' : undefined,
          'aria-current': i === current ? 'step' : undefined,
          'data-nomor': String(i + 1),
        },
        title,
        i < current && h('span', { class: 'sr' }, ' (selesai)'),
        detail !== '' && h('span', { class: 'redup' }, detail),
      ),
    ),
  );
}

const warningView = ({ peringatan }: PanelBatch): HTMLElement =>
  section('Perlu diketahui', ...peringatan.map((text) => h('p', { class: 'catatan' }, text)));

/** Filled anew while the batch closes, without drawing the rest. */
export function progressView({ selesai, dari }: { selesai: number; dari: number }): HTMLElement {
  const text = `${number(selesai)} dari ${number(dari)} usulan sudah masuk batch.`;
  return h(
    'section',
    { id: 'kemajuan' },
    h('h2', { id: 'judul-kemajuan' }, 'Kemajuan'),
    h('progress', { value: String(selesai), max: String(Math.max(1, dari)), 'aria-labelledby': 'judul-kemajuan' }),
    h('p', {}, text),
    h('p', { class: 'redup' }, 'Panel boleh ditutup; sistem meneruskan sendiri sampai selesai.'),
  );
}

function requestView({ oleh, pada, sendiri, total, berubah }: NonNullable<PanelBatch['ajuan']>): HTMLElement {
  const who = sendiri
    ? 'Anda mengajukan penutupan ini. Minta petugas lain membuka panel ini dan menyetujuinya.'
    : `${oleh} mengajukan penutupan ini. Cocokkan angkanya, lalu setujui.`;
  return section(
    'Menunggu persetujuan',
    h('p', {}, who),
    h('p', { class: 'redup' }, `Diajukan ${pada}${total ? `, ${number(total.baris)} usulan` : ''}.`),
    berubah !== '' && h('p', { class: 'catatan' }, berubah),
  );
}

function countsView({ status, kelurahan }: PanelBatch): HTMLElement {
  if (status.length === 0) return section('Usulan', h('p', {}, 'Tidak ada usulan yang menunggu di periode ini.'));
  const most = Math.max(...status.map(({ banyak }) => banyak));
  const look: Record<string, string> = { LOLOS: 'lolos', DIAJUKAN: 'belum', DIVERIFIKASI: 'belum' };
  const bars = status.map(({ status: id, label, banyak }) => {
    const bar = h('span', { class: 'isi' });
    bar.style.width = `${(100 * banyak) / most}%`;
    return [
      h('dt', {}, label),
      h(
        'dd',
        { class: look[id] },
        h('span', { class: 'jalur', 'aria-hidden': 'true' }, bar),
        h('span', { class: 'angka' }, number(banyak)),
      ),
    ];
  });
  return section('Usulan', h('dl', { class: 'batang' }, ...bars.flat()), placesView(kelurahan));
}

function placesView(places: PanelBatch['kelurahan']): HTMLElement {
  const head = ['Kelurahan', 'Lolos', 'Belum', 'Lain'].map((text) => h('th', { scope: 'col' }, text));
  const rows = places.map(({ nama, lolos, belum, lain }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, nama),
      ...[lolos, belum, lain].map((value) => h('td', { class: 'angka' }, number(value))),
    ),
  );
  return h(
    'details',
    { id: 'per-kelurahan' },
    h('summary', {}, `Per kelurahan (${number(places.length)})`),
    h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...rows)),
  );
}

function undecidedView({ belum, banyakBelum, terpilih }: PanelBatch): HTMLElement {
  const items = belum.map(({ tiket, status, periode }) =>
    h(
      'li',
      {},
      h('b', {}, tiket),
      ` ${status}`,
      periode !== terpilih.periode && h('span', { class: 'redup utuh' }, ` ${periode}`),
    ),
  );
  const more = banyakBelum - belum.length;
  return section(
    `Belum diputus (${number(banyakBelum)})`,
    h(
      'p',
      { class: 'redup' },
      'Selama ada yang belum diputus, batch tidak dapat ditutup. Buka tiketnya di Panel kasus.',
    ),
    h(
      'ul',
      { class: 'polos gulung', tabindex: '0', role: 'list', 'aria-label': 'Tiket yang belum diputus' },
      ...items,
      more > 0 && h('li', {}, `dan ${number(more)} lagi`),
    ),
  );
}

function totalsView({ total }: PanelBatch): HTMLElement {
  const rows: [string, string][] = [
    ['Usulan yang ikut', number(total.baris)],
    ['Jumlah kontrol NIK', number(total.jumlahNik)],
    ['Sidik isi', `${total.hash.slice(0, 12)}…`],
  ];
  return section(
    'Total kontrol',
    h('p', { class: 'redup' }, 'Kedua petugas harus melihat angka yang sama.'),
    h(
      'dl',
      { class: 'total' },
      ...rows.flatMap(([label, value]) => [
        h('dt', {}, label),
        h('dd', { class: label.startsWith('Sidik') ? 'sidik' : 'angka' }, value),
      ]),
    ),
  );
}

const closedView = ({ tertutup }: PanelBatch): HTMLElement =>
  section(
    'Batch sebelumnya',
    h(
      'ul',
      { class: 'polos', role: 'list' },
      ...tertutup.map(({ batch, keadaan, baris, pada }) =>
        h(
          'li',
          {},
          h('b', {}, batch),
          ` ${baris} usulan`,
          h('p', { class: 'redup' }, `${keadaan}${pada === '' ? '' : `, ditutup ${pada}`}`),
        ),
      ),
    ),
  );
