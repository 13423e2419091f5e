import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function bangun() {
  var f = FormApp.create('Baru');
  var terbit = f.isPublished();
  f.setTitle('Darurat').setDescription('uraian').setConfirmationMessage('terima kasih').setAllowResponseEdits(true)
    .setCollectEmail(true).setProgressBar(true).setShowLinkToRespondAgain(false).setPublished(true).setAcceptingResponses(true);
  var aturan = FormApp.createTextValidation().requireTextMatchesPattern('[0-9]{16}').setHelpText('16 angka').build();
  var nik = f.addTextItem().setTitle('NIK').setHelpText('bantuan').setRequired(true).setValidation(aturan);
  var pilihan = f.addMultipleChoiceItem().setTitle('Jenis');
  f.addListItem().setTitle('Daftar').setChoiceValues(['a', 'b']);
  f.addCheckboxItem().setTitle('Kotak').setChoiceValues(['x', 'y']).showOtherOption(true);
  var hal = f.addPageBreakItem().setTitle('Halaman dua');
  f.addParagraphTextItem().setTitle('Alamat').setValidation(
    FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(20).build());
  f.addDateItem().setTitle('Tanggal'); f.addTimeItem().setTitle('Jam'); f.addDateTimeItem().setTitle('Saat').setIncludesYear(true);
  f.addSectionHeaderItem().setTitle('Judul');
  var hal3 = f.addPageBreakItem().setTitle('Halaman tiga').setGoToPage(FormApp.PageNavigationType.SUBMIT);
  pilihan.setChoices([pilihan.createChoice('Baru', hal), pilihan.createChoice('Selesai', FormApp.PageNavigationType.SUBMIT),
    pilihan.createChoice('Lain', FormApp.PageNavigationType.CONTINUE)]);
  hal.setGoToPage(hal3);
  f.deleteItem(f.getItems()[9]);
  f.moveItem(f.getItemById(nik.getId()), 1);
  return { id: f.getId(), terbit: terbit, url: f.getPublishedUrl(), sunting: f.getEditUrl(), hal: hal.getId(), hal3: hal3.getId(),
    judul: f.getItems().map(function (i) { return i.getTitle(); }), tipe: f.getItems().map(function (i) { return String(i.getType()); }),
    pilih: pilihan.getChoices().map(function (c) { return c.getValue(); }) };
}
function isiForm(id) {
  var f = FormApp.openById(id), i = {};
  f.getItems().forEach(function (item) { i[item.getTitle()] = item; });
  var r = f.createResponse()
    .withItemResponse(i['NIK'].asTextItem().createResponse('3402019000000001'))
    .withItemResponse(i['Jenis'].asMultipleChoiceItem().createResponse('Baru'))
    .withItemResponse(i['Kotak'].asCheckboxItem().createResponse(['x', 'lain']))
    .withItemResponse(i['Tanggal'].asDateItem().createResponse(new Date(2026, 10, 3)))
    .withItemResponse(i['Jam'].asTimeItem().createResponse(7, 5))
    .withItemResponse(i['Saat'].asDateTimeItem().createResponse(new Date(2026, 10, 3, 22, 1)));
  var isian = r.toPrefilledUrl();
  var tersimpan = r.submit();
  var lagi = f.getResponse(tersimpan.getId());
  return { isian: isian, jawaban: lagi.getItemResponses().map(function (x) { return [x.getItem().getTitle(), x.getResponse()]; }),
    sunting: lagi.getEditResponseUrl(), sejak: [f.getResponses(new Date(Date.now() - 5000)).length, f.getResponses(new Date(Date.now() + 5000)).length],
    email: lagi.getRespondentEmail() };
}
function salah(kode, id) { var f = FormApp.openById(id); return Function('f', kode)(f); }
`;

describe('FormApp', () => {
  let office: Office;
  let made: { id: string; url: string; hal: number; hal3: number; judul: string[]; tipe: string[]; terbit: boolean };
  beforeAll(async () => {
    office = await openOffice(CODE);
    made = (await office.value('bangun')) as typeof made;
  });
  afterAll(() => office.workspace.close());

  it('builds a form, unpublished until published', () => {
    const form = office.workspace.forms.get(made.id);
    expect(made).toMatchObject({
      terbit: false,
      url: `http://127.0.0.1:8787/forms/d/e/${form?.publishedId}/viewform`,
      judul: ['Jenis', 'NIK', 'Daftar', 'Kotak', 'Halaman dua', 'Alamat', 'Tanggal', 'Jam', 'Saat', 'Halaman tiga'],
      pilih: ['Baru', 'Selesai', 'Lain'],
    });
    expect(made.tipe).toEqual([
      'MULTIPLE_CHOICE', 'TEXT', 'LIST', 'CHECKBOX', 'PAGE_BREAK', 'PARAGRAPH_TEXT', 'DATE', 'TIME', 'DATETIME', 'PAGE_BREAK',
    ]); // biome-ignore format: one line reads like the list above
    expect(form).toMatchObject({
      title: 'Darurat',
      description: 'uraian',
      confirmationMessage: 'terima kasih',
      allowResponseEdits: true,
      collectEmail: true,
      progressBar: true,
      showLinkToRespondAgain: false,
      published: true,
      acceptingResponses: true,
    });
    expect(form?.items).toMatchObject([
      {
        choices: [
          { value: 'Baru', navigation: { to: 'page', pageItemId: made.hal } },
          { value: 'Selesai', navigation: { to: 'submit' } },
          { value: 'Lain', navigation: { to: 'next' } },
        ],
      },
      {
        help: 'bantuan',
        required: true,
        validation: { kind: 'matchesPattern', argument: '[0-9]{16}', helpText: '16 angka' },
      },
      { choices: [{ value: 'a' }, { value: 'b' }] },
      { other: true },
      { navigation: { to: 'page', pageItemId: made.hal3 } },
      { validation: { kind: 'maxLength', argument: '20' } },
      {},
      {},
      { includesYear: true },
      { navigation: { to: 'submit' } },
    ]);
  });

  it('gives and reads responses', async () => {
    const result = (await office.value('isiForm', made.id)) as Record<string, unknown>;
    expect(result).toMatchObject({
      jawaban: [
        ['Jenis', 'Baru'],
        ['NIK', '3402019000000001'],
        ['Kotak', ['x', 'lain']],
        ['Tanggal', '2026-11-03'],
        ['Jam', '07:05'],
        ['Saat', '2026-11-03 22:01'],
      ],
      sejak: [1, 0],
      email: '',
      sunting: expect.stringMatching(/viewform\?edit2=2_ABaOnu/),
      isian: expect.stringMatching(/viewform\?usp=pp_url&entry\.\d+=3402019000000001&entry\.\d+=Baru/),
    });
  });

  it.each([
    ['f.setTitle(5)', "The parameters (number) don't match the method signature for FormApp.Form.setTitle."],
    ['f.getItems()[0].asTextItem()', 'Invalid conversion for item type: MULTIPLE_CHOICE.'],
    ['f.getResponse("x")', 'Invalid response ID.'],
    ['f.getItems()[2].asListItem().setChoiceValues([])', "don't match the method signature for FormApp.ListItem"],
    ['f.addGridItem()', 'not emulated: FormApp.Form.addGridItem'],
    ['f.createResponse().submit()', 'Invalid response submitted to the form.'],
    [
      'f.getItems()[1].asTextItem().setValidation(FormApp.createTextValidation().requireTextMatchesPattern("(").build())',
      'Invalid regular expression',
    ],
  ])('refuses %s', async (code, message) => {
    const result = await office.run('salah', [code, made.id]);
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining(message) });
  });

  it('is only for the form’s editors', async () => {
    const other = office.workspace.users.list().find(({ role }) => role === 'pic') ?? office.workspace.users.owner;
    expect(await office.run('salah', ['return 1', made.id], { user: other })).toMatchObject({
      error: 'Exception: You do not have permission to access the requested document.',
    });
  });
});
