/** The pictures of the installation guide: an administrator signs in, lets the script run from the menu, looks at the roles. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createWorkspace } from '#workspace/create-workspace.ts';
import { type RunningServer, startServer } from '#workspace/server.ts';
import { startIn } from '../../test/cli/support/pbi.ts';
import { alamatIzin } from '../../test/cli/support/pemasangan.ts';
import { keep, openTab, visit } from './camera.ts';

const ALIHKAN = fileURLToPath(new URL('../../cli/pasang/alihkan.cjs', import.meta.url));
const ADMIN = 'sistem.pbi@bantul.test';
const WINDOW = { width: 1280, height: 560 };

export async function pasangPictures(browser: Browser): Promise<void> {
  const workspace = await createWorkspace({
    dir: ':memory:',
    profile: 'bantul',
    bundleDir: 'dist/apps-script',
    empty: true,
  });
  const server = await startServer(workspace, { port: 0 });
  const config = mkdtempSync(join(tmpdir(), 'pbi-gambar-'));
  try {
    await take(browser, server, config);
  } finally {
    await server.close();
    rmSync(config, { recursive: true });
  }
}

async function take(browser: Browser, server: RunningServer, config: string): Promise<void> {
  const page = await visit({ browser, server }, ADMIN, WINDOW);

  const env = { PBI_CONFIG_DIR: config };
  const masuk = startIn({ env }, 'masuk', '--target', 'local', '--url', server.origin);
  await page.setViewportSize({ width: 760, height: 900 });
  await page.goto((await alamatIzin(masuk.child)).href);
  // All of it: what is asked for, and the buttons below.
  await keep(page.getByRole('main'), 'pasang-izin');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Izinkan' }).click();
  await page.setViewportSize({ width: 800, height: 320 });
  await page.getByRole('heading', { name: 'Anda sudah masuk' }).waitFor();
  await keep(page, 'pasang-masuk');
  await masuk.ended;

  // As at Google: the person has to click.
  const google = { NODE_OPTIONS: `--require=${ALIHKAN}`, USULAN_PBI_WORKSPACE: server.origin, PBI_TOKEN: ADMIN };
  const pasang = startIn({ env: { ...env, ...google } }, 'pasang', '--profil', 'bantul');
  const register = await new Promise<string>((resolve, reject) => {
    let said = '';
    pasang.child.stderr?.on('data', (data) => {
      said += String(data);
      const id = /\/spreadsheets\/d\/([\w-]+)\/edit[\s\S]*pilih sekali lagi/.exec(said)?.[1];
      if (id) resolve(id);
    });
    pasang.child.once('close', () => reject(new Error(said)));
  });
  // As high as the menu below its title.
  await page.setViewportSize({ ...WINDOW, height: 720 });
  await page.goto(`/spreadsheets/d/${register}/edit`);
  await page.getByRole('button', { name: 'Usulan PBI' }).click();
  await page.getByRole('menuitem', { name: 'Pasang atau perbaiki kantor' }).hover();
  await keep(page, 'pasang-menu');
  await page.getByRole('menuitem', { name: 'Pasang atau perbaiki kantor' }).click();
  await page.getByText('Tab Kasus dibuat.').waitFor();
  await pasang.ended;
  await page.setViewportSize(WINDOW);
  await page.reload();
  await openTab(page, 'Peran');
  // The grid of the tab before it is still there for a moment.
  await page.locator('.rgCell', { hasText: ADMIN }).waitFor();
  await keep(page, 'pasang-peran');
}
