/** Commands of the command line: each is applied exactly once, in the commit that answers it. */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { nikImpor, type PengirimImpor } from '#usecase/impor.ts';
import { Perancang } from '#usecase/perancang.ts';
import {
  bacaPerintah,
  type JawabanPerintah,
  jalankanImpor,
  jalankanKirim,
  jalankanTindakan,
  type PerintahAntrean,
  type Terbaca,
} from '#usecase/perintah.ts';
import type { Potret } from '#usecase/potret.ts';
import type { IsiTab, Minta } from '../google/baca.ts';
import type { Letak } from '../google/kirim.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaRegister, pelaksana } from '../google/register.ts';
import { denganKunci } from './jaga.ts';

/** Commands of one run, and rows of files in one commit. */
export const SEKALI_JALAN = 200;
const BARIS_SEKALI = 300;

const SUDAH = 'Perintah dengan penanda ini sudah pernah dijawab; yang ini tidak dijalankan.';

/** @param nomor rows of at most `SEKALI_JALAN` commands. @param sudah ids of commands that were answered before. @returns how many commands were answered */
export function jalankanAntrean(nomor: readonly number[], sudah: ReadonlySet<string>): number {
  return denganKunci(() => {
    const awal = bukaRegister([{ tab: 'Antrean', baris: nomor }]);
    const menunggu = (awal.isi[0]?.baris ?? []).map(({ isi }) => isi).filter((isi) => isi['keadaan'] === 'MENUNGGU');
    // A sender that heard no answer may have appended its command twice: one row of each id a run, the others later.
    const unik = [...new Map(menunggu.filter(({ id }) => id !== '').map((isi) => [isi['id'] ?? '', isi])).values()];
    const baris = secukupnya(unik.map((isi) => ({ ...keperintah(isi), pelaku: isi['pelaku'] ?? '' })));
    const bahan = bukaUntuk(baris);
    const { potret, letak } = bahan;
    const p = new Perancang(potret);
    for (const satu of baris) {
      const jawaban = sudah.has(satu.id)
        ? { keadaan: 'DITOLAK', jawaban: SUDAH }
        : jalankan(p, satu, bahan, pengirimRegister(satu.pelaku, potret));
      p.ubahBaris('Antrean', satu.id, { ...jawaban, dijalankan: potret.kini });
    }
    const nomorTab = new Map([...awal.letak.nomor, ...letak.nomor]).set('Antrean', nomorAntrean(awal.letak));
    komit(p.rencana(), { ...letak, nomor: nomorTab, tajuk: new Map([...awal.letak.tajuk, ...letak.tajuk]) });
    return baris.length;
  });
}

const nomorAntrean = (letak: Letak): ReadonlyMap<string, number> => letak.nomor.get('Antrean') ?? new Map();

/** A row of `Antrean` and what it asks for. */
export type Perintah = PerintahAntrean & { readonly terbaca: Terbaca };

export function keperintah(isi: Readonly<Record<string, string>>): Perintah {
  const { id = '', jenis = '', muatan = '', dibuat = '' } = isi;
  return { id, jenis, muatan, dibuat, terbaca: bacaPerintah({ jenis, muatan }) };
}

/** As many commands as fit in one commit; at least one. */
export function secukupnya<T extends Perintah>(semua: readonly T[]): T[] {
  let baris = 0;
  return semua.filter(({ terbaca }, i) => {
    baris += terbaca?.jenis === 'IMPOR' ? terbaca.isi.baris.length : 0;
    return i === 0 || baris <= BARIS_SEKALI;
  });
}

/** What commands work on. */
export interface Bahan {
  readonly potret: Potret;
  readonly letak: Letak;
  readonly kasus: readonly Kasus[];
  /** The answers to what was asked besides. */
  readonly tambahan: readonly IsiTab[];
}

/** Sending a batch, and moving a proposal to a month whose batch may be closed. */
const butuhBatch = ({ terbaca }: Perintah): boolean =>
  terbaca?.jenis === 'KIRIM_BATCH' || (terbaca?.jenis === 'TINDAKAN' && terbaca.isi.aksi === 'GESER_PERIODE');

/** The cases that these commands are about, found by their columns: a file may name hundreds of people. */
export function bukaUntuk(perintah: readonly Perintah[], tambahan: readonly Minta[] = []): Bahan {
  const cari = new Set<string>();
  for (const { terbaca } of perintah) {
    if (terbaca?.jenis === 'TINDAKAN') cari.add(terbaca.isi.tiket);
    if (terbaca?.jenis === 'IMPOR') for (const nik of nikImpor(terbaca.isi)) cari.add(nik);
  }
  const batch: Minta[] = perintah.some(butuhBatch) ? [{ tab: 'Batch', ambil: 'semua' }] : [];
  const kis: Minta[] = perintah.some(({ terbaca }) => terbaca?.jenis === 'TINDAKAN' && terbaca.isi.aksi === 'CATAT_KIS')
    ? [{ tab: 'KIS', kolom: ['tiket'] }]
    : [];
  const lain = [...tambahan, ...batch, ...kis];
  if (cari.size === 0) {
    const { potret, letak, isi } = bukaRegister(lain);
    return { potret, letak, kasus: [], tambahan: isi };
  }
  const sekilas = bukaRegister([{ tab: 'Kasus', kolom: ['tiket', 'nik'] }]);
  const baris = (sekilas.isi[0]?.baris ?? [])
    .filter(({ isi }) => cari.has(isi['tiket'] ?? '') || cari.has(isi['nik'] ?? ''))
    .map(({ nomor }) => nomor);
  const { potret, isi, letak } = bukaRegister([{ tab: 'Kasus', baris }, ...lain]);
  const [kasus, ...sisa] = isi;
  const semuaKasus = barisKasus(kasus).map((satu) => satu.kasus);
  return { potret, letak, kasus: semuaKasus, tambahan: sisa };
}

/** What a command does. */
export function jalankan(
  p: Perancang,
  { terbaca, dibuat }: Perintah,
  { kasus }: Pick<Bahan, 'kasus'>,
  pengirim: PengirimImpor,
): JawabanPerintah {
  switch (terbaca?.jenis) {
    case 'TINDAKAN':
      return jalankanTindakan(p, terbaca.isi, kasus, pengirim);
    case 'IMPOR':
      return jalankanImpor(p, terbaca.isi, dibuat, kasus, pengirim);
    case 'KIRIM_BATCH':
      return jalankanKirim(p, terbaca.isi, pengirim);
    case undefined:
      return { keadaan: 'DITOLAK', jawaban: 'Muatan bukan perintah yang dikenal.' };
  }
}

/** Only the office's own people can write into the register. */
function pengirimRegister(email: string, potret: Potret): PengirimImpor {
  const pegawai = potret.pengaturan.pegawai.find((satu) => satu.email === email.toLowerCase());
  return { ...pelaksana(email, potret), wilayah: '', kontak: { nama: pegawai?.nama ?? '', email } };
}
