/** Two forms of one script, from its code over the page to its trigger: ticks, sections, and who answered. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '#workspace/forms/model.ts';
import { createApp } from '#workspace/server.ts';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function buat() {
  return ['Usulan', 'KIS'].map(function (judul) {
    var f = FormApp.create(judul).setCollectEmail(true).setAllowResponseEdits(true).setPublished(true);
    var jenis = f.addMultipleChoiceItem().setTitle('Jenis').setRequired(true);
    f.addPageBreakItem().setTitle('Berkas');
    var kotak = f.addCheckboxItem().setTitle('Dokumen').setRequired(true).setChoiceValues(['KTP-el', 'KK', 'Surat, lampiran']);
    var akhir = f.addPageBreakItem().setTitle('Akhir');
    f.addTextItem().setTitle('Catatan');
    jenis.setChoices([jenis.createChoice('Baru', FormApp.PageNavigationType.CONTINUE), jenis.createChoice('Hapus', akhir)]);
    ScriptApp.newTrigger('masuk').forForm(f.getId()).onFormSubmit().create();
    return { id: f.getId(), kumpul: f.collectsEmail(), dokumen: kotak.getId() };
  });
}
function masuk(e) {
  var jawaban = e.response.getItemResponses().map(function (r) { return [r.getItem().getTitle(), r.getResponse()]; });
  console.log(JSON.stringify([e.source.getTitle(), e.response.getRespondentEmail(), jawaban]));
}
function surel(id) { return FormApp.openById(id).getResponses().map(function (r) { return r.getRespondentEmail(); }); }
function isian(id, butir) {
  var f = FormApp.openById(id);
  return f.createResponse().withItemResponse(f.getItemById(butir).asCheckboxItem().createResponse(['KK', 'Surat, lampiran'])).toPrefilledUrl();
}
`;

const DINSOS = 'verifikator.dinsos@bantul.test';
const PIC = 'pic.rsud@rumahsakit.test';

let office: Office;
let app: ReturnType<typeof createApp>;
let made: { id: string; kumpul: boolean; dokumen: number }[];
beforeEach(async () => {
  office = await openOffice(CODE);
  app = createApp(office.workspace, async () => undefined);
  made = (await office.value('buat')) as typeof made;
});
afterEach(() => office.workspace.close());

const definition = (which = 0) => {
  const found = office.workspace.forms.get(made[which]?.id ?? '');
  if (!found) throw new Error('no form');
  return found;
};
const entry = (title: string, which = 0): string => {
  const item = definition(which).items.find((one) => one.title === title) as Question | undefined;
  return `entry.${item?.entryId}`;
};
const ask = (path: string, as = PIC, body?: URLSearchParams) =>
  app.request(`http://127.0.0.1:8787${path}`, {
    headers: { cookie: `pbi_user=${as}`, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(body && { method: 'POST', body: String(body) }),
  });
const send = (answers: [title: string, answer: string][], { as = PIC, which = 0, edit2 = '' } = {}) => {
  const body = new URLSearchParams(answers.map(([title, answer]) => [entry(title, which), answer]));
  if (edit2) body.set('edit2', edit2);
  return ask(`/forms/d/e/${definition(which).publishedId}/formResponse`, as, body);
};
/** What the trigger saw, run by run. */
const seen = async () => {
  await office.workspace.scripts.idle();
  const runs = office.workspace.scripts.executions().filter((run) => run.function === 'masuk');
  return runs.flatMap(({ log }) => log.map((line) => JSON.parse(line.slice(line.indexOf('[')))));
};

const NEW: [string, string][] = [
  ['Jenis', 'Baru'],
  ['Dokumen', 'KTP-el'],
  ['Dokumen', 'Surat, lampiran'],
  ['Catatan', 'uji'],
];

describe('a form with ticks that records addresses', () => {
  it('gives the trigger, the script and the API the list of ticks and the address', async () => {
    expect(made[0]?.kumpul).toBe(true);
    expect((await send(NEW)).status).toBe(200);
    expect(await seen()).toEqual([
      [
        'Usulan',
        PIC,
        [
          ['Jenis', 'Baru'],
          ['Dokumen', ['KTP-el', 'Surat, lampiran']],
          ['Catatan', 'uji'],
        ],
      ],
    ]);
    expect(await office.value('surel', made[0]?.id)).toEqual([PIC]);
    const answer = await app.request(`http://127.0.0.1:8787/v1/forms/${made[0]?.id}/responses`, {
      headers: { authorization: 'Bearer local' },
    });
    const { responses } = (await answer.json()) as { responses: { respondentEmail: string; answers: object }[] };
    expect(responses.map(({ respondentEmail }) => respondentEmail)).toEqual([PIC]);
    expect(JSON.stringify(responses[0]?.answers)).toContain('[{"value":"KTP-el"},{"value":"Surat, lampiran"}]');
  });

  it('says that an answer is missing without a tick, and refuses a tick that it does not offer', async () => {
    const without = await send([
      ['Jenis', 'Baru'],
      ['Catatan', 'uji'],
    ]);
    expect(without.status).toBe(400);
    expect(await without.text()).toContain('Dokumen: Ini adalah pertanyaan yang wajib diisi');
    const other = await send([...NEW, ['Dokumen', 'Ijazah']]);
    expect(other.status).toBe(400);
    const html = await other.text();
    expect(html).toContain('Dokumen: Pilih salah satu jawaban yang tersedia');
    expect(html.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2);
    expect(await seen()).toEqual([]);
  });

  it('asks for no tick on a section that the answers skip, and keeps none', async () => {
    expect((await send([...NEW.slice(1), ['Jenis', 'Hapus']])).status).toBe(200);
    expect(await seen()).toEqual([
      [
        'Usulan',
        PIC,
        [
          ['Jenis', 'Hapus'],
          ['Catatan', 'uji'],
        ],
      ],
    ]);
  });

  it('opens a prefilled link with the ticks of the script, and an edit link with those that were sent', async () => {
    const prefilled = new URL((await office.value('isian', made[0]?.id, made[0]?.dokumen)) as string);
    const shown = await (await ask(prefilled.pathname + prefilled.search)).text();
    expect(shown).toMatch(/value="KK" checked/);
    expect(shown).toMatch(/value="Surat, lampiran" checked/);
    expect(shown).not.toMatch(/value="KTP-el" checked/);

    const token = /edit2=([^"&]+)/.exec(await (await send(NEW)).text())?.[1] ?? '';
    const page = await (await ask(`/forms/d/e/${definition().publishedId}/viewform?edit2=${token}`)).text();
    expect(page).toMatch(/value="KTP-el" checked/);
    const edited: [string, string][] = [
      ['Jenis', 'Baru'],
      ['Dokumen', 'KK'],
    ];
    expect((await send(edited, { as: DINSOS, edit2: token })).status).toBe(200);
    // Whoever edits is the respondent from then on.
    expect((await seen()).at(0)).toEqual([
      'Usulan',
      DINSOS,
      edited.map(([title, value]) => [title, title === 'Dokumen' ? [value] : value]),
    ]);
    expect(await office.value('surel', made[0]?.id)).toEqual([DINSOS]);
  });
});

describe('several forms', () => {
  it('keep their responses and triggers apart', async () => {
    await send(NEW, { which: 1, as: DINSOS });
    await send([...NEW.slice(1), ['Jenis', 'Hapus']]);
    expect((await seen()).map(([title, email]) => [title, email]).sort()).toEqual([
      ['KIS', DINSOS],
      ['Usulan', PIC],
    ]);
    expect(await office.value('surel', made[1]?.id)).toEqual([DINSOS]);
  });
});
