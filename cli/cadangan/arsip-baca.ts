/** Opens a backup and proves it: every member that the manifest names is there, whole and unchanged, and no other. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, openPromise, type ZipFile } from 'yauzl';
import { EXIT, UserError } from '../errors.ts';
import { PembacaTertutup } from './arsip-sandi.ts';
import { type Anggota, FORMAT, MANIFES, type Manifes, NAMA_MANIFES, VERSI_FORMAT } from './manifes.ts';
import { isBersandi, kunciDari, PANJANG_KEPALA } from './sandi.ts';

/** Members of the largest office: two hundred spreadsheets of some tabs each. */
const MAKS_ANGGOTA = 5_000;
const MAKS_MANIFES = 16 * 1024 * 1024;

const rusak = (nama: string, apa: string, cause?: unknown): UserError =>
  new UserError(
    EXIT.badInput,
    `Cadangan ${nama} ${apa}, jadi tidak dipakai dan tidak ada yang dipulihkan. Ambil salinan lain dari cadangan ini.`,
    { cause },
  );

export class ArsipBaca {
  readonly manifes: Manifes;
  readonly nama: string;
  /** SHA-256 of the manifest, and so of everything. */
  readonly sidik: string;
  readonly #zip: ZipFile;
  readonly #isi: ReadonlyMap<string, Entry>;
  readonly #tutup: () => Promise<void>;

  private constructor(nama: string, buka: Terbuka, isi: ReadonlyMap<string, Entry>, teks: Buffer) {
    this.nama = nama;
    this.manifes = bacaManifes(teks.toString('utf8'), nama);
    this.sidik = createHash('sha256').update(teks).digest('hex');
    cocokkanNama(this.manifes, isi, nama);
    this.#zip = buka.zip;
    this.#isi = isi;
    this.#tutup = buka.tutup;
  }

  /**
   * @param sandi the password, if one is given
   * @throws UserError that names what is damaged, missing or too new
   */
  static async buka(path: string, sandi?: string): Promise<ArsipBaca> {
    const terbuka = await bukaBerkas(path, sandi);
    try {
      const isi = await daftar(terbuka.zip, path);
      const entri = isi.get(NAMA_MANIFES);
      if (!entri) throw rusak(path, `tidak memuat ${NAMA_MANIFES}`);
      const potongan: Buffer[] = [];
      for await (const bytes of bacaEntri(terbuka.zip, entri, MAKS_MANIFES, path)) potongan.push(bytes);
      return new ArsipBaca(path, terbuka, isi, Buffer.concat(potongan));
    } catch (error) {
      await terbuka.tutup();
      throw error instanceof UserError ? error : rusak(path, 'rusak atau terpotong', error);
    }
  }

  /** Reads every member once. @param laju called with what was read so far, from 0 to 1 */
  async periksa(laju: (bagian: number) => void = () => undefined): Promise<void> {
    const semua = this.manifes.anggota.reduce((jumlah, { bita }) => jumlah + bita, 0);
    let terbaca = 0;
    for (const anggota of this.manifes.anggota) {
      for await (const bytes of this.#bytes(anggota)) {
        terbaca += bytes.length;
        laju(terbaca / Math.max(1, semua));
      }
    }
  }

  /** The lines of a member. @throws UserError at its end, when it is not what the manifest says */
  async *baris(nama: string): AsyncGenerator<string> {
    const dekoder = new TextDecoder('utf-8', { fatal: true });
    let sisa = '';
    for await (const bytes of this.#bytes(this.#anggota(nama))) {
      const potongan = (sisa + dekoder.decode(bytes, { stream: true })).split('\n');
      sisa = potongan.pop() ?? '';
      yield* potongan;
    }
    if (sisa !== '') yield sisa;
  }

  /** A member that is one JSON text. */
  async json(nama: string): Promise<unknown> {
    const baris: string[] = [];
    for await (const satu of this.baris(nama)) baris.push(satu);
    return JSON.parse(baris.join('\n'));
  }

  tutup(): Promise<void> {
    return this.#tutup();
  }

  #anggota(nama: string): Anggota {
    const anggota = this.manifes.anggota.find((satu) => satu.nama === nama);
    if (!anggota) throw rusak(this.nama, `tidak memuat ${nama}`);
    return anggota;
  }

  async *#bytes({ nama, bita, sha256 }: Anggota): AsyncGenerator<Buffer> {
    const entri = this.#isi.get(nama);
    if (!entri) throw rusak(this.nama, `tidak memuat ${nama}`);
    const hash = createHash('sha256');
    for await (const bytes of bacaEntri(this.#zip, entri, bita, this.nama)) {
      hash.update(bytes);
      yield bytes;
    }
    if (hash.digest('hex') !== sha256) throw rusak(this.nama, `berubah di ${nama}`);
  }
}

interface Terbuka {
  readonly zip: ZipFile;
  readonly tutup: () => Promise<void>;
}

const OPSI = { autoClose: false };

async function bukaBerkas(path: string, sandi: string | undefined): Promise<Terbuka> {
  const berkas = await open(path, 'r').catch((cause: unknown) => {
    throw new UserError(EXIT.usage, `Cadangan ${path} tidak dapat dibaca. Periksa nama dan haknya.`, { cause });
  });
  try {
    const { size } = await berkas.stat();
    const kepala = Buffer.alloc(Math.min(PANJANG_KEPALA, size));
    await berkas.read(kepala, 0, kepala.length, 0);
    if (isBersandi(kepala)) return await bukaTertutup(berkas, { path, kepala, size, sandi });
  } catch (error) {
    await berkas.close();
    throw error instanceof UserError ? error : rusak(path, 'rusak atau terpotong', error);
  }
  await berkas.close();
  const zip = await openPromise(path, OPSI).catch((error: unknown) => {
    throw rusak(path, 'rusak atau terpotong', error);
  });
  return { zip, tutup: () => Promise.resolve(zip.close()) };
}

async function bukaTertutup(
  berkas: FileHandle,
  { path, kepala, size, sandi }: { path: string; kepala: Buffer; size: number; sandi: string | undefined },
): Promise<Terbuka> {
  if (sandi === undefined)
    throw new UserError(EXIT.auth, `Cadangan ${path} memakai kata sandi. Sebutkan berkasnya dengan --sandi-berkas.`);
  const pembaca = new PembacaTertutup(berkas, await kunciDari(sandi, kepala, path), size);
  const zip = await fromRandomAccessReaderPromise(pembaca, pembaca.panjangIsi, OPSI);
  return {
    zip,
    tutup: async () => {
      zip.close();
      await berkas.close();
    },
  };
}

async function daftar(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAKS_ANGGOTA) throw rusak(path, 'memuat terlalu banyak berkas');
  const isi = new Map<string, Entry>();
  // Names that lead out of the archive stop this loop.
  for await (const entri of zip.eachEntry()) {
    if (isi.has(entri.fileName)) throw rusak(path, `memuat ${entri.fileName} dua kali`);
    isi.set(entri.fileName, entri);
  }
  return isi;
}

/** No more is unpacked than is expected: a small file may unpack to more than the machine has. */
async function* bacaEntri(zip: ZipFile, entri: Entry, maks: number, path: string): AsyncGenerator<Buffer> {
  const galat = (cause?: unknown) => rusak(path, `rusak di ${entri.fileName}`, cause);
  if (entri.uncompressedSize > maks) throw galat();
  let jumlah = 0;
  try {
    for await (const bytes of (await zip.openReadStreamPromise(entri)) as AsyncIterable<Buffer>) {
      jumlah = crc32(bytes, jumlah);
      yield bytes;
    }
  } catch (error) {
    throw error instanceof UserError ? error : galat(error);
  }
  if (jumlah !== entri.crc32) throw galat();
}

function bacaManifes(teks: string, path: string): Manifes {
  let isi: { format?: unknown; versi?: unknown };
  try {
    isi = JSON.parse(teks) as typeof isi;
  } catch (error) {
    throw rusak(path, `rusak di ${NAMA_MANIFES}`, error);
  }
  if (isi.format !== FORMAT) throw rusak(path, 'bukan cadangan usulan-pbi');
  if (typeof isi.versi !== 'number' || isi.versi > VERSI_FORMAT)
    throw new UserError(
      EXIT.conflict,
      `Cadangan ${path} dibuat pbi yang lebih baru. Perbarui pbi, lalu jalankan lagi.`,
    );
  const { data, error } = MANIFES.safeParse(isi);
  if (!data) throw rusak(path, `rusak di ${NAMA_MANIFES}`, error);
  return data;
}

function cocokkanNama({ anggota }: Manifes, isi: ReadonlyMap<string, Entry>, path: string): void {
  const tercatat = new Set(anggota.map(({ nama }) => nama));
  const hilang = anggota.find(({ nama }) => !isi.has(nama));
  if (hilang) throw rusak(path, `kehilangan ${hilang.nama}`);
  const asing = [...isi.keys()].find((nama) => nama !== NAMA_MANIFES && !tercatat.has(nama));
  if (asing !== undefined) throw rusak(path, `memuat ${asing} yang tidak tercatat`);
}
