/** Rows of the tab `KIS` (BGR-20). */
import type { PeristiwaKis } from '#domain/formulir/kis.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';

/** The row that a successful case gets in the tab `KIS`. */
export const barisKisBaru = (
  kasus: Kasus,
  keadaan: PeristiwaKis | 'MENUNGGU',
  kini: string,
): Record<string, string> => ({
  tiket: kasus.tiket,
  kode_wilayah: kasus.kode_wilayah,
  keadaan,
  sejak: kini,
});

/** The cells of `KIS` that an event fills. */
export function isiKis(isi: Readonly<Record<string, string>>, pelapor: string, kini: string): Record<string, string> {
  const { peristiwa = '', tanggal = '', penerima = '', hubungan = '', alasan_gagal = '', tanda_terima = '' } = isi;
  const hari: Partial<Record<string, string>> = {
    DITERIMA: 'diterima_kelurahan',
    DISERAHKAN: 'diserahkan',
    DIGITAL: 'diserahkan',
    RETUR: 'retur',
  };
  const kolomHari = hari[peristiwa];
  return {
    keadaan: peristiwa,
    sejak: kini,
    ...(kolomHari ? { [kolomHari]: tanggal } : {}),
    penerima,
    hubungan,
    alasan_gagal,
    pelapor,
    tanda_terima,
  };
}
