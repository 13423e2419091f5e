/** Puts the rows of feedback files into the database, and says how their answers are to be read. */
import { basename, dirname, join, resolve } from 'node:path';
import { bacaWilayah } from '#domain/format/baca-wilayah.ts';
import { type TanggalMentah, tentukanUrutan, type Urutan } from '#domain/format/urutan-tanggal.ts';
import type { DaftarWilayah } from '#domain/wilayah/wilayah.ts';
import { JUDUL_JAWABAN, type KolomJawaban } from '#usecase/rekonsiliasi/judul.ts';
import { EXIT, UserError } from '../errors.ts';
import type { BarisDibaca } from '../reconcile/bentuk.ts';
import type { Mesin } from '../reconcile/db/mesin.ts';
import { Usulan } from '../reconcile/pencocok/usulan.ts';
import type { RingkasanSumber, Sumber } from '../reconcile/sumber/bentuk.ts';
import { bukaSumber, type OpsiSumber } from '../reconcile/sumber/sumber.ts';

export interface OpsiUmpanBalik extends Pick<OpsiSumber, 'alias' | 'lembar' | 'urutan'> {
  /** Regency of the office, four digits, and its own list of regions; absent without an office. */
  readonly kodeWilayah?: string | undefined;
  readonly daftarWilayah?: DaftarWilayah | undefined;
  readonly kemajuan: (apa: string) => void;
}

export interface BerkasUmpanBalik {
  readonly sumber: Sumber;
  readonly ringkasan: RingkasanSumber;
  /** Headings under which the parts of an answer stand. */
  readonly judul: Readonly<Partial<Record<KolomJawaban, string>>>;
  /** How the dates of answers are read. */
  readonly urutan: Urutan;
}

/** In `lain` of a row: what the reader said of cells of its answer. No heading of a file looks like this. */
export const RUSAK = '\u0000rusak';

/** Defects of a NIK count under this name, whatever its heading is in each file. */
const JUDUL_NIK = 'NIK';

const TEMPAT = {
  nama_desa: ['KELURAHAN', 'DESA', 'NAMA KELURAHAN', 'NAMA DESA', 'DESA KELURAHAN', 'KELURAHAN DESA'],
  nama_kec: ['KECAMATAN', 'NAMA KECAMATAN'],
};

/** The number of a file stands in place of a ticket. @throws UserError code 3 for a file without outcomes */
export async function masukkanUmpanBalik(
  mesin: Mesin,
  paths: readonly string[],
  opsi: OpsiUmpanBalik,
): Promise<{ readonly berkas: readonly BerkasUmpanBalik[]; readonly jumlah: number }> {
  const usulan = await Usulan.buka(mesin, JUDUL_NIK);
  const berkas: BerkasUmpanBalik[] = [];
  const nama = namaBerlainan(paths);
  for (const [nomor, path] of paths.entries()) {
    const dibaca = await masukkan(usulan, path, String(nomor), opsi);
    berkas.push({ ...dibaca, sumber: { ...dibaca.sumber, nama: nama[nomor] ?? dibaca.sumber.nama } });
  }
  pastikanBerlainan(berkas);
  await usulan.selesai();
  return { berkas, jumlah: usulan.jumlah };
}

/** Of files that have one name, with their folders. @throws UserError code 2 for a file that is named twice */
function namaBerlainan(paths: readonly string[]): readonly (string | undefined)[] {
  const penuh = paths.map((path) => (path === '-' ? path : resolve(path)));
  const dua = penuh.find((path, i) => penuh.indexOf(path) !== i);
  if (dua !== undefined) throw new UserError(EXIT.usage, `${basename(dua)} disebut dua kali. Sebutkan sekali saja.`);
  return penuh.map((path) => {
    const kembar = penuh.filter((lain) => basename(lain) === basename(path)).length > 1;
    return kembar ? join(basename(dirname(path)), basename(path)) : undefined;
  });
}

/** The same rows twice would only repeat each other. @throws UserError code 2 */
function pastikanBerlainan(berkas: readonly BerkasUmpanBalik[]): void {
  for (const [i, satu] of berkas.entries()) {
    const { sha256 } = satu.ringkasan;
    const sama = berkas.slice(0, i).find(({ ringkasan }) => ringkasan.sha256 === sha256);
    if (!sama || sha256 === '') continue;
    const kalimat = `${satu.sumber.nama} isinya sama dengan ${sama.sumber.nama}. Sebutkan salah satu saja.`;
    throw new UserError(EXIT.usage, kalimat);
  }
}

async function masukkan(
  usulan: Usulan,
  path: string,
  penanda: string,
  opsi: OpsiUmpanBalik,
): Promise<BerkasUmpanBalik> {
  const { alias, lembar, urutan, kemajuan } = opsi;
  const sumber = await bukaSumber(path, { alias, lembar, urutan, kolomTambahan: { ...JUDUL_JAWABAN, ...TEMPAT } });
  const judul = Object.fromEntries(Object.keys(JUDUL_JAWABAN).map((satu) => [satu, sumber.tambahan[satu]]));
  if (judul['hasil'] === undefined) {
    const sentence = `${sumber.nama}: tidak ada kolom hasil. Beri judul "Hasil" atau "Status" pada kolom jawaban BPJS.`;
    throw new UserError(EXIT.badInput, sentence);
  }
  const siapkan = penyiap(sumber, opsi);
  const tanggal = new Tanggalan([judul['tmt'], judul['dijawab']]);
  for await (const potongan of sumber.baris()) {
    for (const baris of potongan) {
      tanggal.tambah(baris);
      const siap = siapkan(baris);
      usulan.tambah(siap, penanda, siap.lain);
    }
    kemajuan(`membaca ${sumber.nama}: ${usulan.jumlah} baris`);
  }
  const ringkasan = sumber.ringkasan();
  if (ringkasan.data === 0) {
    throw new UserError(EXIT.badInput, `${sumber.nama}: Tabelnya kosong: belum ada jawaban di bawah judul.`);
  }
  return { sumber, ringkasan, judul, urutan: urutan ?? tanggal.urutan(sumber.nama, ringkasan) };
}

/** Rows as matching takes them: defects of the answer set apart, and the region by its name where it has no code. */
function penyiap(sumber: Sumber, { kodeWilayah, daftarWilayah }: OpsiUmpanBalik): (baris: BarisDibaca) => BarisDibaca {
  const judulNik = sumber.kolom.find(({ sebagai }) => sebagai === 'nik')?.judul;
  const milikJawaban = new Set(Object.keys(JUDUL_JAWABAN).flatMap((satu) => sumber.tambahan[satu] ?? []));
  const { nama_desa: desa = '', nama_kec: kec = '' } = sumber.tambahan;
  return (baris) => {
    const rusak = baris.cacat.filter(({ kolom }) => milikJawaban.has(kolom));
    const cacat = baris.cacat
      .filter((satu) => !rusak.includes(satu))
      .map((satu) => (satu.kolom === judulNik ? { ...satu, kolom: JUDUL_NIK } : satu));
    const nama = { nama_desa: baris.lain[desa] ?? '', nama_kec: baris.lain[kec] ?? '' };
    const perluWilayah = kodeWilayah !== undefined && baris.orang.kode_wilayah === '' && nama.nama_desa !== '';
    const kode = perluWilayah
      ? bacaWilayah({ ...nama, kode_kec: '', kode_desa: '' }, { kodeWilayah, daftarWilayah }).kodeWilayah
      : baris.orang.kode_wilayah;
    const kalimat = rusak.map(({ kolom, pesan }) => `${kolom}: ${pesan}`).join(' ');
    return {
      ...baris,
      cacat,
      orang: kode === baris.orang.kode_wilayah ? baris.orang : { ...baris.orang, kode_wilayah: kode },
      lain: kalimat === '' ? baris.lain : { ...baris.lain, [RUSAK]: kalimat },
    };
  };
}

/** The dates of answers, to find out whether they begin with the day or the month. */
class Tanggalan {
  readonly #judul: readonly string[];
  /** More than two of the same say nothing new. */
  readonly #teks = new Map<string, number>();

  constructor(judul: readonly (string | undefined)[]) {
    this.#judul = judul.filter((satu) => satu !== undefined);
  }

  tambah({ lain }: BarisDibaca): void {
    for (const judul of this.#judul) {
      const teks = (lain[judul] ?? '').replace(/[T ]\d.*$/, '');
      if (teks !== '') this.#teks.set(teks, Math.min((this.#teks.get(teks) ?? 0) + 1, 2));
    }
  }

  /** @throws UserError code 3 when two orders are possible and nothing in the file decides */
  urutan(nama: string, ringkasan: RingkasanSumber): Urutan {
    const semua = [...this.#teks].flatMap(([teks, kali]): TanggalMentah[] =>
      Array.from({ length: kali }, () => ({ teks })),
    );
    const hasil = tentukanUrutan(semua);
    if (!('tanya' in hasil) && hasil.dasar === 'data') return hasil.urutan;
    if (ringkasan.urutanPasti) return ringkasan.urutan;
    if (!('tanya' in hasil)) return hasil.urutan;
    const sentence = `${nama}: Urutan hari dan bulan tidak dapat dipastikan. Tambahkan --urutan HB atau --urutan BH.`;
    throw new UserError(EXIT.badInput, sentence);
  }
}
