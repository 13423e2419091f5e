/** Panels of a monthly batch at each of its steps, for the page in a browser. */
import type { AksiBatch, PanelBatch, TindakanBatch } from '#usecase/batch/panel-jenis.ts';

export const BATCH = 'BGR-U 2026-11';
const OTHER = 'kabid.dinsos@kotabogor.test';

const action = (aksi: AksiBatch, label: string, akibat: string, sebab: string[] = []): TindakanBatch => ({
  aksi,
  label,
  akibat,
  sebab,
});

const SIAP = action('AJUKAN', 'Ajukan penutupan', `Petugas kedua diminta menyetujui batch ${BATCH} dengan 212 usulan.`);

/** Everything decided, nobody has asked for the closing. */
export function decided(changes: Partial<PanelBatch> = {}): PanelBatch {
  return {
    rute: [
      { id: 'BGR-U', label: 'BGR-U Usulan (Format 34)' },
      { id: 'BGR-M', label: 'BGR-M Mutasi (Format 37)' },
    ],
    periode: [
      { id: '2026-12', label: 'Desember 2026' },
      { id: '2026-11', label: 'November 2026' },
    ],
    terpilih: { rute: 'BGR-U', periode: '2026-11' },
    batch: BATCH,
    keadaan: '',
    labelKeadaan: 'Belum diajukan',
    status: [
      { status: 'DIKEMBALIKAN', label: 'Dikembalikan', banyak: 17 },
      { status: 'LOLOS', label: 'Lolos', banyak: 212 },
      { status: 'TIDAK_LOLOS', label: 'Tidak lolos', banyak: 9 },
    ],
    kelurahan: [
      { kode: '3271011001', nama: 'Mulyaharja', lolos: 180, belum: 0, lain: 6 },
      { kode: '3271011002', nama: 'Pamoyanan', lolos: 32, belum: 0, lain: 20 },
    ],
    belum: [],
    banyakBelum: 0,
    total: { baris: 212, jumlahNik: 96_411, hash: 'a1b2c3d4e5f6'.repeat(5).slice(0, 64) },
    peringatan: [],
    tindakan: [
      action('LOLOSKAN', 'Loloskan yang bersih (0)', '', ['Tidak ada usulan terverifikasi yang bersih.']),
      action('GULIRKAN', 'Gulirkan yang belum diputus (0)', '', ['Semua usulan sudah diputus.']),
      SIAP,
    ],
    tertutup: [
      { batch: 'BGR-U 2026-10', keadaan: 'Dikirim ke BPJS', baris: '198', pada: '15/10/2026 09.10 WIB' },
      { batch: 'BGR-U 2026-09', keadaan: 'Tuntas, semua sudah dijawab', baris: '201', pada: '15/09/2026 10.02 WIB' },
    ],
    ...changes,
  };
}

/** Three cases still wait for a decision. */
export const undecided = (): PanelBatch =>
  decided({
    status: [
      { status: 'DIAJUKAN', label: 'Diajukan', banyak: 1 },
      { status: 'DIVERIFIKASI', label: 'Diverifikasi', banyak: 2 },
      { status: 'LOLOS', label: 'Lolos', banyak: 209 },
    ],
    belum: [123, 124, 125].map((n) => ({
      tiket: `BGR-U-2026-000${n}`,
      status: n === 123 ? 'Diajukan' : 'Diverifikasi',
      periode: '2026-11',
    })),
    banyakBelum: 3,
    peringatan: [
      'Batas pengajuan 10 November 2026 pukul 23.59 WIB belum lewat; usulan yang masuk sesudah batch ditutup menjadi adendum.',
    ],
    tindakan: [
      action('LOLOSKAN', 'Loloskan yang bersih (2)', '2 usulan dinyatakan lolos atas nama Anda.'),
      action('GULIRKAN', 'Gulirkan yang belum diputus (3)', '3 usulan pindah ke Desember 2026.'),
      { ...SIAP, sebab: ['3 usulan belum diputus.'] },
    ],
  });

/** Somebody has asked for the closing. */
export function requested(own: boolean): PanelBatch {
  const base = decided();
  return {
    ...base,
    keadaan: 'DIAJUKAN_TUTUP',
    labelKeadaan: 'Menunggu persetujuan petugas kedua',
    ajuan: {
      oleh: own ? 'verifikator.dinsos@kotabogor.test' : OTHER,
      pada: '13 November 2026 pukul 09.12 WIB',
      sendiri: own,
      total: base.total,
      berubah: '',
    },
    tindakan: [
      action(
        'SETUJUI',
        'Setujui dan tutup',
        `212 usulan ditutup dalam batch ${BATCH} dan diserahkan ke Dinas Kesehatan. Isi batch tidak dapat diubah lagi.`,
        own ? ['Anda yang mengajukan; petugas lain yang menyetujui.'] : [],
      ),
      action('TARIK', 'Tarik pengajuan', 'Penutupan dapat diajukan lagi nanti.'),
    ],
  };
}

/** Some of it is in the batch. */
export const closing = (): PanelBatch =>
  decided({
    keadaan: 'MENUTUP',
    labelKeadaan: 'Sedang ditutup',
    kemajuan: { selesai: 1000, dari: 5000 },
    tindakan: [action('LANJUTKAN', 'Lanjutkan sekarang', 'Penutupan diteruskan.')],
  });
