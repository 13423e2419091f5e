/**
 * Suggestions for a missing or mistyped NIK, each with a score and what speaks for it. They come from other cases of the
 * register and from repairing one slip of the typing hand. A person accepts or rejects; nothing is applied by itself.
 */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import { bersihkanNik, jenisKelaminNik, kecamatanNik, type Nik, parseNik, tanggalLahirNik } from '#domain/nik/nik.ts';
import { parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';
import type { SaranNik } from './panel-jenis.ts';
import { perbaikanKetik } from './perbaikan-ketik.ts';

/** What is compared of a person. */
export type Orang = Pick<Kasus, 'tiket' | 'nik' | 'no_kk' | 'nama' | 'tgl_lahir' | 'jk'>;

/** How much each piece of evidence counts. */
const BOBOT = {
  nama: 0.4,
  lahir: 0.2,
  kk: 0.2,
  cocok: 0.15,
  ketik: 0.35,
  kecamatan: 0.1,
} as const;

/** Nothing here proves a NIK: only the card or the population register does. */
const SKOR_TERTINGGI = 0.95;
/** Weaker than this is guessing. */
const SKOR_TERENDAH = 0.3;
const PALING_BANYAK = 5;

/** Whether the NIK of a case is missing, damaged, or contradicts birth date or sex. */
export function perluSaranNik(kasus: Orang, hariIni: Tanggal): boolean {
  const { nik } = parseNik(kasus.nik, hariIni);
  return nik === undefined || !cocokOrang(nik, kasus, hariIni);
}

/** A NIK tells birth date and sex; a field that the case lacks contradicts nothing. */
function cocokOrang(nik: Nik, { tgl_lahir, jk }: Orang, hariIni: Tanggal): boolean {
  const lahir = parseTanggal(tgl_lahir);
  if (lahir && !tanggalLahirNik(nik, hariIni).includes(lahir)) return false;
  return !['L', 'P'].includes(jk) || jenisKelaminNik(nik) === jk;
}

/**
 * The best suggestions first.
 * @param lain the other cases of the register
 * @param ditolak whether somebody has turned this NIK down for this case before
 */
export function saranNik(
  kasus: Orang,
  lain: readonly Orang[],
  hariIni: Tanggal,
  ditolak: (nik: string) => boolean = () => false,
): SaranNik[] {
  if (!perluSaranNik(kasus, hariIni)) return [];
  const tertulis = bersihkanNik(kasus.nik);
  const bolehKah = (nik: Nik) =>
    nik !== tertulis && nik !== kasus.no_kk && cocokOrang(nik, kasus, hariIni) && !ditolak(nik);
  const ketik = new Set(
    parseTanggal(kasus.tgl_lahir)
      ? perbaikanKetik(tertulis)
          .flatMap((teks) => parseNik(teks, hariIni).nik ?? [])
          .filter(bolehKah)
      : [],
  );
  const bukti = new Map<Nik, Bukti[]>();
  for (const orang of lain) {
    const { nik } = parseNik(orang.nik, hariIni);
    if (!nik || orang.tiket === kasus.tiket || !bolehKah(nik)) continue;
    const dariRegister = buktiRegister(kasus, orang);
    if (dariRegister.length > 0 && !bukti.has(nik)) bukti.set(nik, dariRegister);
  }
  for (const nik of ketik) bukti.set(nik, [...(bukti.get(nik) ?? []), ...buktiKetik(nik, kasus, ketik.size)]);
  return [...bukti]
    .map(([nik, daftar]) => susun(nik, [...daftar, ...buktiSendiri(kasus)]))
    .filter(({ skor }) => skor >= SKOR_TERENDAH)
    .sort((a, b) => b.skor - a.skor || (a.nik < b.nik ? -1 : 1))
    .slice(0, PALING_BANYAK);
}

interface Bukti {
  readonly nilai: number;
  readonly kata: string;
}

/** Somebody of this name, born on this day, is in the register. A name or a birthday alone is nobody in particular. */
function buktiRegister(kasus: Orang, orang: Orang): Bukti[] {
  const nama = kunciNama(kasus.nama);
  const samaNama = nama !== '' && nama === kunciNama(orang.nama);
  const samaLahir = kasus.tgl_lahir !== '' && kasus.tgl_lahir === orang.tgl_lahir;
  const samaKk = kasus.no_kk !== '' && kasus.no_kk === orang.no_kk;
  if (!(samaNama && (samaLahir || samaKk)) && !(samaLahir && samaKk)) return [];
  return [
    ...(samaNama ? [{ nilai: BOBOT.nama, kata: `nama sama dengan tiket ${orang.tiket}` }] : []),
    ...(samaLahir ? [{ nilai: BOBOT.lahir, kata: 'tanggal lahir sama' }] : []),
    ...(samaKk ? [{ nilai: BOBOT.kk, kata: 'nomor KK sama' }] : []),
  ];
}

/** One slip away from what was typed; the more NIKs are that near, the less each of them says. */
function buktiKetik(nik: Nik, { no_kk }: Orang, banyak: number): Bukti[] {
  const kata = banyak === 1 ? 'hanya beda satu ketikan' : `beda satu ketikan, seperti ${banyak - 1} nomor lain`;
  const sekecamatan = no_kk.length === 16 && kecamatanNik(nik) === no_kk.slice(0, 6);
  return [
    { nilai: BOBOT.ketik / banyak, kata },
    ...(sekecamatan ? [{ nilai: BOBOT.kecamatan, kata: 'kode kecamatan sama dengan KK' }] : []),
  ];
}

/** Every suggestion agrees with what the case says; that counts for as much as the case says. */
function buktiSendiri({ tgl_lahir, jk }: Orang): Bukti[] {
  const lahir = parseTanggal(tgl_lahir) !== undefined;
  if (!lahir) return [];
  return [
    {
      nilai: BOBOT.cocok,
      kata: jk === '' ? 'cocok dengan tanggal lahir' : 'cocok dengan tanggal lahir dan jenis kelamin',
    },
  ];
}

function susun(nik: Nik, bukti: readonly Bukti[]): SaranNik {
  const jumlah = bukti.reduce((total, { nilai }) => total + nilai, 0);
  return { nik, skor: Math.round(Math.min(SKOR_TERTINGGI, jumlah) * 100) / 100, bukti: bukti.map(({ kata }) => kata) };
}
