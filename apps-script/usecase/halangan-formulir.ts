/** Whether the settings from which the forms take their lists are right: half a list must not reach the forms. */
import {
  type IsiPengaturan,
  isBarisKosong,
  type NamaTabPengaturan,
  periksaPengaturan,
} from '#domain/pengaturan/periksa.ts';
import { SALAH } from '#domain/pengaturan/periksa-umum.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import type { Potret } from './potret.ts';

/** The tabs from which the forms take their lists, and the settings that do the same. */
const TAB_FORMULIR: readonly NamaTabPengaturan[] = ['Faskes', 'Alasan', 'Wilayah'];
const KUNCI_FORMULIR: readonly string[] = [
  'dokumen_btl_n',
  'dokumen_bgr',
  'kode_wilayah',
  'label_kecamatan',
  'label_kelurahan',
];

/** Whether a row of a settings tab shows in the forms. */
export const tampilDiFormulir = (tab: NamaTabPengaturan, nama: string): boolean =>
  TAB_FORMULIR.includes(tab) || (tab === 'Pengaturan' && KUNCI_FORMULIR.includes(nama));

/** A sentence that says what is to be mended first; empty when the forms may follow. */
export function halanganFormulir(isi: IsiPengaturan, { kini }: Pick<Potret, 'kini'>): string {
  const kosong = TAB_FORMULIR.filter((tab) => isi[tab].every((baris) => isBarisKosong(tab, baris)));
  const jawaban = periksaPengaturan(isi, tanggalWaktu(kini));
  const salah = TAB_FORMULIR.filter((tab) => jawaban[tab].some((satu) => satu.startsWith(SALAH)));
  const kunci = isi.Pengaturan.map((baris) => baris['kunci'] ?? '').filter(
    (nama, i) => KUNCI_FORMULIR.includes(nama) && jawaban.Pengaturan[i]?.startsWith(SALAH),
  );
  return [
    kosong.length > 0 ? `tab ${kosong.join(', ')} kosong.` : '',
    salah.length > 0 ? `tab ${salah.join(', ')} memuat baris SALAH.` : '',
    kunci.length > 0 ? `pengaturan ${kunci.join(', ')} salah.` : '',
  ]
    .filter((satu) => satu !== '')
    .join(' ');
}
