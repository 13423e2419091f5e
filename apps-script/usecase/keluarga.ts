/** The whole family of a case, and who may be the same person: shown side by side, decided by people (S-15, S-17, S-18). */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import { samarkanNik } from '#domain/nik/nik.ts';
import { isBulanan, sifatRute } from '#domain/usulan/rute.ts';
import { isStatus, LABEL_STATUS, type Status } from '#domain/usulan/status.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import { sebutPeriode } from './panel-data.ts';
import type { JawabanKeluarga, OrangPanel } from './panel-jenis.ts';
import type { Potret } from './potret.ts';
import { saranNik } from './saran-nik.ts';

/** What has to be read of every case. */
export const KOLOM_KELUARGA: readonly KolomKasus[] = [
  'tiket',
  'status',
  'nama',
  'nik',
  'no_kk',
  'tgl_lahir',
  'jk',
  'hubkel',
  'rute',
  'periode',
  'segmen_asal',
];

/** In these somebody does not get cover together with the others. */
const TIDAK_IKUT: readonly string[] = [
  'DIKEMBALIKAN',
  'TIDAK_LOLOS',
  'TIDAK_BERHASIL',
  'DIBATALKAN',
  'DITARIK',
  'DITUTUP',
] satisfies Status[];

/** @param semua every case, of which only `KOLOM_KELUARGA` need be filled; `kasus` may be among them */
export function susunKeluarga(
  kasus: Kasus,
  semua: readonly Kasus[],
  potret: Potret,
  ditolak: (nik: string) => boolean,
): JawabanKeluarga {
  const lain = semua.filter(({ tiket }) => tiket !== '' && tiket !== kasus.tiket);
  const sekeluarga = kasus.no_kk === '' ? [] : lain.filter(({ no_kk }) => no_kk === kasus.no_kk);
  const nama = kunciNama(kasus.nama);
  const serupa = lain.flatMap((satu) => {
    const sebab = kemiripan(kasus, nama, satu);
    return sebab === '' ? [] : [sebutOrang(satu, kasus, sebab)];
  });
  return {
    anggota: [kasus, ...sekeluarga].map((satu) => sebutOrang(satu, kasus, '')),
    peringatan: potret.pengaturan.satuKk ? peringatanKeluarga(kasus, sekeluarga) : [],
    serupa,
    saranNik: saranNik(kasus, lain, tanggalWaktu(potret.kini), ditolak),
  };
}

/** Why somebody may be the same person; empty when nothing says so. */
function kemiripan(kasus: Kasus, nama: string, satu: Kasus): string {
  if (kasus.nik !== '' && satu.nik === kasus.nik) {
    return satu.rute === kasus.rute ? 'NIK sama, jalur sama' : `NIK sama di jalur ${sifatRute(satu.rute).label}`;
  }
  const sama = nama !== '' && kasus.tgl_lahir !== '' && satu.tgl_lahir === kasus.tgl_lahir;
  if (!sama || kunciNama(satu.nama) !== nama) return '';
  return 'Nama dan tanggal lahir sama, NIK lain: dapat orang lain, periksa dahulu';
}

function sebutOrang(satu: Kasus, kasus: Kasus, sebab: string): OrangPanel {
  const { tiket, nama, nik, hubkel, rute, periode, status } = satu;
  const bulan = isBulanan(rute) ? `, ${sebutPeriode(periode)}` : '';
  return {
    tiket,
    nama,
    nik: nik === '' ? 'tanpa NIK' : samarkanNik(nik),
    hubkel,
    jalur: `${sifatRute(rute).label}${bulan}`,
    status: isStatus(status) ? LABEL_STATUS[status] : status,
    ini: tiket === kasus.tiket,
    sebab,
  };
}

/** Families that pay their own premium move as a whole; whoever stays behind keeps paying, or loses cover (S-15). */
function peringatanKeluarga(kasus: Kasus, sekeluarga: readonly Kasus[]): string[] {
  if (!isBulanan(kasus.rute) || kasus.no_kk === '') return [];
  const mandiri = /mandiri|pbpu|bukan pekerja/i.test(kasus.segmen_asal);
  if (sekeluarga.length === 0) {
    return mandiri
      ? [
          'Baru satu orang dari KK ini di register. Peserta mandiri pindah satu KK: pastikan anggota lain ikut diusulkan atau sudah mempunyai jaminan.',
        ]
      : [];
  }
  const tinggal = sekeluarga.filter(({ status, periode }) => TIDAK_IKUT.includes(status) || periode !== kasus.periode);
  if (tinggal.length === 0 || TIDAK_IKUT.includes(kasus.status)) return [];
  const daftar = tinggal.map(({ tiket, status }) => `${tiket} (${isStatus(status) ? LABEL_STATUS[status] : status})`);
  return [`Hanya sebagian anggota KK yang pindah pada periode ini. Tidak bersama: ${daftar.join(', ')}.`];
}
