/** What answers are held against: the cases and words of an office, or of files where there is none. */
import { ALASAN_BPJS } from '#domain/hasil/alasan-bpjs.ts';
import type { AlasanKantor } from '#domain/hasil/kode-alasan.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { type Waktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import type { KasusRekon } from '#usecase/rekonsiliasi/bentuk.ts';
import { bookOf, connect, type Office } from '../google/target.ts';
import type { TargetOptions } from '../google/target-options.ts';
import type { PengaturanCocok } from '../reconcile/pengaturan.ts';
import { type AlasanRekap, readRegister } from './kasus.ts';
import { readKasusBerkas } from './register-berkas.ts';

export interface Bahan {
  readonly nama: string;
  readonly kasus: readonly KasusRekon[];
  /** Hash of what was read. */
  readonly sidik: string;
  readonly alasan: readonly AlasanRekap[];
  readonly kini: Waktu;
  /** Absent where there is no office. */
  readonly pengaturan?: Pengaturan;
  readonly office?: Office;
}

export async function bacaBahan(
  options: TargetOptions & { readonly register?: string },
  { judul, sinonim = [] }: PengaturanCocok,
): Promise<Bahan> {
  const sendiri = sinonim.map(({ pola, kode }): AlasanRekap => ({ ...KOSONG, kode, pola }));
  if (options.register !== undefined) {
    const berkas = await readKasusBerkas(options.register, { alias: judul });
    const bawaan = ALASAN_BPJS.map(([kode, untuk, teks, pola, tindakLanjut]) => ({
      kode,
      untuk,
      teks,
      pola,
      tindakLanjut,
    }));
    return { ...berkas, alasan: [...bawaan, ...sendiri], kini: waktuDariEpoch(Date.now()) };
  }
  const office = await connect(options);
  const { kasus, sidik, alasan, pengaturan } = await readRegister(office, bookOf(office, options));
  return { nama: 'register', kasus, sidik, alasan: [...alasan, ...sendiri], kini: office.now, pengaturan, office };
}

const KOSONG: Omit<AlasanKantor, 'kode' | 'pola'> & Pick<AlasanRekap, 'tindakLanjut'> = {
  untuk: 'bpjs',
  teks: '',
  tindakLanjut: '',
};
