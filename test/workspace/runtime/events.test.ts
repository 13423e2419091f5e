import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../cli/workspace/create-workspace.ts';
import { type Office, officeOf, openOffice, writeBundle } from '../../support/mini-office.ts';

const CODE = `
function tambah(baris) {
  Sheets.Spreadsheets.Values.append({ values: [baris] }, kantor().spreadsheets.register, 'Data!A1', { valueInputOption: 'RAW' });
}
function isi() {
  return (Sheets.Spreadsheets.Values.get(kantor().spreadsheets.register, 'Data!A1:Z').values || []);
}
function pasangPemicu() {
  var k = kantor();
  ScriptApp.newTrigger('padaKirim').forForm(k.forms.usulan.id).onFormSubmit().create();
  ScriptApp.newTrigger('padaSunting').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
  ScriptApp.newTrigger('detak').timeBased().everyMinutes(5).create();
  ScriptApp.newTrigger('harian').timeBased().everyDays(1).atHour(6).create();
}
function padaKirim(e) {
  var jawaban = e.response.getItemResponses().map(function (r) { return r.getItem().getTitle() + '=' + r.getResponse(); });
  tambah(['kirim', e.response.getId(), e.source.getTitle(), jawaban.join(';'), String(e.authMode),
    typeof e.triggerUid, String(e.response.getTimestamp() instanceof Date)]);
}
function padaSunting(e) {
  tambah(['sunting', e.range.getA1Notation(), e.range.getSheet().getName(), String(e.value), String(e.oldValue),
    e.user.getEmail(), Session.getEffectiveUser().getEmail()]);
}
function onEdit(e) {
  SpreadsheetApp.getActiveSpreadsheet().toast('onEdit ' + e.range.getA1Notation());
  try { tambah(['tanpa izin']); } catch (galat) { SpreadsheetApp.getActiveSpreadsheet().toast(galat.message); }
}
function detak(e) { tambah(['detak', String(e.hour), e.timezone]); }
function harian() { tambah(['harian']); }
function tulisSendiri() {
  Sheets.Spreadsheets.Values.update({ values: [['x']] }, kantor().spreadsheets.register, 'Data!Z1', { valueInputOption: 'RAW' });
  var form = FormApp.openById(kantor().forms.usulan.id);
  form.createResponse().withItemResponse(form.getItems()[0].asTextItem().createResponse('Skrip')).submit();
  return form.getResponses().length;
}
function lambat() { Utilities.sleep(1500); tambah(['lambat']); }
`;

describe('events', () => {
  let office: Office;
  const open = async (options = {}) => {
    office = await openOffice(CODE, options);
    await office.value('pasangPemicu');
  };
  const rows = async (kind: string) => ((await office.value('isi')) as string[][]).filter(([name]) => name === kind);
  afterEach(() => office.workspace.close());

  it('tell the form’s trigger of a response, once, as the person who installed it', async () => {
    await open();
    office.submit({ nama: 'Uji Satu', kota: 'Bogor' });
    await office.workspace.scripts.idle();
    const [row, ...more] = await rows('kirim');
    expect(more).toEqual([]);
    expect(row?.slice(2)).toEqual(['Usulan', 'Nama=Uji Satu;Kota=Bogor', 'FULL', 'string', 'true']);
    expect(row?.[1]).toBe(office.workspace.forms.responses(office.form.id)[0]?.id);
    const last = office.workspace.scripts.executions().find(({ source }) => source === 'form');
    expect(last).toMatchObject({ function: 'padaKirim', user: office.workspace.users.owner.email, error: null });
  });

  it('of a user’s edit reach installed and simple triggers; the simple one has no services that need consent', async () => {
    await open();
    const { workspace, register } = office;
    const dinsos = workspace.users.list().find(({ role }) => role === 'dinsos') ?? workspace.users.owner;
    const type = async (range: string, values: string[][]) =>
      workspace.scripts.edited(workspace.sheets.userEdit(dinsos, register, { range, values }), dinsos);
    await type('Data!M100', [['satu']]);
    const ui = await type('Data!M100', [['dua']]);
    await type('Data!P200:Q200', [['x', 'y']]);
    expect((await rows('sunting')).map((row) => row.slice(1, 5))).toEqual([
      ['M100', 'Data', 'satu', 'undefined'],
      ['M100', 'Data', 'dua', 'satu'],
      ['P200:Q200', 'Data', 'undefined', 'undefined'],
    ]);
    expect((await rows('sunting'))[0]?.slice(5)).toEqual([dinsos.email, workspace.users.owner.email]);
    expect(ui.map((effect) => effect.kind === 'toast' && effect.message)).toEqual([
      'onEdit M100',
      expect.stringContaining('permission'),
    ]);
    expect(await rows('tanpa izin')).toEqual([]);
  });

  it('do not come from what scripts write or submit', async () => {
    await open();
    expect(await office.value('tulisSendiri')).toBe(1);
    await office.workspace.scripts.idle();
    expect([...(await rows('kirim')), ...(await rows('sunting'))]).toEqual([]);
  });

  it('of the clock run once for a whole night that was missed', async () => {
    await open();
    const { clock, scripts } = office.workspace;
    clock.set(Date.parse('2026-12-01T20:00:00Z'));
    await scripts.runDue();
    clock.set(clock.now() + 60_000);
    expect(await scripts.runDue()).toEqual([]);
    clock.set(clock.now() + 12 * 3_600_000);
    const ran = await scripts.runDue();
    expect(ran.map((execution) => execution.function).sort()).toEqual(['detak', 'harian']);
    const next = Object.fromEntries(scripts.triggers().map((trigger) => [trigger.function, trigger.nextRunAt]));
    expect(Date.parse(next['detak'] ?? '') - clock.now()).toBeLessThanOrEqual(300_000);
    expect(next['harian']).toBe('2026-12-02T23:00:00.000Z');
    expect((await rows('detak')).at(-1)?.[2]).toBe('UTC');
  });

  it('can come twice, come blank, get lost', async () => {
    await open();
    office.workspace.faults.set({ formEventCopies: 2, blankFormEvents: true });
    office.submit({ nama: 'Uji Dua' });
    await office.workspace.scripts.idle();
    expect((await rows('kirim')).map((row) => row[3]).sort()).toEqual(['', 'Nama=Uji Dua', 'Nama=Uji Dua']);
    office.workspace.faults.set({ dropFormEventEvery: 2 });
    for (const nama of ['a', 'b', 'c', 'd']) office.submit({ nama });
    await office.workspace.scripts.idle();
    expect(await rows('kirim')).toHaveLength(5);
    office.workspace.faults.set({ dropTriggers: true });
    office.submit({ nama: 'e' });
    office.workspace.clock.set(Date.now() + 86_400_000);
    expect(await office.workspace.scripts.runDue()).toEqual([]);
    await office.workspace.scripts.idle();
    expect(await rows('kirim')).toHaveLength(5);
  });

  it('that were interrupted are delivered after the next start', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'pbi-data-'));
    const bundleDir = writeBundle(CODE.replace("'padaKirim')", "'lambat')"));
    office = officeOf(await createWorkspace({ dir, profile: 'bantul', bundleDir }));
    await office.value('pasangPemicu');
    office.submit({ nama: 'Uji Tiga' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await office.workspace.close();
    office = officeOf(await createWorkspace({ dir, profile: 'bantul', bundleDir }));
    await office.workspace.scripts.idle();
    expect(await rows('lambat')).toHaveLength(1);
    await office.workspace.close();
    office = officeOf(await createWorkspace({ dir, profile: 'bantul', bundleDir }));
    await office.workspace.scripts.idle();
    expect(await rows('lambat')).toHaveLength(1);
  });
});
