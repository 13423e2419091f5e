/** Cut-offs in sentences: which date binds, which day is worked towards and why, what happens to late rows. */
import { namaHari, tanggalIndonesia, waktuIndonesia } from '../waktu/bahasa.ts';
import { hariKerjaPalingLambat, isHariKerja, type Libur } from '../waktu/jam-kerja.ts';
import { type Tanggal, tambahHari } from '../waktu/tanggal.ts';
import { awalHari, type Waktu } from '../waktu/waktu.ts';
import { type AturanLibur, batasResmi, type Cutoff } from './cutoff.ts';
import { type Pengingat, pengingat } from './pengingat.ts';
import { hariPeriode, namaPeriode, type Periode, periodeBerikut, periodeSebelum } from './periode.ts';
import { targetKerja } from './target-kerja.ts';

/** Names of holidays by date, as the office wrote them in the tab of holidays. */
export type NamaLibur = ReadonlyMap<Tanggal, string>;

export interface Penjelasan {
  readonly batas: Waktu;
  readonly target: Tanggal;
  readonly pengingat: readonly Pengingat[];
  readonly kalimat: readonly string[];
}

const hariTanggal = (tanggal: Tanggal): string => `${namaHari(tanggal)}, ${tanggalIndonesia(tanggal)}`;

/** Why nobody works on a date; only for dates that are not working days. */
function alasanLibur(tanggal: Tanggal, libur: Libur, nama: NamaLibur): string {
  if (!libur.has(tanggal)) return `hari ${namaHari(tanggal)}`;
  const sebutan = nama.get(tanggal);
  return sebutan ? `hari libur atau cuti bersama (${sebutan})` : 'hari libur atau cuti bersama';
}

/** The target and what moved it; names the run of days off when more than one day was skipped. */
function kalimatTarget(resmi: Tanggal, target: Tanggal, aturan: AturanLibur, libur: Libur, nama: NamaLibur): string {
  const pembuka = `Target kerja ${hariTanggal(target)}`;
  if (isHariKerja(resmi, libur)) return `${pembuka}, sama dengan batas resmi karena hari kerja.`;
  const alasan = `${tanggalIndonesia(resmi)} ${alasanLibur(resmi, libur, nama)}`;
  if (aturan === 'TETAP') return `${pembuka}: ${alasan}, tetapi pengaturan kantor tidak menggeser target.`;
  const arah = target < resmi ? 'hari kerja terakhir sebelumnya' : 'hari kerja pertama sesudahnya';
  const ujung = tambahHari(target, target < resmi ? 1 : -1);
  const deret = ujung === resmi ? '' : ` dan ${rentang(ujung, resmi)} bukan hari kerja`;
  return `${pembuka} (${arah}) karena ${alasan}${deret}.`;
}

function rentang(a: Tanggal, b: Tanggal): string {
  const [dari, sampai] = a < b ? [a, b] : [b, a];
  return `${tanggalIndonesia(dari)} sampai ${tanggalIndonesia(sampai)}`;
}

function kalimatInternal(periode: Periode, hari: number | undefined, libur: Libur): string[] {
  if (hari === undefined) return [];
  const internal = hariKerjaPalingLambat(hariPeriode(periode, hari), libur);
  return [`Batas internal ${hariTanggal(internal)}; lewat batas ini usulan masih diterima sampai batas resmi.`];
}

/**
 * Everything about one cut-off of one period; `nama` makes the reasons more exact.
 * @throws RangeError as `targetKerja`
 */
export function penjelasan(
  periode: Periode,
  cutoff: Cutoff,
  libur: Libur,
  nama: NamaLibur = new Map<Tanggal, string>(),
): Penjelasan {
  const { hari, aturanLibur } = cutoff;
  const resmi = hariPeriode(periode, hari);
  const batas = batasResmi(periode, hari);
  const target = targetKerja(periode, hari, aturanLibur, libur);
  const ingat = pengingat(periode, cutoff, libur);
  const berikut = namaPeriode(periodeBerikut(periode));
  const kalimat = [
    `Batas resmi ${cutoff.kegiatan} periode ${namaPeriode(periode)} (${cutoff.klausul}): ` +
      `${namaHari(resmi)}, ${waktuIndonesia(batas)}.`,
    kalimatTarget(resmi, target, aturanLibur, libur, nama),
    ...kalimatInternal(periode, cutoff.hariInternal, libur),
    `Pengingat: ${ingat.map((satu) => `${satu.kode} ${hariTanggal(satu.tanggal)}`).join('; ')} (dihitung hari kerja).`,
    `Yang masuk mulai ${waktuIndonesia(awalHari(tambahHari(resmi, 1)))} ikut periode ${berikut}.`,
  ];
  return { batas, target, pengingat: ingat, kalimat };
}

/**
 * What a sender is told about the period of a row (S-02): its limit, and for a late row also the limit that it missed
 * and the day to work towards.
 */
export function kalimatMasuk(periode: Periode, lewat: boolean, cutoff: Cutoff, libur: Libur): string {
  const batas = `batas ${waktuIndonesia(batasResmi(periode, cutoff.hari))}`;
  if (!lewat) return `Usulan masuk periode ${namaPeriode(periode)}: ${batas}.`;
  const target = targetKerja(periode, cutoff.hari, cutoff.aturanLibur, libur);
  return (
    `Usulan masuk sesudah batas ${tanggalIndonesia(hariPeriode(periodeSebelum(periode), cutoff.hari))}, sehingga ` +
    `diproses pada periode ${namaPeriode(periode)}: ${batas}, target kerja ${hariTanggal(target)}.`
  );
}
