/** The browser of the end-to-end tests: a Chromium that comes from npm alone. */
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** A browser of a single process would end with its first page. */
const args = chromium.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg));

/** Starts a headless Chromium; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}
