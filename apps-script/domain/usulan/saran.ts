/** One-click suggestions for findings. A machine suggests, the officer clicks; nothing is changed silently. */
import type { Kasus, KolomKasus } from '../kolom/kasus.ts';
import { jenisKelaminNik, parseNik, tanggalLahirNik } from '../nik/nik.ts';
import { tanggalAngka } from '../waktu/bahasa.ts';
import type { Tanggal } from '../waktu/tanggal.ts';
import type { Temuan } from './masalah.ts';

export interface Saran {
  readonly label: string;
  readonly ubah: Partial<Record<KolomKasus, string>>;
}

/** Suggestions for one finding of a case, best first; often none. */
export function saranTemuan(temuan: Temuan, kasus: Kasus, hariIni: Tanggal): Saran[] {
  const { nik } = parseNik(kasus.nik, hariIni);
  switch (temuan.kode) {
    case 'W_LAHIR':
      return nik
        ? tanggalLahirNik(nik, hariIni).map((lahir) => ({
            label: `Pakai tanggal lahir dari NIK: ${tanggalAngka(lahir)}`,
            ubah: { tgl_lahir: lahir },
          }))
        : [];
    case 'W_JK':
      return nik ? [saranJk(jenisKelaminNik(nik))] : [];
    case 'E_SAMA_KK':
      return [
        { label: 'Kosongkan nomor KK', ubah: { no_kk: '' } },
        { label: 'Kosongkan NIK', ubah: { nik: '' } },
      ];
    case 'W_TGL_KK':
      return tertukar(kasus, hariIni) ? [saranTukar(kasus)] : [];
    case 'E_TGL':
    case 'E_FORMAT':
    case 'E_SERI':
      return temuan.kolom === 'nik' && tertukar(kasus, hariIni)
        ? [saranTukar(kasus)]
        : perbaikiHuruf(temuan, kasus, hariIni);
    default:
      return [];
  }
}

const saranJk = (jk: 'L' | 'P'): Saran => ({
  label: `Pakai jenis kelamin dari NIK: ${jk === 'L' ? 'laki-laki' : 'perempuan'}`,
  ubah: { jk },
});

const saranTukar = (kasus: Kasus): Saran => ({
  label: 'Tukar NIK dan nomor KK',
  ubah: { nik: kasus.no_kk, no_kk: kasus.nik },
});

/** What stands in the KK cell is a possible NIK of this person, and the NIK cell is not. */
function tertukar(kasus: Kasus, hariIni: Tanggal): boolean {
  const dariKk = parseNik(kasus.no_kk, hariIni).nik;
  if (!dariKk) return false;
  const cocokLahir = tanggalLahirNik(dariKk, hariIni).includes(kasus.tgl_lahir as Tanggal);
  return cocokLahir && dariKk !== kasus.nik;
}

/** Letters that are mistaken for digits. */
const HURUF: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', B: '8', S: '5' };

function perbaikiHuruf(temuan: Temuan, kasus: Kasus, hariIni: Tanggal): Saran[] {
  const kolom = temuan.kolom;
  if (temuan.kode !== 'E_FORMAT' || (kolom !== 'nik' && kolom !== 'no_kk' && kolom !== 'nik_ibu')) return [];
  const angka = kasus[kolom].replace(/[OoIlBS]/g, (huruf) => HURUF[huruf] ?? huruf).replace(/[^0-9]/g, '');
  if (angka === kasus[kolom] || angka.length !== 16) return [];
  if (kolom !== 'no_kk' && !parseNik(angka, hariIni).nik) return [];
  return [{ label: 'Ganti huruf yang mirip angka dan buang spasi', ubah: { [kolom]: angka } }];
}
