/** Responses of the forms that officers fill: kelurahan (BGR-05 to BGR-09) and counter (BTL-N-01, BTL-N-03). */
import { JENIS_USULAN } from '#domain/formulir/usulan.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { KunciPengaturan } from '#domain/pengaturan/ketentuan.ts';
import { type Pegawai, settingSalah } from '#domain/pengaturan/pengaturan.ts';
import type { Pelaku } from '#domain/usulan/aturan.ts';
import type { Rute } from '#domain/usulan/rute.ts';
import { kurangDari, type Waktu } from '#domain/waktu/waktu.ts';
import { cariKalurahan, labelKalurahan } from '#domain/wilayah/wilayah.ts';
import {
  type HasilTerima,
  isiDari,
  jawabanBerubah,
  type KonteksRespons,
  penandaRespons,
  type Respons,
  sudahDiolah,
} from './isi-respons.ts';
import { buatKasus } from './kasus-baru.ts';
import { susulkan } from './koreksi.ts';
import type { Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';
import { revisi } from './revisi.ts';
import { suratDitolak, suratPeriksa } from './surat.ts';

/** Who may send this form, as what, and what follows from it for the case. */
interface Pengirim {
  readonly pelaku: Pelaksana;
  readonly rute: Rute;
  /** Cells that the sender does not choose. */
  readonly tetap: Partial<Kasus>;
}

/** A sentence when the response cannot be taken at all. */
type Tolak = { readonly tolak: string };

/** The kelurahan's form: area and route come from the account and the first page. */
export const terimaUsulan = (p: Perancang, respons: Respons, konteks: KonteksRespons): HasilTerima =>
  tertahan(p, respons, ['cutoff_kelurahan', 'dokumen_bgr']) ??
  terima(p, respons, konteks, pengirimKelurahan(p, respons));

/** The counter's form. */
export const terimaLoket = (p: Perancang, respons: Respons, konteks: KonteksRespons): HasilTerima =>
  tertahan(p, respons, ['cutoff_kolektif', 'dokumen_btl_n']) ?? terima(p, respons, konteks, pengirimLoket(p, respons));

/**
 * A wrong cut-off would put the case into a wrong month, a wrong list of documents would send it back: the response stays
 * in its form until the setting is mended, and is then taken in by the time at which it was sent (`trigger/sapu.ts`).
 */
function tertahan(p: Perancang, respons: Respons, kunci: readonly KunciPengaturan[]): HasilTerima | undefined {
  const { pengaturan } = p.potret;
  const sebab = settingSalah(pengaturan, kunci);
  if (sebab === undefined) return undefined;
  const sejak = p.sistem('respons_tertahan');
  if (sejak === '') p.surat(suratPeriksa(`TERTAHAN|${respons.id}`, pengaturan, `Usulan bulanan menunggu. ${sebab}`));
  if (sejak === '' || kurangDari(respons.pada, sejak as Waktu)) p.aturSistem('respons_tertahan', respons.pada);
  return 'ditahan';
}

/** The registered person behind the account that sent the form. */
export const pegawaiPengirim = (p: Perancang, { surel }: Pick<Respons, 'surel'>): Pegawai | undefined =>
  p.potret.pengaturan.pegawai.find(({ email }) => email === surel.trim().toLowerCase());

const TAK_TERDAFTAR =
  'Akun ini tidak terdaftar di tab Peran untuk mengisi formulir ini. Hubungi admin Dinas Sosial, lalu kirim ulang.';

function pengirimKelurahan(p: Perancang, respons: Respons): Pengirim | Tolak {
  const pegawai = pegawaiPengirim(p, respons);
  if (!pegawai || !['kelurahan', 'pendukung'].includes(pegawai.peran)) return { tolak: TAK_TERDAFTAR };
  const desa = cariKalurahan(pegawai.wilayah, p.potret.pengaturan.wilayah);
  if (!desa) return { tolak: 'Kode wilayah akun ini di tab Peran tidak dikenal. Hubungi admin Dinas Sosial.' };
  const mutasi = respons.jawaban['jenis_usulan'] === JENIS_USULAN['BGR-M'];
  return {
    pelaku: { nama: pegawai.email, peran: pegawai.peran as Pelaku },
    rute: mutasi ? 'BGR-M' : 'BGR-U',
    tetap: { kalurahan: labelKalurahan(desa), pic_nama: pegawai.nama, pic_email: pegawai.email },
  };
}

function pengirimLoket(p: Perancang, respons: Respons): Pengirim | Tolak {
  const pegawai = pegawaiPengirim(p, respons);
  if (!pegawai || !['loket', 'dinsos', 'admin'].includes(pegawai.peran)) return { tolak: TAK_TERDAFTAR };
  const peran = pegawai.peran === 'loket' ? 'loket' : 'dinsos';
  return {
    pelaku: { nama: pegawai.email, peran },
    rute: 'BTL-N',
    tetap: { pic_nama: pegawai.nama, pic_email: pegawai.email },
  };
}

function terima(p: Perancang, respons: Respons, konteks: KonteksRespons, pengirim: Pengirim | Tolak): HasilTerima {
  const { seId, seTiket, seNik } = konteks;
  const tiketLama = (respons.jawaban['tiket_lama'] ?? '').trim().toUpperCase();
  const kasus = seId?.kasus ?? seTiket?.kasus;
  if (kasus && sudahDiolah(respons, kasus)) return 'sudah';
  if ('tolak' in pengirim) return tolak(p, respons, konteks, pengirim.tolak);
  if (tiketLama !== '' && !kasus) {
    return tolak(
      p,
      respons,
      konteks,
      `Tiket ${tiketLama} tidak ada. Periksa nomornya, atau kosongkan untuk usulan baru.`,
    );
  }
  if (kasus && bukanMilik(kasus, pengirim)) {
    return tolak(p, respons, konteks, 'Tiket itu bukan milik wilayah atau jalur Anda; tidak ada yang diubah.');
  }
  const isi = { ...isiDari(respons), ...pengirim.tetap };
  if (!kasus) {
    const { rute, pelaku } = pengirim;
    const lengkap = { ...isi, ...penandaRespons(respons), sumber: 'FORMULIR' };
    buatKasus(p, { rute, isi: lengkap, pada: respons.pada, pelaku, rujukan: respons.id, seNik });
    return 'baru';
  }
  const berubah = seId ? jawabanBerubah(respons, susulkan(p, kasus)) : isi;
  return revisi(p, kasus, {
    berubah: { ...berubah, ...pengirim.tetap },
    penanda: penandaRespons(respons),
    pada: respons.pada,
    pelaku: pengirim.pelaku,
    rujukan: respons.id,
    seNik,
  });
}

/** A kelurahan changes only cases of its own area; nobody changes those of another office's route. */
function bukanMilik(kasus: Kasus, { rute, tetap }: Pengirim): boolean {
  if (kasus.rute.slice(0, 3) !== rute.slice(0, 3) || (rute === 'BTL-N' && kasus.rute !== 'BTL-N')) return true;
  return tetap.kalurahan !== undefined && kasus.kalurahan !== tetap.kalurahan;
}

/**
 * Nothing is kept of what was sent but that it was, and why not; the answers stay in the form.
 * @param tautan where the answers can be changed and sent again, if that helps
 */
export function tolak(
  p: Perancang,
  respons: Respons,
  { sudahDicatat }: KonteksRespons,
  sebab: string,
  tautan = respons.tautanUbah,
): HasilTerima {
  if (sudahDicatat) return 'sudah';
  const pelaku: Pelaksana = { nama: respons.surel || 'tidak dikenal', peran: 'pic' };
  p.catatSaja({ aksi: 'DITOLAK', pelaku, alasan: sebab, rujukan: respons.id }, {});
  p.surat(suratDitolak(respons.id, respons.surel, p.potret.pengaturan, sebab, tautan));
  return 'ditolak';
}
