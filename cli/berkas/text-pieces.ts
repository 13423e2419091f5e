/** Bytes of a text file as text, piece by piece, in whichever encoding an office saved it. */
import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** So many bytes show whether every second one is zero. */
const LOOKED_AT = 4096;

/** Bytes of the longest character, less one. */
const LONGEST = 3;

const NOTHING = new Uint8Array(0);

/**
 * Decodes a stream. UTF-16 is recognised by its mark or by its zeros; everything else is plain ASCII until the first
 * byte that is not, which is read as UTF-8 when it can be and as what Excel on Windows saves otherwise. Bytes that an
 * encoding does not have become U+FFFD.
 */
export class TextPieces {
  #decoder: TextDecoder | undefined;
  #started = false;
  #held: Uint8Array = NOTHING;

  /** Of what was read so far; plain ASCII counts as UTF-8. */
  get encoding(): Encoding {
    return (this.#decoder?.encoding ?? 'utf-8') as Encoding;
  }

  /** The first call needs more than a few bytes. */
  write(bytes: Uint8Array): string {
    if (!this.#started && bytes.length > 0) {
      this.#started = true;
      const wide = utf16(bytes);
      if (wide) this.#decoder = new TextDecoder(wide);
    }
    return this.#decoder ? this.#decoder.decode(bytes, { stream: true }) : this.#undecided(bytes);
  }

  /** Plain ASCII until a whole character says what it is; a last few bytes may be the beginning of one. */
  #undecided(bytes: Uint8Array): string {
    const all = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    let plain = all.length;
    while (plain > all.length - LONGEST && Number(all[plain - 1]) > 0x7f) plain -= 1;
    const head = all.subarray(0, plain);
    if (isAscii(head)) {
      this.#held = all.subarray(plain);
      return Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
    }
    this.#held = NOTHING;
    this.#decoder = new TextDecoder(startsUtf8(all) ? 'utf-8' : 'windows-1252');
    return this.#decoder.decode(all, { stream: true });
  }

  /** What is left at the end: U+FFFD for a character that was cut off. */
  end(): string {
    this.#decoder ??= new TextDecoder(isUtf8(this.#held) ? 'utf-8' : 'windows-1252');
    return this.#decoder.decode(this.#held);
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = Number(zeros[index % 2]) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd * 4 > head.length && even === 0) return 'utf-16le';
  return even * 4 > head.length && odd === 0 ? 'utf-16be' : undefined;
}

function startsUtf8(bytes: Uint8Array): boolean {
  try {
    // As a stream: the piece may end in the middle of a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
