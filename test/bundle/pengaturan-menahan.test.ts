/** Wrong settings stop the work that they would spoil, and nothing else; right ones reach forms and labels by themselves. */
import { afterEach, expect, it } from 'vitest';
import type { Question } from '#workspace/forms/model.ts';
import { proposal } from '../support/citizens.ts';
import { history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { setSetting, settingCell, settingRow } from '../support/settings.ts';

let office: Office;
afterEach(async () => {
  history(office);
  await office.workspace.close();
});

const question = (form: string, field: string) =>
  office.formNamed(form).items.find(({ id }) => id === office.files.forms[form]?.items[field]) as Question & {
    title: string;
    choices?: { value: string }[];
  };
const choices = (form: string, field: string) => (question(form, field).choices ?? []).map(({ value }) => value);
const answer = (key: string) => settingRow(office, 'Pengaturan', 'kunci', key)['pemeriksaan'];

it('holds monthly forms on a wrong cut-off, and takes them in for the month in which they were sent', async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  await setSetting(office, 'cutoff_kelurahan', 'sepuluh');
  expect(answer('cutoff_kelurahan')).toContain('Usulan bulanan menunggu di formulir');
  office.send('usulan', proposal(1), office.person('kelurahan.satu'));
  await office.workspace.scripts.idle();
  await office.tick();
  expect(office.cases()).toEqual([]);
  const told = office.mails(office.user('admin').email).filter(({ body }) => body.includes('Usulan bulanan menunggu'));
  expect(told).toHaveLength(1);

  // Four days pass: the response is older than what any sweep still looks at.
  await office.later(4 * 24 * 60);
  expect(office.cases()).toEqual([]);
  await setSetting(office, 'cutoff_kelurahan', '10');
  await office.tick();
  expect(office.cases()).toEqual([expect.objectContaining({ periode: '2026-11', status: 'DIAJUKAN' })]);
  expect(office.cases()[0]?.['tanda']).not.toContain('lewat_cutoff');
  await office.tick();
  expect(office.cases()).toHaveLength(1);
});

it('asks to look at cut-offs that are out of order, at each of them', async () => {
  office = await openOffice({ profile: 'kota-bogor' });
  await setSetting(office, 'cutoff_kelurahan', '25');
  expect(answer('cutoff_kelurahan')).toBe(
    'PERIKSA: Batas ini tidak sebelum cutoff_dinsos (15). Batas ini tidak sebelum cutoff_dinkes (20).',
  );
  expect(answer('cutoff_dinkes')).toBe('PERIKSA: Batas ini tidak sesudah cutoff_kelurahan (25).');
  await setSetting(office, 'cutoff_kelurahan', '10');
  expect([answer('cutoff_kelurahan'), answer('cutoff_dinkes')]).toEqual(['Sah.', 'Sah.']);
});

it('takes proposals in while the list of routes is wrong, and speaks of no other office', async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  await setSetting(office, 'rute_aktif', 'BGR-U, BGR-X');
  expect(answer('rute_aktif')).toMatch(
    /^SALAH: .*Usulan yang masuk tetap diterima; batch, pengingat dan formulir menun/,
  );
  expect(answer('rute_aktif')).not.toContain('bawaan');
  const sender = office.person('kelurahan.satu');
  expect(await office.sendCase('usulan', proposal(1), sender)).toMatchObject({ rute: 'BGR-U', status: 'DIAJUKAN' });
  expect(await office.run('batchBuka', [{}], office.user('dinsos'))).toMatchObject({
    ok: false,
    error: expect.stringContaining('rute_aktif'),
  });
});

it('goes on with emergencies on the default while monthly work is held', async () => {
  office = await openOffice();
  await setSetting(office, 'cutoff_kolektif', '99');
  await setSetting(office, 'menit_usul', 'sehari');
  expect(answer('menit_usul')).toContain('Sementara dipakai bawaan "1440"');
  expect(await office.newCase(person(1))).toMatchObject({ status: 'DIAJUKAN', rute: 'BTL-D' });
});

it('brings a changed list of facilities to the form by itself, but never half of one', async () => {
  office = await openOffice();
  const at = office.tab('Faskes').length + 2;
  const admin = office.user('admin');
  await office.edit(`'Faskes'!A${at}`, [['RS Rekaan Baru', '']], admin);
  await office.tick();
  expect(choices('darurat', 'rs')).not.toContain('RS Rekaan Baru');
  await office.edit(`'Faskes'!B${at}`, [['RS']], admin);
  await office.tick();
  expect(choices('darurat', 'rs')).toContain('RS Rekaan Baru');
  expect(settingRow(office, 'Faskes', 'nama', 'RS Rekaan Baru')['tautan']).toContain('usp=pp_url');
});

it('calls the levels of the region as the office does', async () => {
  office = await openOffice();
  expect(question('darurat', 'kapanewon').title).toBe('Kapanewon');
  await setSetting(office, 'label_kecamatan', 'Kecamatan');
  await office.tick();
  expect(question('darurat', 'kapanewon').title).toBe('Kecamatan');
});

it("writes letters in the office's own words", async () => {
  office = await openOffice();
  const type = (key: string, text: string) =>
    office.edit(settingCell(office, 'Kalimat', 'kunci', key, 'teks'), [[text]], office.user('admin'));
  await type('surat.terima.subjek', 'Usulan {tiket} sudah kami terima');
  await type('surat.usulan', 'Nomor {tiket} untuk {nama}\nDirawat di {rs}\nPeriode {periode}');
  const { tiket } = await office.newCase(person(1));
  await office.tick();
  const mail = office.mails(person(1).pic_email).at(-1);
  expect(mail?.subject).toBe(`Usulan ${tiket} sudah kami terima`);
  expect(mail?.body).toContain(`Nomor ${tiket} untuk S*** C***** B\nDirawat di `);
  expect(mail?.body).not.toContain('Periode');
});

it('builds what a new route needs when the register is repaired, and changes nothing else', async () => {
  office = await openOffice();
  const before = office.files;
  const triggers = () => office.workspace.scripts.triggers().map((one) => one.function);
  const had = triggers();
  await setSetting(office, 'rute_aktif', 'BTL-D, BTL-N, BGR-U');
  const admin = office.user('admin');
  const result = await office.run('perbaikiRegister', [], admin);
  expect(result.ok).toBe(true);
  const { forms, spreadsheets } = office.files;
  expect(Object.keys(forms).sort()).toEqual(['darurat', 'kis', 'loket', 'usulan']);
  expect(forms.darurat).toEqual(before.forms.darurat);
  expect(spreadsheets.bpjs).toBe(before.spreadsheets.bpjs);
  expect(Object.keys(spreadsheets).sort()).toEqual(['bpjs', 'dinkes', 'disdukcapil', 'kecamatan', 'register']);
  const added = triggers();
  for (const one of had) added.splice(added.indexOf(one), 1);
  expect(added.sort()).toEqual([
    'saatDinkesDiubah',
    'saatDukcapilDiubah',
    'saatFormulirDikirim',
    'saatFormulirDikirim',
    'saatKecamatanDiubah',
  ]);
});

it('names statuses and flags in the panel as the office does', async () => {
  office = await openOffice();
  const { tiket } = await office.newCase(person(1));
  const type = (key: string, text: string) =>
    office.edit(settingCell(office, 'Kalimat', 'kunci', key, 'teks'), [[text]], office.user('admin'));
  await type('status.DIAJUKAN', 'Baru masuk');
  await type('tanda.darurat', 'Segera');
  const result = await office.run('panelBuka', [{ tiket }]);
  const shown = result.ok && (result.value as { panel: { labelStatus: string; tanda: { label: string }[] } }).panel;
  expect(shown && [shown.labelStatus, shown.tanda[0]?.label]).toEqual(['Baru masuk', 'Segera']);
});
