/** The tab `Faskes`: what the forms offer as hospital and first facility. */
import { kunciFaskes } from './kode-faskes.ts';
import { type PeriksaTab, pencariKembar, pilihan, sel, wajib, YA_TIDAK } from './periksa-umum.ts';

export const periksaFaskes: PeriksaTab = (baris) => {
  const namaKembar = pencariKembar(baris, (satu) => kunciFaskes(sel(satu, 'nama')));
  const kodeKembar = pencariKembar(baris, (satu) => sel(satu, 'kode').toUpperCase());
  return baris.map((satu) => {
    const kode = sel(satu, 'kode');
    return {
      salah: [
        wajib(satu, 'nama'),
        namaKembar(satu, 'Nama ini ada di baris lain juga; pilihan di formulir tidak boleh kembar.'),
        wajib(satu, 'jenis'),
        pilihan(satu, 'jenis', ['RS', 'Puskesmas']),
        pilihan(satu, 'aktif', YA_TIDAK),
        kode === '' || /^[0-9A-Za-z]{8}$/.test(kode) ? undefined : 'Kode faskes BPJS terdiri dari 8 huruf atau angka.',
        kodeKembar(satu, 'Kode ini dipakai baris lain juga.'),
      ],
    };
  });
};
