/** `pbi rekonsiliasi --register`: settings, the plan it writes, and what it leaves for a person. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bacaRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { pbi, temporary } from './support/pbi.ts';
import {
  answer,
  crowd,
  csv,
  FEEDBACK,
  failed,
  person,
  REGISTER,
  reconcile,
  sent,
  ticket,
} from './support/umpan-berkas.ts';

describe('a run', () => {
  it('of answers that are all certain needs nobody', async () => {
    const { code, report } = await reconcile([sent(1), sent(2)], [answer(person(1)), failed(person(2), 'NIK ganda')]);
    expect({ code, kelas: report.kelas['COCOK'] }).toEqual({ code: 0, kelas: 2 });
  });

  it('takes remarks, headings and thresholds from a file of settings', async () => {
    const folder = temporary();
    const settings = join(folder, 'pengaturan.json');
    const isi = {
      sinonim: [{ pola: 'berita acara; ba', kode: 'T02' }],
      ambang: { saran: 90 },
      judul: { nik: ['nomor induk'] },
    };
    writeFileSync(settings, JSON.stringify(isi));
    const plan = join(folder, 'rencana.json');
    const typo = answer({ ...person(2), nik: person(2).nik.replace(/.$/, '0'), no_kartu: '' });
    const rows = [failed(person(1), 'Lihat BA 12'), failed(person(3), 'Ref 77 / 3271010101609001'), typo];
    const { report } = await reconcile(
      [sent(1), sent(2), sent(3), ...crowd],
      rows,
      '--pengaturan',
      settings,
      '--rencana',
      plan,
    );
    expect(report).toMatchObject({
      kelas: { COCOK: 2, SARAN: 0 },
      // Long numbers in a remark may be somebody's.
      keteranganTakDikenal: [{ keterangan: 'Ref 77 / #', jumlah: 1 }],
    });
    const { entri, ambang } = await bacaRencanaCocok(plan);
    expect(ambang['saran']).toBe(90);
    expect(entri.map(({ perubahan }) => perubahan?.isi['kode'])).toEqual(['T02', 'X99', undefined]);
    expect(statSync(plan).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['{"ambang":{"saran":"tinggi"}}', 'ambang.saran'],
    ['{"sinonim":[{"pola":"x"}]}', 'sinonim.0.kode'],
    ['{"warna":1}', 'warna'],
    ['{', 'bukan JSON'],
  ])('with the settings %s ends with code 2 and names what is wrong', async (text, part) => {
    const folder = temporary();
    const path = join(folder, 'p.json');
    writeFileSync(path, text);
    const files = [csv(folder, 'u.csv', FEEDBACK, []), '--register', csv(folder, 'r.csv', REGISTER, [])];
    const ended = await pbi('rekonsiliasi', ...files, '--pengaturan', path);
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining(part) });
  });

  it('leaves nothing behind when it cannot finish', async () => {
    const folder = temporary();
    const feedback = csv(folder, 'u.csv', FEEDBACK, [answer(person(1))]);
    const register = csv(folder, 'r.csv', REGISTER, [sent(1)]);
    writeFileSync(join(folder, 'catatan.json'), '{"milik":"orang lain"}');
    const files = [feedback, '--register', register, '--keluaran', join(folder, 'hasil.csv')];
    const ended = await pbi('rekonsiliasi', ...files, '--rencana', join(folder, 'catatan.json'));
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining('bukan rencana') });
    expect(readdirSync(folder).sort()).toEqual(['catatan.json', 'r.csv', 'u.csv']);
  });
});

it('does not repeat names and numbers of people in remarks that it does not know', async () => {
  const who = { ...person(1), nama: 'SARMINI WARDOYO' };
  const rows = [
    failed(who, `Lihat BA an. Sarmini Wardoyo nik ${who.nik}`),
    answer(person(2), { hasil: `Tunggu ${person(2).nama}` }),
  ];
  const { report } = await reconcile([sent(1, who), sent(2), ...crowd], rows);
  expect(report).toMatchObject({
    keteranganTakDikenal: [{ keterangan: 'Lihat BA an *** nik #', jumlah: 1 }],
    hasilTakDikenal: [{ hasil: 'Tunggu *** *** ***', jumlah: 1 }],
  });
});

it('refuses a batch and a period that nobody sent', async () => {
  const folder = temporary();
  const register = csv(
    folder,
    'r.csv',
    [...REGISTER, 'batch', 'periode'],
    [sent(1, person(1), { batch: 'BGR-U 2026-11', periode: '2026-11' })],
  );
  const files = [csv(folder, 'u.csv', FEEDBACK, [answer(person(1))]), '--register', register];
  const wrong = await pbi('rekonsiliasi', ...files, '--batch', 'XX 2026-11');
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('Yang ada: BGR-U 2026-11.') });
  expect((await pbi('rekonsiliasi', ...files, '--periode', '2025-01')).code).toBe(2);
  expect((await pbi('rekonsiliasi', ...files, '--batch', 'BGR-U 2026-11')).code).toBe(0);
});

it('does not call rows certain that wait for a person, nor a refusal a success, nor offer to send what no register takes', async () => {
  const folder = temporary();
  const register = csv(
    folder,
    'register.csv',
    REGISTER,
    [1, 2, 3].map((n) => sent(n)),
  );
  const rows = [
    answer(person(1), { tmt: '' }),
    answer(person(2), { hasil: 'Sudah terdaftar PPU' }),
    answer(person(3), { hasil: 'Terdaftar di segmen lain' }),
  ];
  const plan = join(folder, 'rencana.json');
  const files = [csv(folder, 'umpan.csv', FEEDBACK, rows), '--register', register, '--rencana', plan];
  const { code, out } = await pbi('rekonsiliasi', ...files);
  expect(code).toBe(4);
  expect(out).toContain('3 baris perlu dilihat orang.');
  expect(out).toContain(`Ditulis: ${plan}`);
  expect(out).toMatch(/Hasil yang belum dikenal .*\n {2}1 x Sudah terdaftar PPU\n {2}1 x Terdaftar di segmen lain\n/);
  expect(out).not.toMatch(/Semua baris pasti|pbi terapkan/);
  expect(JSON.parse(readFileSync(plan, 'utf8')).entri.map(({ putusan }: { putusan: string }) => putusan)).toEqual([
    'TUNDA',
    'TUNDA',
    'TUNDA',
  ]);
});

it('counts those who have to look alike everywhere; who only says the same again is not one of them', async () => {
  const folder = temporary();
  const register = csv(
    folder,
    'register.csv',
    REGISTER,
    [1, 2, 3].map((n) => sent(n)),
  );
  const again = { ...person(1), nama: `${person(1).nama}H` };
  const rows = [answer(person(1)), answer(again), answer(person(2), { tmt: '' })];
  const [plan, html] = [join(folder, 'rencana.json'), join(folder, 'laporan.html')];
  const files = [csv(folder, 'umpan.csv', FEEDBACK, rows), '--register', register, '--rencana', plan, '--html', html];
  const { out } = await pbi('rekonsiliasi', ...files);
  // One answer without its first day, one case without an answer.
  expect(out).toContain('2 baris perlu dilihat orang.');
  expect(out).not.toContain('Sama dengan');
  const page = readFileSync(html, 'utf8');
  expect(page).toContain('<dd>2</dd><dt>perlu dilihat orang</dt>');
  expect(page).toContain('<dd>2</dd><dt>tidak perlu dilihat</dt>');
  expect(page.match(/"perlu":true/g)).toHaveLength(2);
  const seen = await pbi('rekonsiliasi', ...files.slice(0, 3), '--json', '--rencana', plan);
  expect(JSON.parse(seen.out)).toMatchObject({ siapDicatat: 1, perluDiputus: 1, kelas: { BELUM_DIJAWAB: 1 } });
});

it('names the file of a row where there are several, also in the plan', async () => {
  const folder = temporary();
  const register = csv(
    folder,
    'register.csv',
    REGISTER,
    [1, 2].map((n) => sent(n)),
  );
  const [one, two] = [1, 2].map((n) => csv(folder, `umpan-${n}.csv`, FEEDBACK, [answer(person(n), { tmt: '' })])) as [
    string,
    string,
  ];
  const plan = join(folder, 'rencana.json');
  const { out } = await pbi('rekonsiliasi', one, two, '--register', register, '--rencana', plan);
  expect(out).toContain(`baris 2 berkas umpan-1.csv: ${ticket(1)}`);
  expect(out).toContain(`baris 2 berkas umpan-2.csv: ${ticket(2)}`);
  const list = await pbi('tinjau', plan);
  expect(list.out).toContain(`[2] baris 2 berkas umpan-2.csv · ${ticket(2)}`);
  const report = join(folder, 'tinjau.html');
  await pbi('tinjau', plan, '--html', report);
  expect(readFileSync(report, 'utf8')).toContain('"berkas":"umpan-2.csv"');
});

it('tells files of one name apart by their folders, and takes none twice', async () => {
  const [one, two] = [temporary(), temporary()];
  const register = csv(
    one,
    'register.csv',
    REGISTER,
    [1, 2].map((n) => sent(n)),
  );
  const [first, second, copy] = [
    csv(one, 'umpan.csv', FEEDBACK, [answer(person(1), { tmt: '' })]),
    csv(two, 'umpan.csv', FEEDBACK, [answer(person(2), { tmt: '' })]),
    csv(two, 'salinan.csv', FEEDBACK, [answer(person(1), { tmt: '' })]),
  ] as [string, string, string];
  const run = (...files: string[]) => pbi('rekonsiliasi', ...files, '--register', register);
  const { out } = await run(first, second);
  for (const folder of [one, two]) expect(out).toContain(`baris 2 berkas ${basename(folder)}/umpan.csv: `);
  expect(await run(first, first)).toMatchObject({
    code: 2,
    err: expect.stringContaining('umpan.csv disebut dua kali'),
  });
  expect(await run(first, copy)).toMatchObject({
    code: 2,
    err: expect.stringContaining('salinan.csv isinya sama dengan umpan.csv'),
  });
});
