/** `pbi rekonsiliasi --register`: files against a file, with the real matcher; who is meant by which row. */
import { describe, expect, it } from 'vitest';
import { answer, crowd, failed, person, reconcile, sent, ticket } from './support/umpan-berkas.ts';

describe('a row of feedback', () => {
  const twin = { no_kk: person(20).no_kk, tgl_lahir: person(20).tgl_lahir };
  const namesake = { nama: 'NUR HAYATI', tgl_lahir: '1975-03-09', jk: 'P', no_kk: '', no_kartu: '' };
  const register = [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => sent(n)),
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
      'with a card number that is somebody else’s',
      answer({ ...person(10), no_kartu: person(11).no_kartu }),
      'COCOK_BEDA',
      ticket(10),
    ],
    [
      'with a card number that nobody has',
      answer({ ...person(12), no_kartu: '0009999999999' }),
      'COCOK_BEDA',
      ticket(12),
    ],
    [
      'with two numbers of two people and nothing else',
      answer({ nik: person(13).nik, no_kartu: person(14).no_kartu }),
      'BENTROK',
      ticket(13),
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
    const answered = [1, 2, 3, 4, 9, 10, 12].map(ticket);
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

it('says that an answer is of an emergency, whose answers come in another sheet', async () => {
  const register = [sent(1), sent(40, person(40), { rute: 'BTL-D', tiket: 'BTL-D-2026-000040' })];
  const { rows } = await reconcile(register, [answer(person(1)), answer(person(40))]);
  expect(rows[0]?.['alasan']).not.toContain('darurat');
  expect(rows[1]).toMatchObject({
    kelas: 'TIDAK_DIKENAL',
    alasan: expect.stringContaining('NIK ini ada di usulan darurat BTL-D-2026-000040'),
  });
});
