/** What to do with an answer whose case is known: older feedback never overwrites newer, nothing is recorded twice. */
import { STATUS_HASIL } from '#domain/hasil/hasil.ts';
import { salahTmt } from '#domain/hasil/tmt-harapan.ts';
import { DI_BPJS, isStatus, LABEL_STATUS } from '#domain/usulan/status.ts';
import { tanggalAngka } from '#domain/waktu/bahasa.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { akhirHari, tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { batasKasus } from '../batas-jawaban.ts';
import type { JawabanBerkode, JawabanDibaca, KasusRekon } from './bentuk.ts';
import type { HasilBaca } from './jawaban.ts';

/** Where an answer stands against its case; only `cocok` can be recorded without a person. */
export type Golongan =
  | 'cocok'
  | 'sudah'
  | 'ulangan'
  | 'tak_dikirim'
  | 'berlawanan'
  | 'tidak_lengkap'
  | 'tak_terbaca'
  | 'usang'
  | 'akhir';

export interface Kedudukan {
  readonly golongan: Golongan;
  readonly alasan: string;
}

/** @param kini an answer from after this moment is a mistake in the file */
export function putuskanJawaban(
  kasus: KasusRekon,
  jawaban: HasilBaca,
  { dijawab }: JawabanDibaca,
  kini: Waktu,
): Kedudukan {
  if (!jawaban.ok) {
    const { terbaca, sebab } = jawaban.error;
    return { golongan: terbaca ? 'tidak_lengkap' : 'tak_terbaca', alasan: sebab.join(' ') };
  }
  if (sudahTercatat(kasus, jawaban.value)) return { golongan: 'sudah', alasan: 'Jawaban ini sudah tercatat.' };
  const label = isStatus(kasus.status) ? LABEL_STATUS[kasus.status].toLowerCase() : kasus.status;
  if (['SELESAI', 'DIBATALKAN', 'DITARIK', 'DITUTUP'].includes(kasus.status)) {
    return { golongan: 'akhir', alasan: `Usulan ini sudah ${label}; jawaban tidak dicatat otomatis.` };
  }
  if (!isStatus(kasus.status) || !DI_BPJS.includes(kasus.status)) {
    return { golongan: 'tak_dikirim', alasan: `Usulan ini ${label}, belum dikirim ke BPJS.` };
  }
  return (
    halanganWaktu(kasus, dijawab, kini) ??
    berbalik(kasus, jawaban.value) ??
    tmtMustahil(kasus, jawaban.value, kini) ?? { golongan: 'cocok', alasan: '' }
  );
}

function sudahTercatat(kasus: KasusRekon, { hasil, keterangan, tmt }: JawabanBerkode): boolean {
  // A case whose card was handed over was a success before.
  const status = kasus.status === 'SELESAI' ? 'BERHASIL' : kasus.status;
  // The same cover in other words is no news for anybody.
  const samaKata = hasil === 'berhasil' || kasus.keterangan_bpjs === keterangan;
  return status === STATUS_HASIL[hasil] && samaKata && kasus.tmt_aktif === tmt;
}

/** Cover that somebody counts on is taken away or moved by a person only. */
function berbalik(kasus: KasusRekon, { hasil, tmt }: JawabanBerkode): Kedudukan | undefined {
  if (kasus.status !== 'BERHASIL') return undefined;
  const apa = hasil === 'berhasil' && tmt !== '' ? ` dengan TMT lain, bukan ${tanggalAngka(tmt)}` : '';
  return { golongan: 'akhir', alasan: `Usulan ini sudah berhasil${apa}; ralat hanya lewat panel kasus.` };
}

/** Cover cannot begin before the proposal came in, nor years from now. */
function tmtMustahil(kasus: KasusRekon, { hasil, tmt }: JawabanBerkode, kini: Waktu): Kedudukan | undefined {
  const batas = hasil === 'berhasil' && tmt !== '' ? batasKasus(kasus, kini) : undefined;
  const alasan = batas && tmt !== '' ? salahTmt(tmt, batas) : '';
  return alasan === '' ? undefined : { golongan: 'tidak_lengkap', alasan };
}

function halanganWaktu(kasus: KasusRekon, dijawab: Tanggal | Waktu | '', kini: Waktu): Kedudukan | undefined {
  if (dijawab === '') {
    if (kasus.dijawab_pada === '' && Number(kasus.percobaan) <= 1) return undefined;
    const alasan = 'Usulan ini pernah dijawab atau diajukan ulang: isi tanggal jawaban, atau pakai --tanggal.';
    return { golongan: 'tidak_lengkap', alasan };
  }
  if (mulai(dijawab) > kini) {
    return { golongan: 'tidak_lengkap', alasan: 'Tanggal jawaban belum terjadi; periksa urutan hari dan bulan.' };
  }
  if (lebihLama(dijawab, kasus.dijawab_pada)) {
    return { golongan: 'usang', alasan: 'Jawaban ini lebih lama daripada jawaban yang sudah tercatat.' };
  }
  if (lebihLama(dijawab, kasus.diusulkan_pada)) {
    return { golongan: 'usang', alasan: 'Jawaban ini dari sebelum usulan yang sekarang dikirim.' };
  }
  return undefined;
}

const berjam = (saat: Tanggal | Waktu): saat is Waktu => saat.length > 'TTTT-BB-HH'.length;
const mulai = (saat: Tanggal | Waktu): string => (berjam(saat) ? saat : `${saat}T00:00:00+07:00`);

/** A day without a clock is older only when all of it is. */
function lebihLama(saat: Tanggal | Waktu, tercatat: string): boolean {
  if (tercatat === '') return false;
  return berjam(saat) ? saat < tercatat : akhirHari(saat) < tercatat && saat < tanggalWaktu(tercatat as Waktu);
}
