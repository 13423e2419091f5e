/** Forms that record who answers: nobody gets past without signing in, and signing in loses nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DINSOS, OWNER, openPages, type Pages, PIC } from './fixture.ts';
import { emergencyForm } from './form-definition.ts';

let pages: Pages;
let address: string;
beforeEach(async () => {
  pages = await openPages();
  address = `/forms/d/e/${pages.publishedId}`;
  const { formId: id, publishedId } = pages;
  pages.workspace.forms.put(emergencyForm({ id, publishedId, collectEmail: true }));
});
afterEach(() => pages.close());

const complete = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    'entry.10': 'Contoh & Latihan',
    'entry.20': '3402014107909876',
    'entry.30': '1990-07-01',
    'entry.40': 'Tidak',
    'entry.90': 'Kalurahan 75',
    'entry.100': '2026-02-03 07:05',
    ...more,
  });
const stored = () => pages.workspace.forms.responses(pages.formId);
const send = (body: URLSearchParams, as?: string) => pages.post(`${address}/formResponse`, body, as);
const enter = (body: Record<string, string> | URLSearchParams) =>
  pages.post(`${address}/masuk`, new URLSearchParams(body));

describe('opening it', () => {
  const PREFILLED = 'usp=pp_url&entry.10=Nama+%26+%22lain%22';

  it('asks everybody to sign in first, and shows no question', async () => {
    const html = await (await pages.get(`${address}/viewform?${PREFILLED}`)).text();
    expect(html).toContain('Masuk dulu untuk mengisinya');
    for (const { email } of pages.workspace.users.list()) expect(html).toContain(`<option value="${email}"`);
    expect(html).toContain('<optgroup label="PIC rumah sakit">');
    expect(html).not.toContain('name="entry.');
    // The whole query goes along, as text.
    expect(html).toContain('name="lanjut" value="usp=pp_url&amp;entry.10=Nama+%26+%22lain%22"');
  });

  it('goes on to the same address once somebody has chosen', async () => {
    const response = await enter({ masuk_sebagai: PIC, lanjut: PREFILLED });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${address}/viewform?${PREFILLED}`);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/);
    expect(decodeURIComponent(cookie)).toContain(`pbi_user=${PIC}`);
    const html = await (await pages.get(`${address}/viewform?${PREFILLED}`, PIC)).text();
    expect(html).toContain(`Email yang direkam: <strong>${PIC}</strong>`);
    expect(html).toContain('value="Nama &amp; &quot;lain&quot;"');
    // Changing the account keeps the query as well.
    expect(html).toContain(`href="${address}/masuk?usp=pp_url&amp;entry.10=`);
  });

  it('never leads to another place than the form', async () => {
    const response = await enter({ masuk_sebagai: PIC, lanjut: '//jahat.test/\r\nX: y' });
    const location = new URL(response.headers.get('location') ?? '', 'http://127.0.0.1:8787');
    expect(location.host).toBe('127.0.0.1:8787');
    expect(location.pathname).toBe(`${address}/viewform`);
  });

  it('keeps nobody signed in for a name that nobody has', async () => {
    const response = await enter({ masuk_sebagai: 'bukan@siapa.test', lanjut: '' });
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('gives an edit link its answers only after signing in', async () => {
    await send(complete(), PIC);
    const secret = stored()[0]?.editToken ?? '';
    const before = await (await pages.get(`${address}/viewform?edit2=${secret}`)).text();
    expect(before).not.toContain('3402014107909876');
    expect(before).toContain(`name="lanjut" value="edit2=${secret}"`);
    const after = await (await pages.get(`${address}/viewform?edit2=${secret}`, PIC)).text();
    expect(after).toContain('value="3402014107909876"');
  });
});

describe('sending it', () => {
  it('is refused without a session, with every answer still there', async () => {
    const response = await send(complete({ 'entry.70': 'KK' }));
    expect(response.status).toBe(401);
    const html = await response.text();
    expect(html).toContain('Masuk untuk mengirim');
    expect(html).toContain(`formaction="${address}/masuk"`);
    expect(html).toContain('value="Contoh &amp; Latihan"');
    expect(html).toMatch(/name="entry.30_year" value="1990"/);
    expect(html).toMatch(/name="entry.70" value="KK" checked/);
    expect(html).toMatch(/<option selected>Kalurahan 75/);
    expect(stored()).toEqual([]);
  });

  it('works after signing in from that page, answers and edit link included', async () => {
    await send(complete(), PIC);
    const secret = stored()[0]?.editToken ?? '';
    const refused = await send(complete({ 'entry.10': 'Nama Baru', edit2: secret }));
    expect(await refused.text()).toContain(`name="edit2" value="${secret}"`);
    const signedIn = await enter(complete({ 'entry.10': 'Nama Baru', edit2: secret, masuk_sebagai: PIC }));
    expect(signedIn.status).toBe(200);
    const html = await signedIn.text();
    expect(decodeURIComponent(signedIn.headers.get('set-cookie') ?? '')).toContain(PIC);
    expect(html).toContain(`Email yang direkam: <strong>${PIC}</strong>`);
    expect(html).toContain('value="Nama Baru"');
    expect(html).toContain(`name="edit2" value="${secret}"`);
    expect(html).not.toContain('Masuk untuk mengirim');
  });

  it('asks again when the choice is nobody', async () => {
    const response = await enter(complete({ masuk_sebagai: 'bukan@siapa.test' }));
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('value="Contoh &amp; Latihan"');
  });

  it('records who is signed in, whatever the body claims', async () => {
    await send(complete({ emailAddress: DINSOS, respondentEmail: DINSOS, masuk_sebagai: DINSOS }), PIC);
    expect(stored().map(({ respondentEmail }) => respondentEmail)).toEqual([PIC]);
  });

  it('takes a token as a session, and a wrong one as none', async () => {
    const sendWith = (authorization: string) =>
      pages.app.request(`${address}/formResponse`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: String(complete()),
      });
    expect((await sendWith(`Bearer ${DINSOS}`)).status).toBe(200);
    expect((await sendWith('Bearer local')).status).toBe(200);
    expect((await sendWith('Bearer bukan@siapa.test')).status).toBe(401);
    expect(stored().map(({ respondentEmail }) => respondentEmail)).toEqual([DINSOS, OWNER]);
  });

  it('makes whoever edits a response its respondent', async () => {
    await send(complete(), PIC);
    const [first] = stored();
    await send(complete({ edit2: first?.editToken ?? '' }), DINSOS);
    expect(stored()).toMatchObject([{ id: first?.id, respondentEmail: DINSOS }]);
  });
});
