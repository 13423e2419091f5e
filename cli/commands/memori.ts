/** The option `--memori` of every command that matches. */
import { InvalidArgumentError, Option } from 'commander';

/** As DuckDB reads it. */
const UKURAN = /^[1-9]\d*(?:\.\d+)?\s*[KMGT]i?B$/i;

function ukuran(teks: string): string {
  if (!UKURAN.test(teks.trim())) throw new InvalidArgumentError('Tulis angka dan satuannya, misalnya 500MB atau 4GB.');
  return teks.trim();
}

export const opsiMemori = (): Option =>
  new Option('--memori <ukuran>', 'batas memori basis data, misalnya 4GB').argParser(ukuran);
