/** Guides stand in the repository for everybody who works with it, and their pictures exist. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const UNITS = [
  'pic',
  'dinsos',
  'bpjs',
  'admin',
  'kelurahan',
  'kecamatan',
  'disdukcapil',
  'dinkes',
  'kantor-baru',
  'rekonsiliasi',
  'pasang',
  'periksa',
  'cadangan',
];

describe('the guides', () => {
  it.each(UNITS)('every unit has its guide: %s', (unit) => {
    const text = readFileSync(`docs/panduan-${unit}.md`, 'utf8');
    const pictures = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    for (const path of pictures) expect(existsSync(`docs/${path}`), path).toBe(true);
    expect(readFileSync('README.md', 'utf8')).toContain(`docs/panduan-${unit}.md`);
  });
});
