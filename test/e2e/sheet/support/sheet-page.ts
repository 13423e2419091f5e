/** The spreadsheet page in Chromium, over a server with one synthetic register, its pages built from the present sources. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createWorkspace, type RunningWorkspace } from '#workspace/create-workspace.ts';
import { startServer } from '#workspace/server.ts';
import { buildWeb } from '#workspace/web/build.ts';
import { serveAssets } from '../../support/assets.ts';
import { launchBrowser } from '../../support/browser.ts';

/** Waits for what the page shows or the server holds. */
export const soon = <T>(read: () => T): ReturnType<typeof expect.poll<T>> => expect.poll(read, { timeout: 10_000 });

const DINSOS = 'verifikator.dinsos@bantul.test';

/** The least that makes an office. */
const CODE = `
function pasang() {
  PropertiesService.getScriptProperties().setProperty('KANTOR', JSON.stringify({
    spreadsheets: { register: SpreadsheetApp.getActiveSpreadsheet().getId() }, forms: {},
  }));
}
`;

const HEADER = ['tiket', 'status', 'masalah', 'tanda', 'nama'];
const STATUSES = ['DIAJUKAN', 'LOLOS', 'BERHASIL', 'DITANGGUHKAN'];

/** Rows 2 to 12 of the sheet: every fourth DIAJUKAN, two findings, one late. */
export const SMALL: string[][] = Array.from({ length: 11 }, (_, index) => [
  `T-${index + 1}`,
  STATUSES[index % 4] ?? '',
  index === 2 ? '! nik' : index === 6 ? '! nama' : '',
  index === 4 ? 'darurat sla_lewat' : '',
  `Warga ${index + 1}`,
]);

const view = (title: string, column: number, type: string, text: string) => ({
  addFilterView: {
    filter: {
      title,
      range: { sheetId: 0, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: HEADER.length },
      criteria: { [column]: { condition: { type, values: [{ userEnteredValue: text }] } } },
    },
  },
});

const colour = (column: number, type: string, text: string, format: object) => ({
  addConditionalFormatRule: {
    index: 0,
    rule: {
      ranges: [{ sheetId: 0, startRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 }],
      booleanRule: { condition: { type, values: [{ userEnteredValue: text }] }, format },
    },
  },
});

export interface SheetServer {
  workspace: RunningWorkspace;
  id: string;
  /** Opens the page as somebody, in a browser context of its own. */
  open(user?: string): Promise<SheetPage>;
  /** Displayed texts of a range of `Kasus`. */
  values(range: string): string[][];
  /** A change by the script or the API. */
  write(range: string, values: string[][]): void;
  stop(): Promise<void>;
}

export interface SheetPage {
  page: Page;
  /** Script errors of the page: must stay empty. */
  troubles: string[];
  /** Texts of the row numbers on the screen. */
  rowNumbers(): Promise<string[]>;
  nameBox(): Promise<string>;
  /** Goes to a cell by the name box; resolves when it is selected. */
  goTo(cell: string): Promise<void>;
  axe(): Promise<string[]>;
  close(): Promise<void>;
}

/** @param data rows below the header of `Kasus` @param code what else the script has */
export async function startSheet(data: string[][] = SMALL, rowCount = 60, code = ''): Promise<SheetServer> {
  const dir = await mkdtemp(join(tmpdir(), 'sheet-'));
  const assets = join(dir, 'web');
  await buildWeb(assets);
  await writeFile(join(dir, 'appsscript.json'), '{"timeZone":"Asia/Jakarta","runtimeVersion":"V8"}');
  await writeFile(join(dir, 'Code.js'), CODE + code);
  const workspace = await createWorkspace({ dir: ':memory:', profile: 'bantul', bundleDir: dir, seed: false });
  const id: string = JSON.parse(workspace.scripts.properties()['KANTOR'] ?? '{}').spreadsheets.register;
  fill(workspace, id, data, rowCount);
  const server = await startServer(workspace, { port: 0 });
  const browser = await launchBrowser();
  const { sheets, users } = workspace;
  return {
    workspace,
    id,
    open: (user = DINSOS) => openPage(browser, { origin: server.origin, id, user, assets }),
    values: (range) => (sheets.values.get(users.owner, id, `Kasus!${range}`).values ?? []) as string[][],
    write: (range, values) =>
      void sheets.values.update(users.owner, id, `Kasus!${range}`, { values }, { valueInputOption: 'RAW' }),
    async stop() {
      await browser.close();
      await server.close();
      await rm(dir, { recursive: true });
    },
  };
}

function fill(workspace: RunningWorkspace, id: string, data: string[][], rowCount: number): void {
  const { sheets, files, users } = workspace;
  const gridProperties = { rowCount, columnCount: 12, frozenRowCount: 1, frozenColumnCount: 1 };
  sheets.batchUpdate(users.owner, id, {
    requests: [
      {
        updateSheetProperties: {
          properties: { sheetId: 0, title: 'Kasus', gridProperties },
          fields: 'title,gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)',
        },
      },
      { addSheet: { properties: { sheetId: 5, title: 'Catatan' } } },
      colour(1, 'TEXT_EQ', 'DIAJUKAN', { backgroundColor: { red: 1, green: 0.95, blue: 0.8 } }),
      colour(1, 'TEXT_EQ', 'BERHASIL', { backgroundColor: { red: 0.71, green: 0.88, blue: 0.8 } }),
      colour(2, 'TEXT_STARTS_WITH', '!', { textFormat: { foregroundColor: { red: 0.8 } } }),
      colour(3, 'TEXT_CONTAINS', 'sla_lewat', { textFormat: { bold: true, foregroundColor: { red: 0.8 } } }),
      view('Baru diajukan', 1, 'TEXT_EQ', 'DIAJUKAN'),
      view('Masih ada galat', 2, 'TEXT_STARTS_WITH', '!'),
      view('Menunggu BPJS', 1, 'TEXT_EQ', 'DIKIRIM_BPJS'),
    ],
  });
  sheets.values.update(users.owner, id, 'Kasus!A1', { values: [HEADER, ...data] }, { valueInputOption: 'RAW' });
  files.createPermission(users.owner, id, { type: 'user', role: 'writer', emailAddress: DINSOS });
}

async function openPage(
  browser: Browser,
  { origin, id, user, assets }: { origin: string; id: string; user: string; assets: string },
): Promise<SheetPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 700 }, locale: 'id-ID' });
  await context.addCookies([{ name: 'pbi_user', value: encodeURIComponent(user), url: origin }]);
  await serveAssets(context, assets);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${origin}/spreadsheets/d/${id}/edit`);
  await page.locator('revogr-data .rgCell', { hasText: 'tiket' }).first().waitFor();
  await page.waitForTimeout(300);
  return {
    page,
    troubles,
    async rowNumbers() {
      const texts = await page.locator('revogr-row-headers .rgCell').allTextContents();
      return texts.map((text) => text.trim());
    },
    async goTo(cell) {
      await page.locator('.name-box').fill(cell);
      await page.keyboard.press('Enter');
      // The name box already says what was typed into it; this is said of the selected cell.
      await soon(async () => (await page.locator('.cell-spoken').textContent())?.split(' ')[0]).toBe(cell);
    },
    nameBox: () => page.locator('.name-box').inputValue(),
    async axe() {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map((node) => node.html).join(' ')}`);
    },
    close: () => context.close(),
  };
}
