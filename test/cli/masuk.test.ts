/** Signing in with a browser: what is asked, what is kept, what is never shown, and every way in which it can fail. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LINGKUP, namaLingkup } from '../../cli/google/lingkup.ts';
import { temporary } from './support/pbi.ts';
import { alamatIzin, beriIzin, type Mesin, mesinKosong } from './support/pemasangan.ts';

const DINSOS = 'verifikator.dinsos@bantul.test';

let mesin: Mesin;
beforeAll(async () => {
  mesin = await mesinKosong();
});
afterAll(() => mesin.server.close());

let config = '';
beforeEach(() => {
  config = join(temporary(), 'kantor', 'pbi');
});

const jalankan = (...args: string[]) =>
  mesin.start({ env: { PBI_CONFIG_DIR: config } }, ...args, '--target', 'local', '--url', mesin.server.origin);
const kredensial = () => join(config, 'kredensial.json');
const isi = (): Record<string, string> => JSON.parse(readFileSync(kredensial(), 'utf8'))[mesin.server.origin];

describe('pbi masuk', () => {
  it('asks for its permissions, with PKCE and a state, comes back to this machine, and keeps the sign-in to itself', async () => {
    const masuk = jalankan('masuk');
    const { address, back, status, page } = await beriIzin(masuk, { email: DINSOS });
    const { code, out, err } = await masuk.ended;
    expect([code, out]).toEqual([0, `Masuk sebagai ${DINSOS}.\n`]);

    const asked = address.searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('state')).toMatch(/^[\w-]{32,}$/);
    expect(asked.get('access_type')).toBe('offline');
    expect(asked.get('scope')?.split(' ').sort()).toEqual([...namaLingkup].sort());
    expect(back.hostname).toBe('127.0.0.1');
    expect([status, page]).toEqual([200, expect.stringContaining('Tab ini boleh ditutup')]);
    expect(page).toContain('lang="id"');

    expect(statSync(kredensial()).mode & 0o777).toBe(0o600);
    expect(statSync(config).mode & 0o777).toBe(0o700);
    const { accessToken = '', refreshToken = '', email } = isi();
    expect(email).toBe(DINSOS);
    for (const secret of [accessToken, refreshToken, back.searchParams.get('code') ?? '']) {
      expect(secret.length).toBeGreaterThan(10);
      expect(out + err).not.toContain(secret);
      expect(page).not.toContain(secret);
    }
    // The port is closed: nothing can come back a second time.
    await expect(fetch(back)).rejects.toThrow();
  });

  it('says what a refusal means', async () => {
    const masuk = jalankan('masuk');
    const { page } = await beriIzin(masuk, { decision: 'tolak' });
    expect(page).toContain('Izin tidak diberikan');
    expect(await masuk.ended).toMatchObject({ code: 7, err: expect.stringContaining('Jalankan lagi pbi masuk') });
    expect(() => statSync(kredensial())).toThrow();
  });

  it('names each permission that was not ticked', async () => {
    const masuk = jalankan('masuk');
    await beriIzin(masuk, { without: ['spreadsheets', 'script.projects'] });
    const { code, err } = await masuk.ended;
    expect(code).toBe(7);
    for (const { nama, boleh } of LINGKUP) {
      const left = /spreadsheets|script/.test(nama);
      expect(err.includes(boleh), nama).toBe(left);
    }
  });

  it('turns away answers to a question that it did not ask, and goes on waiting for its own', async () => {
    const masuk = jalankan('masuk');
    const address = await alamatIzin(masuk.child);
    const redirect = address.searchParams.get('redirect_uri') ?? '';
    for (const query of ['?code=curian&state=tebakan', '?code=curian', '']) {
      const answer = await fetch(`${redirect}/${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toContain('curian');
    }
    masuk.child.kill('SIGINT');
    expect(await masuk.ended).toMatchObject({ code: 130, err: expect.stringContaining('Dihentikan sebelum izin') });
  });

  it('explains that a forged code was refused', async () => {
    const masuk = jalankan('masuk');
    const address = await alamatIzin(masuk.child);
    const { searchParams } = address;
    const redirect = searchParams.get('redirect_uri') ?? '';
    await fetch(`${redirect}/?code=palsu&state=${searchParams.get('state')}`);
    expect(await masuk.ended).toMatchObject({ code: 7, err: expect.stringContaining('pbi masuk') });
  });

  it.each([
    ['no client of the office', [], 2, 'pbi masuk --klien client_secret.json'],
    ['a file that is not there', ['--klien', '/tidak/ada.json'], 3, 'tidak dapat dibaca'],
    ['a client of another kind', ['--klien', 'WEB'], 3, 'jenis Desktop'],
  ])('at Google with %s says how to get one', async (_, args, code, sentence) => {
    const web = join(temporary(), 'web.json');
    writeFileSync(web, JSON.stringify({ web: { client_id: 'x', client_secret: 'rahasia-sekali' } }));
    const { ended } = mesin.start(
      { env: { PBI_CONFIG_DIR: config } },
      'masuk',
      ...args.map((a) => (a === 'WEB' ? web : a)),
    );
    const { code: got, err } = await ended;
    expect([got, err]).toEqual([code, expect.stringContaining(sentence)]);
    expect(err).toContain('panduan-pasang.md');
    expect(err).not.toContain('rahasia-sekali');
  });
});

describe('a sign-in', () => {
  const masuk = async (email = DINSOS) => {
    const berjalan = jalankan('masuk');
    await beriIzin(berjalan, { email });
    expect((await berjalan.ended).code).toBe(0);
  };

  it('is taken back and forgotten by pbi keluar', async () => {
    await masuk();
    const { accessToken } = isi();
    const asked = () =>
      fetch(`${mesin.server.origin}/oauth2/v2/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect((await asked()).status).toBe(200);
    expect(await jalankan('keluar').ended).toMatchObject({ code: 0, out: expect.stringContaining('sudah keluar') });
    expect((await asked()).status).toBe(401);
    expect(() => statSync(kredensial())).toThrow();
    expect((await jalankan('keluar').ended).out).toContain('Tidak ada yang masuk');
  });

  it('that has run out is renewed without asking, and the new token kept', async () => {
    await masuk('sistem.pbi@bantul.test');
    const before = isi();
    writeFileSync(
      kredensial(),
      JSON.stringify({ [mesin.server.origin]: { ...before, accessToken: 'ya29.basi', sampai: 1 } }),
    );
    const { code, err } = await jalankan('pasang', '--rencana').ended;
    expect([code, err]).toEqual([0, expect.stringContaining('sistem.pbi@bantul.test')]);
    const after = isi();
    expect(after['accessToken']).not.toBe('ya29.basi');
    expect(after['refreshToken']).toBe(before['refreshToken']);
    expect(statSync(kredensial()).mode & 0o777).toBe(0o600);
  });

  it('that was taken back elsewhere asks to sign in again', async () => {
    await masuk();
    const { refreshToken = '' } = isi();
    await fetch(`${mesin.server.origin}/revoke?token=${encodeURIComponent(refreshToken)}`, { method: 'POST' });
    const before = isi();
    writeFileSync(kredensial(), JSON.stringify({ [mesin.server.origin]: { ...before, sampai: 1 } }));
    const { code, err } = await jalankan('pasang', '--rencana').ended;
    expect([code, err]).toEqual([7, expect.stringContaining('Jalankan lagi pbi masuk')]);
  });
});
