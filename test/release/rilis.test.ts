/** The release as a user gets it: installed with npm into a folder of its own, and worked with from there. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const WINDOWS = process.platform === 'win32';

interface Bill {
  metadata: { component: { name: string; version: string } };
  components: { name: string; licenses?: unknown[]; hashes?: unknown[] }[];
}

describe('a release', () => {
  const dir = mkdtempSync(join(tmpdir(), 'pbi-rilis-'));
  const out = join(dir, 'keluaran');
  const home = join(dir, 'rumah');
  const work = join(dir, 'kerja');
  const tarball = join(out, `usulan-pbi-${version}.tgz`);
  const env = { PATH: process.env['PATH'], HOME: home, PBI_INDEKS: join(dir, 'indeks') };
  const pbi = (...args: string[]): string =>
    execFileSync(process.execPath, [installed('cli/pbi.cjs'), ...args], { cwd: work, env, encoding: 'utf8' });
  const installed = (file: string): string =>
    join(home, WINDOWS ? 'node_modules' : 'lib/node_modules', 'usulan-pbi', file);

  beforeAll(() => {
    mkdirSync(work, { recursive: true });
    execFileSync(process.execPath, ['scripts/release.ts', '--coba', '--keluaran', out], { cwd: ROOT });
    const args = ['install', '--global', '--prefix', home, '--prefer-offline', '--no-audit', '--no-fund', tarball];
    execFileSync('npm', args, { cwd: work, stdio: 'pipe', shell: WINDOWS });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('carries one version everywhere', () => {
    expect(pbi('--version').trim()).toBe(version);
    expect(readFileSync(installed('dist/apps-script/panel.html'), 'utf8')).toContain(`usulan-pbi ${version}<`);
    expect(readFileSync(installed('CHANGELOG.md'), 'utf8')).toContain(`## ${version} `);
    expect(pbi('--help')).toContain('Pemakaian: pbi');
  });

  it('has checksums, and a bill of what came along with licences and hashes', () => {
    for (const line of readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
      const [sum, file = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, file)))
          .digest('hex'),
      ).toBe(sum);
    }
    const bill = JSON.parse(readFileSync(installed('sbom.cdx.json'), 'utf8')) as Bill;
    expect(bill.metadata.component).toMatchObject({ name: 'usulan-pbi', version });
    const listed = bill.components.map(({ name }) => name);
    const here = readdirSync(installed('node_modules'))
      .filter((folder) => !folder.startsWith('.') && !folder.startsWith('@'))
      // A folder may be an alias.
      .map((folder) => JSON.parse(readFileSync(installed(`node_modules/${folder}/package.json`), 'utf8')).name);
    expect(listed).toEqual(expect.arrayContaining(here));
    expect(listed).not.toContain('vitest');
    expect(here).not.toContain('vitest');
    expect(bill.components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
  });

  it('runs the local Workspace', async () => {
    const args = [installed('cli/pbi.cjs'), 'lokal', '--port', '0', '--no-open', '--no-seed'];
    const child = spawn(process.execPath, args, { cwd: work, env });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const origin = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stdout.on('data', (piece: Buffer) => {
        text += piece.toString();
        const [, address] = /^siap: (\S+)$/m.exec(text) ?? [];
        if (address) resolve(address);
      });
      child.once('close', () => reject(new Error('it ended before it was ready')));
    });
    const found = (await (await fetch(`${origin}/workspace.json`)).json()) as { forms: Record<string, unknown> };
    expect(Object.keys(found.forms)).toContain('darurat');
    expect((await fetch(`${origin}/`)).status).toBe(200);
    child.kill('SIGTERM');
    if (!WINDOWS) expect(await ended).toBe(0);
  });

  it('matches files and writes the page', () => {
    const people = 'nik,nama,tgl_lahir,jk\n3402121505809001,SITI AMINAH,1980-05-15,L\n';
    writeFileSync(join(work, 'usulan.csv'), people);
    writeFileSync(join(work, 'acuan.csv'), people);
    const args = ['--register', 'usulan.csv', '--referensi', 'dtks=acuan.csv', '--keluaran', 'hasil.csv'];
    const summary = JSON.parse(pbi('verifikasi', ...args, '--html', 'laporan.html', '--json')) as { kelas: object };
    expect(summary.kelas).toMatchObject({ COCOK: 1 });
    expect(readFileSync(join(work, 'laporan.html'), 'utf8')).toContain('<script>');
  });
});
