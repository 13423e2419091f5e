/** A ZIP archive whose parts are unpacked as streams; one that would fill the machine is refused before that. */
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { BerkasError } from './berkas-error.ts';
import { MAX_ENTRIES, MAX_RATIO, RATIO_FROM_BYTES } from './limits.ts';
import { TextPieces } from './text-pieces.ts';

const TOO_LARGE =
  'Isi berkas menjadi terlalu besar bila dibuka. Salin tabelnya ke berkas baru, lalu simpan sebagai .xlsx.';
const DAMAGED = 'Isi berkas rusak atau terpotong. Minta dikirim ulang, atau simpan ulang dari Excel sebagai .xlsx.';

export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /**
   * @param maxBytes what all parts may unpack to
   * @throws BerkasError for an archive that is damaged, has odd names in it or unpacks to more
   */
  static async open(path: string, maxBytes: number): Promise<Archive> {
    const zip = await openPromise(path, { autoClose: false }).catch(damaged);
    try {
      if (zip.entryCount > MAX_ENTRIES) throw new BerkasError(TOO_LARGE);
      const entries = new Map<string, Entry>();
      let total = 0;
      // Names that lead out of the archive stop this loop.
      for await (const entry of zip.eachEntry()) {
        total += entry.uncompressedSize;
        if (isSwollen(entry) || total > maxBytes) throw new BerkasError(TOO_LARGE);
        if (entry.isEncrypted()) throw new BerkasError('Berkas memakai kata sandi. Buka, hapus kata sandinya, simpan.');
        entries.set(entry.fileName, entry);
      }
      return new Archive(zip, entries);
    } catch (error) {
      zip.close();
      return damaged(error);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Size of a part when it is unpacked. */
  sizeOf(name: string): number {
    return this.#entries.get(name)?.uncompressedSize ?? 0;
  }

  /**
   * The text of a part. No more is unpacked than the archive declared.
   * @throws BerkasError when it is damaged, differs from what was packed, or there is no such part
   */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (!entry) throw new BerkasError(DAMAGED);
    const text = new TextPieces();
    let sum = 0;
    try {
      for await (const bytes of await this.#zip.openReadStreamPromise(entry)) {
        sum = crc32(bytes, sum);
        yield text.write(bytes);
      }
      yield text.end();
    } catch (error) {
      damaged(error);
    }
    if (sum !== entry.crc32) throw new BerkasError(DAMAGED);
  }

  close(): void {
    this.#zip.close();
  }
}

/** Bit of an entry whose sizes stand behind its data, where the directory may have none. */
const STREAMED = 0x08;

/** One that declares nothing counts as endless. */
function isSwollen({ uncompressedSize, compressedSize, generalPurposeBitFlag }: Entry): boolean {
  const streamed = (generalPurposeBitFlag & STREAMED) !== 0 && compressedSize === 0;
  if (uncompressedSize === 0) return compressedSize > 2 || streamed;
  return uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO;
}

function damaged(error: unknown): never {
  throw error instanceof BerkasError ? error : new BerkasError(DAMAGED, { cause: error });
}
