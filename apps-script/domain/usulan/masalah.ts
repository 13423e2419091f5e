/**
 * Open findings of a case as its cell `masalah` keeps them: one finding a line, `!` before an error and `?` before a
 * warning, then the column, the sentence and the code. Readable for people, parseable for code, no personal data.
 */

export interface Temuan {
  readonly kode: string;
  readonly tingkat: 'galat' | 'peringatan';
  /** The column it is about. */
  readonly kolom: string;
  /** What is wrong and what to do, in Indonesian, without the value itself. */
  readonly pesan: string;
}

const AWALAN = { galat: '!', peringatan: '?' } as const;
const BARIS = /^([!?]) (\w+): (.*) \((\w+)\)$/;

export const tulisMasalah = (temuan: readonly Temuan[]): string =>
  [...temuan]
    .sort((a, b) => Number(a.tingkat === 'peringatan') - Number(b.tingkat === 'peringatan'))
    .map(({ kode, tingkat, kolom, pesan }) => `${AWALAN[tingkat]} ${kolom}: ${pesan} (${kode})`)
    .join('\n');

export function bacaMasalah(sel: string): Temuan[] {
  return sel.split('\n').flatMap((baris) => {
    const bagian = BARIS.exec(baris);
    if (!bagian) return [];
    const [, awalan, kolom = '', pesan = '', kode = ''] = bagian;
    return [{ kode, kolom, pesan, tingkat: awalan === '!' ? 'galat' : 'peringatan' } as const];
  });
}

/** How many errors are open. */
export const galatTerbuka = (sel: string): number =>
  bacaMasalah(sel).filter(({ tingkat }) => tingkat === 'galat').length;
