/** Kota Bogor's other offices: each has its own spreadsheet, and sees and answers there what concerns it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { mutation, proposal } from '../support/citizens.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
});
afterEach(() => office.workspace.close());

const book = (name: string) => office.files.spreadsheets[name] ?? '';

describe('the spreadsheet of a kelurahan', () => {
  it('shows its own cases and no other kelurahan can open it', async () => {
    const [one, two] = [office.person('kelurahan.satu'), office.person('kelurahan.dua')];
    const mine = await office.sendCase('usulan', proposal(1), one);
    const theirs = await office.sendCase('usulan', proposal(2), two);
    await office.tick();
    const rows = office.tab('Usulan Kami', book('kelurahan_3271011001'));
    expect(rows.map(({ tiket }) => tiket)).toEqual([mine['tiket']]);
    expect(office.tab('Usulan Kami', book('kelurahan_3271011002')).map(({ tiket }) => tiket)).toEqual([
      theirs['tiket'],
    ]);
    const { sheets } = office.workspace;
    expect(() => sheets.values.get(two, book('kelurahan_3271011001'), "'Usulan Kami'")).toThrow();
    expect(() => sheets.values.get(two, book('register'), "'Kasus'")).toThrow();
    expect(sheets.values.get(one, book('kelurahan_3271011001'), "'Usulan Kami'").values).toHaveLength(2);
  });

  it('says what to mend, where, and follows every change', async () => {
    const one = office.person('kelurahan.satu');
    const { tiket } = await office.sendCase('usulan', proposal(3), one);
    await office.act(tiket, 'KEMBALIKAN', { alasan: 'Data belum lengkap', isi: { kode_kembali: 'K-LENGKAP' } });
    await office.tick();
    expect(office.tab('Usulan Kami', book('kelurahan_3271011001'))[0]).toMatchObject({
      status: 'Dikembalikan',
      perbaiki: 'Data belum lengkap',
      tautan: expect.stringContaining('edit2='),
    });
  });

  const own = () => office.tab('Usulan Kami', book('kelurahan_3271011001'));

  it('says of a cancelled and of a refused proposal what happened and what to do', async () => {
    const one = office.person('kelurahan.satu');
    const tickets = [];
    for (const n of [1, 2, 3]) tickets.push((await office.sendCase('usulan', proposal(n), one))['tiket']);
    const [cancelled, refused, free] = tickets;
    await office.act(cancelled, 'PERIKSA', { isi: { ...SEMUA_CEK, cek_kependudukan: 'Tidak ditemukan' } });
    await office.act(cancelled, 'BATALKAN', { alasan: 'NIK tidak ditemukan.' });
    for (const tiket of [refused, free]) await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(refused, 'TIDAK_LOLOSKAN', { alasan: 'Data belum lengkap, KK tidak terbaca' });
    await office.act(free, 'TIDAK_LOLOSKAN', { alasan: 'Desil 6-10' });
    await office.tick();
    const said = (tiket: string | undefined) => own().find((row) => row['tiket'] === tiket);
    expect(said(cancelled)).toMatchObject({
      perbaiki: 'NIK tidak ditemukan: perbarui data di Disdukcapil, lalu kirim ulang lewat tautan.',
      tautan: expect.stringContaining('edit2='),
    });
    expect(said(refused)?.['perbaiki']).toMatch(/^Tidak lolos: Data belum lengkap\. Bila/);
    expect(said(free)?.['perbaiki']).toMatch(/^Tidak lolos; sebabnya ada di surel tiket ini\. Bila/);
  });

  it('shows errors and the link while the proposal may be revised, and not once it is withdrawn', async () => {
    const { tiket } = await office.sendCase(
      'usulan',
      proposal(1, { tgl_lahir: '2030-01-01' }),
      office.person('kelurahan.satu'),
    );
    await office.tick();
    expect(own()[0]).toMatchObject({
      tiket,
      status: 'Diajukan',
      perbaiki: expect.stringContaining('lahir'),
      tautan: expect.stringContaining('edit2='),
    });
    await office.act(tiket, 'TARIK', { alasan: 'Warga menarik' });
    await office.tick();
    expect(own()[0]).toMatchObject({ status: 'Ditarik', perbaiki: '', tautan: '' });
  });

  it('lists first what needs something, then the newest, of both routes', async () => {
    const one = office.person('kelurahan.satu');
    const send = async (answers: ReturnType<typeof proposal>) => {
      await office.later(10);
      return (await office.sendCase('usulan', answers, one))['tiket'];
    };
    const first = await send(proposal(1));
    const returned = await send(proposal(2, { dokumen: ['kk'] }));
    const moved = await send(mutation(3));
    const last = await send(proposal(4));
    await office.tick();
    expect(own().map(({ tiket }) => tiket)).toEqual([returned, last, moved, first]);
  });
});

describe('Disdukcapil', () => {
  it('answers in its spreadsheet, and only the check of population data changes', async () => {
    const { tiket } = await office.sendCase('usulan', proposal(4), office.person('kelurahan.satu'));
    await office.tick();
    const id = book('disdukcapil');
    const at = office.cell(tiket, 'hasil', 'Pemadanan', id);
    await office.editFile(id, at, [['Padan']], office.person('layanan.disdukcapil'));
    expect(office.case(tiket)).toMatchObject({
      cek_kependudukan: 'Padan',
      cek_kependudukan_oleh: 'layanan.disdukcapil@kotabogor.test',
      status: 'DIAJUKAN',
    });
    expect(office.tab('Pemadanan', id)[0]?.['tanggapan']).toMatch(/^Diterima: padan/);
  });

  it('may explain after the result, and correct what it wrote: the officer reads it in the panel', async () => {
    const { tiket } = await office.sendCase('usulan', proposal(4), office.person('kelurahan.satu'));
    await office.tick();
    const id = book('disdukcapil');
    const type = (column: string, text: string) =>
      office.editFile(id, office.cell(tiket, column, 'Pemadanan', id), [[text]], office.person('layanan.disdukcapil'));
    await type('hasil', 'Beda data');
    for (const remark of ['Nama di KK berbeda', 'Tanggal lahir di KK berbeda']) {
      await type('keterangan', remark);
      const opened = await office.run('panelBuka', [{ tiket, baris: 0 }]);
      expect(JSON.stringify(opened)).toContain(remark);
      expect(office.tab('Umpan Balik').at(-1)).toMatchObject({ tiket, keterangan: remark });
      expect(office.tab('Riwayat').at(-1)).toMatchObject({ tiket, aksi: 'PERIKSA', alasan: remark });
    }
    expect(office.case(tiket)).toMatchObject({ cek_kependudukan: 'Beda data', status: 'DIAJUKAN' });
  });

  it('writes nothing into the case as long as it has only begun to explain', async () => {
    const { tiket } = await office.sendCase('usulan', proposal(4), office.person('kelurahan.satu'));
    await office.tick();
    const id = book('disdukcapil');
    const at = office.cell(tiket, 'keterangan', 'Pemadanan', id);
    await office.editFile(id, at, [['Sedang dicari']], office.person('layanan.disdukcapil'));
    expect(office.tab('Umpan Balik')).toHaveLength(0);
    expect(office.tab('Riwayat').some(({ aksi }) => aksi === 'PERIKSA')).toBe(false);
  });
});

describe('the kecamatan', () => {
  it('acknowledges the cases of its own area, and counts hold nobody', async () => {
    const { tiket } = await office.sendCase('usulan', proposal(5), office.person('kelurahan.satu'));
    const other = await office.sendCase('usulan', proposal(6), office.person('kelurahan.tiga'));
    await office.tick();
    const id = book('kecamatan');
    const rows = office.tab('Rekap', id);
    expect(rows.map(({ kelurahan, masuk }) => [kelurahan, masuk])).toHaveLength(2);
    const officer = office.person('kecamatan.satu');
    const { values = [] } = office.workspace.sheets.values.get(office.workspace.users.owner, id, "'Rekap'");
    const column = String.fromCharCode(65 + ((values ?? [])[0] as string[]).indexOf('diketahui'));
    const at = (row: Row) => `'Rekap'!${column}${rows.indexOf(row) + 2}`;
    for (const row of rows) await office.editFile(id, at(row), [['ya']], officer);
    expect(office.case(tiket)['diketahui_oleh']).toBe('Petugas Kecamatan Satu');
    expect(office.case(other['tiket'])['diketahui_oleh']).toBe('');
    expect(office.tab('Rekap', id).map(({ tanggapan }) => tanggapan)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Diketahui Petugas/),
        'Baris ini milik kecamatan lain; tidak dicatat.',
      ]),
    );
    expect(JSON.stringify(office.tab('Rekap', id))).not.toMatch(/\d{16}|Rekaan/);
  });

  const recap = () => office.tab('Rekap', book('kecamatan'));
  const tick = async (row: number) => {
    const column = String.fromCharCode(65 + Object.keys(recap()[0] ?? {}).indexOf('diketahui'));
    const officer = office.person('kecamatan.satu');
    await office.editFile(book('kecamatan'), `'Rekap'!${column}${row}`, [['ya']], officer);
  };

  it('reads the newest period first, and its ticks stay beside their rows', async () => {
    const one = office.person('kelurahan.satu');
    await office.sendCase('usulan', proposal(5), one);
    await office.tick();
    await tick(2);
    office.workspace.clock.set(Date.parse('2026-11-12T09:00:00+07:00'));
    await office.sendCase('usulan', proposal(6), one);
    await office.sendCase('usulan', mutation(7), one);
    await office.tick();
    expect(recap().map(({ periode, rute, diketahui }) => [periode, rute, diketahui])).toEqual([
      ['2026-12', 'BGR-M', ''],
      ['2026-12', 'BGR-U', ''],
      ['2026-11', 'BGR-U', 'ya'],
    ]);
    await tick(3);
    expect(recap().map(({ tanggapan }) => tanggapan?.split(',')[0])).toEqual([
      '',
      'Diketahui Petugas Kecamatan Satu',
      'Diketahui Petugas Kecamatan Satu',
    ]);
  });

  it('is asked again about what came after it had acknowledged', async () => {
    const one = office.person('kelurahan.satu');
    await office.sendCase('usulan', proposal(5), one);
    await office.tick();
    await tick(2);
    for (const n of [6, 7]) await office.sendCase('usulan', proposal(n), one);
    await office.tick();
    expect(recap()).toMatchObject([
      { masuk: '3', diketahui: '', tanggapan: expect.stringMatching(/^2 usulan baru sejak diketahui Petugas/) },
    ]);
    await tick(2);
    await office.tick();
    expect(recap()).toMatchObject([{ diketahui: 'ya', tanggapan: expect.stringMatching(/^Diketahui Petugas/) }]);
    expect(office.cases().every((row) => row['diketahui_pada'] !== '')).toBe(true);
  });

  it('keeps its tick when a case that can no longer be acknowledged joins the row', async () => {
    const one = office.person('kelurahan.satu');
    await office.sendCase('usulan', proposal(5), one);
    await office.tick();
    await tick(2);
    const { tiket } = await office.sendCase('usulan', proposal(6), one);
    await office.act(tiket, 'TARIK', { alasan: 'Warga menarik' });
    await office.tick();
    expect(recap()).toMatchObject([{ masuk: '2', diketahui: 'ya' }]);
  });

  it('whose tick moved down before it was read is not lost', async () => {
    const one = office.person('kelurahan.satu');
    const { tiket } = await office.sendCase('usulan', proposal(5), one);
    await office.tick();
    const column = String.fromCharCode(65 + Object.keys(recap()[0] ?? {}).indexOf('diketahui'));
    const officer = office.person('kecamatan.satu');
    const [id, range] = [book('kecamatan'), `'Rekap'!${column}2`];
    const edit = office.workspace.sheets.userEdit(officer, id, { range, values: [['ya']], confirmed: true });
    office.workspace.clock.set(Date.parse('2026-11-12T09:00:00+07:00'));
    await office.sendCase('usulan', proposal(6), one);
    await office.tick();
    expect(recap().map(({ diketahui }) => diketahui)).toEqual(['', 'ya']);
    await office.workspace.scripts.edited(edit, officer);
    expect(office.case(tiket)['diketahui_oleh']).toBe('Petugas Kecamatan Satu');
    expect(recap()[0]?.['tanggapan']).toBe('');
  });
});
