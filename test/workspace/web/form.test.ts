/** The form's page as a server renders it: what a person without a script, or a program, meets. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FormDefinition } from '#workspace/forms/model.ts';
import { openPages, type Pages, PIC } from './fixture.ts';
import { emergencyForm } from './form-definition.ts';

let pages: Pages;
let address: string;
beforeEach(async () => {
  pages = await openPages();
  address = `/forms/d/e/${pages.publishedId}`;
});
afterEach(() => pages.close());

const change = (more: Partial<FormDefinition>) =>
  pages.workspace.forms.put(emergencyForm({ id: pages.formId, publishedId: pages.publishedId, ...more }));

/** Answers that the short path of the form needs: no newborn, so the second page is skipped. */
const complete = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    'entry.10': 'Contoh Latihan',
    'entry.20': '3402014107909876',
    'entry.30_day': '1',
    'entry.30_month': '7',
    'entry.30_year': '1990',
    'entry.40': 'Tidak',
    'entry.90': 'Kalurahan 75',
    'entry.100_day': '3',
    'entry.100_month': '2',
    'entry.100_year': '2026',
    'entry.100_hour': '7',
    'entry.100_minute': '5',
    ...more,
  });

const stored = () => pages.workspace.forms.responses(pages.formId);
const send = (body: URLSearchParams, as?: string) => pages.post(`${address}/formResponse`, body, as);

describe('viewform', () => {
  it('escapes everything that the form says', async () => {
    const html = await (await pages.get(`${address}/viewform`)).text();
    expect(html).toContain('Usulan &lt;b&gt;darurat&lt;/b&gt;');
    expect(html).toContain('Nama &lt;pasien&gt;');
    expect(html).not.toContain('<pasien>');
    expect(html).not.toContain('<b>darurat');
  });

  it('has every page and one button that sends, for a browser without a script', async () => {
    const html = await (await pages.get(`${address}/viewform`)).text();
    expect(html.match(/<section class="page"/g)).toHaveLength(3);
    expect(html).toContain(`action="${address}/formResponse"`);
    expect(html).toContain('* Menunjukkan pertanyaan yang wajib diisi');
    expect(html).toContain('Halaman 1 dari 3');
  });

  it('fills in what a prefilled link says, as text', async () => {
    const query = new URLSearchParams([
      ['usp', 'pp_url'],
      ['entry.10', '"><script>alert(1)</script>'],
      ['entry.30', '1990-07-01'],
      ['entry.40', 'Ya'],
      ['entry.70', 'KK'],
      ['entry.70', 'Surat lain'],
      ['entry.90', 'Kalurahan 7'],
      ['entry.120', '</textarea><i>'],
    ]);
    const html = await (await pages.get(`${address}/viewform?${query}`)).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).toMatch(/name="entry.30_day" value="01"/);
    expect(html).toMatch(/name="entry.30_year" value="1990"/);
    expect(html).toMatch(/name="entry.40" value="Ya" checked/);
    expect(html).toMatch(/name="entry.70" value="KK" checked/);
    expect(html).toMatch(/name="entry.70" value="__other_option__" checked/);
    expect(html).toMatch(/other_option_response" value="Surat lain"/);
    expect(html).toMatch(/<option selected>Kalurahan 7<\/option>/);
    expect(html).toContain('&lt;/textarea&gt;&lt;i&gt;');
  });

  it('names the signed-in person, and nobody else', async () => {
    expect(await (await pages.get(`${address}/viewform`, PIC)).text()).toContain(`<strong>${PIC}`);
    expect(await (await pages.get(`${address}/viewform?user=${PIC}`)).text()).not.toContain(`<strong>${PIC}`);
  });

  it.each([
    ['not published', { published: false }, 404, 'belum dipublikasikan'],
    ['closed', { acceptingResponses: false }, 200, 'Formulir ini tidak lagi menerima tanggapan'],
  ])('shows no questions when it is %s, and takes no answers', async (_name, more, status, sentence) => {
    change(more);
    for (const response of [await pages.get(`${address}/viewform`), await send(complete())]) {
      expect(response.status).toBe(status);
      const html = await response.text();
      expect(html).toContain(sentence);
      expect(html).not.toContain('entry.10');
    }
    expect(stored()).toEqual([]);
  });

  it('answers 404 for a form that does not exist', async () => {
    expect((await pages.get('/forms/d/e/1FAIpQLSe-none/viewform')).status).toBe(404);
  });
});

describe('formResponse', () => {
  it('stores the answers, joined as answers are', async () => {
    const response = await send(complete({ 'entry.110_hour': '9', 'entry.110_minute': '0' }), PIC);
    expect(response.status).toBe(200);
    const [saved] = stored();
    expect(saved?.answers).toMatchObject({
      20: '3402014107909876',
      30: '1990-07-01',
      100: '2026-02-03 07:05',
      110: '09:00',
    });
    const html = await response.text();
    expect(html).toContain('Usulan tercatat. Simpan &lt;nomor&gt; ini.');
    expect(html).toContain(`viewform?edit2=${saved?.editToken}`);
    expect(html).toContain('Kirim tanggapan lain');
  });

  it('drops answers of a page that the path does not visit', async () => {
    await send(complete({ 'entry.60': 'Ibu' }));
    expect(stored()[0]?.answers).not.toHaveProperty('60');
  });

  it('keeps the answers and says everything that is wrong', async () => {
    const body = complete({ 'entry.20': '12', 'entry.10': 'Budi <b>' });
    body.delete('entry.90');
    const response = await send(body);
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('<title>Kesalahan: ');
    expect(html).toContain('Ada masalah');
    expect(html).toContain('href="#question-20"');
    expect(html).toContain('NIK terdiri dari 16 angka');
    expect(html).toContain('href="#question-90"');
    expect(html).toContain('value="Budi &lt;b&gt;"');
    expect(html).toMatch(/name="entry.30_year" value="1990"/);
    expect(stored()).toEqual([]);
  });

  it('records no address unless the form collects it', async () => {
    await send(complete(), PIC);
    expect(stored()[0]?.respondentEmail).toBe('');
  });
});

describe('edit2', () => {
  const token = async () => {
    await send(complete(), PIC);
    return stored()[0]?.editToken ?? '';
  };

  it('shows the stored answers and changes that response', async () => {
    const secret = await token();
    const html = await (await pages.get(`${address}/viewform?edit2=${secret}`, PIC)).text();
    expect(html).toContain('value="Contoh Latihan"');
    expect(html).toContain(`name="edit2" value="${secret}"`);
    const [before] = stored();
    await send(complete({ 'entry.10': 'Nama Baru', edit2: secret }), PIC);
    expect(stored()).toHaveLength(1);
    expect(stored()[0]).toMatchObject({ id: before?.id, answers: { 10: 'Nama Baru' } });
  });

  it('keeps the token when the edit has errors', async () => {
    const secret = await token();
    const response = await send(complete({ 'entry.20': '1', edit2: secret }), PIC);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`name="edit2" value="${secret}"`);
  });

  it.each([
    ['a made-up token', async () => 'tidak-ada'],
    [
      'a form that allows no edits',
      async () => {
        const secret = await token();
        change({ allowResponseEdits: false });
        return secret;
      },
    ],
  ])('gives and takes nothing with %s', async (_name, make) => {
    const secret = await make();
    const before = structuredClone(stored());
    const shown = await pages.get(`${address}/viewform?edit2=${secret}`);
    expect(shown.status).toBe(404);
    expect(await shown.text()).not.toContain('Contoh Latihan');
    expect((await send(complete({ 'entry.10': 'Lain', edit2: secret }))).status).toBe(404);
    expect(stored()).toEqual(before);
  });
});
