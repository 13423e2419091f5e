/** Cases from a file instead of an office: whoever stands in it was sent, unless the file says otherwise. */
import { type KasusRekon, KOLOM_DIPAKAI } from '#usecase/rekonsiliasi/bentuk.ts';
import { EXIT, UserError } from '../errors.ts';
import type { AturanJudul } from '../reconcile/sumber/judul.ts';
import { bukaSumber } from '../reconcile/sumber/sumber.ts';

/** Columns of a case that say nothing about a person; in a file they bear the names that they have in the register. */
const KOLOM_KASUS = [
  'versi',
  'rute',
  'periode',
  'batch',
  'status',
  'percobaan',
  'diusulkan_pada',
  'dijawab_pada',
  'keterangan_bpjs',
  'tmt_aktif',
] as const satisfies readonly (typeof KOLOM_DIPAKAI)[number][];

const JUDUL = {
  ...Object.fromEntries(KOLOM_KASUS.map((kolom) => [kolom, [kolom]])),
  tiket: ['TIKET', 'NO TIKET', 'NOMOR TIKET'],
};

/** Of a case that was sent for the first time and not answered. */
const BAWAAN = { rute: 'BGR-U', status: 'DIKIRIM_BPJS', percobaan: '1' };

export interface KasusBerkas {
  readonly nama: string;
  readonly kasus: readonly KasusRekon[];
  readonly sidik: string;
}

/** @throws UserError code 3 when the file has no tickets */
export async function readKasusBerkas(path: string, aturan: AturanJudul): Promise<KasusBerkas> {
  const sumber = await bukaSumber(path, { ...aturan, kolomTambahan: JUDUL });
  if (sumber.tambahan['tiket'] === undefined) {
    throw new UserError(EXIT.badInput, `${sumber.nama}: kolom tiket tidak ditemukan. Beri judul "tiket", lalu simpan.`);
  }
  const kasus: KasusRekon[] = [];
  for await (const potongan of sumber.baris()) {
    for (const { orang, lain } of potongan) {
      const isi = (kolom: string): string => lain[sumber.tambahan[kolom] ?? ''] ?? '';
      const satu = Object.fromEntries(
        KOLOM_DIPAKAI.map((kolom) => [kolom, kolom in orang ? orang[kolom as keyof typeof orang] : isi(kolom)]),
      ) as KasusRekon;
      if (satu.tiket !== '') kasus.push({ ...satu, ...terisi(satu) });
    }
  }
  return { nama: sumber.nama, kasus, sidik: sumber.ringkasan().sha256 };
}

const terisi = (kasus: KasusRekon): Partial<KasusRekon> =>
  Object.fromEntries(
    Object.entries(BAWAAN).map(([kolom, bawaan]) => [kolom, kasus[kolom as keyof typeof BAWAAN] || bawaan]),
  );
