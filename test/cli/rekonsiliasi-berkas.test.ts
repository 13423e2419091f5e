/** `pbi rekonsiliasi --register`: files against a file, with the real matcher; who is meant by which row. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../cli/berkas/csv.ts';
import { bacaRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { type Ended, pbi, temporary } from './support/pbi.ts';

interface Person {
  readonly nik: string;
  readonly no_kk: string;
  readonly nama: string;
  readonly tgl_lahir: string;
  readonly jk: string;
  readonly no_kartu: string;
}

const NAMES = [
  'SITI AMINAH',
  'BUDI SANTOSO',
  'AGUS SALIM',
  'DEWI LESTARI',
  'JOKO SUSILO',
  'RINA MARLINA',
  'YUSUF HIDAYAT',
];
const two = (part: number): string => String(part).padStart(2, '0');

/** The n-th invented person: a name of two words, born on a day of their own, in a family of their own. */
function person(n: number, ubah: Partial<Person> = {}): Person {
  const [hari, bulan, tahun] = [1 + (n % 28), 1 + (n % 12), 60 + (n % 30)];
  const seri = String(9000 + n);
  return {
    nik: `327101${two(hari)}${two(bulan)}${two(tahun)}${seri}`,
    no_kk: `327101010110${String(100_000 + n).slice(1)}9`,
    nama: `${NAMES[n % NAMES.length]} ${'ABCDEFGHIJKLMNOPRSTUWY'[n % 22]}${'AIUEO'[n % 5]}RMA${'NTLS'[n % 4]}I`,
    tgl_lahir: `19${tahun}-${two(bulan)}-${two(hari)}`,
    jk: 'L',
    no_kartu: `000123450${seri}`,
    ...ubah,
  };
}

const REGISTER = [
  'tiket',
  'nik',
  'no_kk',
  'nama',
  'tgl_lahir',
  'jk',
  'kode_wilayah',
  'no_kartu',
  'rute',
  'status',
  'dijawab_pada',
];
const FEEDBACK = ['nik', 'no_kartu', 'no_kk', 'nama', 'tgl_lahir', 'jk', 'hasil', 'keterangan', 'tmt', 'tgl_proses'];

const csv = (
  folder: string,
  name: string,
  columns: readonly string[],
  rows: readonly Record<string, string>[],
): string => {
  const path = join(folder, name);
  writeFileSync(
    path,
    [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((row) => `${row.join(',')}\n`)
      .join(''),
  );
  return path;
};

const ticket = (n: number): string => `BGR-U-2026-${String(n).padStart(6, '0')}`;
const sent = (n: number, who: Person = person(n), ubah: Record<string, string> = {}): Record<string, string> => ({
  ...{ tiket: ticket(n), ...who, kode_wilayah: '3271011001', rute: 'BGR-U', status: 'DIKIRIM_BPJS', ...ubah },
});
const answer = (who: Partial<Person>, ubah: Record<string, string> = {}): Record<string, string> => ({
  ...{ ...who, hasil: 'Berhasil', tmt: '2026-12-01', tgl_proses: '2026-11-20', ...ubah },
});
const failed = (who: Partial<Person>, keterangan: string): Record<string, string> =>
  answer(who, { hasil: 'Gagal', tmt: '', keterangan });

interface Run extends Ended {
  readonly folder: string;
  /** Rows of the result by column. */
  readonly rows: Record<string, string>[];
  readonly report: { rows: number; kelas: Record<string, number>; seconds: number; peakMiB: number } & Record<
    string,
    unknown
  >;
}

async function reconcile(
  register: readonly Record<string, string>[],
  feedback: readonly Record<string, string>[],
  ...more: string[]
): Promise<Run> {
  const folder = temporary();
  const result = join(folder, 'hasil.csv');
  const files = [
    csv(folder, 'umpan.csv', FEEDBACK, feedback),
    '--register',
    csv(folder, 'register.csv', REGISTER, register),
  ];
  const ended = await pbi('rekonsiliasi', ...files, '--keluaran', result, '--json', ...more);
  expect(ended.err).toBe('');
  const [header = [], ...rows] = readCsv(readFileSync(result)).map((row) => row.map(({ teks }) => teks));
  return {
    ...ended,
    folder,
    rows: rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? '']))),
    report: JSON.parse(ended.out),
  };
}

/** Everybody in the register whom no test is about. */
const crowd = Array.from({ length: 300 }, (_, i) => sent(100 + i));

describe('a row of feedback', () => {
  const twin = { no_kk: person(20).no_kk, tgl_lahir: person(20).tgl_lahir };
  const namesake = { nama: 'NUR HAYATI', tgl_lahir: '1975-03-09', jk: 'P', no_kk: '', no_kartu: '' };
  const register = [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => sent(n)),
    sent(20, person(20, { nama: 'BAYU KURNIAWAN' })),
    sent(21, person(21, { ...twin, nama: 'GALIH PRATAMA', nik: `${person(20).nik.slice(0, 12)}9777` })),
    sent(30, person(30, { ...namesake, nik: '3271014903759301' })),
    sent(31, person(31, { ...namesake, nik: '3271014903759842' })),
    sent(40, person(40), { rute: 'BTL-D' }),
    sent(41, person(41), { status: 'LOLOS' }),
    sent(42, person(42), { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' }),
    sent(43, person(43), { status: 'BERHASIL', dijawab_pada: '2026-11-24T09:00:00+07:00' }),
    ...crowd,
  ];
  const { nik: _, ...tanpaNik } = person(5);
  const cases: readonly (readonly [what: string, row: Record<string, string>, kelas: string, tiket: string])[] = [
    ['with the same NIK and name', answer(person(1)), 'COCOK', ticket(1)],
    ['with a NIK alone', answer({ nik: person(2).nik }), 'COCOK', ticket(2)],
    ['with a card number alone', answer({ no_kartu: person(3).no_kartu }), 'COCOK', ticket(3)],
    [
      'with a NIK and a name that is spelled otherwise',
      answer({ ...person(4), nama: `${person(4).nama}H` }),
      'COCOK_BEDA',
      ticket(4),
    ],
    [
      'without a NIK, of the same family card, birth date and name',
      answer({ ...tanpaNik, no_kartu: '' }),
      'SARAN',
      ticket(5),
    ],
    [
      'with one wrong digit in the NIK',
      answer({ ...person(6), nik: person(6).nik.replace(/.$/, '0'), no_kartu: '' }),
      'SARAN',
      ticket(6),
    ],
    [
      'with a NIK that is somebody else’s',
      answer({ ...person(74), nik: person(7).nik, no_kartu: '', no_kk: '' }),
      'BENTROK',
      ticket(7),
    ],
    [
      'with a card number that is another NIK’s',
      answer({ ...person(88), no_kartu: person(8).no_kartu, no_kk: '' }),
      'BENTROK',
      ticket(8),
    ],
    [
      'about a twin, by name',
      answer({ ...person(21, { ...twin, nama: 'GALIH PRATAMA' }), nik: '', no_kartu: '' }),
      'SARAN',
      ticket(21),
    ],
    ['about one of two people of one name and birth date', answer({ ...namesake, nik: '' }), 'GANDA', ticket(30)],
    [
      'about a third of that name, with a NIK of their own',
      answer({ ...namesake, nik: '3271014903759555' }),
      'GANDA',
      ticket(30),
    ],
    ['about nobody we know', answer(person(99)), 'TIDAK_DIKENAL', ''],
    ['with a phone number for a card', answer({ no_kartu: '6281234567890' }), 'TIDAK_DIKENAL', ''],
    ['that names nobody', answer({}), 'CACAT', ''],
    ['with a NIK that a spreadsheet has rounded', answer({ nik: '3.27101E+15' }), 'CACAT', ''],
    ['about an emergency', answer(person(40)), 'TIDAK_DIKENAL', ''],
    ['about a case that was never sent', answer(person(41)), 'TIDAK_DIKENAL', ticket(41)],
    ['from before the answer that is recorded', failed(person(42), 'NIK ganda'), 'USANG', ticket(42)],
    ['against a success', failed(person(43), 'Meninggal dunia'), 'USANG', ticket(43)],
    ['that succeeds without its first day', answer(person(9), { tmt: '' }), 'COCOK', ticket(9)],
  ];

  it('is one of the classes, with its ticket', async () => {
    const { rows, report, code } = await reconcile(
      register,
      cases.map(([, row]) => row),
    );
    const found = rows.slice(0, cases.length).map(({ kelas, tiket }) => [kelas, tiket]);
    const named = cases.map(([what], i) => [what, ...(found[i] ?? [])]);
    expect(named).toEqual(cases.map(([what, , kelas, tiket]) => [what, kelas, tiket]));
    expect(code).toBe(4);
    expect(report.rows).toBe(rows.length);
    const answered = [1, 2, 3, 4, 9].map(ticket);
    const waiting = register.filter(
      ({ tiket = '', status, rute }) => status === 'DIKIRIM_BPJS' && rute === 'BGR-U' && !answered.includes(tiket),
    );
    expect(rows.slice(cases.length).map(({ kelas, tiket }) => `${kelas} ${tiket}`)).toEqual(
      waiting.map(({ tiket }) => `BELUM_DIJAWAB ${tiket}`),
    );
  });

  it('keeps its place, its columns and the words for how it was found', async () => {
    const { rows, report } = await reconcile(
      register,
      cases.slice(0, 6).map(([, row]) => row),
    );
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...['tiket', 'referensi', 'kelas', 'nik', 'nik_referensi', 'skor', 'alasan', 'beda'],
      ...['hasil', 'keterangan', 'tmt', 'tgl_proses'],
    ]);
    expect(rows[5]).toMatchObject({
      referensi: 'register',
      nik_referensi: person(6).nik,
      alasan: expect.stringContaining('berbeda satu angka'),
      beda: expect.stringContaining(`-> ${person(6).nik}`),
      hasil: 'Berhasil',
    });
    for (const { skor } of rows) expect(skor).toMatch(/^('?-?\d+(\.\d{1,2})?)?$/);
    expect(report).toMatchObject({ seconds: expect.any(Number), peakMiB: expect.any(Number) });
  });
});

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
