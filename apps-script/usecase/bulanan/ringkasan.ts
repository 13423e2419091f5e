/** After a limit: what came in for the period, from which kelurahan, and which sent nothing (BGR-12, BTL-N-05). */
import { namaPeriode, periodeBerikut } from '#domain/periode/periode.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import { cariKalurahan, kalurahan, labelKalurahan } from '#domain/wilayah/wilayah.ts';
import type { Perancang } from '../perancang.ts';
import { penutup, rakit } from '../surat.ts';
import { type Bahan, kelompok } from './bahan.ts';
import { hitungan } from './pengingat.ts';
import type { TugasRingkasan } from './tugas.ts';

/** S-29: whoever died, moved away or found work stays on the list until somebody looks. */
const REKONSILIASI =
  'Cocokkan juga peserta lama: yang meninggal, pindah, atau bekerja dinonaktifkan lewat Format 37 (NONAKTIF).';

/** Plans the letter to Dinsos. @returns what was done, for the ledger */
export function ringkas(p: Perancang, tugas: TugasRingkasan, { kasus }: Bahan): string {
  const { pengaturan } = p.potret;
  const { batas, bulan, kunci } = tugas;
  const jalur = kasus.filter(({ rute }) => sifatRute(rute).cutoff === batas);
  // An office that has only just begun needs no list of who sent nothing.
  if (jalur.length === 0) return 'Belum ada usulan sama sekali; tidak ada surel.';
  const masuk = jalur.filter(({ periode }) => periode === bulan);
  const susulan = jalur.filter(
    ({ periode, tanda }) => periode === periodeBerikut(bulan) && bacaTanda(tanda).has('lewat_cutoff'),
  );
  const perWilayah = kelompok(masuk, ({ kode_wilayah }) => kode_wilayah);
  const baris = [...perWilayah]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kode, isi]) => {
      const desa = cariKalurahan(kode, pengaturan.wilayah);
      return `- ${desa ? labelKalurahan(desa) : kode || 'wilayah belum diketahui'}: ${hitungan(isi, bulan)}`;
    });
  const diam = batas === 'kelurahan' ? kelurahanDiam(perWilayah, pengaturan) : [];
  p.surat({
    kunci,
    tiket: '-',
    kepada: pengaturan.surelDinsos,
    subjek: `Batas ${namaPeriode(bulan)} sudah lewat: ${masuk.length} usulan masuk`,
    isi: rakit(
      `Usulan periode ${namaPeriode(bulan)}: ${masuk.length}.`,
      `Masuk sesudah batas dan ikut periode ${namaPeriode(periodeBerikut(bulan))}: ${susulan.length}.`,
      ...(baris.length > 0 ? ['', `Menurut ${pengaturan.labelKelurahan.toLowerCase()}:`, ...baris] : []),
      ...(diam.length > 0 ? ['', `Tidak mengirim apa pun (${diam.length}): ${diam.join('; ')}.`] : []),
      ...(batas === 'kelurahan' ? ['', REKONSILIASI] : []),
      penutup(pengaturan),
    ),
  });
  return `${masuk.length} usulan masuk, ${diam.length} kelurahan tidak mengirim.`;
}

const kelurahanDiam = (perWilayah: ReadonlyMap<string, unknown>, p: Perancang['potret']['pengaturan']): string[] =>
  kalurahan(p.kodeWilayah, p.wilayah)
    .filter(({ kode }) => !perWilayah.has(kode))
    .map(labelKalurahan);
