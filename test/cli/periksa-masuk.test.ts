/** The doctor and its experiments with the rights that `pbi masuk` asks for, and with fewer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINGKUP, namaLingkup } from '../../cli/google/lingkup.ts';
import type { Temuan } from '../../cli/periksa/temuan.ts';
import { programOf, signIn } from '../workspace/oauth/support.ts';
import { startIn, temporary } from './support/pbi.ts';
import { kantorSehat, kodeSalah, type Terperiksa } from './support/periksa.ts';

let kantor: Terperiksa;
beforeAll(async () => {
  kantor = await kantorSehat();
}, 30_000);
afterAll(() => kantor.server.close());

/** Runs `pbi periksa` with a token for these scopes. */
async function dengan(lingkup: readonly string[], ...args: string[]) {
  const { email } = kantor.office.user('admin');
  const { origin } = kantor.server;
  const { access_token: PBI_TOKEN = '' } = await signIn(programOf(origin), {
    email,
    more: { scope: lingkup.join(' ') },
  });
  const env = { PBI_TOKEN: PBI_TOKEN ?? '' };
  const { ended } = startIn({ env }, 'periksa', '--json', '--url', origin, '--sebagai', email, ...args);
  return { token: PBI_TOKEN ?? '', ...(await ended) };
}

const temuanDari = (out: string) => (JSON.parse(out) as { temuan: Temuan[] }).temuan;

describe('a sign-in', () => {
  it('with all rights is enough for every check', async () => {
    const { code, out, err, token } = await dengan(namaLingkup);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const semua = temuanDari(out);
    expect(semua.filter(({ tingkat }) => tingkat !== 'BAIK')).toEqual([]);
    expect(semua.map(({ kode }) => kode)).toContain('LINGKUP');
    expect(out).not.toContain(token);
  });

  it.each(LINGKUP.map(({ nama }) => nama.replace(/^.*\//, '')).filter((nama) => /forms|script/.test(nama)))(
    'without %s is told which one is missing, and everything else is checked',
    async (kurang) => {
      const { code, out } = await dengan(namaLingkup.filter((nama) => !nama.endsWith(`/${kurang}`)));
      const semua = temuanDari(out);
      expect(kodeSalah(semua)).toEqual(['LINGKUP_KURANG']);
      expect(semua.find(({ kode }) => kode === 'LINGKUP_KURANG')?.kalimat).toContain(kurang);
      expect(code).toBe(4);
    },
  );

  it('with all rights is enough for every experiment', async () => {
    const { code, out } = await dengan(namaLingkup, '--uji-langsung', '--laporan', temporary());
    const { percobaan } = JSON.parse(out) as { percobaan: { kode: string; hasil: string }[] };
    expect(percobaan.filter(({ hasil }) => hasil !== 'sama')).toEqual([]);
    expect(code).toBe(0);
  });
});
