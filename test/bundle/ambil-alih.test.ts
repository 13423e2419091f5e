/** Another account takes an office over. Google lets it neither see nor delete the old account's triggers: they must do nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleOf } from '#workspace/profiles.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { DEPUTY } from '../support/old-office.ts';
import { person } from '../support/people.ts';

describe('an administrator who takes the office over', () => {
  let office: Office;
  const owner = () => office.workspace.users.owner;
  const deputy = () => office.person(DEPUTY.email);
  const run = (name: string, user = deputy()) =>
    office.workspace.scripts.run({ function: name, args: [], user, source: 'menu' });
  const triggersOf = (email: string) => office.workspace.scripts.triggers().filter((one) => one.owner === email);
  const account = () => office.tab('Sistem').find(({ kunci }) => kunci === 'akun')?.['nilai'];
  const alert = (ui: readonly { kind: string }[]) =>
    ui.find(({ kind }) => kind === 'alert') as { prompt: string } | undefined;
  const logOf = (name: string, email: string) =>
    office.workspace.scripts
      .executions()
      .filter((one) => one.function === name && one.user === email)
      .map(({ log }) => log.join(' '));

  /** What the old owner does in the sharing dialog of every file. */
  const handOver = () => {
    const { spreadsheets, forms } = office.files;
    const to = { type: 'user', role: 'owner', emailAddress: DEPUTY.email };
    for (const id of [...Object.values(spreadsheets), ...Object.values(forms).map((form) => form.id)])
      office.workspace.files.createPermission(owner(), id, to, true);
  };

  beforeEach(async () => {
    office = await openOffice({ people: [...peopleOf('bantul'), DEPUTY] });
  });
  afterEach(() => office.workspace.close());

  it('gets triggers of its own and is noted; the old ones do nothing and say so', async () => {
    expect(account()).toBe(owner().email);
    const result = await run('ambilAlihKantor');
    expect(result.ok).toBe(true);
    expect(account()).toBe(DEPUTY.email);
    const functions = (email: string) =>
      triggersOf(email)
        .map((one) => `${one.function} ${one.sourceId}`)
        .sort();
    expect(functions(DEPUTY.email)).toEqual(functions(owner().email));
    expect(office.tab('Riwayat').filter(({ aksi }) => aksi === 'AMBIL_ALIH')).toMatchObject([
      {
        pelaku: DEPUTY.email,
        lama: JSON.stringify({ akun: owner().email }),
        baru: JSON.stringify({ akun: DEPUTY.email }),
      },
    ]);
    await office.tick();
    expect(logOf('tick', owner().email).at(-1)).toContain('Kantor ini sudah dijalankan akun lain');
    expect(logOf('tick', DEPUTY.email)).toHaveLength(1);
  });

  it('hears what only the old account can still do, until it is done', async () => {
    const first = alert((await run('ambilAlihKantor')).ui)?.prompt ?? '';
    expect(first).toContain(`Pemicu ${owner().email} tidak berbuat apa-apa lagi.`);
    expect(first).toMatch(/memindahkan kepemilikan berkas ini .*: register, bpjs, formulir darurat/);
    expect(first).toContain('menghapus pemicunya');
    handOver();
    const again = alert((await run('ambilAlihKantor')).ui)?.prompt;
    expect(again).toBe(`Kantor dijalankan akun ${DEPUTY.email}; 0 pemicu dipasang.`);
    expect(office.tab('Riwayat').filter(({ aksi }) => aksi === 'AMBIL_ALIH')).toHaveLength(1);
  });

  it('doubles nothing while both accounts have triggers', async () => {
    handOver();
    await run('ambilAlihKantor');
    const { tiket = '' } = await office.newCase(person(1));
    await office.edit(office.cell(tiket, 'catatan'), [['Dicatat sekali']]);
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'USULKAN');
    await office.tick();
    await office.tick();
    await office.later(10);
    expect(office.cases()).toHaveLength(1);
    checkOffice(office);
    const mails = office.mails().map(({ to, subject }) => `${to} ${subject}`);
    expect(new Set(mails).size).toBe(mails.length);
    expect(mails.length).toBeGreaterThan(1);
    for (const name of ['saatFormulirDikirim', 'saatRegisterDiubah'])
      expect(logOf(name, owner().email).join(' '), name).toContain('sudah dijalankan akun lain');
  });

  it('is nobody whom a tab does not name as administrator', async () => {
    const before = office.workspace.scripts.triggers().length;
    const result = await run('ambilAlihKantor', office.user('dinsos'));
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining('Hanya akun berperan admin') });
    expect(account()).toBe(owner().email);
    expect(office.workspace.scripts.triggers()).toHaveLength(before);
  });

  it('gets no triggers by a mere repair, and is told how', async () => {
    const result = await run('pasangAtauPerbaiki');
    expect(result.ui.map((one) => JSON.stringify(one)).join(' ')).toContain(
      'pilih menu Usulan PBI > Ambil alih kantor ini',
    );
    expect(triggersOf(DEPUTY.email)).toEqual([]);
    expect(account()).toBe(owner().email);
  });

  it('may be interrupted at every service call: one account works, and the next try ends it', async () => {
    for (let n = 1; ; n += 1) {
      const user = n % 2 === 1 ? deputy() : owner();
      office.workspace.faults.set({ failCall: { n, function: 'ambilAlihKantor' } });
      const { ok, execution } = await run('ambilAlihKantor', user);
      office.workspace.faults.clear();
      const { tiket } = await office.newCase(person(n));
      expect(office.cases().filter((row) => row['tiket'] === tiket)).toHaveLength(1);
      if (ok && Object.values(execution.calls).reduce((a, b) => a + b, 0) < n) break;
      await run('ambilAlihKantor', user);
      expect(account()).toBe(user.email);
    }
    await office.tick();
    checkOffice(office);
  });
});
