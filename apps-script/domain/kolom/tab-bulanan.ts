/** The tabs of the monthly routes: batches, their snapshots, cards, and the counts. */
import type { Tab } from './bentuk.ts';
import { isian, type Kolom, sistem } from './kolom.ts';

/** What goes out together: period x route, and later addenda. A closed one never changes (S-37). */
export const BATCH = {
  nama: 'Batch',
  kunci: 'batch',
  guna: 'Batch bulanan per jalur. Yang sudah ditutup tidak berubah; susulan masuk adendum.',
  kolom: [
    sistem('batch', 150, 'Jalur dan periode, misalnya BGR-U 2026-11; adendum berakhiran -A1, -A2.'),
    sistem('rute', 80, 'Jalur usulan.'),
    sistem('periode', 80, 'Bulan usulan, TTTT-BB.'),
    sistem('keadaan', 130, 'DIAJUKAN_TUTUP, MENUTUP, DITUTUP, DIKIRIM, TUNTAS.'),
    sistem('baris', 70, 'Banyaknya usulan di dalam batch.'),
    sistem('total_kontrol', 260, 'Total kontrol (JSON).'),
    sistem('hash', 160, 'Sidik isi batch; berubah bila satu huruf saja berubah.'),
    sistem('diajukan_oleh', 180, 'Petugas pertama.'),
    sistem('diajukan_pada', 190, 'Kapan penutupan diajukan (WIB).'),
    sistem('disetujui_oleh', 180, 'Petugas kedua; harus orang lain.'),
    sistem('ditutup_pada', 190, 'Kapan selesai ditutup (WIB).'),
    sistem('dikirim_oleh', 180, 'Siapa yang mengirim ke BPJS.'),
    sistem('dikirim_pada', 190, 'Kapan dikirim ke BPJS (WIB).'),
    sistem('manifes', 160, 'Sidik manifes berkas yang dikirim.'),
    sistem('berhasil', 70, 'Banyaknya yang berhasil.'),
    sistem('tidak_berhasil', 70, 'Banyaknya yang tidak berhasil.'),
    sistem('ditangguhkan', 70, 'Banyaknya yang ditangguhkan.'),
    sistem('menunggu', 70, 'Banyaknya yang belum dijawab.'),
    sistem('surat', 120, 'Surat pengingat yang sudah dibuat (S-07).'),
    isian('catatan', 260, 'Catatan petugas.'),
  ],
} as const satisfies Tab;

/** The snapshot of closed batches: what was sent, row by row. */
export const ISI_BATCH = {
  nama: 'Isi Batch',
  kunci: 'kunci',
  guna: 'Salinan tetap isi batch pada saat ditutup. Dasar ekspor Format 34/37.',
  kolom: [
    sistem('kunci', 220, 'Batch dan tiket.'),
    sistem('batch', 150, 'Batch.'),
    sistem('urut', 60, 'Nomor urut di dalam batch.'),
    sistem('tiket', 150, 'Usulan.'),
    sistem('percobaan', 80, 'Percobaan ke berapa.'),
    sistem('kode_wilayah', 110, 'Kelurahan.'),
    sistem('isi', 400, 'Data usulan pada saat itu (JSON: kolom dan isi).'),
  ],
} as const satisfies Tab;

/** Card hand-over (BGR-20, S-27). */
export const KIS = {
  nama: 'KIS',
  kunci: 'tiket',
  guna: 'Penyerahan kartu KIS kepada peserta.',
  kolom: [
    sistem('tiket', 150, 'Usulan yang berhasil.'),
    sistem('kode_wilayah', 110, 'Kelurahan.'),
    sistem('keadaan', 120, 'MENUNGGU, DITERIMA, DISERAHKAN, DIGITAL, GAGAL atau RETUR.'),
    sistem('sejak', 190, 'Sejak kapan keadaan itu berlaku (WIB).'),
    sistem('diterima_kelurahan', 110, 'Tanggal kartu diterima kelurahan.'),
    sistem('diserahkan', 110, 'Tanggal kartu diserahkan.'),
    sistem('penerima', 180, 'Siapa yang menerima.'),
    sistem('hubungan', 140, 'Hubungan penerima dengan peserta.'),
    sistem('alasan_gagal', 220, 'Mengapa belum dapat diserahkan.'),
    sistem('retur', 110, 'Tanggal dikembalikan ke BPJS.'),
    sistem('pelapor', 180, 'Siapa yang melaporkan.'),
    sistem('tanda_terima', 160, 'Tanggapan formulir laporannya.'),
  ],
} as const satisfies Tab;

/** Counts and charts; made anew by the bundle, read by people. */
export const DASBOR = {
  nama: 'Dasbor',
  kunci: 'a',
  guna: 'Ringkasan dan grafik. Disusun ulang setiap hari; jangan diubah.',
  kolom: [] as readonly Kolom[],
} as const satisfies Tab;
