import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace, type RunningWorkspace } from '../../../cli/workspace/create-workspace.ts';
import { officeOf, writeBundle } from '../../support/mini-office.ts';

const CODE = `function versi() { return 1; }`;
const temporary = () => mkdtempSync(join(tmpdir(), 'pbi-data-'));

describe('createWorkspace', () => {
  const opened: RunningWorkspace[] = [];
  const open = async (options: Partial<Parameters<typeof createWorkspace>[0]> = {}) => {
    const workspace = await createWorkspace({
      dir: ':memory:',
      profile: 'bantul',
      bundleDir: writeBundle(CODE),
      ...options,
    });
    opened.push(workspace);
    return workspace;
  };
  afterEach(async () => {
    for (const workspace of opened.splice(0)) await workspace.close().catch(() => undefined);
  });

  it('installs an office once and pushes the built folder at every start', async () => {
    const dir = temporary();
    const first = await open({ dir });
    const { register } = officeOf(first);
    expect(first.files.get(first.users.owner, register)).toMatchObject({ name: 'Register PBI' });
    expect(first.scripts.boundTo).toBe(register);
    expect(first.scripts.executions()).toMatchObject([{ function: 'pasang', source: 'editor' }]);
    await first.close();
    const second = await open({ dir, bundleDir: writeBundle('function versi() { return 2; }') });
    expect(officeOf(second).register).toBe(register);
    expect(await officeOf(second).value('versi')).toBe(2);
    expect(second.scripts.executions().filter((ran) => ran.function === 'pasang')).toHaveLength(1);
  });

  it('begins again when an installation was interrupted', async () => {
    const dir = temporary();
    const broken = writeBundle(CODE.concat('\npasang = function () { throw new Error("listrik padam"); };'));
    await expect(open({ dir, bundleDir: broken })).rejects.toThrow('Pemasangan gagal: Error: listrik padam');
    const workspace = await open({ dir });
    expect(await officeOf(workspace).value('versi')).toBe(1);
    expect(workspace.files.list(workspace.users.owner, { q: "name = 'Register PBI'" }).files).toHaveLength(1);
  });

  it('starts from a prebuilt store when there is one, and else asks the seeder', async () => {
    const bundleDir = join(temporary(), 'apps-script');
    mkdirSync(bundleDir, { recursive: true });
    const source = writeBundle(CODE);
    for (const name of ['Code.js', 'appsscript.json']) copyFileSync(join(source, name), join(bundleDir, name));
    const dir = temporary();
    const seeder = async (workspace: RunningWorkspace) => officeOf(workspace).submit({ nama: 'Latihan' });
    const seeded = await open({ dir, bundleDir, seeder });
    const { register, form } = officeOf(seeded);
    expect(seeded.forms.responses(form.id)).toHaveLength(1);
    await seeded.close();

    mkdirSync(join(bundleDir, '..', 'seed'));
    copyFileSync(join(dir, 'workspace.sqlite'), join(bundleDir, '..', 'seed', 'bantul.sqlite'));
    const copied = await open({ dir: temporary(), bundleDir });
    expect(officeOf(copied).register).toBe(register);
    expect(copied.forms.responses(form.id)).toHaveLength(1);
    const empty = await copied.reset({ seed: false });
    opened.push(empty);
    expect(officeOf(empty).register).not.toBe(register);
    expect(empty.forms.responses(officeOf(empty).form.id)).toEqual([]);
    const full = await empty.reset({ seed: true });
    opened.push(full);
    expect(officeOf(full).register).toBe(register);
  });

  it('shows the instant that it was told', async () => {
    const workspace = await open({ clock: '2026-12-09T23:59:00+07:00' });
    expect(workspace.clock.iso()).toMatch(/^2026-12-09T16:59:0/);
  });

  it('says what is missing', async () => {
    await expect(open({ bundleDir: temporary() })).rejects.toThrow('npm run build');
  });
});
