/** Region of a row: by Kemendagri code or by names as people write them, and whether the sender may submit for it. */
import { cariKalurahan, cariNamaKalurahan, type DaftarWilayah, type Kalurahan, kabupaten } from '../wilayah/wilayah.ts';
import type { KunciKolom } from './kolom.ts';

export interface IsiWilayah {
  readonly kode_kec: string;
  readonly nama_kec: string;
  readonly kode_desa: string;
  readonly nama_desa: string;
}

export interface IzinWilayah {
  /** Regency of the office, four digits. */
  readonly kodeWilayah: string;
  /** Codes of 4, 6 or 10 digits under which the sender may submit; absent: the whole regency. */
  readonly kodeWilayahBoleh?: readonly string[] | undefined;
  /** The office's own list of regions; absent: the regions that are built in. */
  readonly daftarWilayah?: DaftarWilayah | undefined;
}

export interface HasilWilayah {
  /** Ten digits; empty when the region is not certain. */
  readonly kodeWilayah: string;
  readonly temuan: readonly { readonly kolom: KunciKolom; readonly kode: string }[];
}

type Temuan = { kolom: KunciKolom; kode: string };

const polos = (kode: string): string => kode.replace(/[\s.'-]/g, '');

/** Finds the kalurahan by name inside a regency or kapanewon. */
function dariNama({ nama_desa, nama_kec }: IsiWilayah, induk: string, daftar?: DaftarWilayah): Kalurahan | Temuan {
  const cocok = cariNamaKalurahan(nama_desa, induk, nama_kec === '' ? undefined : nama_kec, daftar);
  const [pertama] = cocok;
  if (pertama && cocok.length === 1) return pertama;
  if (cocok.length > 1) return { kolom: 'nama_desa', kode: 'E_WILAYAH_GANDA' };
  const diTempatLain = nama_kec !== '' && cariNamaKalurahan(nama_desa, induk, undefined, daftar).length > 0;
  return diTempatLain ? { kolom: 'nama_kec', kode: 'E_WILAYAH_BEDA' } : { kolom: 'nama_desa', kode: 'E_WILAYAH' };
}

/** The columns that contradict a kalurahan found by its code. */
function bertentangan(isi: IsiWilayah, desa: Kalurahan, daftar?: DaftarWilayah): Temuan[] {
  const temuan: Temuan[] = [];
  const induk = desa.kode.slice(0, 4);
  const sama = (nama: string, kec?: string) =>
    cariNamaKalurahan(nama, induk, kec, daftar).some((d) => d.kode === desa.kode);
  if (isi.nama_desa !== '' && !sama(isi.nama_desa)) temuan.push({ kolom: 'nama_desa', kode: 'E_WILAYAH_BEDA' });
  if (isi.nama_kec !== '' && !sama(desa.nama, isi.nama_kec)) temuan.push({ kolom: 'nama_kec', kode: 'E_WILAYAH_BEDA' });
  const kec = polos(isi.kode_kec);
  // Other code sets than Kemendagri's six digits are in use and cannot be compared.
  const kemendagri = /^\d{6}$/.test(kec) && kec.startsWith(induk);
  if (kemendagri && kec !== desa.kapanewon.kode) temuan.push({ kolom: 'kode_kec', kode: 'E_WILAYAH_BEDA' });
  return temuan;
}

function tentukan(isi: IsiWilayah, { kodeWilayah: kantor, daftarWilayah: daftar }: IzinWilayah): HasilWilayah {
  const gagal = (...temuan: Temuan[]): HasilWilayah => ({ kodeWilayah: '', temuan });
  const kode = polos(isi.kode_desa);
  const berkode = /^\d{10}$/.test(kode);
  if (berkode && !kode.startsWith(kantor)) return gagal({ kolom: 'kode_desa', kode: 'T09' });
  if (kabupaten(kantor, daftar) === undefined) {
    return { kodeWilayah: berkode ? kode : '', temuan: [{ kolom: 'nama_desa', kode: 'W_TANPA_DAFTAR' }] };
  }
  if (berkode) {
    const desa = cariKalurahan(kode, daftar);
    if (!desa) return gagal({ kolom: 'kode_desa', kode: 'E_WILAYAH' });
    const temuan = bertentangan(isi, desa, daftar);
    return temuan.length > 0 ? gagal(...temuan) : { kodeWilayah: kode, temuan };
  }
  const kodeLain: Temuan[] = kode === '' ? [] : [{ kolom: 'kode_desa', kode: 'W_KODE_DESA' }];
  if (isi.nama_desa === '') return gagal(...kodeLain);
  const desa = dariNama(isi, kantor, daftar);
  if ('kolom' in desa) return gagal(...kodeLain, desa);
  const temuan = bertentangan(isi, desa, daftar);
  return temuan.length > 0 ? gagal(...kodeLain, ...temuan) : { kodeWilayah: desa.kode, temuan: kodeLain };
}

/** The region of a row and every finding about it; a row outside the sender's own area is always an error. */
export function bacaWilayah(isi: IsiWilayah, izin: IzinWilayah): HasilWilayah {
  const hasil = tentukan(isi, izin);
  const { kodeWilayahBoleh } = izin;
  // Without a name the row already lacks a required cell; an error on the region says more than "not yours".
  const kurang = hasil.kodeWilayah === '' && isi.nama_desa === '';
  const salah = hasil.temuan.some(({ kode }) => /^[ET]/.test(kode));
  if (kodeWilayahBoleh === undefined || kurang || salah) return hasil;
  const boleh = kodeWilayahBoleh.map(polos).some((awal) => awal.length >= 4 && hasil.kodeWilayah.startsWith(awal));
  return boleh ? hasil : { ...hasil, temuan: [...hasil.temuan, { kolom: 'nama_desa', kode: 'E_BUKAN_WILAYAH' }] };
}
