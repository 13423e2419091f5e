/** The home page of an office with several forms, many people and many spreadsheets. */
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discovery } from '#workspace/control/discovery.ts';
import { createWorkspace, type RunningWorkspace } from '#workspace/create-workspace.ts';
import { webRoutes } from '#workspace/web/routes.ts';
import { writeBundle } from '../../support/mini-office.ts';
import { CITY_PEOPLE, kelurahan, openCity } from './city.ts';

let workspace: RunningWorkspace;
let app: Hono;
beforeAll(async () => {
  workspace = await openCity();
  app = webRoutes(workspace);
});
afterAll(() => workspace.close());

const home = async (as?: string): Promise<string> =>
  (await app.request('/', { headers: as ? { cookie: `pbi_user=${as}` } : {} })).text();
const link = (key: string) => `href="/spreadsheets/d/${discovery(workspace).spreadsheets[key]}/edit"`;
const count = (text: string, what: string | RegExp) => text.split(what).length - 1;
/** What stands in the folded list with this id. */
const folded = (page: string, id: string) =>
  page.split(`<details class="folded" id="${id}">`)[1]?.split('</details>')[0];

describe('people', () => {
  it('can all be chosen, many of one role from a list that can be searched', async () => {
    const page = await home();
    for (const { email } of CITY_PEOPLE) expect(page).toContain(`data-body="{&quot;user&quot;:&quot;${email}&quot;}"`);
    const list = folded(page, 'orang-kelurahan') ?? '';
    expect(list).toContain('Kelurahan (68 orang)');
    expect(list).toContain('role="search"');
    expect(count(list, '<li')).toBe(68);
    expect(list).toContain('32.71.01.1001');
    expect(list).not.toContain('dinsos.1@');
    expect(count(page, '<li class="card"><h3>Petugas kelurahan')).toBe(0);
  });

  it('see themselves as a card among the few', async () => {
    const page = await home(kelurahan(5).email);
    expect(count(page, '<li class="card on"><h3>Petugas kelurahan 5<')).toBe(1);
  });

  it('are cards alone where every role has only a few', async () => {
    const bantul = await createWorkspace({ dir: ':memory:', profile: 'bantul', bundleDir: writeBundle('') });
    const page = await (await webRoutes(bantul).request('/')).text();
    for (const { email } of bantul.users.list()) expect(page).toContain(`<p class="email">${email}</p>`);
    expect(page).not.toContain('class="folded"');
    await bantul.close();
  });
});

describe('spreadsheets', () => {
  it('are named in Indonesian, and closed to nobody in particular', async () => {
    const page = await home();
    for (const name of ['Register', 'Lembar BPJS', 'Lembar Disdukcapil', '68 lembar kelurahan']) {
      expect(page).toContain(`<h3>${name}</h3>`);
    }
    expect(page).not.toContain('href="/spreadsheets/');
    expect(page).toContain('>Formulir usulan kelurahan</a>');
    expect(page).toContain('>Formulir penyerahan KIS</a>');
  });

  it('of a kelurahan are its own, and first', async () => {
    const page = await home(kelurahan(7).email);
    expect(count(page, 'href="/spreadsheets/')).toBe(1);
    expect(page).toContain(`${link('kelurahan_3271011008')}>Kelurahan nomor 3271011008</a>`);
    expect(page).toContain('67 lembar kelurahan lain');
    expect(page).not.toContain('Kelurahan nomor 3271011009');
    expect(page.indexOf('Kelurahan nomor')).toBeLessThan(page.indexOf('<h3>Register</h3>'));
    expect(page.indexOf('Kelurahan nomor')).toBeLessThan(page.indexOf('<h3>Lembar BPJS</h3>'));
  });

  it('of all kelurahan are folded away for who may open them', async () => {
    const page = await home('dinsos.1@uji.test');
    const list = folded(page, 'lembar-kelurahan') ?? '';
    expect(count(list, 'href="/spreadsheets/')).toBe(68);
    expect(list).toContain('data-text="kelurahan nomor 3271011001 kelurahan_3271011001"');
    expect(page).not.toContain('lembar kelurahan lain');
    expect(page.indexOf('>Register</a>')).toBeLessThan(page.indexOf('<h3>Lembar BPJS</h3>'));
  });
});

describe('the guided walk', () => {
  /** Who takes each step, and where it opens. */
  const steps = (page: string) =>
    [...page.matchAll(/<li><h3>([^<]+)<\/h3><p>[^<]*<\/p>\s*<button[^>]*data-body="([^"]*)" data-goto="([^"]*)"/g)].map(
      ([, title = '', body = '', goto = '']) => ({
        title,
        user: JSON.parse(body.replaceAll('&quot;', '"')).user as string,
        goto: goto.replaceAll('&amp;', '&'),
      }),
    );

  it('goes through what the office has, and leaves out what it lacks', async () => {
    const found = steps(await home());
    expect(found.map(({ title, user }) => [title, user])).toEqual([
      ['Kelurahan mengusulkan', 'kelurahan.0@uji.test'],
      ['Disdukcapil menjawab', 'disdukcapil.1@uji.test'],
      ['Dinsos memverifikasi', 'dinsos.1@uji.test'],
      // Two different people, as the procedure asks.
      ['Dinsos menutup batch', 'dinsos.2@uji.test'],
      ['BPJS menjawab', 'bpjs.1@uji.test'],
      ['Kelurahan menyerahkan KIS', 'kelurahan.0@uji.test'],
    ]);
    expect(found.at(-1)?.goto).toBe(`/forms/d/e/${discovery(workspace).forms['kis']?.publishedId}/viewform`);
  });

  it('begins with a person whose answers the form takes as they are', async () => {
    const { forms } = discovery(workspace);
    const [first] = steps(await home());
    const { pathname, searchParams } = new URL(first?.goto ?? '', 'http://127.0.0.1');
    const entry = (field: string) => `entry.${forms['usulan']?.items[field]}`;
    expect(searchParams.getAll(entry('dokumen'))).toEqual(['pengantar', 'kk', 'ktp']);
    expect(searchParams.get(entry('jenis_usulan'))).toBe('Usulan');
    expect(searchParams.get(entry('nik'))).toMatch(/^327101\d{6}9\d{3}$/);
    expect(searchParams.get(entry('no_kk'))).toMatch(/^327101\d{6}9\d{3}$/);
    expect([...searchParams.keys()]).not.toContain(entry('tidak_dikenal'));
    const sent = await app.request(pathname.replace('viewform', 'formResponse'), {
      method: 'POST',
      headers: { cookie: `pbi_user=${first?.user}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: String(searchParams),
    });
    expect(sent.status).toBe(200);
    expect(workspace.forms.responses(forms['usulan']?.id ?? '')).toHaveLength(1);
  });
});
