/** Who is to open which file of an office, by its tab `Peran`: for whoever looks after the files while there is no office. */
import type { BukuTercatat, FormulirTercatat } from './manifes.ts';
import type { BarisTab } from './tab-kecil.ts';

interface Berkas {
  readonly register: string;
  readonly berbagi: readonly BukuTercatat[];
  readonly formulir: readonly FormulirTercatat[];
}

interface Izin {
  readonly berkas: string;
  readonly id: string;
  readonly penyunting: readonly string[];
}

const REGISTER = ['admin', 'dinsos', 'loket'];
const KELURAHAN = ['kelurahan', 'pendukung'];

export function izinDiinginkan(peran: readonly BarisTab[], { register, berbagi, formulir }: Berkas): Izin[] {
  const aktif = peran.filter(({ email = '', aktif = '' }) => email !== '' && aktif !== 'tidak');
  const email = (boleh: (satu: BarisTab) => boolean) => aktif.filter(boleh).map((satu) => satu['email'] ?? '');
  const berperan = (...nama: readonly string[]) => email((satu) => nama.includes(satu['peran'] ?? ''));
  const kelurahan = (kode: string) =>
    email((satu) => satu['peran'] === 'admin' || (KELURAHAN.includes(satu['peran'] ?? '') && satu['wilayah'] === kode));
  return [
    { berkas: 'register', id: register, penyunting: berperan(...REGISTER) },
    ...berbagi.map(({ nama, id }) => {
      const [, kode] = /^kelurahan_(.+)$/.exec(nama) ?? [];
      return { berkas: nama, id, penyunting: kode ? kelurahan(kode) : berperan('admin', 'dinsos', nama) };
    }),
    ...formulir.map(({ nama, id }) => ({ berkas: `formulir ${nama}`, id, penyunting: berperan('admin') })),
  ];
}
