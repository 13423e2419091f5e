/** What may be done with a case now, by whom: the tables of moves of all routes behind two questions. */
import type { Kasus } from '../kolom/kasus.ts';
import type { Aksi, AturanAksi, Pelaku, TabelAksi } from './aturan.ts';
import { ATURAN_BGR_M, ATURAN_BGR_U, ATURAN_BTL_N } from './aturan-bulanan.ts';
import { ATURAN_BTL_D } from './aturan-darurat.ts';
import { isRute, type Rute } from './rute.ts';
import { isStatus, LABEL_STATUS } from './status.ts';

export const ATURAN_RUTE: Readonly<Record<Rute, TabelAksi>> = {
  'BTL-D': ATURAN_BTL_D,
  'BTL-N': ATURAN_BTL_N,
  'BGR-U': ATURAN_BGR_U,
  'BGR-M': ATURAN_BGR_M,
};

/** The rule of an action on a route; undefined where the route has no such move. */
export const aturanAksi = (aksi: Aksi, rute: string): AturanAksi | undefined =>
  isRute(rute) ? ATURAN_RUTE[rute][aksi] : undefined;

const SEBUTAN: Readonly<Record<Pelaku, string>> = {
  pic: 'PIC rumah sakit',
  loket: 'Bagian Pelayanan',
  kelurahan: 'kelurahan',
  pendukung: 'petugas pendukung',
  kecamatan: 'kecamatan',
  disdukcapil: 'Disdukcapil',
  dinsos: 'petugas verifikasi Dinas Sosial',
  dinkes: 'Dinkes',
  bpjs: 'BPJS Kesehatan',
  sistem: 'sistem',
};

const siapa = ({ pelaku }: AturanAksi): string => pelaku.map((satu) => SEBUTAN[satu]).join(' atau ');

/** Why `pelaku` may not do `aksi` with this case now, all reasons at once; empty when it is allowed. */
export function halanganAksi(aksi: Aksi, kasus: Kasus, pelaku: Pelaku): string[] {
  const aturan = aturanAksi(aksi, kasus.rute);
  const status = kasus.status;
  if (!isStatus(status)) return [`Status di baris ini tidak dikenal. Pulihkan lewat menu "Periksa register".`];
  if (!aturan) return ['Tindakan ini tidak ada di jalur usulan ini.'];
  const sebab: string[] = [];
  if (!aturan.pelaku.includes(pelaku))
    sebab.push(`Tindakan ini bukan wewenang peran Anda, melainkan ${siapa(aturan)}.`);
  if (!aturan.dari.includes(status)) {
    const boleh = aturan.dari.map((s) => LABEL_STATUS[s]).join(', ');
    sebab.push(`Hanya untuk status ${boleh}; sekarang ${LABEL_STATUS[status]}.`);
  } else if (aturan.jaga) {
    sebab.push(...aturan.jaga(kasus));
  }
  return sebab;
}
