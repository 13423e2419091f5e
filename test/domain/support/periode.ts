/** Makes periods and batch identifiers from text in tests; a typing error fails at once. */
import { type IdBatch, parseIdBatch } from '#domain/periode/batch.ts';
import { type Periode, parsePeriode } from '#domain/periode/periode.ts';

export function prd(text: string): Periode {
  const periode = parsePeriode(text);
  if (periode === undefined) throw new Error(`bad period in a test: ${text}`);
  return periode;
}

export function bat(text: string): IdBatch {
  const id = parseIdBatch(text);
  if (id === undefined) throw new Error(`bad batch in a test: ${text}`);
  return id;
}
