/** Reads the built folder as `clasp push` would send it. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { StartError } from './start-error.ts';
import type { ScriptFile } from './workspace.ts';

const TYPES: Record<string, ScriptFile['type']> = { '.js': 'SERVER_JS', '.html': 'HTML', '.json': 'JSON' };

/**
 * The project's files in push order (by name).
 * @throws StartError when the folder does not exist or has no manifest
 */
export function readBundle(dir: string): ScriptFile[] {
  const names = listing(dir).filter((name) => TYPES[extname(name)] !== undefined);
  if (!names.includes('appsscript.json')) {
    throw new StartError(`Hasil build tidak ditemukan di ${dir}. Jalankan dulu: npm run build`);
  }
  return names.map((name) => {
    const extension = extname(name);
    const type = TYPES[extension] ?? 'HTML';
    return { name: name.slice(0, -extension.length), type, source: readFileSync(join(dir, name), 'utf8') };
  });
}

function listing(dir: string): string[] {
  try {
    return readdirSync(dir).sort();
  } catch {
    return [];
  }
}
