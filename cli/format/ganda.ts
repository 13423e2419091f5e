/** The same NIK in two files of one import: nobody can tell which row counts, so neither is sent. */
import type { BerkasRencana, Temuan } from '../rencana/rencana.ts';

type Siap = BerkasRencana['siap'][number];

const temuan = (lain: string): Temuan => ({
  tingkat: 'galat',
  kode: 'E_GANDA_ANTAR_BERKAS',
  kolom: '',
  judul: 'NIK/KITAS/KITAP',
  pesan: `NIK sama dengan ${lain}. Hapus salah satunya.`,
});

/** Moves rows whose NIK is ready in another file as well to the refused ones, each naming the other. */
export function pisahkanGanda(semua: readonly BerkasRencana[]): BerkasRencana[] {
  const tempat = new Map<string, { berkas: BerkasRencana; nomor: number }[]>();
  for (const berkas of semua) {
    for (const { nomor, isi } of berkas.siap) {
      const nik = isi['nik'] ?? '';
      if (nik !== '') tempat.set(nik, [...(tempat.get(nik) ?? []), { berkas, nomor }]);
    }
  }
  return semua.map((berkas) => {
    const lain = ({ isi }: Siap) => (tempat.get(isi['nik'] ?? '') ?? []).find((satu) => satu.berkas !== berkas);
    const ganda = berkas.siap.flatMap((satu) => {
      const kembar = lain(satu);
      const sebab = kembar && temuan(`baris ${kembar.nomor} di ${kembar.berkas.nama}`);
      return sebab ? [{ nomor: satu.nomor, sebab: [sebab, ...satu.peringatan] }] : [];
    });
    const ditolak = [...berkas.ditolak, ...ganda].sort((a, b) => a.nomor - b.nomor);
    return { ...berkas, siap: berkas.siap.filter((satu) => !lain(satu)), ditolak };
  });
}
