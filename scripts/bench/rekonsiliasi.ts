/** What it costs to hold a feedback file against as many cases: 500 rows and 5,000, side by side. */
import { ALASAN_BPJS } from '#domain/hasil/alasan-bpjs.ts';
import { kasusKosong } from '#domain/kolom/kasus.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type { BarisUmpanBalik, KasusRekon } from '#usecase/rekonsiliasi/bentuk.ts';
import { rekonsiliasi } from '#usecase/rekonsiliasi/rekonsiliasi.ts';
import { identity } from './identity.ts';

const SIZES = [500, 5_000] as const;
const REPEATS = 5;
const DAY = '2026-11-27' as Tanggal;
const NOW = '2026-11-30T10:00:00+07:00' as Waktu;
const ALASAN = ALASAN_BPJS.map(([kode, untuk, teks, pola]) => ({ kode, untuk, teks, pola }));

/** People are born on all days of some decades. */
function person(n: number) {
  const two = (part: number) => String(part).padStart(2, '0');
  const tgl_lahir = `19${50 + (n % 50)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}` as Tanggal;
  return { ...identity(n), tgl_lahir };
}

const caseOf = (n: number): KasusRekon =>
  kasusKosong({
    ...person(n),
    nama: 'WARGA LATIHAN',
    jk: 'P',
    tiket: `BGR-U-2026-${n}`,
    rute: 'BGR-U',
    status: 'DIKIRIM_BPJS',
    percobaan: '1',
    kode_wilayah: '3271011001',
    diusulkan_pada: '2026-11-20T09:00:00+07:00',
  });

/** Every third row has no NIK and is found by its family, every tenth one is nobody's. */
function rowOf(n: number): BarisUmpanBalik {
  const { nik, no_kk, tgl_lahir } = person(n % 10 === 9 ? n + 200_000 : n);
  const failed = n % 4 === 0;
  return {
    nomor: n + 2,
    nik: n % 3 === 0 ? '' : nik,
    no_kartu: '',
    no_kk,
    nama: 'WARGA LATIHAN',
    tgl_lahir,
    jk: 'P',
    kode_wilayah: '3271011001',
    hasil: failed ? 'Gagal' : 'Berhasil',
    keterangan: failed ? 'NIK tidak ditemukan' : '',
    tmt: failed ? '' : ('2026-12-01' as Tanggal),
    dijawab: DAY,
    rusak: [],
    jawabanRusak: false,
  };
}

/** Median milliseconds. @throws when rows were not found, so that no empty run is measured as a quick success */
function measure(size: number): number {
  const cases = Array.from({ length: size }, (_, n) => caseOf(n));
  const rows = Array.from({ length: size }, (_, n) => rowOf(n));
  const times = Array.from({ length: REPEATS }, () => {
    const began = performance.now();
    const { baris } = rekonsiliasi(rows, cases, { kini: NOW, cakupan: {}, alasan: ALASAN, satuKk: true });
    const ms = performance.now() - began;
    const found = baris.filter(({ golongan }) => golongan === 'cocok').length;
    if (found !== size * 0.9) throw new Error(`${found} of ${size} rows were found`);
    return ms;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0;
}

/** One line for the bench's report. */
export function reconciliationLine(): string {
  const [small, large] = SIZES.map(measure) as [number, number];
  const sizes = SIZES.map((size) => size.toLocaleString('en')).join(' / ');
  return `feedback of ${sizes} rows against as many cases: ${small.toFixed(0)} / ${large.toFixed(0)} ms (x${(large / small).toFixed(1)})`;
}
