/** Reports on cards: what happened to the card of a successful case, with its receipt (BGR-20, S-27). */
import { PERISTIWA_KIS, type PeristiwaKis } from '#domain/formulir/kis.ts';
import type { Pelaku } from '#domain/usulan/aturan.ts';
import { POLA_TIKET } from '#domain/usulan/tiket.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import type { HasilTerima, KonteksRespons, Respons } from './isi-respons.ts';
import type { Perancang } from './perancang.ts';
import { pegawaiPengirim, tolak } from './terima-kantor.ts';
import { tindak } from './tindakan.ts';

/** Plans what a report changes. */
export function terimaKis(p: Perancang, respons: Respons, konteks: KonteksRespons): HasilTerima {
  const { seTiket, sudahDicatat } = konteks;
  const tiket = (respons.jawaban['tiket'] ?? '').trim().toUpperCase();
  // Whatever else somebody typed there, perhaps a NIK, is not for a letter.
  const sebut = POLA_TIKET.test(tiket) ? `Laporan KIS untuk tiket ${tiket} tidak dicatat. ` : '';
  // A report is never changed afterwards: the next one continues it.
  const ditolak = (sebab: string) =>
    tolak(p, respons, konteks, `${sebut}${sebab} Bila perlu, kirim laporan baru lewat formulir.`, '');
  const { peristiwa: teks = '', tanggal: teksTanggal = '' } = respons.jawaban;
  const pegawai = pegawaiPengirim(p, respons);
  const peristiwa = (Object.keys(PERISTIWA_KIS) as PeristiwaKis[]).find((satu) => PERISTIWA_KIS[satu] === teks);
  const tanggal = parseTanggal(teksTanggal);
  const kasus = seTiket && p.kasus(seTiket.kasus);
  const milik = kasus && (pegawai?.peran === 'dinsos' || pegawai?.wilayah === kasus.kode_wilayah);
  if (!kasus || !milik || !pegawai) {
    return ditolak('Tiket itu tidak ada di wilayah akun Anda.');
  }
  if (!peristiwa || !tanggal) return ditolak('Peristiwa atau tanggalnya tidak terbaca.');
  if (sudahDicatat) return 'sudah';
  const isi = { peristiwa, tanggal, ...lain(respons), tanda_terima: respons.id };
  const pelaku = { nama: pegawai.email, peran: pegawai.peran as Pelaku };
  const hasil = tindak(p, kasus, { aksi: 'CATAT_KIS', alasan: '', isi, rujukan: respons.id }, pelaku);
  return hasil.ok ? 'kis' : ditolak(hasil.error.join(' '));
}

const lain = ({ jawaban }: Respons): Record<string, string> =>
  Object.fromEntries(['penerima', 'hubungan', 'alasan_gagal'].map((k) => [k, (jawaban[k] ?? '').trim()]));
