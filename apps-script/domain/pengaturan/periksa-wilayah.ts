/** The tab `Wilayah`: the office's kelurahan by their codes (BGR-02). */
import {
  type BarisTab,
  type KonteksPeriksa,
  type PeriksaTab,
  pencariKembar,
  sel,
  tanpaTitik,
  wajib,
} from './periksa-umum.ts';

const kode = (baris: BarisTab) => tanpaTitik(sel(baris, 'kode'));

/** Form choices read `Nama (Kecamatan)`: brackets inside a name could not be told apart. */
const berkurung = (baris: BarisTab, kolom: string) =>
  /[()]/.test(sel(baris, kolom)) ? `Kolom ${kolom} ditulis tanpa tanda kurung.` : undefined;

export const periksaWilayah: PeriksaTab = (baris, konteks) => {
  const kodeKembar = pencariKembar(baris, kode);
  const namaKembar = pencariKembar(baris, (satu) =>
    sel(satu, 'nama') === '' ? '' : `${kode(satu).slice(0, 6)}|${sel(satu, 'nama').toUpperCase()}`,
  );
  const kecamatan = new Map<string, string>();
  for (const satu of baris) {
    const induk = kode(satu).slice(0, 6);
    if (!kecamatan.has(induk)) kecamatan.set(induk, sel(satu, 'kecamatan'));
  }
  return baris.map((satu) => {
    const pertama = kecamatan.get(kode(satu).slice(0, 6)) ?? '';
    return {
      salah: [
        salahKode(kode(satu), konteks),
        kodeKembar(satu, 'Kode ini ada di baris lain juga.'),
        wajib(satu, 'nama'),
        wajib(satu, 'kecamatan'),
        berkurung(satu, 'nama'),
        berkurung(satu, 'kecamatan'),
        namaKembar(satu, 'Nama ini ada dua kali di kecamatan yang sama.'),
        sel(satu, 'kecamatan') === pertama
          ? undefined
          : `Enam angka pertama kodenya sama dengan baris yang berkecamatan ${pertama}; samakan nama kecamatannya.`,
      ],
    };
  });
};

function salahKode(nilai: string, { kodeWilayah }: KonteksPeriksa): string | undefined {
  if (!/^\d{10}$/.test(nilai)) return 'Kode wilayah terdiri dari 10 angka, misalnya 3404062001.';
  return nilai.startsWith(kodeWilayah)
    ? undefined
    : `Kode ini milik daerah lain; kode kantor ini ${kodeWilayah} (tab Pengaturan, kode_wilayah).`;
}
