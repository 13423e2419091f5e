/** After a limit: what came in for the period, from which kelurahan, and which sent nothing (BGR-12, BTL-N-05). */
import { kalimatSurat } from '#domain/kalimat/surat.ts';
import { namaPeriode, periodeBerikut } from '#domain/periode/periode.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import { cariKalurahan, kalurahan, labelKalurahan } from '#domain/wilayah/wilayah.ts';
import type { Perancang } from '../perancang.ts';
import { type Bahan, kelompok } from './bahan.ts';
import { hitungan } from './pengingat.ts';
import { suratBerkala } from './surat-berkala.ts';
import type { TugasRingkasan } from './tugas.ts';

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
  p.surat(
    suratBerkala('ringkasan', kunci, pengaturan.surelDinsos, pengaturan, {
      periode: namaPeriode(bulan),
      masuk: String(masuk.length),
      berikut: namaPeriode(periodeBerikut(bulan)),
      susulan: String(susulan.length),
      daftar: baris.length > 0 ? [`Menurut ${pengaturan.labelKelurahan.toLowerCase()}:`, ...baris].join('\n') : '',
      diam: diam.length > 0 ? `(${diam.length}): ${diam.join('; ')}` : '',
      // S-29: whoever died, moved away or found work stays on the list until somebody looks.
      rekonsiliasi: batas === 'kelurahan' ? kalimatSurat('surat.rekonsiliasi.isi', {}, pengaturan) : '',
    }),
  );
  return `${masuk.length} usulan masuk, ${diam.length} kelurahan tidak mengirim.`;
}

const kelurahanDiam = (perWilayah: ReadonlyMap<string, unknown>, p: Perancang['potret']['pengaturan']): string[] =>
  kalurahan(p.kodeWilayah, p.wilayah)
    .filter(({ kode }) => !perWilayah.has(kode))
    .map(labelKalurahan);
