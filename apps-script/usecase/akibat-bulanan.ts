/** What the actions of the monthly routes change (BTL-N, BGR-U, BGR-M). */
import { PERISTIWA_KIS, type PeristiwaKis } from '#domain/formulir/kis.ts';
import { kodeKembali } from '#domain/hasil/kode-alasan.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { namaPeriode, parsePeriode } from '#domain/periode/periode.ts';
import { gagal, ok } from '#domain/result.ts';
import { dokumenKurang, namaDokumen } from '#domain/usulan/dokumen.ts';
import { isBulanan, sifatRute } from '#domain/usulan/rute.ts';
import type { Status } from '#domain/usulan/status.ts';
import { aturTanda } from '#domain/usulan/tanda.ts';
import type { Hitung, Isi, Perintah } from './akibat.ts';
import { bacaNamaBatch, periodeTerbuka, periodeTertutup } from './batch/baris.ts';
import { barisKisBaru, isiKis } from './kis.ts';
import { siapDiverifikasi, siapkan, temuanLuar } from './koreksi-aturan.ts';
import type { Perancang } from './perancang.ts';
import { semuaBatch } from './potret.ts';
import { suratBaruDinsos, suratKembali } from './surat.ts';

/** BTL-N-02, BTL-N-03: the ticked documents are kept; what is missing sends the file back to the applicant. */
const saring: Hitung = (p, kasus, { isi }, pelaku) => {
  const gabung = { ...kasus, dokumen: isi['dokumen'] ?? '' };
  const kurang = dokumenKurang(gabung, p.potret.pengaturan).map(namaDokumen);
  const siap = siapkan(gabung, p.potret, temuanLuar(kasus, {}));
  const dasar: Isi = { ...siap, dokumen: gabung.dokumen, saring_oleh: pelaku.nama };
  if (kurang.length > 0) {
    return ok({
      isi: { ...dasar, status: 'DIKEMBALIKAN', kode_kembali: 'K-LENGKAP', dikembalikan_pada: p.potret.kini },
      pesan: `Berkas belum lengkap: ${kurang.join(', ')}. Cetak catatan untuk pemohon.`,
      kabari: (jadi) => p.surat(suratKembali(jadi, p.potret.pengaturan, `Dokumen belum ada: ${kurang.join(', ')}.`)),
    });
  }
  const selesai = { ...dasar, saring_selesai: p.potret.kini };
  const status: Status = siapDiverifikasi({ ...gabung, ...selesai }) ? 'DIVERIFIKASI' : 'DIAJUKAN';
  const ulang = kasus.status === 'DIKEMBALIKAN' ? { percobaan: String(Number(kasus.percobaan) + 1) } : {};
  return ok({ isi: { ...selesai, ...ulang, status }, pesan: 'Berkas lengkap. Lanjut ke koreksi dan pemeriksaan.' });
};

/** BGR-16: a reason code is mandatory where a whole month's rows go back; the clock of waiting starts. */
export const kembalikan: Hitung = (p, kasus, { alasan, isi }, pelaku) => {
  const bulanan = isBulanan(kasus.rute);
  const kode = isi['kode_kembali'] || kodeKembali(alasan, p.potret.pengaturan.alasan);
  if (bulanan && kode === '') return gagal(['Pilih alasan dari daftar; penjelasan boleh ditambahkan sesudahnya.']);
  return ok({
    isi: {
      status: 'DIKEMBALIKAN',
      kode_kembali: kode,
      dikembalikan_pada: p.potret.kini,
      diputus_oleh: pelaku.nama,
    },
    pesan: bulanan
      ? 'Dikembalikan ke pengirim. Surel dengan sebab dan tautan perbaikan dikirim dalam 5 menit.'
      : 'Dikembalikan ke PIC. Surel dengan sebab dan tautan perbaikan dikirim dalam 5 menit.',
    kabari: (jadi) => p.surat(suratKembali(jadi, p.potret.pengaturan, alasan)),
  });
};

/** S-02: possible with a reason until the batch of that month is closed. */
const geser: Hitung = ({ potret }, kasus, { isi }) => {
  const periode = parsePeriode(isi['periode'] ?? '');
  if (!periode) return gagal(['Periode ditulis TTTT-BB, misalnya 2026-11.']);
  if (periode === kasus.periode) return gagal(['Usulan ini sudah di periode itu.']);
  const semua = semuaBatch(potret);
  if (periodeTertutup(kasus.rute, periode, semua)) {
    const lain = namaPeriode(periodeTerbuka(kasus.rute, periode, semua));
    return gagal([
      `Batch ${kasus.rute} periode ${namaPeriode(periode)} sudah disetujui dan ditutup. Periode terdekat sesudahnya yang masih terbuka: ${lain}.`,
    ]);
  }
  const tepatWaktu = aturTanda(kasus.tanda, 'lewat_cutoff', false);
  const tanda = isi['daftar_tunggu'] === 'ya' ? aturTanda(tepatWaktu, 'daftar_tunggu', true) : tepatWaktu;
  return ok({ isi: { periode, tanda }, pesan: `Dipindahkan ke periode ${namaPeriode(periode)}.` });
};

/** Only the closing and the sending of a batch name it as the cause: no button and no command can. */
const lewatBatch = ({ rujukan = '' }: Perintah): boolean => bacaNamaBatch(rujukan) !== undefined;

const serahkan: Hitung = (p, kasus, perintah) => {
  const batch = perintah.isi['batch'] ?? '';
  if (!lewatBatch(perintah) || batch !== perintah.rujukan)
    return gagal(['Penyerahan dijalankan lewat penutupan batch.']);
  const tanda = aturTanda(kasus.tanda, 'daftar_tunggu', false);
  const isiBaru: Isi = sifatRute(kasus.rute).lewatDinkes
    ? { status: 'DIKIRIM_DINKES', batch, diserahkan_pada: p.potret.kini, tanda }
    : { status: 'DIKIRIM_BPJS', batch, diusulkan_pada: p.potret.kini, tanda };
  return ok({ isi: isiBaru, pesan: 'Masuk batch.' });
};

/** S-28: what is printed on the card is wrong. */
const KARTU_SALAH = /salah/i;
const UBAH_IDENTITAS = 'data di kartu KIS salah; ajukan Format 37 jenis PERUBAHAN_IDENTITAS';

const catatKis: Hitung = (p, kasus, { isi }, pelaku) => {
  const peristiwa = isi['peristiwa'] ?? '';
  if (!(peristiwa in PERISTIWA_KIS)) return gagal(['Pilih apa yang terjadi dengan kartu.']);
  p.ubahBaris('KIS', kasus.tiket, isiKis(isi, pelaku.nama, p.potret.kini));
  const selesai = peristiwa === 'DISERAHKAN' || peristiwa === 'DIGITAL';
  return ok({
    isi: { kis: peristiwa, ...(selesai ? { status: 'SELESAI' as const } : {}) },
    pesan: PERISTIWA_KIS[peristiwa as PeristiwaKis],
    kabari: (jadi) =>
      KARTU_SALAH.test(isi['alasan_gagal'] ?? '') &&
      p.surat(suratBaruDinsos(jadi, p.potret.pengaturan, UBAH_IDENTITAS)),
  });
};

/** BGR-20: a card is on its way once BPJS has registered the person, or nothing is handed over at all. */
export function kisSetelahHasil(p: Perancang, kasus: Kasus, status: Status): Isi {
  if (status !== 'BERHASIL' || !sifatRute(kasus.rute).lewatDinkes || kasus.kis !== '') return {};
  const keadaan = p.potret.pengaturan.kisDigital ? 'DIGITAL' : 'MENUNGGU';
  p.tambahBaris('KIS', barisKisBaru(kasus, keadaan, p.potret.kini));
  return { kis: keadaan };
}

const tetap =
  (isi: (p: Perancang, kasus: Kasus, oleh: string) => Isi, pesan: string): Hitung =>
  (p, kasus, _perintah, pelaku) =>
    ok({ isi: isi(p, kasus, pelaku.nama), pesan });

export const AKIBAT_BULANAN = {
  SARING: saring,
  KETAHUI: tetap((p, _kasus, oleh) => ({ diketahui_oleh: oleh, diketahui_pada: p.potret.kini }), 'Diketahui.'),
  LOLOSKAN: tetap((_p, _kasus, oleh) => ({ status: 'LOLOS', diputus_oleh: oleh }), 'Dinyatakan lolos.'),
  GESER_PERIODE: geser,
  SERAHKAN: serahkan,
  KIRIM_BPJS: (p, _kasus, perintah) =>
    lewatBatch(perintah)
      ? ok({ isi: { status: 'DIKIRIM_BPJS', diusulkan_pada: p.potret.kini }, pesan: 'Dikirim ke BPJS.' })
      : gagal(['Pengiriman dijalankan untuk seluruh batch.']),
  BANDING: tetap(
    (_p, kasus) => ({ tanda: aturTanda(kasus.tanda, 'banding', true) }),
    'Sanggahan dicatat. Buka percobaan baru; petugas lain yang memutus.',
  ),
  CATAT_KIS: catatKis,
} satisfies Record<string, Hitung>;
