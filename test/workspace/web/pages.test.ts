/** The Workspace's own pages and the assets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BPJS, OWNER, openPages, type Pages } from './fixture.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
  const { scripts, users } = pages.workspace;
  for (const name of ['kirim', 'gagal']) await scripts.run({ function: name, user: users.owner, source: 'editor' });
});
afterAll(() => pages.close());

const html = async (path: string, as?: string) => (await pages.get(path, as)).text();

describe('home', () => {
  it('offers every user, and no spreadsheet to nobody', async () => {
    const page = await html('/');
    for (const { email } of pages.workspace.users.list()) expect(page).toContain(email);
    expect(page).toContain('LOKAL — bukan data asli');
    expect(page).not.toContain('href="/spreadsheets/');
  });

  it('links only to spreadsheets that the user may open', async () => {
    expect(await html('/', OWNER)).toContain(`href="/spreadsheets/d/${pages.registerId}/edit"`);
    expect(await html('/', BPJS)).not.toContain('href="/spreadsheets/');
  });

  it('links to the form', async () => {
    expect(await html('/')).toContain(`/forms/d/e/${pages.publishedId}/viewform`);
  });
});

describe('kotak keluar', () => {
  it('shows mails as text', async () => {
    const page = await html('/kotak-keluar');
    expect(page).toContain('Tiket &lt;b&gt;1&lt;/b&gt;');
    expect(page).toContain('Isi &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>alert');
    expect(page).toMatch(/Sisa kuota hari ini: <strong>\d+<\/strong>/);
  });
});

describe('eksekusi', () => {
  it('tells calls, the estimate at Google, and errors as text', async () => {
    const page = await html('/eksekusi');
    expect(page).toContain('1 panggilan · ±0,3 s di Google');
    expect(page).toContain('<code>MailApp.sendEmail</code> × 1');
    expect(page).toContain('tidak &lt;i&gt;jadi&lt;/i&gt;');
  });
});

describe('pemicu and gangguan', () => {
  it('say honestly that there is nothing', async () => {
    expect(await html('/pemicu')).toContain('Belum ada pemicu');
    expect(await html('/gangguan')).toContain('Semua gangguan mati');
    pages.workspace.faults.set({ mailQuota: 0 });
    expect(await html('/gangguan')).toContain('Ada gangguan yang menyala');
    pages.workspace.faults.clear();
  });
});

describe('assets', () => {
  it('serves plain names only', async () => {
    for (const name of ['..%2f..%2fpackage.json', '.hidden.js', 'form', 'a%00.js']) {
      expect((await pages.get(`/assets/${name}`)).status).toBe(404);
    }
  });
});

describe('trouble', () => {
  it('says that an address does not exist, to a browser', async () => {
    const response = await pages.app.request('/tidak-ada', { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Halaman tidak ditemukan');
  });

  it('treats a form opened as a spreadsheet like a file without permission', async () => {
    expect((await pages.get(`/spreadsheets/d/${pages.formId}/edit`, OWNER)).status).toBe(403);
  });

  it('refuses a submission that is too large', async () => {
    const body = new URLSearchParams({ 'entry.10': 'x'.repeat(1_100_000) });
    expect((await pages.post(`/forms/d/e/${pages.publishedId}/formResponse`, body)).status).toBe(413);
  });
});
