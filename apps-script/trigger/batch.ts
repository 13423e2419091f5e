/** Works on batches part by part: a run ends well before Google ends it, and the next tick goes on (BGR-15, BGR-17). */
import { settingSalah } from '#domain/pengaturan/pengaturan.ts';
import type { Periode } from '#domain/periode/periode.ts';
import { waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { type BarisBatch, bacaBerjalan, bacaNamaBatch, tandaiBerjalan } from '#usecase/batch/baris.ts';
import { hitungUlang, KOLOM_HITUNG } from '#usecase/batch/hitung.ts';
import { kerjaKirim } from '#usecase/batch/kirim.ts';
import { siapIkut } from '#usecase/batch/pilih.ts';
import { type KerjaBatch, kerjaTutup } from '#usecase/batch/tutup.ts';
import { Perancang } from '#usecase/perancang.ts';
import { type Potret, semuaBatch } from '#usecase/potret.ts';
import { type Rencana, rencanaKosong } from '#usecase/rencana.ts';
import { GalatPengguna } from '../google/galat.ts';
import type { Letak } from '../google/kirim.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, keKasus } from '../google/register.ts';
import { type BukaanBatch, bukaBatch } from './batch-buka.ts';
import { denganKunci } from './jaga.ts';

/** Cases of one commit. */
const SEKALI_KOMIT = 1000;

/** Google ends a run after six minutes; the largest commit may take more than one of them. */
const LAMA_JALAN_MS = 270_000;

/** After this long others get their turn; a form event that waited in vain is found by the next sweep. */
const LAMA_KUNCI_MS = 60_000;

const PENGATURAN_BATCH = [
  'cutoff_kelurahan',
  'cutoff_dinsos',
  'cutoff_dinkes',
  'cutoff_kolektif',
  'cutoff_libur',
  'kuota_periode',
  'prioritas',
  'rute_aktif',
  'kode_wilayah',
] as const;

/** @throws GalatPengguna on a wrong setting: a batch is never closed on a guess */
export function pastikanPengaturan({ pengaturan }: Potret): void {
  const salah = settingSalah(pengaturan, PENGATURAN_BATCH);
  if (salah) throw new GalatPengguna(salah);
}

/** The register as a committed plan leaves it, for the next part under the same lock. */
function sesudah(potret: Potret, letak: Letak, { ubah }: Rencana): { potret: Potret; letak: Letak } {
  const sistem: Record<string, string> = { ...letak.sistem };
  for (const { tab, kunci, nilai } of ubah) if (tab === 'Sistem') sistem[kunci] = nilai['nilai'] ?? '';
  return { potret: { ...potret, sistem, kini: waktuDariEpoch(Date.now()) }, letak: { ...letak, sistem } };
}

/** Does the work in parts of one commit each until it is done or `batasMs` is reached. @returns whether it is done */
export function kerjakanBatch(kerja: KerjaBatch, p: Perancang, letak: Letak, batasMs: number): boolean {
  let kini = { potret: p.potret, letak };
  let perancang = p;
  for (let awal = 0; ; awal += SEKALI_KOMIT) {
    const bagian = kerja.sisa.slice(awal, awal + SEKALI_KOMIT);
    const selesai = awal + SEKALI_KOMIT >= kerja.sisa.length;
    kerja.kerjakan(perancang, bagian);
    if (selesai) kerja.akhiri(perancang);
    const rencana = perancang.rencana();
    komit(rencana, kini.letak);
    if (selesai) return true;
    if (Date.now() >= batasMs) return false;
    kini = sesudah(kini.potret, kini.letak, rencana);
    perancang = new Perancang(kini.potret);
  }
}

export const batasKunci = (): number => Date.now() + LAMA_KUNCI_MS;

/** What is left to do for a batch, with the batch as a plan may just have changed it. */
export function kerjaUntuk(buka: BukaanBatch, baris: BarisBatch): KerjaBatch | undefined {
  const { rinci, isi, kodeFktp } = buka;
  const { prioritas, kuotaPeriode } = buka.potret.pengaturan;
  if (baris.keadaan === 'MENGIRIM') return kerjaKirim(baris, rinci);
  if (baris.keadaan !== 'MENUTUP') return undefined;
  return kerjaTutup({ baris, rinci, isi, kodeFktp, prioritas, kuota: kuotaPeriode !== undefined });
}

/** The cases that the work on a batch needs. */
function bukaUntukBatch(nama: string): BukaanBatch {
  return bukaBatch((semua) => {
    const baris = semua.find(({ batch }) => batch === nama);
    const { rute } = bacaNamaBatch(nama) ?? {};
    if (!baris || !rute) return { kasus: () => false };
    if (['DITUTUP', 'MENGIRIM'].includes(baris.keadaan))
      return { kasus: (kasus) => kasus.batch === nama && kasus.status === 'DIKIRIM_DINKES' };
    return { kasus: (kasus) => siapIkut(kasus, rute, baris.periode as Periode), isiBatch: nama };
  });
}

/** Goes on with whatever batch is at work, and counts answers anew. @returns whether there was something to do */
export function lanjutkanBatch({ potret }: { potret: Potret }): boolean {
  const akhir = Date.now() + LAMA_JALAN_MS;
  const berjalan = Object.keys(bacaBerjalan(potret.sistem.batch_berjalan ?? ''));
  for (const nama of berjalan) lanjutkanSatu(nama, akhir);
  if ((potret.sistem.batch_berubah ?? '') !== '') denganKunci(hitungUlangBatch);
  return berjalan.length > 0 || (potret.sistem.batch_berubah ?? '') !== '';
}

/** @param akhir when the run must stop, milliseconds since 1970 */
export function lanjutkanSatu(nama: string, akhir = Date.now() + LAMA_JALAN_MS): void {
  for (let selesai = false; !selesai && Date.now() < akhir; ) {
    selesai = denganKunci(() => {
      const buka = bukaUntukBatch(nama);
      pastikanPengaturan(buka.potret);
      const baris = buka.semua.find(({ batch }) => batch === nama);
      const kerja = baris && kerjaUntuk(buka, baris);
      if (!kerja) {
        lepaskan(nama, buka);
        return true;
      }
      return kerjakanBatch(kerja, new Perancang(buka.potret), buka.letak, Math.min(akhir, batasKunci()));
    });
  }
}

/** Finished meanwhile, or no batch at all. */
function lepaskan(nama: string, { potret, letak }: BukaanBatch): void {
  const p = new Perancang(potret);
  tandaiBerjalan(p, nama);
  const rencana = p.rencana();
  if (!rencanaKosong(rencana)) komit(rencana, letak);
}

function hitungUlangBatch(): void {
  const { potret, isi, letak } = bukaRegister([
    { tab: 'Kasus', kolom: KOLOM_HITUNG },
    { tab: 'Batch', ambil: 'semua' },
  ]);
  const p = new Perancang(potret);
  hitungUlang(
    p,
    semuaBatch(potret),
    (isi[0]?.baris ?? []).map((satu) => keKasus(satu.isi)),
  );
  komit(p.rencana(), letak);
}
