/** The forms follow the settings tabs: missing ones are made, the lists of those that exist are set anew. */
import type { NamaFormulir } from '#domain/formulir/butir.ts';
import { formulirKantor } from '#domain/formulir/semua.ts';
import { halanganFormulir } from '#usecase/halangan-formulir.ts';
import { Perancang } from '#usecase/perancang.ts';
import { type PetaFormulir, type PetaKantor, petaFormulir } from '../google/formulir.ts';
import { komit } from '../google/komit.ts';
import { idRegister } from '../google/layanan.ts';
import { buatFormulir, daftarPilihan, segarkanFormulir, tautanFaskes } from './formulir.ts';
import { bacaKantor, catatKantor } from './kantor.ts';
import { bacaTabPengaturan, type TabTerbaca } from './pengaturan.ts';

/**
 * Plans nothing but the markers and links; the forms themselves are changed at once. Wrong settings leave the lists of
 * existing forms as they were: people go on with the old choices until the tab is mended.
 * @param ada the forms that are there
 */
export function siapkanFormulir(
  p: Perancang,
  terbaca: TabTerbaca,
  laporan: string[],
  ada: PetaKantor = { ...bacaKantor()?.formulir, ...petaFormulir(terbaca.terbuka.potret) },
): PetaKantor {
  const { terbuka, isi } = terbaca;
  const peta: Partial<Record<NamaFormulir, PetaFormulir>> = { ...ada };
  const daftar = daftarPilihan(terbuka.potret.pengaturan, isi.Faskes, isi.Alasan);
  const halangan = halanganFormulir(isi, terbuka.potret);
  if (halangan !== '') laporan.push(`Pilihan di formulir tidak disegarkan: ${halangan}`);
  for (const satu of formulirKantor(terbuka.potret.pengaturan.rute)) {
    const lama = peta[satu.nama];
    if (lama && halangan === '') laporan.push(...segarkanFormulir(satu, lama, daftar));
    if (lama) continue;
    peta[satu.nama] = buatFormulir(satu, daftar);
    // At once: a run that ends here must not make it a second time.
    catatKantor(idRegister(), bacaKantor()?.berkas ?? {}, peta);
    laporan.push(`Formulir ${satu.nama} dibuat dan diterbitkan.`);
  }
  p.aturSistem('formulir_tertinggal', halangan === '' ? '' : 'ya');
  const tautan = halangan === '' ? isiTautan(p, isi.Faskes, peta.darurat) : 0;
  if (tautan > 0) laporan.push(`${tautan} tautan fasilitas diperbarui.`);
  return peta;
}

/** Each hospital's own link stands beside its name in `Faskes`. @returns how many were new */
function isiTautan(
  p: Perancang,
  faskes: readonly Readonly<Record<string, string>>[],
  formulir: PetaFormulir | undefined,
): number {
  if (!formulir) return 0;
  const aktif = faskes.filter((satu) => satu['aktif'] !== 'tidak' && (satu['nama'] ?? '') !== '');
  const tautan = tautanFaskes(
    formulir,
    aktif.map((satu) => satu['nama'] ?? ''),
  );
  const baru = aktif.filter(({ nama = '', tautan: lama }) => (tautan.get(nama) ?? '') !== lama);
  for (const { nama = '' } of baru) p.ubahBaris('Faskes', nama, { tautan: tautan.get(nama) ?? '' });
  return baru.length;
}

/** For the tick, inside the lock: brings lists up to date that an edit of the settings left behind. @returns whether it did */
export function susulFormulir(): boolean {
  const terbaca = bacaTabPengaturan();
  const p = new Perancang(terbaca.terbuka.potret);
  if (halanganFormulir(terbaca.isi, terbaca.terbuka.potret) !== '') return false;
  const laporan: string[] = [];
  siapkanFormulir(p, terbaca, laporan);
  komit(p.rencana(), terbaca.terbuka.letak);
  return true;
}
