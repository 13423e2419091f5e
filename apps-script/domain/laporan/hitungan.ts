/** Counts of a set of cases (S-39), and the same counts by period, route or region. */
import { bacaTanda } from '../usulan/tanda.ts';
import { selisihHari, type Tanggal } from '../waktu/tanggal.ts';
import { parseWaktu, selisihMenit, tanggalWaktu } from '../waktu/waktu.ts';
import {
  dikirimPada,
  dipertaruhkan,
  type HasilLaporan,
  hasilKasus,
  type KasusLaporan,
  sudahLolos,
} from './kasus-laporan.ts';

export interface Hitungan extends Readonly<Record<HasilLaporan, number>> {
  /** The sum of all outcomes. */
  readonly masuk: number;
  /** Given back at least once. */
  readonly kembali: number;
  /** Passed the office's checks. */
  readonly lolos: number;
  /** Left the office. */
  readonly dikirim: number;
  /** Suspended by BPJS now. */
  readonly ditangguhkan: number;
  /** Finished: nothing is left to do. */
  readonly selesai: number;
  /** Attempts in all; more than `masuk` where cases were tried again. */
  readonly percobaan: number;
  /** Cases with more than one attempt. */
  readonly diulang: number;
  /** Past a monthly or a service limit. */
  readonly terlambat: number;
  /** Open cases by days since they came in. */
  readonly umur: { readonly baru: number; readonly sedang: number; readonly lama: number };
  /** Persons whose premium is at stake (`dipertaruhkan`). */
  readonly taruhan: number;
  /** Median days from receipt until it left the office; undefined when nothing has. */
  readonly hariKirim: number | undefined;
  /** Median days from receipt to the final answer of BPJS. */
  readonly hariJawab: number | undefined;
}

/** An open case older than this many days is no longer new, or has waited long. */
const UMUR_BARU = 7;
const UMUR_SEDANG = 30;

const MENIT_SEHARI = 1440;

/** Counts cases as they stand; `hariIni` decides how old the open ones are. */
export function hitung(kasus: readonly KasusLaporan[], hariIni: Tanggal): Hitungan {
  const hasil: Record<HasilLaporan, number> = { berhasil: 0, tidakBerhasil: 0, tidakLolos: 0, gugur: 0, berjalan: 0 };
  const umur = { baru: 0, sedang: 0, lama: 0 };
  for (const satu of kasus) {
    const akhir = hasilKasus(satu);
    hasil[akhir] += 1;
    if (akhir === 'berjalan') umur[kelompokUmur(satu, hariIni)] += 1;
  }
  const banyak = (syarat: (satu: KasusLaporan) => boolean) => kasus.filter(syarat).length;
  return {
    ...hasil,
    masuk: kasus.length,
    kembali: banyak(({ dikembalikan_pada }) => dikembalikan_pada !== ''),
    lolos: banyak(sudahLolos),
    dikirim: banyak((satu) => dikirimPada(satu) !== ''),
    ditangguhkan: banyak(({ status }) => status === 'DITANGGUHKAN'),
    selesai: banyak(({ status }) => status === 'SELESAI'),
    percobaan: kasus.reduce((jumlah, satu) => jumlah + banyakPercobaan(satu), 0),
    diulang: banyak((satu) => banyakPercobaan(satu) > 1),
    terlambat: banyak(isTerlambat),
    umur,
    taruhan: banyak(dipertaruhkan),
    hariKirim: median(kasus.map((satu) => hari(satu.dibuat, dikirimPada(satu)))),
    hariJawab: median(kasus.filter(sudahDijawab).map((satu) => hari(satu.dibuat, satu.dijawab_pada))),
  };
}

/** Answers of BPJS that are successes, 0 to 1; undefined while there is none. */
export function keberhasilan({ berhasil, tidakBerhasil }: Hitungan): number | undefined {
  const dijawab = berhasil + tidakBerhasil;
  return dijawab === 0 ? undefined : berhasil / dijawab;
}

/** The counts of each group, groups in the order of their keys. */
export function hitungMenurut(
  kasus: readonly KasusLaporan[],
  kunci: (satu: KasusLaporan) => string,
  hariIni: Tanggal,
): ReadonlyMap<string, Hitungan> {
  const kelompok = new Map<string, KasusLaporan[]>();
  for (const satu of kasus) {
    const anggota = kelompok.get(kunci(satu));
    if (anggota) anggota.push(satu);
    else kelompok.set(kunci(satu), [satu]);
  }
  const urut = [...kelompok].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(urut.map(([nama, anggota]) => [nama, hitung(anggota, hariIni)]));
}

const banyakPercobaan = ({ percobaan }: KasusLaporan): number => Math.max(1, Number(percobaan) || 1);

function isTerlambat({ tanda }: KasusLaporan): boolean {
  const ada = bacaTanda(tanda);
  return ada.has('lewat_cutoff') || ada.has('sla_lewat');
}

const sudahDijawab = (satu: KasusLaporan): boolean => ['berhasil', 'tidakBerhasil'].includes(hasilKasus(satu));

function kelompokUmur({ dibuat }: KasusLaporan, hariIni: Tanggal): 'baru' | 'sedang' | 'lama' {
  const masuk = parseWaktu(dibuat);
  const lama = masuk ? selisihHari(tanggalWaktu(masuk), hariIni) : 0;
  if (lama <= UMUR_BARU) return 'baru';
  return lama <= UMUR_SEDANG ? 'sedang' : 'lama';
}

/** Days with a fraction: an emergency is answered within hours. */
function hari(dari: string, sampai: string): number | undefined {
  const [awal, akhir] = [parseWaktu(dari), parseWaktu(sampai)];
  return awal && akhir ? selisihMenit(awal, akhir) / MENIT_SEHARI : undefined;
}

function median(nilai: readonly (number | undefined)[]): number | undefined {
  const ada = nilai.filter((satu) => satu !== undefined).sort((a, b) => a - b);
  const tengah = Math.floor(ada.length / 2);
  const atas = ada[tengah];
  const bawah = ada[ada.length % 2 === 0 ? tengah - 1 : tengah];
  return atas === undefined || bawah === undefined ? undefined : (atas + bawah) / 2;
}
