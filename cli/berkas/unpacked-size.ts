/** What a ZIP archive says it unpacks to, read from its directory without unpacking anything. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** Bit of an entry whose sizes stand behind its data, where the directory has none. */
const STREAMED = 0x08;

/**
 * The sum over all entries. The reader stops each entry at the size that is declared here, so what is declared is what
 * can be unpacked; an entry that declares nothing counts as endless.
 * @throws RangeError when the archive is cut off or no archive
 */
export function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(position, true) !== ENTRY) throw new RangeError('the directory of the archive is damaged');
    const packed = view.getUint32(position + 20, true);
    const unpacked = view.getUint32(position + 24, true);
    const streamed = (view.getUint16(position + 8, true) & STREAMED) !== 0;
    if (unpacked === 0 && (packed > 2 || (streamed && packed === 0))) return Number.POSITIVE_INFINITY;
    total += unpacked;
    const lengths = [28, 30, 32].map((offset) => view.getUint16(position + offset, true));
    position += lengths.reduce((sum, length) => sum + length, ENTRY_LENGTH);
  }
  return total;
}

function findEnd(view: DataView): number {
  for (let position = view.byteLength - END_LENGTH; position >= 0; position -= 1) {
    if (view.getUint32(position, true) === END) return position;
  }
  throw new RangeError('the archive has no directory');
}
