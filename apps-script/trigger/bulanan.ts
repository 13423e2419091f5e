/** The scheduled work of the months: what the ledger `Jadwal` does not have yet is done once, however late (S-32). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { type Bahan, KOLOM_BULANAN, KOLOM_KIS } from '#usecase/bulanan/bahan.ts';
import {
  kabarkanTerhenti,
  kasusDiubah,
  kunciTerhenti,
  selesaikanTugas,
  ubahKasusTugas,
} from '#usecase/bulanan/rencana-tugas.ts';
import { type Tugas, terhenti, tugasJatuhTempo } from '#usecase/bulanan/tugas.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { IsiTab } from '../google/baca.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaRegister, keKasus, type Terbuka } from '../google/register.ts';
import { catatPeringatan, denganKunci } from './jaga.ts';

/** Cases that one run changes; the rest comes with the next tick. */
const SEKALI_JALAN = 200;

/** What is due now: `jalan` may run, the others wait for a setting to be mended. */
function jatuhTempo({ potret }: Terbuka, jadwal: IsiTab | undefined) {
  const sudah = new Set((jadwal?.baris ?? []).map(({ isi }) => isi['kunci'] ?? ''));
  const jalan: Tugas[] = [];
  const henti: Tugas[] = [];
  const sebab: string[] = [];
  for (const tugas of tugasJatuhTempo(potret.kini, potret.pengaturan, sudah)) {
    const halangan = terhenti(tugas, potret.pengaturan);
    if (halangan === undefined) jalan.push(tugas);
    else {
      henti.push(tugas);
      sebab.push(halangan);
    }
  }
  return { jalan, henti, sebab, kabari: henti.length > 0 && !sudah.has(kunciTerhenti(potret)) };
}

/** @param jadwal the keys of the ledger as the tick has read them. @returns whether anything was done */
export function bulanan(awal: Terbuka, jadwal: IsiTab | undefined): boolean {
  const { jalan, kabari } = jatuhTempo(awal, jadwal);
  return (jalan.length > 0 || kabari) && denganKunci(jalankan);
}

function jalankan(): boolean {
  const awal = bukaRegister([
    { tab: 'Jadwal', kolom: ['kunci'] },
    { tab: 'Kasus', kolom: KOLOM_BULANAN },
    { tab: 'Batch', ambil: 'semua' },
    { tab: 'KIS', kolom: KOLOM_KIS },
  ]);
  const [jadwal, kasus, batch, kis] = awal.isi;
  const { jalan, henti, sebab, kabari } = jatuhTempo(awal, jadwal);
  const baris = (kasus?.baris ?? []).filter(({ isi }) => isi['tiket'] !== '');
  const bahan: Bahan = {
    kasus: baris.map(({ isi }) => keKasus(isi)),
    batch: (batch?.baris ?? []).map(({ isi }) => isi),
    kis: (kis?.baris ?? []).map(({ isi }) => isi),
  };
  const nomor = new Map(baris.map((satu) => [satu.isi['tiket'] ?? '', satu.nomor]));
  const diubah = jalan.map((tugas) => ({ tugas, tiket: kasusDiubah(tugas, bahan, awal.potret) }));
  const semua = [...new Set(diubah.flatMap(({ tiket }) => tiket))];
  const { terbuka, kasus: terbaca } = bacaPenuh(awal, semua.slice(0, SEKALI_JALAN), nomor);
  const p = new Perancang(terbuka.potret);
  for (const { tugas, tiket } of diubah) {
    for (const satu of tiket) {
      const penuh = terbaca.get(satu);
      if (penuh) ubahKasusTugas(p, tugas, p.kasus(penuh));
    }
    // Too many at once, or rows that moved between the two reads: the next tick goes on, and only then are letters made.
    if (tiket.every((satu) => terbaca.has(satu))) selesaikanTugas(p, tugas, bahan);
  }
  if (kabari) {
    catatPeringatan('bulanan', [...new Set(sebab)].join(' '));
    kabarkanTerhenti(p, henti, sebab);
  }
  const letakAwal = awal.letak;
  const letak = terbuka.letak;
  komit(p.rencana(), {
    ...letak,
    nomor: new Map([...letakAwal.nomor, ...letak.nomor]),
    tajuk: new Map([...letakAwal.tajuk, ...letak.tajuk]),
  });
  return true;
}

/** Whole cases by ticket; no read when there is nothing to read. */
function bacaPenuh(
  awal: Terbuka,
  tiket: readonly string[],
  nomor: ReadonlyMap<string, number>,
): { terbuka: Terbuka; kasus: ReadonlyMap<string, Kasus> } {
  if (tiket.length === 0) return { terbuka: awal, kasus: new Map() };
  const terbuka = bukaRegister([{ tab: 'Kasus', baris: tiket.map((satu) => nomor.get(satu) ?? 0) }]);
  const cari = new Set(tiket);
  const ada = barisKasus(terbuka.isi[0]).filter(({ kasus }) => cari.has(kasus.tiket));
  return { terbuka, kasus: new Map(ada.map(({ kasus }) => [kasus.tiket, kasus])) };
}
