/** Hand edits in `Kasus`, single cells or pasted blocks, are checked, completed and logged (BTL-D-05, BTL-D-06). */
import { type Kasus, KOLOM_KASUS, KOLOM_PETUGAS, type KolomKasus } from '#domain/kolom/kasus.ts';
import { CEK } from '#domain/pemeriksaan/cek.ts';
import { pesanTemuan } from '#domain/pesan/temuan.ts';
import { halanganAksi } from '#domain/usulan/aksi.ts';
import { bacaMasalah, type Temuan, tulisMasalah } from '#domain/usulan/masalah.ts';
import { IDENTITAS, KOSONGKAN_CEK, siapDiverifikasi, siapkan, temuanLuar } from './koreksi-aturan.ts';
import { bacaSalinan, bedaSalinan, type Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';

type Isi = Partial<Record<KolomKasus, string>>;

/** What became of one row. `asing`: a row that no form made, so there is nothing to keep it against. */
export type HasilKoreksi = 'sama' | 'dicatat' | 'dipulihkan' | 'asing';

/**
 * Plans what follows from the cells as they stand now: data is checked and tidied, checks get name and time, cells of
 * the bundle are put back. The old values come from the row's own copy, so pasted blocks are logged exactly too.
 */
export function koreksi(p: Perancang, kasus: Kasus, pelaku: Pelaksana): HasilKoreksi {
  const beda = bedaSalinan(kasus);
  const salinan = bacaSalinan(kasus.salinan);
  if (!beda || !salinan?.tiket) return 'asing';
  if (beda.length === 0) return 'sama';
  const lama = new Map(beda.map((b) => [b.kolom, b.lama]));
  const asal: Kasus = { ...kasus, ...Object.fromEntries(lama) };
  const boleh = halanganAksi('KOREKSI', asal, pelaku.peran).length === 0;
  const diterima = boleh ? beda.filter(({ kolom }) => KOLOM_PETUGAS.includes(kolom)) : [];
  const ditolak = beda.filter((b) => !diterima.includes(b));
  const berubah: Isi = Object.fromEntries(diterima.map(({ kolom }) => [kolom, kasus[kolom]]));
  const hasil = terapkanIsi({ asal, berubah, p, pelaku });
  const pulih: Isi = Object.fromEntries(ditolak.map(({ kolom, lama: isi }) => [kolom, isi]));
  const alasan = boleh ? '' : 'Usulan tidak dapat dikoreksi pada status ini.';
  const aksi = diterima.length > 0 ? (hasil.hanyaCek ? 'PERIKSA' : 'KOREKSI') : 'PULIHKAN';
  const keterangan = [
    alasan,
    ditolak.length > 0 ? `Dikembalikan ke isi semula: ${ditolak.map((b) => b.kolom).join(', ')}.` : '',
  ];
  // The row's key must be its ticket and its version must go up, even if somebody typed over those cells.
  const dasar = { ...kasus, tiket: salinan.tiket, versi: salinan.versi ?? '0' };
  p.ubahKasus(
    dasar,
    { ...pulih, ...hasil.isi },
    { aksi, pelaku, alasan: keterangan.filter((k) => k !== '').join(' ') },
    beda,
  );
  return diterima.length > 0 ? 'dicatat' : 'dipulihkan';
}

/** Whoever edited a row whose event never came. */
const TAK_TERCATAT: Pelaksana = { nama: 'tidak dikenal', peran: 'dinsos' };

/**
 * The case with hand edits that no event has told of logged first, so that no later change covers them up.
 * @returns the case as the plan then leaves it
 */
export function susulkan(p: Perancang, kasus: Kasus): Kasus {
  const kini = p.kasus(kasus);
  if ((bedaSalinan(kini) ?? []).length === 0) return kini;
  koreksi(p, kini, TAK_TERCATAT);
  return p.kasus({ ...kini, tiket: bacaSalinan(kini.salinan)?.tiket ?? kini.tiket });
}

interface Terapan {
  /** The case before the change. */
  asal: Kasus;
  /** What somebody wants its cells to be. */
  berubah: Isi;
  p: Perancang;
  pelaku: Pelaksana;
}

/** Everything that new cell values bring with them. Shared by hand edits and the sidebar. */
export function terapkanIsi({ asal, berubah, p, pelaku }: Terapan): { isi: Isi; hanyaCek: boolean } {
  const { sah, salah } = saringPilihan(berubah, asal);
  const gabung: Kasus = { ...asal, ...sah };
  const data = Object.keys(sah).some((k) => !k.startsWith('cek_'));
  const siap = data ? siapkan(gabung, p.potret, temuanLuar(asal, sah)) : {};
  const cek = catatCek(asal, sah, p.potret.kini, pelaku.nama);
  const identitas = IDENTITAS.some((k) => (siap[k] ?? gabung[k]) !== asal[k]);
  const basi = identitas && !CEK.every(({ id }) => `cek_${id}` in sah) ? basiCek(sah) : {};
  const isi: Isi = { ...sah, ...siap, ...cek, ...basi };
  const lama = bacaMasalah(isi.masalah ?? asal.masalah);
  const tetap = lama.filter(({ kode, kolom }) => kode !== 'E_PILIHAN' || !(kolom in sah));
  if (salah.length > 0 || tetap.length < lama.length) isi.masalah = tulisMasalah([...tetap, ...salah]);
  const jadi = { ...asal, ...isi };
  if (asal.status === 'DIAJUKAN' && siapDiverifikasi(jadi)) isi.status = 'DIVERIFIKASI';
  if (asal.status === 'DIVERIFIKASI' && !siapDiverifikasi(jadi)) isi.status = 'DIAJUKAN';
  // What was declared eligible was another state of the data.
  if (asal.status === 'LOLOS' && data) isi.status = siapDiverifikasi(jadi) ? 'DIVERIFIKASI' : 'DIAJUKAN';
  return { isi, hanyaCek: !data };
}

/** A dropdown can be pasted over: an answer that is no choice is not taken, and said so. */
function saringPilihan(berubah: Isi, asal: Kasus): { sah: Isi; salah: Temuan[] } {
  const sah: Isi = {};
  const salah: Temuan[] = [];
  for (const { id, pilihan } of KOLOM_KASUS as readonly { id: KolomKasus; pilihan?: readonly string[] }[]) {
    const isi = berubah[id];
    if (isi === undefined) continue;
    const kena = id.startsWith('cek_') && isi !== '' && pilihan !== undefined && !pilihan.includes(isi.trim());
    sah[id] = kena ? asal[id] : id.startsWith('cek_') ? isi.trim() : isi;
    if (kena) salah.push({ kode: 'E_PILIHAN', tingkat: 'peringatan', kolom: id, pesan: pesanTemuan('E_PILIHAN') });
  }
  return { sah, salah };
}

/** Who made each changed check, and when. */
function catatCek(asal: Kasus, sah: Isi, kini: string, oleh: string): Isi {
  const isi: Isi = {};
  for (const { id } of CEK) {
    const baru = sah[`cek_${id}`];
    if (baru === undefined || baru === asal[`cek_${id}`]) continue;
    isi[`cek_${id}_oleh`] = baru === '' ? '' : oleh;
    isi[`cek_${id}_pada`] = baru === '' ? '' : kini;
  }
  return isi;
}

/** The checks that are not part of this very change: they were made with another identity. */
function basiCek(sah: Isi): Isi {
  return Object.fromEntries(
    Object.entries(KOSONGKAN_CEK).filter(
      ([kolom]) => !CEK.some(({ id }) => kolom.startsWith(`cek_${id}`) && `cek_${id}` in sah),
    ),
  );
}
