/** The tab `Peran`: who may do what and for which region (BGR-21, BGR-22, S-25). */
import { PERAN_ORANG } from '../kolom/tab-pengaturan.ts';
import { POLA_EMAIL } from './ketentuan.ts';
import {
  type BarisTab,
  type KonteksPeriksa,
  type PeriksaTab,
  pencariKembar,
  pilihan,
  sel,
  tanpaTitik,
  wajib,
  YA_TIDAK,
} from './periksa-umum.ts';

/** Digits of the region that these roles work for. */
export const PANJANG_WILAYAH: Readonly<Record<string, number>> = { kelurahan: 10, pendukung: 10, kecamatan: 6 };

/** Without one of each nobody could mend a setting, or work on a case. */
const HARUS_ADA: readonly string[] = ['admin', 'dinsos'];

const peran = (baris: BarisTab) => sel(baris, 'peran').toLowerCase();
const aktif = (baris: BarisTab) => sel(baris, 'aktif').toLowerCase() !== 'tidak';

export const periksaPeran: PeriksaTab = (baris, konteks) => {
  const kembar = pencariKembar(baris, (satu) => sel(satu, 'email').toLowerCase());
  const hilang = HARUS_ADA.filter((mau) => !baris.some((satu) => peran(satu) === mau && aktif(satu)));
  return baris.map((satu, i) => ({
    salah: [
      POLA_EMAIL.test(sel(satu, 'email')) ? undefined : 'Alamat surel tidak lengkap; tulis seperti nama@contoh.go.id.',
      kembar(satu, 'Alamat ini ada di baris lain juga; satu orang satu baris.'),
      wajib(satu, 'peran'),
      pilihan(satu, 'peran', PERAN_ORANG),
      pilihan(satu, 'aktif', YA_TIDAK),
      salahWilayah(satu, konteks),
      i === 0 && hilang.length > 0
        ? `Tidak ada lagi orang aktif berperan ${hilang.join(' dan ')} di tab ini; pembagian berkas tidak diubah sampai ada.`
        : undefined,
    ],
    ragu: [
      sel(satu, 'nama') === '' ? 'Nama kosong.' : undefined,
      !(peran(satu) in PANJANG_WILAYAH) && sel(satu, 'wilayah') !== ''
        ? 'Peran ini bekerja untuk seluruh daerah; kolom wilayah tidak dipakai.'
        : undefined,
    ],
  }));
};

function salahWilayah(baris: BarisTab, { kodeKelurahan, kodeWilayah }: KonteksPeriksa): string | undefined {
  const panjang = PANJANG_WILAYAH[peran(baris)];
  if (panjang === undefined) return undefined;
  const kode = tanpaTitik(sel(baris, 'wilayah'));
  if (!/^\d+$/.test(kode) || kode.length !== panjang)
    return `Peran ${peran(baris)} memerlukan kode wilayah ${panjang} angka.`;
  if (!kode.startsWith(kodeWilayah)) return `Kode wilayah itu milik daerah lain; kode kantor ini ${kodeWilayah}.`;
  return kodeKelurahan.some((satu) => satu.startsWith(kode))
    ? undefined
    : 'Kode wilayah itu tidak ada di tab Wilayah; periksa angkanya atau tambahkan di sana.';
}
