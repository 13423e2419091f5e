/** What is in the script project as against the built folder. */
import { createHash } from 'node:crypto';
import type { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import { EXIT, UserError } from '../errors.ts';
import { asking } from '../google/persist.ts';
import { readBundle } from '../workspace/bundle-files.ts';
import type { ScriptFile } from '../workspace/workspace.ts';
import type { Mesin } from './mesin.ts';

interface Ukuran {
  readonly byte: number;
  readonly sidik: string;
}

/** A file that a push would change; without `dulu` it is new, without `kini` it goes away. */
export interface SelisihBerkas {
  readonly nama: string;
  readonly dulu?: Ukuran;
  readonly kini?: Ukuran;
}

/** @throws UserError where nothing was built */
export function berkasRilis(bundleDir: string): ScriptFile[] {
  try {
    return readBundle(bundleDir);
  } catch (error) {
    throw new UserError(EXIT.usage, (error as Error).message, { cause: error });
  }
}

export async function bacaIsiSkrip(
  { klien }: Pick<Mesin, 'klien'>,
  scriptId: string,
): Promise<script_v1.Schema$File[]> {
  const script = await klien.script();
  const { files = [] } = await asking(
    (options) => script.projects.getContent({ scriptId }, options),
    () => true,
  );
  return files;
}

export function selisihIsi(rilis: readonly ScriptFile[], ada: readonly script_v1.Schema$File[]): SelisihBerkas[] {
  const mau = new Map(rilis.map((satu) => [namaBerkas(satu), ukuran(satu)]));
  const kini = new Map(ada.map((satu) => [namaBerkas(satu), ukuran(satu)]));
  return [...new Set([...mau.keys(), ...kini.keys()])].sort().flatMap((nama): SelisihBerkas[] => {
    const [baru, lama] = [mau.get(nama), kini.get(nama)];
    if (baru?.sidik === lama?.sidik) return [];
    return [{ nama, ...(lama ? { dulu: lama } : {}), ...(baru ? { kini: baru } : {}) }];
  });
}

const AKHIRAN: Readonly<Record<string, string>> = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' };

const namaBerkas = ({ name, type }: script_v1.Schema$File): string => `${name}${AKHIRAN[type ?? ''] ?? ''}`;

/** Line ends and the layout of the manifest are Google's to choose. */
function ukuran({ source, type }: script_v1.Schema$File): Ukuran {
  const teks = (source ?? '').replace(/\r\n/g, '\n').trimEnd();
  const isi = type === 'JSON' ? rapi(teks) : teks;
  return { byte: Buffer.byteLength(source ?? ''), sidik: createHash('sha256').update(isi).digest('hex').slice(0, 12) };
}

function rapi(teks: string): string {
  try {
    return JSON.stringify(JSON.parse(teks), (_, isi: unknown) =>
      typeof isi === 'object' && isi !== null && !Array.isArray(isi)
        ? Object.fromEntries(Object.entries(isi).sort(([a], [b]) => (a < b ? -1 : 1)))
        : isi,
    );
  } catch {
    return teks;
  }
}

const sebut = ({ byte, sidik }: Ukuran): string => `${byte} byte (${sidik})`;

export function sebutSelisih({ nama, dulu, kini }: SelisihBerkas): string {
  if (!kini) return `${nama}: dihapus dari skrip`;
  return dulu ? `${nama}: ${sebut(dulu)} menjadi ${sebut(kini)}` : `${nama}: baru, ${sebut(kini)}`;
}
