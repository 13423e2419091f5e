import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function properti() {
  var p = PropertiesService.getUserProperties();
  p.setProperties({ a: 1, b: 'dua' }).setProperty('c', true);
  var semua = p.getProperties();
  p.deleteProperty('a');
  var kunci = p.getKeys();
  p.setProperties({ z: 'z' }, true);
  var akhir = p.getProperties();
  p.deleteAllProperties();
  return [semua, kunci, akhir, p.getProperty('z'), PropertiesService.getDocumentProperties().getProperty('z')];
}
function punyaSiapa() { return PropertiesService.getUserProperties().getProperty('milik'); }
function simpan(nilai) { PropertiesService.getUserProperties().setProperty('milik', nilai); }
function besar(n) { PropertiesService.getScriptProperties().setProperty('besar', new Array(n + 1).join('x')); }
function penuh() {
  var p = PropertiesService.getScriptProperties();
  for (var i = 0; i < 60; i++) p.setProperty('k' + i, new Array(9001).join('x'));
}
function tanpaNama() { PropertiesService.getScriptProperties().getProperty(); }
function tembolok() {
  var c = CacheService.getScriptCache();
  c.put('a', 1); c.putAll({ b: '2', d: '4' }, 60);
  c.remove('d');
  return [c.get('a'), c.getAll(['a', 'b', 'd']), c.get('tidak')];
}
function ingat() { return CacheService.getScriptCache().get('b'); }
function isiPenuh() {
  var c = CacheService.getScriptCache();
  c.put('pertama', 'x', 600);
  var banyak = {};
  for (var i = 0; i < 1000; i++) banyak['n' + i] = 'x';
  c.putAll(banyak);
  return [c.get('pertama'), c.get('n0'), c.get('n500'), c.get('n999')];
}
function tembolokBesar() { CacheService.getScriptCache().put('a', new Array(102402).join('x')); }
function surat() {
  MailApp.sendEmail({ to: 'a@uji.test, b@uji.test', subject: 'Satu', body: 'isi', htmlBody: '<b>isi</b>', name: 'Dinsos' });
  MailApp.sendEmail('c@uji.test', 'Dua', 'isi dua');
  return MailApp.getRemainingDailyQuota();
}
function suratKe(n) {
  MailApp.sendEmail(Array.from({ length: n }, function (_, i) { return 'u' + i + '@uji.test'; }).join(), 'x', 'y');
}
function suratSalah(nilai) { MailApp.sendEmail(nilai); }
`;

describe('PropertiesService', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(CODE);
  });
  afterAll(() => office.workspace.close());

  it('keeps texts in separate stores', async () => {
    expect(await office.value('properti')).toEqual([
      { a: '1', b: 'dua', c: 'true' },
      ['b', 'c'],
      { z: 'z' },
      null,
      null,
    ]);
  });
  it('gives every user properties of their own', async () => {
    const [owner, other] = office.workspace.users.list();
    await office.run('simpan', ['pemilik'], { user: owner ?? office.workspace.users.owner });
    const result = await office.run('punyaSiapa', [], { user: other ?? office.workspace.users.owner });
    expect(result).toMatchObject({ ok: true, value: null });
  });
  it('has Google’s limits', async () => {
    expect(await office.run('besar', [9216])).toMatchObject({ ok: true });
    expect(await office.run('besar', [9217])).toMatchObject({ error: 'Exception: Argument too large: value' });
    expect(await office.run('penuh')).toMatchObject({ error: expect.stringContaining('property storage quota') });
    expect(await office.run('tanpaNama')).toMatchObject({ error: expect.stringContaining('The parameters ()') });
  });
});

describe('CacheService', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(CODE);
  });
  afterAll(() => office.workspace.close());

  it('gives back texts until their time is up', async () => {
    expect(await office.value('tembolok')).toEqual(['1', { a: '1', b: '2' }, null]);
    expect(await office.value('ingat')).toBe('2');
    office.workspace.clock.set(office.workspace.clock.now() + 61_000);
    expect(await office.value('ingat')).toBeNull();
  });
  it('drops the oldest hundred beyond a thousand', async () => {
    const other = await openOffice(CODE);
    expect(await other.value('isiPenuh')).toEqual([null, null, 'x', 'x']);
    await other.workspace.close();
  });
  it('refuses values that are too large', async () => {
    expect(await office.run('tembolokBesar')).toMatchObject({ error: 'Exception: Argument too large: value' });
  });
});

describe('MailApp', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(CODE);
  });
  afterAll(() => office.workspace.close());

  it('puts mail into the outbox and counts recipients', async () => {
    expect(await office.value('surat')).toBe(97);
    expect(office.workspace.mail.outbox()).toMatchObject([
      { to: 'a@uji.test, b@uji.test', subject: 'Satu', body: 'isi', htmlBody: '<b>isi</b>' },
      { to: 'c@uji.test', subject: 'Dua', body: 'isi dua' },
    ]);
  });
  it('refuses wrong arguments, wrong addresses and what is not emulated', async () => {
    expect(await office.run('suratSalah', [null])).toMatchObject({
      error: "Exception: The parameters (null) don't match the method signature for MailApp.sendEmail.",
    });
    for (const to of ['', 'bukan alamat']) {
      expect(await office.run('suratSalah', [{ to, subject: 's', body: 'b' }])).toMatchObject({ ok: false });
    }
    expect(
      await office.run('suratSalah', [{ to: 'a@uji.test', subject: 's', body: 'b', cc: 'c@uji.test' }]),
    ).toMatchObject({ error: 'Error: not emulated: MailApp.sendEmail with cc' });
  });
  it('stops at the day’s quota and goes on a day later', async () => {
    expect(await office.run('suratKe', [51])).toMatchObject({ ok: false });
    expect(await office.run('suratKe', [50])).toMatchObject({ ok: true });
    expect(await office.run('suratKe', [48])).toMatchObject({
      error: 'Exception: Service invoked too many times for one day: email.',
    });
    expect(await office.run('suratKe', [47])).toMatchObject({ ok: true });
    office.workspace.clock.set(office.workspace.clock.now() + 24 * 3_600_000);
    expect(await office.run('suratKe', [1])).toMatchObject({ ok: true });
    office.workspace.faults.set({ mailQuota: 0 });
    expect(await office.run('suratKe', [1])).toMatchObject({ ok: false });
  });
});
