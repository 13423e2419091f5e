/** Opens the register for one run: settings, markers and whatever rows are asked for, in one call. */
import { ID_KOLOM_KASUS, type Kasus } from '#domain/kolom/kasus.ts';
import { type NamaTab, tabBernama } from '#domain/kolom/tab.ts';
import { bacaPengaturan } from '#domain/pengaturan/pengaturan.ts';
import { isPelaku } from '#domain/usulan/aturan.ts';
import { parseWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import type { BarisBatch } from '#usecase/batch/baris.ts';
import type { BarisKasus, KunciSistem, Pelaksana, Potret } from '#usecase/potret.ts';
import { type Baris, baca, cariBaris, harfiah, type IsiTab, type Minta, type Tajuk } from './baca.ts';
import { GalatPengguna } from './galat.ts';
import { type Letak, nomorMenurutKunci } from './kirim.ts';
import { idRegister } from './layanan.ts';
import { jagaPintu, jelaskanPintu, pasangan } from './skema.ts';

export interface Terbuka {
  readonly potret: Potret;
  /** The answers to what was asked, in its order. */
  readonly isi: readonly IsiTab[];
  readonly letak: Letak;
}

const SELALU: readonly Minta[] = [
  { tab: 'Sistem', ambil: 'semua' },
  { tab: 'Pengaturan', ambil: 'semua' },
  { tab: 'Libur', ambil: 'semua' },
  { tab: 'Peran', ambil: 'semua' },
  { tab: 'Wilayah', ambil: 'semua' },
  { tab: 'Kalimat', ambil: 'semua' },
  { tab: 'Alasan', ambil: 'semua' },
];

/** Tabs that any commit may append to: their headers are read along, so that a lost one stops the write. */
const DITULIS: readonly NamaTab[] = ['Kasus', 'Riwayat', 'Kotak Keluar', 'Umpan Balik', 'Jadwal', 'KIS'];

/** Column F of the header row of `Sistem` holds the heartbeat: only ticks write it, so it needs no lock. */
export const KOLOM_DETAK = 5;

function bacaDetak(tajuk: Tajuk | undefined): string {
  const [teks = ''] = [...(tajuk ?? [])].find(([, indeks]) => indeks === KOLOM_DETAK) ?? [];
  return parseWaktu(teks) ?? '';
}

/** A register of another version may lack what this one asks for: then its version says more than Google's error. */
function bacaSemua(idBuku: string, minta: readonly Minta[]): IsiTab[] {
  try {
    return baca(idBuku, minta);
  } catch (galat) {
    jelaskanPintu(idBuku);
    throw galat;
  }
}

/** @throws GalatPengguna when a header is missing (it names the tab and the columns), or the version is another one */
export function bukaRegister(minta: readonly Minta[] = []): Terbuka {
  const idBuku = idRegister();
  const tajukLain = DITULIS.filter((tab) => !minta.some((satu) => satu.tab === tab)).map(
    (tab): Minta => ({ tab, ambil: 'tajuk' }),
  );
  const semua = [...SELALU, ...minta, ...tajukLain];
  const isi = bacaSemua(idBuku, semua);
  const [, pengaturan = [], libur = [], peran = [], wilayah = [], kalimat = [], alasan = []] = isi.map(({ baris }) =>
    baris.map((satu) => satu.isi),
  );
  const batch = isi[semua.findIndex((satu) => satu.tab === 'Batch' && 'ambil' in satu && satu.ambil === 'semua')];
  const penanda = pasangan(isi[0]);
  jagaPintu(penanda);
  return {
    potret: {
      kini: waktuDariEpoch(Date.now()),
      pengaturan: bacaPengaturan({ pengaturan, libur, peran, wilayah, kalimat, alasan }),
      sistem: { ...(penanda as Partial<Record<KunciSistem, string>>), detak: bacaDetak(isi[0]?.tajuk) },
      ...(batch ? { batch: batch.baris.map((satu) => satu.isi as unknown as BarisBatch) } : {}),
    },
    isi: isi.slice(SELALU.length, SELALU.length + minta.length),
    letak: {
      idBuku,
      sistem: penanda,
      tajuk: new Map(semua.map(({ tab }, i) => [tab, isi[i]?.tajuk ?? new Map()])),
      nomor: new Map(semua.map(({ tab }, i) => [tab, nomorMenurutKunci(isi[i]?.baris ?? [], tabBernama(tab).kunci)])),
    },
  };
}

export const keKasus = (isi: Baris): Kasus => {
  const kasus = {} as Kasus;
  for (const id of ID_KOLOM_KASUS) kasus[id] = isi[id] ?? '';
  return kasus;
};

export const barisKasus = (isi: IsiTab | undefined): BarisKasus[] =>
  (isi?.baris ?? []).map(({ nomor, isi: satu }) => ({ baris: nomor, kasus: keKasus(satu) }));

/**
 * The register with every case in which some cell is one of `teks`. Rows that moved between the search and the read are
 * searched again; a hit that stays in place is a cell that shows the text and holds something else, such as a number.
 * @param temukan how to search, where more than `Kasus` is of interest
 */
export function bukaDenganKasus(
  teks: readonly string[],
  lain: readonly Minta[] = [],
  temukan: (pola: string) => number[] = (pola) => cariBaris('Kasus', pola),
): Terbuka {
  const cari = new Set(teks);
  const pola = [...cari].map(harfiah).join('|');
  let sebelum = '';
  for (let kali = 0; kali < 4; kali += 1) {
    const baris = temukan(pola);
    const terbuka = bukaRegister([{ tab: 'Kasus', baris }, ...lain]);
    const ketemu = (terbuka.isi[0]?.baris ?? []).filter(({ isi }) => Object.values(isi).some((sel) => cari.has(sel)));
    const kini = baris.join(' ');
    if (ketemu.length === baris.length || kini === sebelum) return terbuka;
    sebelum = kini;
  }
  throw new GalatPengguna('Baris terus berpindah saat dibaca. Tunggu orang lain selesai mengurutkan, lalu coba lagi.');
}

/** One case by ticket; `baris` is where it was last seen. */
export function bukaKasus(
  tiket: string,
  baris: number | undefined,
  lain: readonly Minta[] = [],
): Terbuka & { kasus: BarisKasus } {
  if (baris !== undefined && baris > 1) {
    const terbuka = bukaRegister([{ tab: 'Kasus', baris: [baris] }, ...lain]);
    const [kasus] = barisKasus(terbuka.isi[0]);
    if (kasus?.kasus.tiket === tiket) return { ...terbuka, kasus };
  }
  const terbuka = bukaDenganKasus([tiket], lain);
  const semua = barisKasus(terbuka.isi[0]).filter(({ kasus }) => kasus.tiket === tiket);
  const [kasus] = semua;
  if (!kasus) throw new GalatPengguna(`Tiket ${tiket} tidak ada di register.`);
  if (semua.length > 1)
    throw new GalatPengguna(`Tiket ${tiket} ada di ${semua.length} baris; hapus salinannya lebih dahulu.`);
  return { ...terbuka, kasus };
}

/** The role of somebody in the register: officers and administrators act for Dinsos. */
export function pelaksana(email: string, potret: Potret): Pelaksana {
  const peran = potret.pengaturan.pegawai.find((p) => p.email === email.toLowerCase())?.peran ?? '';
  if (peran === 'dinsos' || peran === 'admin') return { nama: email, peran: 'dinsos' };
  return { nama: email === '' ? 'tidak dikenal' : email, peran: isPelaku(peran) ? peran : 'pic' };
}
