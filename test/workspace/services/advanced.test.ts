import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function lembar() {
  var S = Sheets.Spreadsheets, V = S.Values;
  var id = S.create({ properties: { title: 'Baru' } }).spreadsheetId;
  V.update({ values: [['a', '1'], ['b', '2']] }, id, 'Sheet1!A1', { valueInputOption: 'RAW' });
  V.append({ values: [['c', '3']] }, id, 'Sheet1!A1', { valueInputOption: 'RAW' });
  V.batchUpdate({ valueInputOption: 'RAW', data: [{ range: 'Sheet1!C1', values: [['z']] }] }, id);
  V.clear({}, id, 'Sheet1!A1');
  V.batchClear({ ranges: ['Sheet1!B2'] }, id);
  var dua = V.batchGet(id, { ranges: ['Sheet1!A1:C3', 'Sheet1!C1'] }).valueRanges.map(function (r) { return r.values; });
  var judul = S.get(id, { fields: 'properties.title' });
  return [dua, judul, V.get(id, 'Sheet1!B1:B3', { majorDimension: 'COLUMNS' }).values];
}
function berkas(email) {
  var id = Drive.Files.create({ name: 'Berbagi', mimeType: 'application/vnd.google-apps.spreadsheet' }).id;
  var izin = Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: email }, id, { sendNotificationEmail: false });
  var sebelum = Drive.Permissions.list(id, { fields: 'permissions(emailAddress,role)' }).permissions;
  Drive.Permissions.remove(id, izin.id);
  Drive.Files.update({ name: 'Nama baru' }, id);
  var bawaan = Drive.Files.get(id), pilihan = Drive.Files.get(id, { fields: 'name,owners(emailAddress)' });
  var ada = Drive.Files.list({ q: "name = 'Nama baru'" }).files.length;
  Drive.Files.remove(id);
  return [Object.keys(bawaan).sort(), pilihan, sebelum, Drive.Files.list({ q: "name = 'Nama baru'" }).files.length, ada];
}
function galat() {
  try { Drive.Files.get('tiada'); } catch (e) { return [e.name, e.message, e.details.code, e.details.errors[0].reason]; }
}
function media() { Drive.Files.create({ name: 'x' }, 'isi'); }
function pemicu() {
  var banyak = 0;
  try { for (; banyak < 30; banyak++) ScriptApp.newTrigger('detak').timeBased().everyMinutes(1).create(); } catch (e) { var pesan = e.message; }
  var t = ScriptApp.getProjectTriggers();
  t.slice(3).forEach(function (x) { ScriptApp.deleteTrigger(x); });
  ScriptApp.newTrigger('sekali').timeBased().after(60000).create();
  ScriptApp.newTrigger('buka').forSpreadsheet(kantor().spreadsheets.register).onOpen().create();
  ScriptApp.newTrigger('ubah').forSpreadsheet(kantor().spreadsheets.register).onChange().create();
  var f = ScriptApp.newTrigger('kirim').forForm(kantor().forms.usulan.id).onFormSubmit().create();
  return [banyak, pesan, t.length, ScriptApp.getProjectTriggers().length,
    f.getHandlerFunction(), String(f.getEventType()), f.getEventType() === ScriptApp.EventType.ON_FORM_SUBMIT,
    f.getTriggerSource() === ScriptApp.TriggerSource.FORMS, f.getTriggerSourceId() === kantor().forms.usulan.id,
    String(t[0].getTriggerSource()), ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).length,
    ScriptApp.getScriptId().length > 40, ScriptApp.getService().getUrl()];
}
function hapus(id) { ScriptApp.getProjectTriggers().length; ScriptApp.deleteTrigger({ getUniqueId: function () { return id; } }); }
function sekali() { console.log('sekali'); }
function setiap(n) { ScriptApp.newTrigger('x').timeBased().everyMinutes(n).create(); }
function bytes() {
  return [Utilities.base64Encode('é'), Utilities.base64Encode([-1, 1]), Utilities.getUuid().length,
    Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a')[0], Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'é', Utilities.Charset.UTF_8)[0],
    Session.getActiveUser().getEmail(), Logger.log('x').getLog()];
}
`;

describe('advanced services, triggers and utilities', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(CODE);
  });
  afterAll(() => office.workspace.close());

  it('Sheets does what the API does', async () => {
    expect(await office.value('lembar')).toEqual([
      [[['', '1', 'z'], ['b'], ['c', '3']], [['z']]],
      { properties: { title: 'Baru' } },
      [['1', '', '3']],
    ]);
  });
  it('Drive does what the API does', async () => {
    const email = office.workspace.users.list()[1]?.email;
    expect(await office.value('berkas', email)).toEqual([
      ['id', 'kind', 'mimeType', 'name'],
      { name: 'Nama baru', owners: [{ emailAddress: office.workspace.users.owner.email }] },
      expect.arrayContaining([{ emailAddress: email, role: 'reader' }]),
      0,
      1,
    ]);
    expect(await office.value('galat')).toEqual([
      'GoogleJsonResponseException',
      'API call to drive.files.get failed with error: File not found: tiada.',
      404,
      'notFound',
    ]);
    expect(await office.run('media')).toMatchObject({ error: expect.stringContaining('not emulated: Drive.Files') });
  });
  it('ScriptApp keeps twenty triggers a user and shows them to their owner only', async () => {
    const other = office.workspace.users.list()[1] ?? office.workspace.users.owner;
    expect(await office.value('pemicu')).toEqual([
      20,
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      20,
      7,
      'kirim',
      'ON_FORM_SUBMIT',
      true,
      true,
      true,
      'CLOCK',
      2,
      true,
      null,
    ]);
    const [trigger] = office.workspace.scripts.triggers();
    expect(await office.run('hapus', [trigger?.id], { user: other })).toMatchObject({ ok: false });
    expect(await office.run('setiap', [7])).toMatchObject({ error: expect.stringContaining('everyMinutes') });
  });
  it('a one-time trigger runs once and stays in the list', async () => {
    const { clock, scripts } = office.workspace;
    clock.set(clock.now() + 61_000);
    expect((await scripts.runDue()).some((ran) => ran.function === 'sekali')).toBe(true);
    clock.set(clock.now() + 86_400_000);
    expect((await scripts.runDue()).some((ran) => ran.function === 'sekali')).toBe(false);
    expect(scripts.triggers().find((trigger) => trigger.function === 'sekali')).toMatchObject({ nextRunAt: null });
  });
  it('Utilities and Session', async () => {
    expect(await office.value('bytes')).toEqual([
      'w6k=',
      '/wE=',
      36,
      12,
      74,
      office.workspace.users.owner.email,
      'x\n',
    ]);
  });
});
