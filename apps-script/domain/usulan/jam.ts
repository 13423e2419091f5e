/** One clock of a case: how much of the time for a step is used, counted in minutes or in days, and in words. */
import { durasiIndonesia } from '../waktu/bahasa.ts';
import { type JamKerja, type Libur, menitKerja, tambahMenitKerja } from '../waktu/jam-kerja.ts';
import { selisihHari, type Tanggal } from '../waktu/tanggal.ts';
import { akhirHari, selisihMenit, tambahMenit, tanggalWaktu, type Waktu } from '../waktu/waktu.ts';

/** One bar: how many of how many minutes (or days) are used, and whether the step is done. */
export interface JamUsulan {
  readonly id:
    | 'saring'
    | 'koreksi'
    | 'periksa'
    | 'usul'
    | 'rawat'
    | 'kolektif'
    | 'kelurahan'
    | 'dinsos'
    | 'dinkes'
    | 'bpjs';
  readonly label: string;
  readonly terpakai: number;
  readonly batas: number;
  readonly keadaan: 'berjalan' | 'selesai' | 'lewat' | 'belum';
  /** When the time is up; empty while the step has not begun. */
  readonly habis: string;
  /** What is counted when it is not minutes by the clock: minutes of office hours (S-21), or calendar days. */
  readonly satuan?: 'jam_kerja' | 'hari';
  /** What to work towards before the time is up. */
  readonly catatan?: string;
}

type Bagian = Pick<JamUsulan, 'id' | 'label' | 'batas'>;

interface Langkah {
  readonly mulai: Waktu | undefined;
  readonly selesai: Waktu | undefined;
  readonly kini: Waktu;
}

function batang(
  bagian: Bagian & Pick<JamUsulan, 'satuan'>,
  { mulai, selesai, kini }: Langkah,
  lama: (dari: Waktu, sampai: Waktu) => number,
  habis: (dari: Waktu) => Waktu,
): JamUsulan {
  if (!mulai) return { ...bagian, terpakai: 0, keadaan: 'belum', habis: '' };
  const terpakai = Math.max(0, lama(mulai, selesai ?? kini));
  const keadaan = terpakai > bagian.batas ? 'lewat' : selesai ? 'selesai' : 'berjalan';
  return { ...bagian, terpakai, keadaan, habis: habis(mulai) };
}

/** Minutes of office hours. */
export const jamKantor = (
  bagian: Bagian,
  langkah: Langkah,
  { jamKerja, libur }: { readonly jamKerja: JamKerja; readonly libur: Libur },
): JamUsulan =>
  batang(
    { ...bagian, satuan: 'jam_kerja' },
    langkah,
    (dari, sampai) => menitKerja(dari, sampai, jamKerja, libur),
    (dari) => tambahMenitKerja(dari, bagian.batas, jamKerja, libur),
  );

/** Minutes by the clock. */
export const jamDinding = (bagian: Bagian, langkah: Langkah): JamUsulan =>
  batang(bagian, langkah, selisihMenit, (dari) => tambahMenit(dari, bagian.batas));

/** Calendar days up to and including a date. */
export function jamTanggal(
  bagian: Omit<Bagian, 'batas'>,
  { mulai, selesai, kini }: Langkah,
  sampai: Tanggal,
  catatan = '',
): JamUsulan {
  const awal = mulai && tanggalWaktu(mulai);
  const batas = awal ? Math.max(1, selisihHari(awal, sampai)) : 1;
  const jam = batang(
    { ...bagian, batas, satuan: 'hari' },
    { mulai, selesai, kini },
    // Counted back from the end, so that the days left are right even where the step began after its date.
    (_dari, hingga) => batas - selisihHari(tanggalWaktu(hingga), sampai),
    () => akhirHari(sampai),
  );
  return catatan !== '' && jam.keadaan === 'berjalan' ? { ...jam, catatan } : jam;
}

/** `sisa 14 menit`, `sisa 3 hari`, `lewat 2 jam`, `selesai dalam 9 menit`. */
export function sebutJam({ keadaan, terpakai, batas, satuan }: JamUsulan): string {
  const hari = satuan === 'hari';
  const lama = (jumlah: number) => (hari ? `${jumlah} hari` : durasiIndonesia(jumlah));
  switch (keadaan) {
    case 'belum':
      return 'belum mulai';
    case 'selesai':
      return hari ? 'selesai' : `selesai dalam ${lama(terpakai)}`;
    case 'lewat':
      return `lewat ${lama(terpakai - batas)}`;
    case 'berjalan':
      return hari && terpakai === batas ? 'hari terakhir' : `sisa ${lama(batas - terpakai)}`;
  }
}
