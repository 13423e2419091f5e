/** The family of a case, who may be the same person, and NIKs that may be the right one: to look at, then to decide. */
import type { JawabanKeluarga, OrangPanel, SaranNik } from '#usecase/panel-jenis.ts';
import { button, h, icon } from './dom.ts';

export interface FamilyHandlers {
  onOpenTicket(tiket: string): void;
  onTakeNik(saran: SaranNik): void;
  onRejectNik(saran: SaranNik): void;
  /** Why a NIK cannot be taken or turned down now; empty when it can. */
  blocked: string;
}

const group = (id: string, title: string, ...children: (Node | false)[]): HTMLElement =>
  h('section', { 'aria-labelledby': `judul-${id}` }, h('h3', { id: `judul-${id}` }, title), ...children);

function personItem(orang: OrangPanel, on: FamilyHandlers): HTMLElement {
  const { tiket, nama, nik, hubkel, jalur, status, ini, sebab } = orang;
  return h(
    'li',
    {},
    h('p', {}, h('strong', {}, nama || 'Nama belum terisi'), hubkel !== '' && `, ${hubkel}`),
    h('p', { class: 'redup' }, `${nik} · ${jalur} · ${status}`),
    sebab !== '' && h('p', { class: 'awas' }, icon('alert'), h('span', {}, sebab)),
    ini
      ? h('p', { class: 'redup' }, 'Usulan ini')
      : button(`buka-${tiket}`, `Buka ${tiket}`, 'saran', () => on.onOpenTicket(tiket)),
  );
}

const people = (daftar: readonly OrangPanel[], on: FamilyHandlers): HTMLElement =>
  h('ul', { class: 'polos orang' }, ...daftar.map((satu) => personItem(satu, on)));

function suggestionItem(saran: SaranNik, i: number, on: FamilyHandlers): HTMLElement {
  const take = button(`pakai-nik-${i}`, 'Pakai NIK ini', '', () => on.onTakeNik(saran));
  const reject = button(`tolak-nik-${i}`, 'Tolak', '', () => on.onRejectNik(saran));
  for (const node of [take, reject]) {
    node.disabled = on.blocked !== '';
    node.setAttribute('aria-describedby', `saran-nik-${i}`);
  }
  return h(
    'li',
    {},
    h(
      'p',
      { id: `saran-nik-${i}` },
      h('strong', {}, saran.nik),
      h('span', { class: 'redup' }, ` keyakinan ${Math.round(saran.skor * 100)}%`),
    ),
    h('ul', {}, ...saran.bukti.map((kata) => h('li', {}, kata))),
    h('div', { class: 'tombol' }, take, reject),
  );
}

/** `undefined` while it is being fetched. */
export function familyView(jawaban: JawabanKeluarga | undefined, on: FamilyHandlers): HTMLElement {
  if (!jawaban) return h('p', { class: 'redup' }, 'Mencari di seluruh register…');
  const { anggota, peringatan, serupa, saranNik } = jawaban;
  return h(
    'div',
    { class: 'susun' },
    ...peringatan.map((text) => h('p', { class: 'awas' }, icon('alert'), h('span', {}, text))),
    saranNik.length > 0 &&
      group(
        'saran-nik',
        'Saran NIK',
        h('p', { class: 'redup' }, on.blocked || 'Cocokkan dengan KTP-el atau KK sebelum dipakai.'),
        h('ul', { class: 'polos orang' }, ...saranNik.map((saran, i) => suggestionItem(saran, i, on))),
      ),
    group('anggota', `Satu KK di register (${anggota.length})`, people(anggota, on)),
    serupa.length > 0
      ? group('serupa', `Mungkin orang yang sama (${serupa.length})`, people(serupa, on))
      : h('p', { class: 'bersih' }, icon('ok'), 'Tidak ada NIK atau nama dan tanggal lahir yang sama.'),
  );
}
