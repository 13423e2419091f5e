/** An installation that is cut short anywhere goes on where it ended, and leaves neither doubles nor tokens behind. */
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claspFolders, formTitles, type Mesin, mesinKosong } from './support/pemasangan.ts';

const NOTHING = 'Tidak ada yang perlu diubah.';

describe('cut short', () => {
  it('after any step, it goes on where it ended and makes nothing twice', { timeout: 120_000 }, async () => {
    const mesin = await mesinKosong();
    const steps = ['Memasang sebagai', 'Register PBI: dibuat', 'Proyek skrip: dibuat', /Program \S+: dikirim/];
    for (const step of steps) await killedAfter(mesin, step);
    // The script was asked; whether it had ended its work or not, its office is the same.
    const { code, out } = await mesin.pbi('pasang');
    expect(code).toBe(0);
    expect(out).toMatch(/Yang diubah|Tidak ada yang perlu diubah/);
    await mesin.office.workspace.scripts.idle();
    expect((await mesin.pbi('pasang')).out).toContain(NOTHING);
    expect(mesin.made().files).toEqual(['Berbagi BPJS', ...formTitles(mesin), 'Register PBI'].sort());
    await mesin.server.close();
  });

  it('while clasp is at work, by Ctrl+C or by force, its folder with the token goes, at the latest with the next run', {
    timeout: 60_000,
  }, async () => {
    const mesin = await mesinKosong();
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const { child, ended } = mesin.start({}, 'pasang', '--target', 'local', '--url', mesin.server.origin);
      await expect.poll(() => claspFolders().length, { timeout: 20_000, interval: 20 }).toBe(1);
      child.kill(signal);
      const { code, err } = await ended;
      expect(code).toBe(signal === 'SIGINT' ? 130 : null);
      if (signal === 'SIGINT') expect([claspFolders(), err]).toEqual([[], expect.stringContaining('Dihentikan.')]);
    }
    expect((await mesin.pbi('pasang')).code).toBe(0);
    expect(claspFolders()).toEqual([]);
    await mesin.server.close();
  });

  it('between making the workbook and remembering it, it is found by its mark', { timeout: 60_000 }, async () => {
    const mesin = await mesinKosong();
    await killedAfter(mesin, 'Register PBI: dibuat');
    rmSync(mesin.config, { recursive: true });
    const { out } = await mesin.pbi('pasang', '--json');
    expect(JSON.parse(out).diubah).not.toContain('Spreadsheet Register PBI dibuat.');
    expect(mesin.made().files.filter((name) => name === 'Register PBI')).toHaveLength(1);
    await mesin.server.close();
  });
});

/** Ends the program as a power cut does, as soon as it has said something. */
async function killedAfter({ start, server }: Mesin, word: string | RegExp): Promise<void> {
  const { child, ended } = start({}, 'pasang', '--target', 'local', '--url', server.origin);
  let said = '';
  child.stderr?.on('data', (data) => {
    said += String(data);
    if (typeof word === 'string' ? said.includes(word) : word.test(said)) child.kill('SIGKILL');
  });
  const { code, err } = await ended;
  expect([code, err]).toEqual([null, expect.stringMatching(word)]);
}
