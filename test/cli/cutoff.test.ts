/** `pbi cutoff`: the dates of a month with the reasons, and whose settings they follow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KELURAHAN } from './support/berkas.ts';
import { type Kantor, openKantor } from './support/kantor.ts';
import { pbi } from './support/pbi.ts';

let kantor: Kantor;
beforeAll(async () => {
  kantor = await openKantor(KELURAHAN);
});
afterAll(() => kantor.close());

const cutoff = (...more: string[]) => pbi('cutoff', '--tanggal', '2026-11-10', ...more);

describe('pbi cutoff', () => {
  it('explains the SOP’s own dates without an office, and says so', async () => {
    const { code, out } = await cutoff();
    expect(code).toBe(0);
    expect(out).toMatch(/^Memakai ketentuan bawaan SOP tanpa daftar libur: /);
    expect(out).toContain('(BGR-12): Selasa, 10 November 2026 pukul 23.59 WIB.');
    expect(out).toContain('(BTL-N-05)');
    expect((await cutoff('--profile', 'kota-bogor')).out).not.toContain('BTL-N-05');
  });

  it('follows the settings and holidays of the office', async () => {
    const { code, out } = await cutoff('--url', kantor.url, '--sebagai', kantor.email.dinsos);
    expect(code).toBe(0);
    expect(out).toMatch(/^Memakai pengaturan dan libur di register Dinas Sosial Kota Bogor\.\n/);
    expect(out).toContain('(BGR-12): Senin, 9 November 2026 pukul 23.59 WIB.');
    expect(out).toContain('Target kerja Jumat, 6 November 2026');
    expect(out).toContain('(Libur Percobaan)');
    expect(out).not.toContain('BTL-N-05');
  });

  it.each([
    [() => ['--url', kantor.url, '--sebagai', kantor.email.kelurahan], 'tidak dapat membuka register'],
    [() => ['--url', 'http://127.0.0.1:1', '--sebagai', 'a@b.test'], 'Workspace lokal tidak menjawab'],
  ])('falls back with the reason', async (more, reason) => {
    const { code, out } = await cutoff(...more());
    expect(code).toBe(0);
    expect(out).toContain(reason);
    expect(out).toContain('10 November 2026 pukul 23.59 WIB');
  });

  it('gives the same as JSON, and refuses a day that no calendar has', async () => {
    const { periode, batas } = JSON.parse((await cutoff('--json')).out) as { periode: string; batas: object[] };
    expect(periode).toBe('2026-11');
    expect(batas[1]).toMatchObject({ id: 'kelurahan', batas: '2026-11-10T23:59:59+07:00' });
    expect(await pbi('cutoff', '--tanggal', '2026-02-30')).toMatchObject({
      code: 2,
      err: expect.stringContaining('TTTT-BB-HH'),
    });
  });
});
