/** Everything of a register that the checks look at, read at one moment. The log is read by the check that needs it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { JUDUL_BERBAGI } from '#domain/kolom/berbagi.ts';
import { ID_KOLOM_KASUS, type Kasus, kasusKosong } from '#domain/kolom/kasus.ts';
import { TAB } from '#domain/kolom/tab.ts';
import { bacaPengaturan, type Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { parseWaktu, selisihMenit, type Waktu } from '#domain/waktu/waktu.ts';
import type { Office } from '../google/target.ts';
import { type Baris, bacaSusunan, bacaTab, barisTab, type IsiTab } from './baca.ts';

export interface Bahan {
  readonly office: Office;
  readonly register: string;
  readonly susunan: sheets_v4.Schema$Spreadsheet;
  /** The tabs that are there, by name, but the log. */
  readonly tab: ReadonlyMap<string, IsiTab>;
  /** Markers of `Sistem` by key. */
  readonly sistem: Readonly<Record<string, string>>;
  /** When a scheduled run last ended its work; undefined before the first. */
  readonly detak: Waktu | undefined;
  readonly pengaturan: Pengaturan;
  readonly kasus: readonly Kasus[];
  readonly kini: Waktu;
}

/** Column F of the header row of `Sistem`. */
const KOLOM_DETAK = 5;

/** Long, and read in parts. */
const PANJANG = 'Riwayat';

/** What tells whether the script is alive, and whether it can open the register. */
const SEKILAS: readonly string[] = ['Sistem', 'Antrean'];

/** @param cara `sekilas`: of all other tabs the headers only */
export async function bacaBahan(office: Office, register: string, cara: 'sekilas' | 'penuh' = 'penuh'): Promise<Bahan> {
  const susunan = await bacaSusunan(office, register);
  const judul = new Set((susunan.sheets ?? []).map(({ properties }) => properties?.title ?? ''));
  const nama = TAB.map((satu) => satu.nama as string).filter((satu) => judul.has(satu) && satu !== PANJANG);
  const tab = await bacaTab(office, register, nama, (satu) => cara === 'penuh' || SEKILAS.includes(satu));
  const baris = (satu: string): Baris[] => barisTab(tab, satu);
  const pengaturan = bacaPengaturan({
    pengaturan: baris('Pengaturan'),
    libur: baris('Libur'),
    peran: baris('Peran'),
    wilayah: baris('Wilayah'),
    kalimat: baris('Kalimat'),
    alasan: baris('Alasan'),
  });
  return {
    office,
    register,
    susunan,
    tab,
    sistem: Object.fromEntries(baris('Sistem').map(({ kunci = '', nilai = '' }) => [kunci, nilai])),
    detak: parseWaktu(tab.get('Sistem')?.tajuk[KOLOM_DETAK] ?? ''),
    pengaturan,
    kasus: baris('Kasus').map(keKasus),
    kini: office.now,
  };
}

function keKasus(baris: Baris): Kasus {
  const kasus = kasusKosong();
  for (const id of ID_KOLOM_KASUS) kasus[id] = baris[id] ?? '';
  return kasus;
}

/** Ids of the other offices' spreadsheets and of kelurahan, by the name that the register uses for them. */
export const berkasLain = ({ sistem, pengaturan }: Pick<Bahan, 'sistem' | 'pengaturan'>): [string, string][] => [
  ...Object.entries(bacaJson(sistem['berkas']) as Record<string, string>),
  ...pengaturan.bukuKelurahan,
];

/** As people know the file that `berkasLain` calls so. */
export const namaBerkas = (nama: string): string =>
  /^\d+$/.test(nama) ? `kelurahan ${nama}` : ((JUDUL_BERBAGI as Readonly<Record<string, string>>)[nama] ?? nama);

/** A marker that holds JSON; one that people have damaged counts as empty. */
export function bacaJson(teks: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(teks || '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Minutes since an instant in a cell; 0 where it is none. */
export function menitSejak(teks: string, kini: Waktu): number {
  const waktu = parseWaktu(teks);
  return waktu ? selisihMenit(waktu, kini) : 0;
}
