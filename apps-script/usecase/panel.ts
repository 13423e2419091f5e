/** What the sidebar shows of one case. Pure: the server function only reads and hands it over. */
import { tmtHarapan } from '#domain/hasil/tmt-harapan.ts';
import { labelStatus, labelTanda } from '#domain/kalimat/sebutan.ts';
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { CEK, HASIL_CEK, halanganCek } from '#domain/pemeriksaan/cek.ts';
import { aturanAksi, halanganAksi } from '#domain/usulan/aksi.ts';
import { AKSI, type Aksi, isAksi } from '#domain/usulan/aturan.ts';
import { sebutJam } from '#domain/usulan/jam.ts';
import { bacaMasalah } from '#domain/usulan/masalah.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import { saranTemuan } from '#domain/usulan/saran.ts';
import { jamUsulan } from '#domain/usulan/sla.ts';
import { isStatus, type Status } from '#domain/usulan/status.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import { tanggalAngka } from '#domain/waktu/bahasa.ts';
import { epochDariWaktu, tanggalWaktu } from '#domain/waktu/waktu.ts';
import { bagianBulanan, isUtama } from './panel-bulanan.ts';
import { dataPanel, hasilPanel, sebutWaktu } from './panel-data.ts';
import type { BarisRiwayat, CekPanel, Panel, TindakanPanel } from './panel-jenis.ts';
import type { BarisKasus, Pelaksana, Potret } from './potret.ts';

/** For which actions the tab `Alasan` has ready-made reasons, and under which `untuk`. */
const ALASAN_UNTUK: Partial<Record<Aksi, string>> = { KEMBALIKAN: 'kembali', TUTUP: 'tutup', TARIK: 'tutup' };

/** Started by the form or by a schedule, or with a place of its own: no button in the list. */
const TANPA_TOMBOL: readonly Aksi[] = [
  ...(['AJUKAN', 'REVISI', 'SARING', 'TANDAI', 'KETAHUI', 'SERAHKAN', 'KIRIM_BPJS', 'CATAT_KIS'] as const),
];

export function susunPanel({ baris, kasus }: BarisKasus, potret: Potret, pelaku: Pelaksana): Panel {
  const hariIni = tanggalWaktu(potret.kini);
  const status: Status = isStatus(kasus.status) ? kasus.status : 'DIAJUKAN';
  const bulanan = bagianBulanan(kasus, potret, pelaku);
  const mode = potret.pengaturan.modeAktivasi;
  return {
    tiket: kasus.tiket,
    pasien: {
      nama: kasus.nama,
      fasilitas: isBulanan(kasus.rute) ? kasus.kalurahan || 'Wilayah belum dikenal' : kasus.rs,
    },
    baris,
    versi: kasus.versi,
    status,
    labelStatus: labelStatus(status, potret.pengaturan),
    percobaan: kasus.percobaan,
    tanda: [...bacaTanda(kasus.tanda)].map((id) => ({ id, label: labelTanda(id, potret.pengaturan) })),
    kini: epochDariWaktu(potret.kini),
    jam: jamUsulan(kasus, potret.kini, potret.pengaturan).map((jam) => ({ ...jam, keterangan: sebutJam(jam) })),
    data: dataPanel(kasus, potret),
    temuan: [
      ...bacaMasalah(kasus.masalah).map((t) => ({ ...t, saran: saranTemuan(t, kasus, hariIni) })),
      ...halanganCek(kasus).map((pesan) => ({ kode: '', tingkat: 'peringatan' as const, kolom: '', pesan, saran: [] })),
    ],
    cek: cekPanel(kasus, potret),
    tindakan: AKSI.filter((aksi) => !TANPA_TOMBOL.includes(aksi)).flatMap((aksi) =>
      tindakanPanel(aksi, kasus, potret, pelaku),
    ),
    hasil: hasilPanel(kasus),
    tmtHarapan: {
      tanggal: tanggalAngka(tmtHarapan(mode, hariIni)),
      sebab: mode === 'PRIORITAS' ? 'aktif pada hari pendaftaran' : 'aktif tanggal 1 bulan berikut',
    },
    ...(bulanan ? { bulanan } : {}),
  };
}

function cekPanel(kasus: Kasus, { pengaturan }: Potret): CekPanel[] {
  return CEK.map(({ id, nama }) => ({
    kolom: `cek_${id}` as KolomKasus,
    label: id === 'dtks' ? pengaturan.labelDtks : nama,
    nilai: kasus[`cek_${id}`],
    pilihan: [...HASIL_CEK[id]],
    oleh: kasus[`cek_${id}_oleh`],
    pada: sebutWaktu(kasus[`cek_${id}_pada`]),
  }));
}

/** Nothing where the route has no such move. */
function tindakanPanel(aksi: Aksi, kasus: Kasus, { pengaturan }: Potret, pelaku: Pelaksana): TindakanPanel[] {
  const aturan = aturanAksi(aksi, kasus.rute);
  if (!aturan) return [];
  const sebab = halanganAksi(aksi, kasus, pelaku.peran);
  const peringatan = aksi === 'USULKAN' || aksi === 'LOLOSKAN' ? halanganCek(kasus) : [];
  const pilihanAlasan = pengaturan.alasan.filter(({ untuk }) => untuk === ALASAN_UNTUK[aksi]).map(({ teks }) => teks);
  const satu = {
    aksi,
    label: aturan.label,
    boleh: sebab.length === 0,
    utama: isUtama(aksi, kasus),
    sebab,
    alasan: aturan.alasan || peringatan.length > 0,
    pilihanAlasan,
    pilihanWajib: aksi === 'KEMBALIKAN' && isBulanan(kasus.rute),
    peringatan,
  };
  return [satu];
}

/** A suggested NIK that was turned down: logged beside the case, which stays as it is. */
export const TOLAK_SARAN = 'TOLAK_SARAN';

const milik = ({ aksi, rujukan, tiket: nomor }: Record<string, string>, tiket: string): boolean =>
  nomor === tiket || (aksi === TOLAK_SARAN && rujukan === tiket);

/** Log lines of a case for people, newest first. `baris` may hold lines of others. */
export function susunRiwayat(baris: readonly Record<string, string>[], tiket: string): BarisRiwayat[] {
  const sendiri = baris.filter((satu) => milik(satu, tiket));
  return sendiri.reverse().map((satu) => {
    const lama = JSON.parse(satu['lama'] || '{}') as Record<string, string>;
    const baru = JSON.parse(satu['baru'] || '{}') as Record<string, string>;
    const aksi = satu['aksi'] ?? '';
    return {
      waktu: sebutWaktu(satu['waktu'] ?? ''),
      pelaku: satu['pelaku'] ?? '',
      aksi: (isAksi(aksi) && aturanAksi(aksi, tiket.slice(0, 5))?.label) || (LABEL_LAIN[aksi] ?? aksi),
      alasan: satu['alasan'] ?? '',
      perubahan: Object.keys(baru)
        .filter((kolom) => aksi !== TOLAK_SARAN && (aksi !== 'AJUKAN' || kolom === 'status'))
        .map((kolom) => ({ kolom, lama: lama[kolom] ?? '', baru: baru[kolom] ?? '' })),
    };
  });
}

const LABEL_LAIN: Record<string, string> = {
  [TOLAK_SARAN]: 'Saran NIK ditolak',
  PULIHKAN: 'Isi dikembalikan sistem',
  REVISI_TERTUNDA: 'PIC mengubah tanggapan (belum dipakai)',
  TIDAK_MEMENUHI: 'Tidak memenuhi syarat',
};
