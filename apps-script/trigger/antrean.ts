/** Commands of the command line: each is applied exactly once, in the commit that answers it. */
import { PERINTAH_KANTOR, PERNAH_DIJAWAB } from '#usecase/bentuk-perintah.ts';
import type { PengirimImpor } from '#usecase/impor.ts';
import { Perancang } from '#usecase/perancang.ts';
import {
  bacaPerintah,
  type JawabanPerintah,
  jalankanImpor,
  jalankanKirim,
  jalankanTindakan,
} from '#usecase/perintah.ts';
import type { Potret } from '#usecase/potret.ts';
import { type BahanTindakan, jalankanMassal } from '#usecase/tindakan-rencana.ts';
import type { IsiTab } from '../google/baca.ts';
import type { Letak } from '../google/kirim.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, pelaksana } from '../google/register.ts';
import { bukaUntuk, type Perintah } from './bahan-antrean.ts';
import { tandaiGandaBaru } from './ganda.ts';
import { denganKunci } from './jaga.ts';

/** Commands of one commit, and rows of files or actions in it. */
const SEKALI_JALAN = 200;
const BARIS_SEKALI = 300;

/**
 * Works off commands until they are done or the time is over, because other work is due as well.
 * @param nomor their rows. @returns how many were answered
 */
export function jalankanAntrean(nomor: readonly number[], sampai: number): number {
  let dijawab = 0;
  // A command that stands there twice may be passed over: its second row waits for the next run.
  for (let awal = 0; awal < nomor.length && Date.now() < sampai; ) {
    const sekali = jalankanSekali(nomor.slice(awal, awal + SEKALI_JALAN));
    dijawab += sekali;
    awal += sekali > 0 ? sekali : SEKALI_JALAN;
  }
  return dijawab;
}

/** One commit: as many of the commands in these rows as fit. */
function jalankanSekali(nomor: readonly number[]): number {
  return denganKunci(() => {
    const awal = bukaRegister([
      { tab: 'Antrean', kolom: ['id', 'keadaan'] },
      { tab: 'Antrean', baris: nomor },
    ]);
    const [semua, diminta] = awal.isi;
    const sudah = new Set((semua?.baris ?? []).filter((satu) => !isMenunggu(satu)).map(({ isi }) => isi['id'] ?? ''));
    const menunggu = (diminta?.baris ?? []).filter((satu) => isMenunggu(satu) && !isKantor(satu)).map(({ isi }) => isi);
    // A sender that heard no answer may have appended its command twice: one row of each id a run, the others later.
    const unik = [...new Map(menunggu.filter(({ id }) => id !== '').map((isi) => [isi['id'] ?? '', isi])).values()];
    const baris = secukupnya(unik.map((isi) => ({ ...keperintah(isi), pelaku: isi['pelaku'] ?? '' })));
    const bahan = bukaUntuk(baris);
    const { potret, letak } = bahan;
    const p = new Perancang(potret);
    for (const satu of baris) {
      const jawaban = sudah.has(satu.id)
        ? { keadaan: 'DITOLAK', jawaban: PERNAH_DIJAWAB }
        : jalankan(p, satu, bahan, pengirimRegister(satu.pelaku, potret));
      p.ubahBaris('Antrean', satu.id, { ...jawaban, dijalankan: potret.kini });
    }
    tandaiGandaBaru(p);
    const nomorTab = new Map([...awal.letak.nomor, ...letak.nomor]).set('Antrean', nomorAntrean(awal.letak));
    komit(p.rencana(), { ...letak, nomor: nomorTab, tajuk: new Map([...awal.letak.tajuk, ...letak.tajuk]) });
    return baris.length;
  });
}

export const isMenunggu = ({ isi }: IsiTab['baris'][number]): boolean =>
  isi['keadaan'] === 'MENUNGGU' && isi['id'] !== '';

/** Commands that `perintah-kantor.ts` runs, each by itself. */
export const isKantor = ({ isi }: IsiTab['baris'][number]): boolean =>
  (PERINTAH_KANTOR as readonly string[]).includes(isi['jenis'] ?? '');

const nomorAntrean = (letak: Letak): ReadonlyMap<string, number> => letak.nomor.get('Antrean') ?? new Map();

export function keperintah(isi: Readonly<Record<string, string>>): Perintah {
  const { id = '', jenis = '', muatan = '', dibuat = '' } = isi;
  return { id, jenis, muatan, dibuat, terbaca: bacaPerintah({ jenis, muatan }) };
}

/** As many commands as fit in one commit; at least one. */
export function secukupnya<T extends Perintah>(semua: readonly T[]): T[] {
  let baris = 0;
  return semua.filter(({ terbaca }, i) => {
    baris += terbaca?.jenis === 'IMPOR' ? terbaca.isi.baris.length : 0;
    baris += terbaca?.jenis === 'TINDAKAN_MASSAL' ? terbaca.isi.tindakan.length : 0;
    return i === 0 || baris <= BARIS_SEKALI;
  });
}

/** What a command does. */
export function jalankan(
  p: Perancang,
  { terbaca, dibuat }: Perintah,
  bahan: BahanTindakan,
  pengirim: PengirimImpor,
): JawabanPerintah {
  switch (terbaca?.jenis) {
    case 'TINDAKAN':
      return jalankanTindakan(p, terbaca.isi, bahan, pengirim);
    case 'TINDAKAN_MASSAL':
      return {
        keadaan: 'SELESAI',
        jawaban: JSON.stringify({ hasil: jalankanMassal(p, terbaca.isi, bahan, pengirim) }),
      };
    case 'IMPOR':
      return jalankanImpor(p, terbaca.isi, dibuat, bahan.kasus, pengirim);
    case 'KIRIM_BATCH':
      return jalankanKirim(p, terbaca.isi, pengirim);
    case 'PERBAIKI':
    case 'PERIKSA':
      return { keadaan: 'DITOLAK', jawaban: 'Perintah ini hanya dijalankan dari antrean register.' };
    case undefined:
      return { keadaan: 'DITOLAK', jawaban: 'Muatan bukan perintah yang dikenal.' };
  }
}

/** Only the office's own people can write into the register. */
function pengirimRegister(email: string, potret: Potret): PengirimImpor {
  const pegawai = potret.pengaturan.pegawai.find((satu) => satu.email === email.toLowerCase());
  return { ...pelaksana(email, potret), wilayah: '', kontak: { nama: pegawai?.nama ?? '', email } };
}
