/** What it costs to decide about a feedback file whose people have been matched: 500 rows and 5,000, side by side. */
import { ALASAN_BPJS } from '#domain/hasil/alasan-bpjs.ts';
import { kasusKosong } from '#domain/kolom/kasus.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type { BarisTemuan, KasusRekon } from '#usecase/rekonsiliasi/bentuk.ts';
import { rekonsiliasi } from '#usecase/rekonsiliasi/rekonsiliasi.ts';
import { identity } from './identity.ts';

const SIZES = [500, 5_000] as const;
const REPEATS = 5;
const DAY = '2026-11-27' as Tanggal;
const NOW = '2026-11-30T10:00:00+07:00' as Waktu;
const ALASAN = ALASAN_BPJS.map(([kode, untuk, teks, pola]) => ({ kode, untuk, teks, pola }));

const caseOf = (n: number): KasusRekon =>
  kasusKosong({
    ...identity(n),
    tiket: `BGR-U-2026-${n}`,
    rute: 'BGR-U',
    status: 'DIKIRIM_BPJS',
    percobaan: '1',
    diusulkan_pada: '2026-11-20T09:00:00+07:00',
  });

/** Every tenth row is nobody's. */
function rowOf(n: number, kasus: KasusRekon): BarisTemuan {
  const failed = n % 4 === 0;
  const nobody = n % 10 === 9;
  return {
    sebutan: `Baris ${n + 2}`,
    kelas: nobody ? 'TIDAK_DITEMUKAN' : 'COCOK',
    orang: nobody ? [] : [[kasus]],
    jawaban: {
      hasil: failed ? 'Gagal' : 'Berhasil',
      keterangan: failed ? 'NIK tidak ditemukan' : '',
      tmt: failed ? '' : ('2026-12-01' as Tanggal),
      dijawab: DAY,
      rusak: [],
    },
  };
}

/** Median milliseconds. @throws when rows were not decided, so that no empty run is measured as a quick success */
function measure(size: number): number {
  const cases = Array.from({ length: size }, (_, n) => caseOf(n));
  const rows = cases.map((kasus, n) => rowOf(n, kasus));
  const times = Array.from({ length: REPEATS }, () => {
    const began = performance.now();
    const { baris } = rekonsiliasi(rows, cases, { kini: NOW, cakupan: {}, alasan: ALASAN, satuKk: true });
    const ms = performance.now() - began;
    const found = baris.filter(({ tujuan }) => tujuan[0]?.jawaban !== undefined).length;
    if (found !== size * 0.9) throw new Error(`${found} of ${size} rows were decided`);
    return ms;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0;
}

/** One line for the bench's report. */
export function reconciliationLine(): string {
  const [small, large] = SIZES.map(measure) as [number, number];
  const sizes = SIZES.map((size) => size.toLocaleString('en')).join(' / ');
  return `decisions on ${sizes} answers of BPJS: ${small.toFixed(0)} / ${large.toFixed(0)} ms (x${(large / small).toFixed(1)})`;
}
