/** The story of `alur-darurat.test.ts`, word for word, in an office that `pbi pasang` has made out of nothing. */
import { afterAll } from 'vitest';

process.env['PBI_E2E_KANTOR'] = 'pasang';
afterAll(() => {
  delete process.env['PBI_E2E_KANTOR'];
});
await import('./alur-darurat.test.ts');
