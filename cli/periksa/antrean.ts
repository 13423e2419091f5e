/** Mail that did not leave. */
import { durasiIndonesia } from '#domain/waktu/bahasa.ts';
import { tambahHariWaktu } from '#domain/waktu/waktu.ts';
import { BELUM_TERKIRIM } from '#usecase/kirim.ts';
import { barisTab } from './baca.ts';
import { type Bahan, menitSejak } from './bahan.ts';
import { pelapor, type Temuan } from './temuan.ts';

const { galat, peringatan, baik } = pelapor('antrean');

/** A mail leaves with the next run, or at the time that its row says. */
const MENIT_MACET = 60;

/** What was given up longer ago is history. */
const HARI_GAGAL = 14;

const MASIH: readonly string[] = BELUM_TERKIRIM;

export function periksaSurat({ tab, kini }: Pick<Bahan, 'tab' | 'kini'>): Temuan[] {
  const semua = barisTab(tab, 'Kotak Keluar');
  const sejak = tambahHariWaktu(kini, -HARI_GAGAL);
  const gagal = semua.filter(({ keadaan, dibuat = '' }) => keadaan === 'GAGAL' && dibuat >= sejak);
  const ditahan = semua.filter(({ keadaan }) => keadaan === 'DITAHAN');
  const menunggu = semua.filter(({ keadaan = '' }) => MASIH.includes(keadaan) && keadaan !== 'DITAHAN');
  const lewat = menunggu.map(({ berikutnya = '', dibuat = '' }) => menitSejak(berikutnya || dibuat, kini));
  const terlama = Math.max(0, ...lewat);
  const temuan: Temuan[] = [];
  if (terlama > MENIT_MACET) {
    const macet = lewat.filter((menit) => menit > MENIT_MACET).length;
    const kalimat = `${macet} surel di Kotak Keluar belum terkirim, yang terlama tertunda ${durasiIndonesia(terlama)}.`;
    const perbaikan = 'Jalankan menu Usulan PBI > Kirim surel yang menunggu dengan akun sistem, dan lihat kolom galat.';
    temuan.push(galat('SURAT_MACET', kalimat, perbaikan));
  }
  if (gagal.length > 0) {
    const kalimat = `${gagal.length} surel dua minggu terakhir gagal terkirim walau sudah dicoba berulang kali.`;
    const perbaikan =
      'Lihat kolom galat di tab Kotak Keluar; alamat yang salah dibetulkan di kasusnya. pbi periksa --perbaiki mencobanya lagi.';
    temuan.push(peringatan('SURAT_GAGAL', kalimat, perbaikan, { surat: true }));
  }
  if (ditahan.length > 0) {
    const kalimat = `${ditahan.length} surel menunggu jatah surel hari berikutnya.`;
    temuan.push(peringatan('SURAT_DITAHAN', kalimat, 'Terkirim sendiri besok; kabari yang mendesak lewat telepon.'));
  }
  if (temuan.length > 0) return temuan;
  const sisa = menunggu.length > 0 ? `${menunggu.length} surel sedang menunggu giliran` : 'tidak ada surel tertunda';
  return [baik('SURAT', `Kotak Keluar: ${sisa}.`)];
}
