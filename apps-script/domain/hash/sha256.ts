/** SHA-256 over text, and the hash chain that makes a changed or missing log line visible. */
import { sha256 as sha256Bita } from '@noble/hashes/sha2.js';

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as everywhere on the web. Apps Script has no TextEncoder. */
function utf8(text: string): Uint8Array {
  const bita: number[] = [];
  for (const huruf of text) {
    const titik = Number(huruf.codePointAt(0));
    tambahTitik(bita, titik >= 0xd800 && titik <= 0xdfff ? 0xfffd : titik);
  }
  return Uint8Array.from(bita);
}

function tambahTitik(bita: number[], titik: number): void {
  const lanjut = (geser: number) => 0x80 | ((titik >> geser) & 0x3f);
  if (titik < 0x80) bita.push(titik);
  else if (titik < 0x800) bita.push(0xc0 | (titik >> 6), lanjut(0));
  else if (titik < 0x10000) bita.push(0xe0 | (titik >> 12), lanjut(6), lanjut(0));
  else bita.push(0xf0 | (titik >> 18), lanjut(12), lanjut(6), lanjut(0));
}

/** SHA-256 of a text as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return Array.from(sha256Bita(utf8(text)), (bita) => bita.toString(16).padStart(2, '0')).join('');
}

/**
 * Hash of the next line of a chain: covers the previous hash and all fields. Encoded as a JSON array, so moving text from
 * one field to its neighbour changes the hash. The first line takes '' as its previous hash.
 */
export function rantai(prevHash: string, fields: readonly string[]): string {
  return sha256(JSON.stringify([prevHash, ...fields]));
}
