/** Bytes of a text file as text, piece by piece, in whichever encoding an office saved it. */
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** So many bytes show whether every second one is zero. */
const LOOKED_AT = 4096;

/**
 * Decodes a stream. UTF-16 is recognised by its mark or by its zeros; everything else is plain ASCII until the first
 * byte that is not, which is read as UTF-8 when it can be and as what Excel on Windows saves otherwise. Bytes that an
 * encoding does not have become U+FFFD.
 */
export class TextPieces {
  #decoder: TextDecoder | undefined;
  #started = false;

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
    if (!this.#decoder) {
      if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
      this.#decoder = new TextDecoder(startsUtf8(bytes) ? 'utf-8' : 'windows-1252');
    }
    return this.#decoder.decode(bytes, { stream: true });
  }

  /** What is left at the end: U+FFFD for a character that was cut off. */
  end(): string {
    return this.#decoder?.decode() ?? '';
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
