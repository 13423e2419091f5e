/** The pages of a local Workspace in Chromium, over a server, their browser code built from the present sources. */
import { rm } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { RunningWorkspace } from '#workspace/create-workspace.ts';
import { startServer } from '#workspace/server.ts';
import { buildAssets, serveAssets } from './assets.ts';
import { launchBrowser } from './browser.ts';

export interface Site {
  /** Opens a path in a browser context of its own. */
  open(path: string, options: BrowserContextOptions): Promise<Page>;
  /** Closes the Workspace as well. */
  stop(): Promise<void>;
}

export async function openSite(workspace: RunningWorkspace): Promise<Site> {
  const assets = await buildAssets();
  const server = await startServer(workspace, { port: 0 });
  const browser = await launchBrowser();
  return {
    async open(path, options) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(10_000);
      await serveAssets(context, assets);
      const page = await context.newPage();
      await page.goto(`${server.origin}${path}`);
      return page;
    },
    async stop() {
      await browser.close();
      await server.close();
      await rm(assets, { recursive: true });
    },
  };
}
