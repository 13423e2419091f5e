/** Who is to open which file of an office, by its tab `Peran`: for whoever looks after the files while there is no office. */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { emailKelurahan, emailPeran, PENGGUNA_REGISTER } from '#usecase/hak-berkas.ts';
import type { BukuTercatat, FormulirTercatat } from './manifes.ts';

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

export function izinDiinginkan(pengaturan: Pengaturan, { register, berbagi, formulir }: Berkas): Izin[] {
  return [
    { berkas: 'register', id: register, penyunting: emailPeran(pengaturan, PENGGUNA_REGISTER) },
    ...berbagi.map(({ nama, id }) => {
      const [, kode] = /^kelurahan_(.+)$/.exec(nama) ?? [];
      const penyunting = kode ? emailKelurahan(pengaturan, kode) : emailPeran(pengaturan, ['admin', 'dinsos', nama]);
      return { berkas: nama, id, penyunting };
    }),
    ...formulir.map(({ nama, id }) => ({
      berkas: `formulir ${nama}`,
      id,
      penyunting: emailPeran(pengaturan, ['admin']),
    })),
  ];
}
