/** The columns of the tab `Kasus`, in their order: what an officer reads first stands first. */
import { CEK, HASIL_CEK } from '../pemeriksaan/cek.ts';
import { HUBKEL } from '../usulan/hubkel.ts';
import { isian, sistem } from './kolom.ts';

/** Marital status by meaning; the formats number it in two ways (`format/kode.ts`). */
export const STATUS_KAWIN: readonly string[] = ['Belum kawin', 'Kawin', 'Cerai hidup', 'Cerai mati', 'Tidak tahu'];

/** How a request reached the counter. */
export const KANAL: readonly string[] = ['datang', 'telepon', 'kalurahan'];

const kolomCek = CEK.flatMap(
  ({ id, nama }) =>
    [
      isian(`cek_${id}`, 150, `Hasil pemeriksaan di basis data ${nama}. Pilih dari daftar (BTL-D-06).`, HASIL_CEK[id]),
      sistem(`cek_${id}_oleh`, 150, `Petugas yang memeriksa ${nama}.`),
      sistem(`cek_${id}_pada`, 190, `Waktu pemeriksaan ${nama} (WIB).`),
    ] as const,
);

export const KOLOM_KASUS = [
  sistem('tiket', 150, 'Nomor tiket; tidak pernah berubah dan tidak dipakai ulang.'),
  sistem('status', 130, 'Kedudukan usulan. Ubah lewat panel kasus, bukan di sel ini.'),
  sistem(
    'batas_72jam',
    190,
    'Waktu masuk RS ditambah 72 jam (WIB). Setelah itu rawat inap dapat menjadi biaya pasien.',
  ),
  sistem('tanda', 140, 'Keadaan khusus: potensi_ganda, sla_lewat, bayi, luar_wilayah, perlu_dukcapil.'),
  sistem('masalah', 260, 'Temuan pemeriksaan data yang masih terbuka. Kosong berarti tidak ada.'),
  isian('nama', 200, 'Nama lengkap seperti pada KTP-el.'),
  isian('nik', 160, '16 angka, sebagai teks. Kosong hanya untuk bayi yang belum punya NIK.'),
  isian('no_kk', 160, '16 angka nomor Kartu Keluarga, sebagai teks.'),
  isian('tempat_lahir', 130, 'Tempat lahir seperti pada KTP-el.'),
  isian('tgl_lahir', 110, 'Tanggal lahir, TTTT-BB-HH atau HH/BB/TTTT.'),
  isian('jk', 70, 'L untuk laki-laki, P untuk perempuan.', ['L', 'P']),
  isian('hubkel', 100, 'Hubungan dalam keluarga menurut Kartu Keluarga.', HUBKEL),
  isian('alamat', 220, 'Alamat tempat tinggal: jalan atau padukuhan.'),
  isian('rt', 50, 'Nomor RT.'),
  isian('rw', 50, 'Nomor RW.'),
  isian('kalurahan', 200, 'Kalurahan (Kapanewon) menurut KK.'),
  sistem('kode_wilayah', 110, 'Kode wilayah Kemendagri dari kalurahan.'),
  isian('hp', 130, 'Nomor HP pasien atau keluarga.'),
  isian('no_kartu', 130, '13 angka nomor kartu JKN bila ada.'),
  isian('segmen_asal', 150, 'Segmen kepesertaan sebelum nonaktif, bila diketahui.'),
  isian('nik_ibu', 160, 'Untuk bayi yang belum punya NIK: NIK ibu (S-11).'),
  isian('alasan', 170, 'Golongan alasan dari surat keterangan fasilitas kesehatan. Diagnosis tidak dicatat.'),
  isian('no_surat', 150, 'Nomor surat keterangan dari fasilitas kesehatan.'),
  isian('rs', 220, 'Rumah sakit atau puskesmas yang merawat.'),
  isian('waktu_masuk_rs', 190, 'Waktu pasien masuk (WIB). Menentukan batas 72 jam.'),
  isian('pic_nama', 160, 'Petugas (PIC) fasilitas kesehatan yang mengusulkan.'),
  isian('pic_email', 200, 'Alamat surel PIC; semua kabar dikirim ke sini.'),
  isian('pic_hp', 130, 'Nomor HP PIC.'),
  sistem('bersedia', 90, 'Jawaban kesediaan pasien (BTL-D-01).'),
  sistem('disetujui_oleh', 180, 'Siapa yang menyatakan bersedia (S-12).'),
  sistem('disetujui_nama', 160, 'Nama yang menyatakan bersedia.'),
  sistem('disetujui_pada', 190, 'Waktu pernyataan kesediaan (WIB).'),
  ...kolomCek,
  sistem('diusulkan_pada', 190, 'Waktu diusulkan ke BPJS Kesehatan (BTL-D-07).'),
  sistem('kode_hasil', 110, 'Kode hasil dari BPJS Kesehatan (BTL-D-08).'),
  sistem('keterangan_bpjs', 220, 'Keterangan BPJS Kesehatan, apa adanya.'),
  sistem('tmt_aktif', 110, 'Tanggal mulai kepesertaan aktif.'),
  sistem('cek_ulang', 110, 'Tanggal usulan yang ditangguhkan diajukan kembali.'),
  isian('catatan', 220, 'Catatan petugas. Jangan menulis diagnosis.'),
  sistem('rute', 80, 'BTL-D darurat, BTL-N non-darurat, BGR-U usulan, BGR-M mutasi.'),
  sistem('periode', 80, 'Bulan usulan, TTTT-BB.'),
  sistem('percobaan', 90, 'Percobaan ke berapa pada tiket ini.'),
  sistem('batch', 110, 'Batch kolektif, bila ada.'),
  sistem('id_respons', 160, 'Tanggapan formulir asal baris ini.', true),
  sistem('respons_pada', 190, 'Waktu tanggapan formulir yang terakhir diolah.', true),
  sistem('jawaban', 120, 'Jawaban formulir yang terakhir diolah; dasar penggabungan dengan koreksi petugas.', true),
  sistem('tautan_ubah', 120, 'Tautan PIC untuk memperbaiki tanggapannya.', true),
  sistem('versi', 60, 'Naik setiap baris berubah.', true),
  sistem('dibuat', 190, 'Waktu usulan diterima (WIB).'),
  sistem('diubah', 190, 'Waktu perubahan terakhir (WIB).'),
  sistem('diubah_oleh', 180, 'Siapa yang terakhir mengubah.'),
  sistem('salinan', 100, 'Salinan isi yang terakhir diterima sistem; dasar pencatatan nilai lama.', true),
  // New columns go to the end: a register that exists keeps its columns where they are.
  isian('waktu_keluar_rs', 190, 'Waktu pasien pulang atau pindah (WIB); jam 72 berhenti (S-10).'),
  isian('kawin', 110, 'Status kawin menurut KK (Format 34/37).', STATUS_KAWIN),
  isian('kode_pos', 80, '5 angka kode pos.'),
  isian('fktp', 220, 'Faskes tingkat pertama yang dipilih, seperti di tab Faskes.'),
  isian('jenis_mutasi', 200, 'Jenis mutasi Format 37.'),
  isian('tgl_berlaku', 110, 'Tanggal mutasi diminta berlaku.'),
  isian('dokumen', 180, 'Dokumen yang dibawa, dipisah koma: pengantar, kk, ktp, dan lainnya menurut Pengaturan.'),
  isian('kanal', 110, 'Permohonan masuk lewat apa (BTL-N-01).', KANAL),
  sistem('sumber', 100, 'FORMULIR, atau MANUAL untuk Format 34/37 yang diimpor (BGR-10).'),
  sistem('saring_oleh', 160, 'Petugas yang menyaring berkas (BTL-N-02).'),
  sistem('saring_selesai', 190, 'Waktu penyaringan selesai dan lengkap (WIB).'),
  sistem('diketahui_oleh', 160, 'Petugas kecamatan yang mengetahui (BGR-11).'),
  sistem('diketahui_pada', 190, 'Waktu diketahui kecamatan (WIB).'),
  sistem('kode_kembali', 130, 'Kode alasan pengembalian atau tidak lolos yang terakhir (tab Alasan).'),
  sistem('dikembalikan_pada', 190, 'Waktu pengembalian terakhir (WIB).'),
  sistem('diputus_oleh', 160, 'Petugas yang terakhir meloloskan, menolak, atau mengembalikan.'),
  sistem('diserahkan_pada', 190, 'Waktu diserahkan ke Dinkes (BGR-15).'),
  sistem('dijawab_pada', 190, 'Waktu jawaban BPJS yang terakhir (WIB).'),
  sistem('kis', 120, 'Kedudukan kartu KIS; rinciannya di tab KIS (BGR-20).'),
  sistem(
    'ditangguhkan_pada',
    190,
    'Sejak kapan BPJS menangguhkan; tetap walau diajukan kembali, sampai ada hasil (S-06).',
  ),
  isian('cek_kependudukan_catatan', 260, 'Penjelasan Disdukcapil atas hasil pemadanannya.'),
] as const;

export type KolomKasus = (typeof KOLOM_KASUS)[number]['id'];

/** A case as text cells. An empty cell is an empty string. */
export type Kasus = Record<KolomKasus, string>;

export const ID_KOLOM_KASUS: readonly KolomKasus[] = KOLOM_KASUS.map(({ id }) => id);

/** The columns that Dinsos may change by hand. */
export const KOLOM_PETUGAS: readonly KolomKasus[] = KOLOM_KASUS.filter(({ penulis }) => penulis === 'petugas').map(
  ({ id }) => id,
);

/** A case with every cell empty but the given ones. */
export function kasusKosong(isi: Partial<Kasus> = {}): Kasus {
  const kosong = Object.fromEntries(ID_KOLOM_KASUS.map((id) => [id, ''])) as Kasus;
  return { ...kosong, ...isi };
}
