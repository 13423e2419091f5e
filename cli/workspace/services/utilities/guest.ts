/** Utilities as a script sees it. Nothing here is a service call: Google answers them inside the execution. */
import { exception, mismatch, native } from '../../runtime/guest/bridge.ts';
import { enumeration, strict } from '../../runtime/guest/strict.ts';
import { SLEEP_MAX_MS } from '../../runtime/limits.ts';
import { formatDate } from './format-date.ts';

type Utilities = GoogleAppsScript.Utilities.Utilities;

const ALGORITHMS: Record<string, string> = { MD5: 'md5', SHA_1: 'sha1', SHA_256: 'sha256', SHA_512: 'sha512' };

/** Apps Script's bytes are signed. */
const signed = (hex: string): number[] =>
  (hex.match(/../g) ?? []).map((pair) => (Number.parseInt(pair, 16) << 24) >> 24);
const hexOfBytes = (bytes: readonly number[]): string =>
  bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');

/** Without a charset a text counts as UTF-8 for base64 and as US-ASCII for digests, where other letters become `?`. */
function hexOf(value: unknown, charset: string): string | undefined {
  if (Array.isArray(value)) return hexOfBytes(value);
  if (typeof value !== 'string') return undefined;
  // eslint-disable-next-line no-control-regex
  const text = charset === 'US_ASCII' ? value.replace(/[^\x00-\x7f]/gu, '?') : value;
  return native().toHex(text, charset);
}

function computeDigest(...args: unknown[]): number[] {
  const [algorithm, value, charset] = args;
  const hex = hexOf(value, String(charset ?? 'US_ASCII'));
  const name = ALGORITHMS[String(algorithm)];
  if (hex === undefined || name === undefined) throw mismatch('Utilities.computeDigest', args);
  return signed(native().digest(name, hex));
}

function base64Encode(...args: unknown[]): string {
  const hex = hexOf(args[0], String(args[1] ?? 'UTF_8'));
  if (hex === undefined) throw mismatch('Utilities.base64Encode', args);
  return native().toBase64(hex);
}

export const createUtilities = (): Utilities =>
  strict<Utilities>('Utilities', {
    DigestAlgorithm: enumeration('Utilities.DigestAlgorithm', Object.keys(ALGORITHMS)),
    Charset: enumeration('Utilities.Charset', ['US_ASCII', 'UTF_8']),
    getUuid: () => native().uuid(),
    sleep: (...args: unknown[]) => {
      const [milliseconds] = args;
      if (typeof milliseconds !== 'number') throw mismatch('Utilities.sleep', args);
      if (milliseconds > SLEEP_MAX_MS) throw exception(`Argument too large: milliseconds`);
      native().sleep(milliseconds);
    },
    formatDate: (...args: unknown[]) => {
      const [date, zone, pattern] = args;
      if (!(date instanceof Date) || typeof zone !== 'string' || typeof pattern !== 'string') {
        throw mismatch('Utilities.formatDate', args);
      }
      return formatDate(date, zone, pattern);
    },
    computeDigest,
    base64Encode,
  });
