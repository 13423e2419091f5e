/** Reads sources of people in tests: from text, from bytes, from files in a new folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { EXIT, UserError } from '../../../../cli/errors.ts';
import type { BarisDibaca } from '../../../../cli/reconcile/bentuk.ts';
import type { RingkasanSumber, Sumber } from '../../../../cli/reconcile/sumber/bentuk.ts';
import { bukaSumber, type OpsiSumber } from '../../../../cli/reconcile/sumber/sumber.ts';
import { temporary } from '../../support/pbi.ts';

export interface Terbaca {
  readonly sumber: Sumber;
  readonly baris: readonly BarisDibaca[];
  readonly ringkasan: RingkasanSumber;
}

/** Writes bytes or text under a name into a new folder and gives the path. */
export function file(name: string, content: Uint8Array | string): string {
  const path = join(temporary(), name);
  writeFileSync(path, content);
  return path;
}

export async function read(path: string, opsi: OpsiSumber = {}): Promise<Terbaca> {
  const sumber = await bukaSumber(path, opsi);
  const baris: BarisDibaca[] = [];
  for await (const potongan of sumber.baris()) baris.push(...potongan);
  return { sumber, baris, ringkasan: sumber.ringkasan() };
}

/** Through standard input, in pieces of that many bytes. */
export function readStream(content: Uint8Array | string, opsi: OpsiSumber = {}, piece = 1 << 16): Promise<Terbaca> {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) =>
    bytes.subarray(n * piece, (n + 1) * piece),
  );
  return read('-', { ...opsi, stdin: Readable.from(pieces) });
}

/** The sentence with which a file is refused, with exit code 3; fails when it is not. */
export async function refusal(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError) || error.exitCode !== EXIT.badInput) throw error ?? new Error('was not refused');
  return error.message;
}

/** The codes of all defects, by row. */
export const codes = ({ baris }: Terbaca): string[][] => baris.map(({ cacat }) => cacat.map(({ kode }) => kode));

/** NIK of the n-th invented person: a man born on 17 August 1990. */
export const nik = (n: number): string => `340212170890${9000 + n}`;
