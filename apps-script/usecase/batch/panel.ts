/** What the panel of monthly batches shows of a route and period. Pure: the server function only reads and hands over. */
import { namaPeriode, type Periode, parsePeriode, periodeTanggal } from '#domain/periode/periode.ts';
import { bedaKontrol } from '#domain/periode/total-kontrol.ts';
import { isBulanan, isRute, type Rute, SIFAT_RUTE, sifatRute } from '#domain/usulan/rute.ts';
import { waktuAngka, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { Pelaksana, Potret } from '../potret.ts';
import {
  type BarisBatch,
  bacaBerjalan,
  bacaTotal,
  type KeadaanBatch,
  labelKeadaan,
  periodeTerbuka,
  sudahTutup,
} from './baris.ts';
import { bersih } from './massal.ts';
import type { PanelBatch, PilihanPanel, TindakanBatch } from './panel-jenis.ts';
import {
  type BahanBatch,
  belumMulai,
  type HitunganBatch,
  hitungBatch,
  hitungKelurahan,
  hitungStatus,
  labelStatus,
  peringatanBatch,
} from './tinjau.ts';

/** Undecided cases that the panel lists. */
const DAFTAR_BELUM = 100;
const DAFTAR_TERTUTUP = 6;

/** The monthly routes of this office. */
export const ruteBatch = ({ pengaturan }: Potret): Rute[] => pengaturan.rute.filter(isBulanan);

/** What was asked for, or the office's first monthly route and the present month. */
export function pilihanAwal(
  minta: { rute?: string; periode?: string },
  potret: Potret,
): { rute: Rute; periode: Periode } {
  const semua = ruteBatch(potret);
  const rute = isRute(minta.rute ?? '') ? (minta.rute as Rute) : undefined;
  return {
    rute: rute && semua.includes(rute) ? rute : (semua[0] ?? 'BTL-N'),
    periode: parsePeriode(minta.periode ?? '') ?? periodeTanggal(tanggalWaktu(potret.kini)),
  };
}

export function susunPanelBatch(bahan: BahanBatch, potret: Potret, pelaku: Pelaksana): PanelBatch {
  const { pengaturan, kini } = potret;
  const hitungan = hitungBatch(bahan, pengaturan);
  const { nama, baris, milik, belum, total } = hitungan;
  const ajuan = baris?.keadaan === 'DIAJUKAN_TUTUP' ? susunAjuan(baris, hitungan, pelaku) : undefined;
  const [selesai, dari] = (bacaBerjalan(potret.sistem.batch_berjalan ?? '')[nama] ?? '').split('/').map(Number);
  return {
    rute: ruteBatch(potret).map((id) => ({ id, label: `${id} ${SIFAT_RUTE[id].label}` })),
    periode: pilihanPeriode(bahan, kini),
    terpilih: { rute: bahan.rute, periode: bahan.periode },
    batch: nama,
    keadaan: (baris?.keadaan ?? '') as KeadaanBatch | '',
    labelKeadaan: baris ? labelKeadaan(baris.keadaan) : 'Belum diajukan',
    status: hitungStatus(milik),
    kelurahan: hitungKelurahan(milik, pengaturan),
    belum: belum
      .slice(0, DAFTAR_BELUM)
      .map(({ tiket, status, periode }) => ({ tiket, status: labelStatus(status), periode })),
    banyakBelum: belum.length,
    total,
    peringatan: peringatanBatch(hitungan, bahan, pengaturan, kini),
    ...(ajuan ? { ajuan } : {}),
    ...(selesai === undefined || dari === undefined ? {} : { kemajuan: { selesai, dari } }),
    tindakan: tindakanBatch(hitungan, bahan, kini, ajuan),
    tertutup: bahan.semua
      .filter((satu) => satu.rute === bahan.rute && sudahTutup(satu))
      .reverse()
      .slice(0, DAFTAR_TERTUTUP)
      .map(({ batch, keadaan, baris: banyak, ditutup_pada: pada }) => ({
        batch,
        keadaan: labelKeadaan(keadaan),
        baris: banyak,
        pada: pada === '' ? '' : waktuAngka(pada as Waktu),
      })),
  };
}

/** Months in which something waits or has gone out, and the present one; the newest first. */
function pilihanPeriode({ sekilas, semua, rute, periode }: BahanBatch, kini: Waktu): PilihanPanel[] {
  const ada = new Set<string>([periodeTanggal(tanggalWaktu(kini)), periode]);
  for (const kasus of sekilas) if (kasus.rute === rute && kasus.batch === '') ada.add(kasus.periode);
  for (const satu of semua) if (satu.rute === rute) ada.add(satu.periode);
  return [...ada]
    .flatMap((id) => parsePeriode(id) ?? [])
    .sort()
    .reverse()
    .map((id) => ({ id, label: namaPeriode(id) }));
}

function susunAjuan(baris: BarisBatch, { total }: HitunganBatch, pelaku: Pelaksana): NonNullable<PanelBatch['ajuan']> {
  const tercatat = bacaTotal(baris.total_kontrol);
  return {
    oleh: baris.diajukan_oleh,
    pada: baris.diajukan_pada === '' ? '' : waktuIndonesia(baris.diajukan_pada as Waktu),
    sendiri: baris.diajukan_oleh.toLowerCase() === pelaku.nama.toLowerCase(),
    total: tercatat,
    berubah: (tercatat && bedaKontrol(tercatat, total)) ?? '',
  };
}

function tindakanBatch(
  { nama, baris, belum, pilihan, total }: HitunganBatch,
  bahan: BahanBatch,
  kini: Waktu,
  ajuan: PanelBatch['ajuan'],
): TindakanBatch[] {
  const { rute, periode, rinci } = bahan;
  const tiketBelum = new Set(belum.map(({ tiket }) => tiket));
  const banyakBersih = rinci.filter((kasus) => tiketBelum.has(kasus.tiket) && bersih(kasus)).length;
  const tujuan = sifatRute(rute).lewatDinkes ? 'diserahkan ke Dinas Kesehatan' : 'diusulkan ke BPJS Kesehatan';
  const awal = belumMulai(periode, kini);
  const kosong = pilihan.ikut.length === 0 ? ['Tidak ada usulan yang lolos.'] : [];
  const terbuka = belum.length > 0 ? [`${belum.length} usulan belum diputus.`] : [];
  const siap = [...(awal ? [awal] : []), ...terbuka, ...kosong];
  const massal: TindakanBatch[] = [
    {
      aksi: 'LOLOSKAN',
      label: `Loloskan yang bersih (${banyakBersih})`,
      akibat: `${banyakBersih} usulan yang lengkap, tanpa galat, dan tanpa catatan dinyatakan lolos atas nama Anda.`,
      sebab: banyakBersih === 0 ? ['Tidak ada usulan terverifikasi yang bersih.'] : [],
    },
    {
      aksi: 'GULIRKAN',
      label: `Gulirkan yang belum diputus (${belum.length})`,
      akibat: `${belum.length} usulan pindah ke ${namaPeriode(periodeTerbuka(rute, periode, bahan.semua))}.`,
      sebab: belum.length === 0 ? ['Semua usulan sudah diputus.'] : [],
    },
  ];
  switch (baris?.keadaan) {
    case 'DIAJUKAN_TUTUP':
      return [
        {
          aksi: 'SETUJUI',
          label: 'Setujui dan tutup',
          akibat: `${total.baris} usulan ditutup dalam batch ${nama} dan ${tujuan}. Isi batch tidak dapat diubah lagi.`,
          sebab: [
            ...(ajuan?.sendiri ? ['Anda yang mengajukan; petugas lain yang menyetujui.'] : []),
            ...(ajuan?.berubah ? ['Usulan berubah sejak diajukan; tarik, lalu ajukan lagi.'] : []),
            ...siap,
          ],
        },
        { aksi: 'TARIK', label: 'Tarik pengajuan', akibat: 'Penutupan dapat diajukan lagi nanti.', sebab: [] },
      ];
    case 'MENUTUP':
      return [
        {
          aksi: 'LANJUTKAN',
          label: 'Lanjutkan sekarang',
          akibat: 'Penutupan diteruskan. Tanpa ini sistem meneruskannya sendiri dalam 5 menit.',
          sebab: [],
        },
      ];
    default:
      return [
        ...massal,
        {
          aksi: 'AJUKAN',
          label: 'Ajukan penutupan',
          akibat: `Petugas kedua diminta menyetujui penutupan batch ${nama} dengan ${total.baris} usulan.`,
          sebab: siap,
        },
      ];
  }
}
