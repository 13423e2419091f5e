/** Reports on cards: what happened to the card of a successful case, with its receipt (BGR-20, S-27). */
import { PERISTIWA_KIS, type PeristiwaKis } from '#domain/formulir/kis.ts';
import type { Pelaku } from '#domain/usulan/aturan.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import type { HasilTerima, KonteksRespons, Respons } from './isi-respons.ts';
import type { Perancang } from './perancang.ts';
import { pegawaiPengirim, tolak } from './terima-kantor.ts';
import { tindak } from './tindakan.ts';

/** Plans what a report changes. */
export function terimaKis(p: Perancang, respons: Respons, konteks: KonteksRespons): HasilTerima {
  const { seTiket, sudahDicatat } = konteks;
  const { peristiwa: teks = '', tanggal: teksTanggal = '' } = respons.jawaban;
  const pegawai = pegawaiPengirim(p, respons);
  const peristiwa = (Object.keys(PERISTIWA_KIS) as PeristiwaKis[]).find((satu) => PERISTIWA_KIS[satu] === teks);
  const tanggal = parseTanggal(teksTanggal);
  const kasus = seTiket && p.kasus(seTiket.kasus);
  const milik = kasus && (pegawai?.peran === 'dinsos' || pegawai?.wilayah === kasus.kode_wilayah);
  if (!kasus || !milik || !pegawai) {
    return tolak(p, respons, konteks, 'Tiket itu tidak ada di wilayah akun Anda; laporan KIS tidak dicatat.');
  }
  if (!peristiwa || !tanggal) return tolak(p, respons, konteks, 'Peristiwa atau tanggalnya tidak terbaca.');
  if (sudahDicatat) return 'sudah';
  const isi = { peristiwa, tanggal, ...lain(respons), tanda_terima: respons.id };
  const pelaku = { nama: pegawai.email, peran: pegawai.peran as Pelaku };
  const hasil = tindak(p, kasus, { aksi: 'CATAT_KIS', alasan: '', isi, rujukan: respons.id }, pelaku);
  return hasil.ok ? 'kis' : tolak(p, respons, konteks, hasil.error.join(' '));
}

const lain = ({ jawaban }: Respons): Record<string, string> =>
  Object.fromEntries(['penerima', 'hubungan', 'alasan_gagal'].map((k) => [k, (jawaban[k] ?? '').trim()]));
