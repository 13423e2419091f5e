/** The clocks of the monthly routes: minutes at the counter (BTL-N), dates of the period, and the wait for BPJS. */
import type { Kasus } from '../kolom/kasus.ts';
import type { Pengaturan } from '../pengaturan/pengaturan.ts';
import type { IdCutoff } from '../periode/cutoff.ts';
import { jatuhTempo } from '../periode/menunggu.ts';
import { awalPeriode, hariPeriode, type Periode, parsePeriode } from '../periode/periode.ts';
import { targetKerja } from '../periode/target-kerja.ts';
import { namaHari } from '../waktu/bahasa.ts';
import { hariKerjaPalingLambat } from '../waktu/jam-kerja.ts';
import { type Tanggal, tambahHari } from '../waktu/tanggal.ts';
import { awalHari, kurangDari, tanggalWaktu, type Waktu } from '../waktu/waktu.ts';
import { type JamUsulan, jamKantor, jamTanggal } from './jam.ts';
import { waktuCek } from './jam-cek.ts';
import type { Status } from './status.ts';

export type KetentuanBulanan = Pick<
  Pengaturan,
  'menitSaring' | 'menitPeriksa' | 'jamKerja' | 'libur' | 'cutoff' | 'lamaBpjsBulan' | 'umpanBalikHari'
>;

/** Nobody goes on with these: what had not been done is not due any more. */
const BERAKHIR: readonly string[] = ['TIDAK_LOLOS', 'DIBATALKAN', 'DITARIK', 'DITUTUP', 'SELESAI'] satisfies Status[];

const waktu = (sel: string): Waktu | undefined => (sel === '' ? undefined : (sel as Waktu));

/** The bars of a monthly case, in the order of its steps. */
export function jamBulanan(kasus: Kasus, kini: Waktu, k: KetentuanBulanan): JamUsulan[] {
  const semua = kasus.rute === 'BTL-N' ? jamLoket(kasus, kini, k) : jamKota(kasus, kini, k);
  if (!BERAKHIR.includes(kasus.status)) return semua;
  return semua.filter(({ keadaan }) => keadaan !== 'belum');
}

/** What has neither ended nor can go on has not begun, as far as anybody needs to know. */
function langkah(kasus: Kasus, mulai: Waktu | undefined, selesai: Waktu | undefined, kini: Waktu) {
  const terhenti = selesai === undefined && BERAKHIR.includes(kasus.status);
  return { mulai: terhenti ? undefined : mulai, selesai, kini };
}

/** BTL-N-02 to BTL-N-06. */
function jamLoket(kasus: Kasus, kini: Waktu, k: KetentuanBulanan): JamUsulan[] {
  const disaring = terawal(waktu(kasus.saring_selesai), waktu(kasus.dikembalikan_pada));
  const { selesai: dicek } = waktuCek(kasus);
  return [
    jamKantor(
      { id: 'saring', label: 'Penyaringan', batas: k.menitSaring },
      langkah(kasus, waktu(kasus.dibuat), disaring, kini),
      k,
    ),
    jamKantor(
      { id: 'periksa', label: 'Pemeriksaan', batas: k.menitPeriksa },
      langkah(kasus, waktu(kasus.saring_selesai), dicek, kini),
      k,
    ),
    ...tanggal(kasus, kini, k, 'bantul', 'kolektif', 'Usulan kolektif', waktu(kasus.diusulkan_pada)),
    ...menungguBpjs(kasus, kini, (kirim) =>
      jatuhTempo(kirim, { satuan: 'BULAN_KERJA', jumlah: k.lamaBpjsBulan }, k.libur),
    ),
  ];
}

/** BGR-12, BGR-15, BGR-17, BGR-18. A case exists because a kelurahan sent it; given back, it has to be sent again. */
function jamKota(kasus: Kasus, kini: Waktu, k: KetentuanBulanan): JamUsulan[] {
  const diterima = kasus.status === 'DIKEMBALIKAN' ? undefined : waktu(kasus.dibuat);
  return [
    ...tanggal(kasus, kini, k, 'kelurahan', 'kelurahan', 'Kelurahan ke Dinsos', diterima),
    ...tanggal(kasus, kini, k, 'dinsos', 'dinsos', 'Dinsos ke Dinkes', waktu(kasus.diserahkan_pada)),
    ...tanggal(kasus, kini, k, 'dinkes', 'dinkes', 'Dinkes ke BPJS', waktu(kasus.diusulkan_pada)),
    ...menungguBpjs(kasus, kini, (kirim) => tambahHari(kirim, Math.min(...k.umpanBalikHari))),
  ];
}

/** The legal limit of the case's period; the working target beside it where that is another day (S-01, S-03). */
function tanggal(
  kasus: Kasus,
  kini: Waktu,
  k: KetentuanBulanan,
  cutoff: IdCutoff,
  id: JamUsulan['id'],
  label: string,
  selesai: Waktu | undefined,
): JamUsulan[] {
  const periode = parsePeriode(kasus.periode);
  if (!periode) return [];
  const { hari } = k.cutoff[cutoff];
  const awal = awalHari(awalPeriode(periode));
  const mulai = terawal(waktu(kasus.dibuat), awal) ?? awal;
  const langkahnya = langkah(kasus, mulai, selesai, kini);
  return [jamTanggal({ id, label }, langkahnya, hariPeriode(periode, hari), target(periode, cutoff, k))];
}

function target(periode: Periode, id: IdCutoff, { cutoff, libur }: KetentuanBulanan): string {
  const { hari, aturanLibur, hariInternal } = cutoff[id];
  const kerja = targetKerja(periode, hari, aturanLibur, libur);
  const geser = kerja === hariPeriode(periode, hari) ? [] : [`target kerja ${sebutHari(kerja)}`];
  const dalam =
    hariInternal === undefined
      ? []
      : [`target penyaringan ${sebutHari(hariKerjaPalingLambat(hariPeriode(periode, hariInternal), libur))}`];
  const kalimat = [...dalam, ...geser].join(', ');
  return kalimat.charAt(0).toUpperCase() + kalimat.slice(1);
}

const sebutHari = (hari: Tanggal): string => `${namaHari(hari)} ${hari.slice(8)}/${hari.slice(5, 7)}`;

/** An answer of an earlier attempt does not end the wait for the next one. */
function menungguBpjs(kasus: Kasus, kini: Waktu, sampai: (kirim: Tanggal) => Tanggal): JamUsulan[] {
  const kirim = waktu(kasus.diusulkan_pada);
  const dijawab = kasus.status === 'DIKIRIM_BPJS' ? undefined : waktu(kasus.dijawab_pada);
  const bagian = { id: 'bpjs', label: 'Jawaban BPJS' } as const;
  const batas = sampai(tanggalWaktu(kirim ?? kini));
  return [jamTanggal(bagian, langkah(kasus, kirim, dijawab, kini), batas)];
}

const terawal = (a: Waktu | undefined, b: Waktu | undefined) => (a && b ? (kurangDari(a, b) ? a : b) : (a ?? b));
