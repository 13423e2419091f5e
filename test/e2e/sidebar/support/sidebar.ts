/** Opens the built sidebar in Chromium with a `google.script.run` whose answers the test gives. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import type { LayananBatch } from '#usecase/batch/panel-jenis.ts';
import type { LayananPanel } from '#usecase/panel-jenis.ts';
import { buildPanel } from '../../../../apps-script/sidebar/build.ts';

type Services = LayananPanel & LayananBatch;

type AnswersOf<S extends { [K in keyof S]: (request: never) => unknown }> = {
  [K in keyof S]: (...args: Parameters<S[K]>) => unknown;
};

/** Of the panel of cases. */
export type Answers = AnswersOf<LayananPanel>;

type AnyAnswers = Partial<Answers & AnswersOf<LayananBatch>>;

export interface Call {
  name: keyof Services;
  request: unknown;
}

export interface Sidebar {
  page: Page;
  /** Every call so far but the polling of the selection. */
  calls: Call[];
  /** How often the selection was asked for. */
  polls(): number;
  /** Script errors and dialogs of the page: must stay empty. */
  troubles: string[];
  /** Rules of axe that the page breaks now, with the elements. */
  axe(): Promise<string[]>;
}

/** `google.script.run` as the sandbox gives it: chained handlers, functions by name, answers later. */
const FAKE_GOOGLE = `
  const make = (ok, fail) => new Proxy({}, { get: (_, name) =>
    name === 'withSuccessHandler' ? (handler) => make(handler, fail)
    : name === 'withFailureHandler' ? (handler) => make(ok, handler)
    : (...args) => { server(name, args).then((a) => a.ok ? ok && ok(a.value) : fail && fail(new Error(a.error))); } });
  globalThis.google = { script: { run: make(), host: { close() {} } } };
`;

/** Builds a page, by default that of cases, once and starts a browser; `stop` ends both. */
export async function startSidebar(build: (outFile: string) => Promise<void> = buildPanel) {
  const dir = await mkdtemp(join(tmpdir(), 'panel-'));
  await build(join(dir, 'panel.html'));
  const html = await readFile(join(dir, 'panel.html'), 'utf8');
  const executablePath = await chromium.executablePath();
  // A browser of a single process ends with its first page.
  const args = chromium.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg));
  const browser: Browser = await playwright.launch({ executablePath, args, headless: true });
  return {
    html,
    open: (answers: AnyAnswers, height = 900) => openSidebar(browser, html, answers, height),
    /** The page as spreadsheets show it: in a frame that may run scripts and nothing else. */
    openSandboxed: (answers: AnyAnswers) => openSidebar(browser, sandboxed(html), answers, 900),
    async stop() {
      await browser.close();
      await rm(dir, { recursive: true });
    },
  };
}

const sandboxed = (html: string): string =>
  `<!doctype html><html lang="id"><title>Lembar</title><body style="margin:0"><main><h1>Lembar</h1><input id="sel" aria-label="sel">
  <iframe title="Panel kasus" sandbox="allow-scripts" style="width:300px;height:800px;border:0"
    srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe></main>`;

async function openSidebar(
  browser: Browser,
  html: string,
  answers: AnyAnswers,
  height: number,
): Promise<Sidebar & AsyncDisposable> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 300, height }, locale: 'id-ID' });
  const page = await context.newPage();
  const calls: Call[] = [];
  const troubles: string[] = [];
  let polls = 0;
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== 'http://sidebar.example/') troubles.push(`request ${request.url()}`);
  });
  await page.exposeFunction('server', async (name: Call['name'], args: unknown[]) => {
    if (name === 'panelPilihan') polls += 1;
    else calls.push({ name, request: args[0] });
    try {
      const answer = answers[name] as ((request: unknown) => unknown) | undefined;
      if (!answer) return await new Promise(() => undefined);
      return { ok: true, value: await answer(args[0]) };
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  });
  await page.addInitScript(FAKE_GOOGLE);
  await page.clock.install({ time: new Date('2026-11-21T02:30:00Z') });
  await page.route('http://sidebar.example/', (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  await page.goto('http://sidebar.example/');
  return {
    page,
    calls,
    troubles,
    polls: () => polls,
    async axe() {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: part }) => part).join(' | ')}`);
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}
