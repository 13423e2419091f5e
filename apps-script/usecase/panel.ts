/** What the sidebar shows of one case. Pure: the server function only reads and hands it over. */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { CEK, HASIL_CEK, halanganCek } from '#domain/pemeriksaan/cek.ts';
import { aturanAksi, halanganAksi } from '#domain/usulan/aksi.ts';
import { AKSI, type Aksi, isAksi } from '#domain/usulan/aturan.ts';
import { bacaMasalah } from '#domain/usulan/masalah.ts';
import { umurTahun } from '#domain/usulan/periksa-data.ts';
import { saranTemuan } from '#domain/usulan/saran.ts';
import { type JamUsulan, jamUsulan } from '#domain/usulan/sla.ts';
import { isStatus, LABEL_STATUS, type Status } from '#domain/usulan/status.ts';
import { bacaTanda, TANDA } from '#domain/usulan/tanda.ts';
import { durasiIndonesia, tanggalIndonesia, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import { epochDariWaktu, tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { BarisRiwayat, CekPanel, Panel, TindakanPanel } from './panel-jenis.ts';
import type { BarisKasus, Pelaksana, Potret } from './potret.ts';

/** Reasons to choose from, by what they are for (`Alasan.untuk`). */
export type DaftarAlasan = readonly { untuk: string; teks: string }[];

const ALASAN_UNTUK: Partial<Record<Aksi, string>> = { KEMBALIKAN: 'kembali', TUTUP: 'tutup', TARIK: 'tutup' };

/** Started by the form or by a schedule: nothing an officer does. */
const TANPA_TOMBOL: readonly Aksi[] = [
  ...(['AJUKAN', 'REVISI', 'TANDAI', 'KETAHUI', 'SERAHKAN', 'KIRIM_BPJS', 'CATAT_KIS'] as const),
];

const waktu = (sel: string) => (sel === '' ? '' : waktuIndonesia(sel as Waktu));

export function susunPanel(
  { baris, kasus }: BarisKasus,
  potret: Potret,
  pelaku: Pelaksana,
  alasan: DaftarAlasan,
): Panel {
  const hariIni = tanggalWaktu(potret.kini);
  const status: Status = isStatus(kasus.status) ? kasus.status : 'DIAJUKAN';
  return {
    tiket: kasus.tiket,
    pasien: { nama: kasus.nama, fasilitas: kasus.rs },
    baris,
    versi: kasus.versi,
    status,
    labelStatus: LABEL_STATUS[status],
    percobaan: kasus.percobaan,
    tanda: [...bacaTanda(kasus.tanda)].map((id) => ({ id, label: TANDA[id] })),
    kini: epochDariWaktu(potret.kini),
    jam: jamUsulan(kasus, potret.kini, potret.pengaturan).map((jam) => ({ ...jam, keterangan: sebutJam(jam) })),
    data: dataPanel(kasus, potret),
    temuan: bacaMasalah(kasus.masalah).map((t) => ({ ...t, saran: saranTemuan(t, kasus, hariIni) })),
    cek: cekPanel(kasus, potret),
    tindakan: AKSI.filter((aksi) => !TANPA_TOMBOL.includes(aksi)).flatMap((aksi) =>
      tindakanPanel(aksi, kasus, pelaku, alasan),
    ),
    hasil: hasilPanel(kasus),
  };
}

function sebutJam({ keadaan, terpakai, batas }: JamUsulan): string {
  switch (keadaan) {
    case 'belum':
      return 'belum mulai';
    case 'selesai':
      return `selesai dalam ${durasiIndonesia(terpakai)}`;
    case 'lewat':
      return `lewat ${durasiIndonesia(terpakai - batas)}`;
    case 'berjalan':
      return `sisa ${durasiIndonesia(batas - terpakai)}`;
  }
}

function cekPanel(kasus: Kasus, { pengaturan }: Potret): CekPanel[] {
  return CEK.map(({ id, nama }) => ({
    kolom: `cek_${id}` as KolomKasus,
    label: id === 'dtks' ? pengaturan.labelDtks : nama,
    nilai: kasus[`cek_${id}`],
    pilihan: [...HASIL_CEK[id]],
    oleh: kasus[`cek_${id}_oleh`],
    pada: waktu(kasus[`cek_${id}_pada`]),
  }));
}

/** Nothing where the route has no such move. */
function tindakanPanel(aksi: Aksi, kasus: Kasus, pelaku: Pelaksana, alasan: DaftarAlasan): TindakanPanel[] {
  const aturan = aturanAksi(aksi, kasus.rute);
  if (!aturan) return [];
  const sebab = halanganAksi(aksi, kasus, pelaku.peran);
  const peringatan = aksi === 'USULKAN' || aksi === 'LOLOSKAN' ? halanganCek(kasus) : [];
  const satu = {
    aksi,
    label: aturan.label,
    boleh: sebab.length === 0,
    sebab,
    alasan: aturan.alasan || peringatan.length > 0,
    pilihanAlasan: alasan.filter(({ untuk }) => untuk === ALASAN_UNTUK[aksi]).map(({ teks }) => teks),
    peringatan,
  };
  return [satu];
}

function dataPanel(kasus: Kasus, { kini }: Potret): { label: string; nilai: string }[] {
  const lahir = parseTanggal(kasus.tgl_lahir);
  const umur = lahir ? ` (${umurTahun(lahir, tanggalWaktu(kini))} tahun)` : '';
  const lokasi = [kasus.alamat, kasus.rt && `RT ${kasus.rt}`, kasus.rw && `RW ${kasus.rw}`].filter((b) => b !== '');
  const isi: [string, string][] = [
    ['Nama', kasus.nama],
    ['NIK', kasus.nik],
    ['NIK ibu', kasus.nik_ibu],
    ['No. KK', kasus.no_kk],
    ['Lahir', `${kasus.tempat_lahir}, ${lahir ? tanggalIndonesia(lahir) : kasus.tgl_lahir}${umur}`],
    ['Jenis kelamin', kasus.jk === 'L' ? 'Laki-laki' : kasus.jk === 'P' ? 'Perempuan' : kasus.jk],
    ['Alamat', lokasi.join(', ')],
    ['Kalurahan', kasus.kalurahan],
    ['HP', kasus.hp],
    ['Kartu JKN', kasus.no_kartu],
    ['Fasilitas', kasus.rs],
    ['Masuk', waktu(kasus.waktu_masuk_rs)],
    ['Batas 72 jam', waktu(kasus.batas_72jam)],
    ['Surat', kasus.no_surat],
    ['Alasan', kasus.alasan],
    ['PIC', [kasus.pic_nama, kasus.pic_hp, kasus.pic_email].filter((b) => b !== '').join(', ')],
    ['Bersedia', [kasus.bersedia, kasus.disetujui_oleh, kasus.disetujui_nama].filter((b) => b !== '').join(', ')],
    ['Diterima', waktu(kasus.dibuat)],
    ['Diubah', `${waktu(kasus.diubah)} oleh ${kasus.diubah_oleh}`],
    ['Catatan', kasus.catatan],
  ];
  return isi.filter(([, nilai]) => nilai !== '').map(([label, nilai]) => ({ label, nilai }));
}

function hasilPanel(kasus: Kasus): { label: string; nilai: string }[] {
  const isi: [string, string][] = [
    ['Diusulkan', waktu(kasus.diusulkan_pada)],
    ['Kode hasil', kasus.kode_hasil],
    ['Keterangan', kasus.keterangan_bpjs],
    [
      'Aktif mulai (TMT)',
      kasus.tmt_aktif === ''
        ? ''
        : tanggalIndonesia(parseTanggal(kasus.tmt_aktif) ?? tanggalWaktu(kasus.dibuat as Waktu)),
    ],
    ['Diajukan kembali', kasus.cek_ulang],
  ];
  return isi.filter(([, nilai]) => nilai !== '').map(([label, nilai]) => ({ label, nilai }));
}

/** Log lines of a case for people, newest first. */
export function susunRiwayat(baris: readonly Record<string, string>[]): BarisRiwayat[] {
  return [...baris].reverse().map((satu) => {
    const lama = JSON.parse(satu['lama'] || '{}') as Record<string, string>;
    const baru = JSON.parse(satu['baru'] || '{}') as Record<string, string>;
    const aksi = satu['aksi'] ?? '';
    return {
      waktu: waktu(satu['waktu'] ?? ''),
      pelaku: satu['pelaku'] ?? '',
      aksi: (isAksi(aksi) && aturanAksi(aksi, (satu['tiket'] ?? '').slice(0, 5))?.label) || (LABEL_LAIN[aksi] ?? aksi),
      alasan: satu['alasan'] ?? '',
      perubahan: Object.keys(baru)
        .filter((kolom) => aksi !== 'AJUKAN' || kolom === 'status')
        .map((kolom) => ({ kolom, lama: lama[kolom] ?? '', baru: baru[kolom] ?? '' })),
    };
  });
}

const LABEL_LAIN: Record<string, string> = {
  PULIHKAN: 'Isi dikembalikan sistem',
  REVISI_TERTUNDA: 'PIC mengubah tanggapan (belum dipakai)',
  TIDAK_MEMENUHI: 'Tidak memenuhi syarat',
};
