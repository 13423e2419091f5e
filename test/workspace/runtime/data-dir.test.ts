/** What a Workspace keeps on disk is closed to other people of the machine, also where an older release left it open. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace, type RunningWorkspace } from '#workspace/create-workspace.ts';
import { writeBundle } from '../../support/mini-office.ts';

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const modes = (dir: string) => Object.fromEntries(readdirSync(dir).map((name) => [name, mode(join(dir, name))]));
const CLOSED = {
  'kunci.sqlite': '600',
  'kunci.sqlite-journal': '600',
  'workspace.sqlite': '600',
  'workspace.sqlite-shm': '600',
  'workspace.sqlite-wal': '600',
};

describe.skipIf(process.platform === 'win32')('a data folder', () => {
  const opened: RunningWorkspace[] = [];
  const open = async (dir: string) => {
    const workspace = await createWorkspace({ dir, profile: 'bantul', bundleDir: writeBundle(''), empty: true });
    opened.push(workspace);
    return workspace;
  };
  afterEach(async () => {
    for (const workspace of opened.splice(0)) await workspace.close().catch(() => undefined);
  });
  const parent = () => mkdtempSync(join(tmpdir(), 'pbi-data-'));

  it('is made for one person, and stays so when the Workspace begins anew', async () => {
    const dir = join(parent(), 'data');
    const workspace = await open(dir);
    expect(mode(dir)).toBe('700');
    expect(modes(dir)).toEqual(CLOSED);
    opened.push(await workspace.reset());
    expect(modes(dir)).toEqual(CLOSED);
  });

  it('is closed when it was open, with what a killed run left behind', async () => {
    const dir = join(parent(), 'data');
    mkdirSync(dir);
    chmodSync(dir, 0o755);
    for (const name of Object.keys(CLOSED)) {
      writeFileSync(join(dir, name), '');
      chmodSync(join(dir, name), 0o644);
    }
    await open(dir);
    expect(mode(dir)).toBe('700');
    expect(modes(dir)).toEqual(CLOSED);
  });

  it('that holds other things stays open, only its own files are closed', async () => {
    const dir = parent();
    chmodSync(dir, 0o755);
    writeFileSync(join(dir, 'catatan.txt'), '');
    chmodSync(join(dir, 'catatan.txt'), 0o644);
    await open(dir);
    expect(mode(dir)).toBe('755');
    expect(modes(dir)).toEqual({ ...CLOSED, 'catatan.txt': '644' });
  });
});
