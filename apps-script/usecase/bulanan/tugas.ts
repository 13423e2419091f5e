/** Which scheduled jobs are due: from the clock, the settings and the keys of the ledger alone, without any case (S-32). */
import type { KunciPengaturan } from '#domain/pengaturan/ketentuan.ts';
import { type Pengaturan, settingSalah } from '#domain/pengaturan/pengaturan.ts';
import { peringatanLibur } from '#domain/periode/libur.ts';
import { type BatasDiingat, type Pengingat, pengingatBerlaku } from '#domain/periode/pengingat.ts';
import { geserPeriode, hariPeriode, type Periode, periodeTanggal } from '#domain/periode/periode.ts';
import { SIFAT_RUTE } from '#domain/usulan/rute.ts';
import { isHariKerja } from '#domain/waktu/jam-kerja.ts';
import { selisihHari, type Tanggal, tambahHari } from '#domain/waktu/tanggal.ts';
import { jamWaktu, tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';

/** Who is reminded of what; `internal` is the office's own limit within the collective proposal (S-03). */
export type Diingatkan = 'kelurahan' | 'dinsos' | 'dinkes' | 'bantul' | 'internal';

/** Limits after which the office hears what has come in. */
type Diringkas = 'kelurahan' | 'bantul';

/** Looked at on every working day. */
const BERKALA = ['kembali', 'umpan_balik', 'tangguh', 'kis'] as const;

type Berkala = (typeof BERKALA)[number];

interface Dasar {
  /** The same job, the same key, whenever it is computed. */
  readonly kunci: string;
  /** Day or month that it is for. */
  readonly periode: string;
}

export interface TugasPengingat extends Dasar {
  readonly jenis: 'pengingat';
  readonly batas: Diingatkan;
  readonly ingat: Pengingat;
}

export interface TugasRingkasan extends Dasar {
  readonly jenis: 'ringkasan';
  readonly batas: Diringkas;
  readonly bulan: Periode;
}

export interface TugasBerkala extends Dasar {
  readonly jenis: Berkala;
  /** The day on which this was last looked at. */
  readonly terakhir: Tanggal;
}

interface TugasLibur extends Dasar {
  readonly jenis: 'libur';
  readonly kalimat: readonly string[];
}

export type Tugas = TugasPengingat | TugasRingkasan | TugasBerkala | TugasLibur;

/** Mail is read when people begin to work, so none is made at night. */
const MULAI_JAM = '06:00';

/** Calendar days after a limit within which its summary still helps; long enough for the longest run of days off. */
const HARI_RINGKASAN = 10;

const KUNCI_BATAS: Record<Diingatkan, KunciPengaturan> = {
  kelurahan: 'cutoff_kelurahan',
  dinsos: 'cutoff_dinsos',
  dinkes: 'cutoff_dinkes',
  bantul: 'cutoff_kolektif',
  internal: 'cutoff_internal',
};

const KUNCI_BERKALA: Record<Berkala, readonly KunciPengaturan[]> = {
  kembali: ['kembali_ingatkan', 'kembali_tutup'],
  umpan_balik: ['umpan_balik_hari', 'lama_bpjs_bulan'],
  tangguh: ['tangguh_eskalasi'],
  kis: ['kis_hari', 'kis_digital'],
};

/** The settings that a job depends on: while one of them is wrong it does not run. */
function bergantung(tugas: Tugas): readonly KunciPengaturan[] {
  switch (tugas.jenis) {
    case 'pengingat':
      return ['rute_aktif', KUNCI_BATAS[tugas.batas], 'cutoff_libur', 'pengingat_hari'];
    case 'ringkasan':
      return ['rute_aktif', KUNCI_BATAS[tugas.batas]];
    case 'libur':
      return [];
    default:
      return ['rute_aktif', ...KUNCI_BERKALA[tugas.jenis]];
  }
}

/** Why a job must not run now, or undefined. */
export const terhenti = (tugas: Tugas, pengaturan: Pengaturan): string | undefined =>
  settingSalah(pengaturan, bergantung(tugas));

/** The jobs that are due. @param sudah keys of the ledger */
export function tugasJatuhTempo(kini: Waktu, pengaturan: Pengaturan, sudah: ReadonlySet<string>): Tugas[] {
  if (jamWaktu(kini) < MULAI_JAM) return [];
  const hariIni = tanggalWaktu(kini);
  const semua = [
    ...tugasPengingat(hariIni, pengaturan, sudah),
    ...tugasRingkasan(hariIni, pengaturan),
    ...tugasBerkala(hariIni, pengaturan, sudah),
    ...tugasLibur(hariIni, pengaturan),
  ];
  return semua.filter(({ kunci }) => !sudah.has(kunci));
}

const adaDinkes = ({ rute }: Pengaturan) => rute.some((satu) => SIFAT_RUTE[satu].lewatDinkes);
const adaKolektif = ({ rute }: Pengaturan) => rute.some((satu) => SIFAT_RUTE[satu].cutoff === 'bantul');

function batasDiingat(p: Pengaturan): (BatasDiingat & { id: Diingatkan })[] {
  const { kelurahan, dinsos, dinkes, bantul } = p.cutoff;
  const internal = { ...bantul, id: 'internal' as const, hari: bantul.hariInternal ?? bantul.hari };
  const semua = [
    ...(adaDinkes(p) ? [kelurahan, dinsos, dinkes] : []),
    ...(adaKolektif(p) ? [...(internal.hari < bantul.hari ? [internal] : []), bantul] : []),
  ];
  return semua as (BatasDiingat & { id: Diingatkan })[];
}

function tugasPengingat(hariIni: Tanggal, p: Pengaturan, sudah: ReadonlySet<string>): Tugas[] {
  return batasDiingat(p).flatMap((batas) =>
    pengingatBerlaku(hariIni, batas, p.libur)
      .filter(({ kode, kunci }) => !lebihDekat(kunci, kode, sudah))
      .map((ingat): Tugas => {
        const { kunci, periode } = ingat;
        return { jenis: 'pengingat', kunci, periode, batas: batas.id, ingat };
      }),
  );
}

/** Whether a reminder nearer to the same limit has gone out: after a change of settings an earlier one is no news. */
function lebihDekat(kunci: string, kode: string, sudah: ReadonlySet<string>): boolean {
  const awalan = kunci.slice(0, -kode.length);
  const hari = Number(kode.slice(2));
  return [...sudah].some((satu) => satu.startsWith(awalan) && Number(satu.slice(awalan.length + 2)) < hari);
}

function tugasRingkasan(hariIni: Tanggal, p: Pengaturan): Tugas[] {
  if (!isHariKerja(hariIni, p.libur)) return [];
  const batas: Diringkas[] = [
    ...(adaDinkes(p) ? ['kelurahan' as const] : []),
    ...(adaKolektif(p) ? ['bantul' as const] : []),
  ];
  return batas.flatMap((satu) =>
    [-1, 0].flatMap((geser): Tugas[] => {
      const bulan = geserPeriode(periodeTanggal(hariIni), geser);
      const lewat = selisihHari(hariPeriode(bulan, p.cutoff[satu].hari), hariIni);
      const perlu = lewat >= 1 && lewat <= HARI_RINGKASAN;
      return perlu
        ? [{ jenis: 'ringkasan', kunci: `ringkasan|${satu}|${bulan}`, periode: bulan, batas: satu, bulan }]
        : [];
    }),
  );
}

function tugasBerkala(hariIni: Tanggal, p: Pengaturan, sudah: ReadonlySet<string>): Tugas[] {
  if (!isHariKerja(hariIni, p.libur)) return [];
  const bulanan = adaDinkes(p) || adaKolektif(p);
  const berlaku: Record<Berkala, boolean> = {
    kembali: bulanan,
    umpan_balik: bulanan,
    tangguh: true,
    kis: adaDinkes(p) && !p.kisDigital,
  };
  return BERKALA.filter((jenis) => berlaku[jenis]).flatMap((jenis): Tugas[] => {
    const terakhir = terakhirDilihat(jenis, sudah) ?? tambahHari(hariIni, -1);
    // A ledger that is ahead of the clock: the clock was set back, and nothing has to be done twice.
    return terakhir < hariIni ? [{ jenis, kunci: `${jenis}|${hariIni}`, periode: hariIni, terakhir }] : [];
  });
}

function terakhirDilihat(jenis: Berkala, sudah: ReadonlySet<string>): Tanggal | undefined {
  const awalan = `${jenis}|`;
  let terakhir = '';
  for (const kunci of sudah) {
    const hari = kunci.startsWith(awalan) ? kunci.slice(awalan.length) : '';
    if (hari > terakhir) terakhir = hari;
  }
  return terakhir === '' ? undefined : (terakhir as Tanggal);
}

/** Once a month as long as a list is missing. */
function tugasLibur(hariIni: Tanggal, { libur }: Pengaturan): Tugas[] {
  const kalimat = peringatanLibur(hariIni, libur);
  const periode = periodeTanggal(hariIni);
  return kalimat.length > 0 ? [{ jenis: 'libur', kunci: `libur|${periode}`, periode, kalimat }] : [];
}
