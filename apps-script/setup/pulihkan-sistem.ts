/** The markers of a lost tab `Sistem`, read back from what they count: tickets and the log must go on, not begin anew. */
import { VERSI_SKEMA } from '#domain/skema/versi.ts';
import { POLA_TIKET } from '#domain/usulan/tiket.ts';
import { BELUM_TERKIRIM } from '#usecase/kirim.ts';
import type { KunciSistem } from '#usecase/potret.ts';
import { baca } from '../google/baca.ts';
import { bacaKantor } from './kantor.ts';

/** @returns markers by key; empty in a register that has no log yet */
export function pulihkanSistem(idBuku: string): Partial<Record<KunciSistem, string>> {
  const [riwayat, kasus, surat] = baca(idBuku, [
    { tab: 'Riwayat', kolom: ['nomor', 'tiket', 'hash'] },
    { tab: 'Kasus', kolom: ['tiket'] },
    { tab: 'Kotak Keluar', kolom: ['keadaan'] },
  ]).map(({ baris }) => baris.map(({ isi }) => isi));
  const catatan = (riwayat ?? []).filter(({ nomor }) => nomor !== '');
  if (catatan.length === 0) return {};
  const akhir = catatan.reduce((a, b) => (Number(b['nomor']) > Number(a['nomor']) ? b : a));
  const tiket = [...catatan, ...(kasus ?? [])].map((satu) => satu['tiket'] ?? '');
  const menunggu = (surat ?? []).filter(({ keadaan = '' }) => (BELUM_TERKIRIM as readonly string[]).includes(keadaan));
  return {
    riwayat_nomor: akhir['nomor'] ?? '',
    riwayat_hash: akhir['hash'] ?? '',
    tiket_urut: JSON.stringify(urutTerakhir(tiket)),
    surat_menunggu: String(menunggu.length),
    bpjs_tertinggal: 'ya',
    berbagi_tertinggal: 'dinkes disdukcapil kecamatan',
    versi_skema: String(VERSI_SKEMA),
    pantau_berikutnya: '2020-01-01T00:00:00+07:00',
    ...berkas(),
  };
}

/** The highest ticket number by route and year. */
function urutTerakhir(tiket: readonly string[]): Record<string, number> {
  const urut: Record<string, number> = {};
  for (const satu of tiket.filter((t) => POLA_TIKET.test(t))) {
    const nama = satu.slice(0, -7);
    urut[nama] = Math.max(urut[nama] ?? 0, Number(satu.slice(-6)));
  }
  return urut;
}

function berkas(): Partial<Record<KunciSistem, string>> {
  const kantor = bacaKantor();
  return kantor ? { berkas: JSON.stringify(kantor.berkas), formulir: JSON.stringify(kantor.formulir) } : {};
}
