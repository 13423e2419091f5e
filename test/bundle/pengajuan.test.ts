/** Form responses become cases: once each, whatever Google's events do, with everything said to the people concerned. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { type PersonAnswers, person } from '../support/people.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.workspace.close();
});

const PIC = 'pic.rsud@rumahsakit.test';
const arrive = () => office.workspace.scripts.idle();
const without = (answers: PersonAnswers, ...fields: string[]) =>
  Object.fromEntries(Object.entries(answers).filter(([field]) => !fields.includes(field)));

describe('events', () => {
  it.each([
    ['delivered twice', { formEventCopies: 2 }],
    ['delivered five times', { formEventCopies: 5 }],
    ['preceded by a blank one', { blankFormEvents: true }],
    ['delivered twice with blank ones', { formEventCopies: 2, blankFormEvents: true }],
    ['partly dropped', { dropFormEventEvery: 2 }],
    ['all dropped', { dropFormEventEvery: 1 }],
  ])('%s give one case a response after one tick', async (_, faults) => {
    office.workspace.faults.set(faults);
    for (let n = 1; n <= 6; n += 1) office.submit(person(n));
    await arrive();
    await office.tick();
    office.workspace.faults.clear();
    expect(office.cases()).toHaveLength(6);
    expect(history(office)).toHaveLength(6);
    await office.tick();
    await office.later(30);
    expect(history(office)).toHaveLength(6);
    checkOffice(office);
  });

  it('of a run that is late do not bring an older answer back', async () => {
    const { id, editToken } = office.submit(person(1));
    await arrive();
    office.workspace.faults.set({ formEventCopies: 3 });
    office.submit(person(1, { alamat: 'Jalan Kedua' }), editToken);
    office.submit(person(1, { alamat: 'Jalan Ketiga' }), editToken);
    await arrive();
    expect(office.cases()).toHaveLength(1);
    expect(office.cases()[0]).toMatchObject({ id_respons: id, alamat: 'Jalan Ketiga' });
    checkOffice(office);
  });
});

describe('an edited response', () => {
  it('is a revision that keeps what Dinsos corrected in other fields', async () => {
    const { id, editToken } = office.submit(person(1));
    await arrive();
    const { tiket } = office.cases()[0] ?? {};
    await office.edit(office.cell(tiket, 'alamat'), [['Jalan Koreksi Dinsos 9']]);
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    expect(office.case(tiket)['status']).toBe('DIVERIFIKASI');
    office.submit(person(1, { hp: '081211112222', no_surat: '445/99/2026' }), editToken);
    await arrive();
    expect(office.cases()).toHaveLength(1);
    expect(office.case(tiket)).toMatchObject({
      id_respons: id,
      status: 'DIVERIFIKASI',
      alamat: 'Jalan Koreksi Dinsos 9',
      hp: '081211112222',
      no_surat: '445/99/2026',
      cek_kependudukan: 'Padan',
      percobaan: '1',
    });
    checkOffice(office);
  });

  it('that changes the identity empties the checks', async () => {
    const { editToken } = office.submit(person(1));
    await arrive();
    const { tiket } = office.cases()[0] ?? {};
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    office.submit(person(1, { nama: 'Siti Nama Lain' }), editToken);
    await arrive();
    expect(office.case(tiket)).toMatchObject({ cek_kependudukan: '', cek_dtks_oleh: '', cek_pbi_jk_pada: '' });
  });

  it('of a returned case opens the next attempt on the same ticket', async () => {
    const { editToken } = office.submit(person(1));
    await arrive();
    const { tiket } = office.cases()[0] ?? {};
    await office.act(tiket, 'KEMBALIKAN', { alasan: 'Data belum lengkap' });
    office.submit(person(1, { no_surat: '445/2/2026' }), editToken);
    await arrive();
    expect(office.case(tiket)).toMatchObject({ status: 'DIAJUKAN', percobaan: '2', no_surat: '445/2/2026' });
    checkOffice(office);
  });

  it('after the proposal is noted and told, the data stays as BPJS sees it', async () => {
    const { editToken } = office.submit(person(1));
    await arrive();
    const { tiket } = office.cases()[0] ?? {};
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'USULKAN');
    const before = office.case(tiket);
    office.submit(person(1, { alamat: 'Jalan Terlambat' }), editToken);
    await arrive();
    expect(office.case(tiket)).toMatchObject({ status: 'DIKIRIM_BPJS', alamat: before['alamat'], nik: before['nik'] });
    expect(history(office).at(-1)).toMatchObject({ aksi: 'REVISI_TERTUNDA', tiket });
    await office.tick();
    expect(office.mails(office.user('dinsos').email).at(-1)?.subject).toContain('PIC mengubah tanggapan');
    await office.tick();
    checkOffice(office);
  });

  it('that takes the consent back reaches Dinsos and changes no data', async () => {
    const { editToken } = office.submit(person(1));
    await arrive();
    const before = office.cases()[0] ?? {};
    office.submit({ kondisi_darurat: 'Ya', jaminan_nonaktif: 'Ya', bersedia: 'Tidak' }, editToken);
    await arrive();
    await office.tick();
    await office.tick();
    expect(office.cases()).toHaveLength(1);
    expect(office.case(before['tiket'])).toMatchObject({ nik: before['nik'], status: 'DIAJUKAN', versi: '2' });
    const last = office.mails(office.user('dinsos').email).at(-1);
    expect(last?.subject).toBe(`${before['tiket']}: PIC mengubah jawaban syarat menjadi Tidak`);
  });
});

describe('a "Tidak"', () => {
  it.each([
    { kondisi_darurat: 'Tidak' },
    { kondisi_darurat: 'Ya', jaminan_nonaktif: 'Tidak' },
    { kondisi_darurat: 'Ya', jaminan_nonaktif: 'Ya', bersedia: 'Tidak' },
  ])('leaves one log line and no identity: %j', async (criteria) => {
    office.workspace.faults.set({ formEventCopies: 3 });
    // Answers of later pages, as a form that was filled in and changed at the end sends them.
    office.submit({ ...without(person(1), 'kondisi_darurat', 'jaminan_nonaktif', 'bersedia'), ...criteria });
    await arrive();
    await office.tick();
    await office.tick();
    expect(office.cases()).toEqual([]);
    const lines = history(office);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ aksi: 'TIDAK_MEMENUHI', tiket: '-' });
    const everything = JSON.stringify([lines, office.mails(), office.tab('Kotak Keluar'), office.tab('Sistem')]);
    for (const field of ['nik', 'no_kk', 'nama', 'hp', 'alamat', 'pic_email']) {
      expect(everything).not.toContain(person(1)[field]);
    }
    expect(office.mails()).toEqual([]);
  });
});

describe('findings', () => {
  it('come all at once, in the row and to the PIC, who mends them by the link in the mail', async () => {
    const answers = person(1, {
      nik: '3402083102909001',
      no_kk: '3402083102909001',
      nama: 'S1ti 2',
      tgl_lahir: '2027-01-01',
      waktu_masuk_rs: '2026-11-25 08:00',
      no_kartu: '0001112223334',
    });
    const { tiket } = await office.newCase(answers);
    const found = office.case(tiket)['masalah'] ?? '';
    for (const code of ['E_TGL', 'E_NAMA_ANGKA', 'E_LAHIR_DEPAN', 'E_MASUK_DEPAN'])
      expect(found).toMatch(new RegExp(`^! .*\\(${code}\\)$`, 'm'));
    await office.tick();
    const [mail] = office.mails(PIC);
    expect(mail?.subject).toBe(`${tiket}: data perlu diperbaiki`);
    for (const column of ['nik:', 'nama:', 'tgl_lahir:', 'waktu_masuk_rs:'])
      expect(mail?.body).toContain(`- ${column}`);
    expect(mail?.body).toContain('edit2=');
    expect(await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK })).toMatchObject({ jenis: 'selesai' });
    const refused = await office.act(tiket, 'USULKAN');
    expect(refused.jenis).toBe('ditolak');
    expect(refused.sebab?.join(' ')).toMatch(/Masih ada \d galat data/);
  });

  it('are none for a newborn with the mother NIK up to 28 days', async () => {
    const baby = {
      ...without(person(1), 'nik'),
      bayi_baru_lahir: 'Ya',
      nik_ibu: person(3)['nik'] ?? '',
      tgl_lahir: '2026-11-20',
    };
    const { tiket, tanda, masalah, nik } = await office.newCase(baby);
    expect([tanda, nik]).toEqual(['darurat bayi', '']);
    expect(masalah).not.toContain('!');
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    expect(await office.act(tiket, 'USULKAN')).toMatchObject({ jenis: 'selesai' });
  });

  it.each([
    ['2026-10-26', false],
    ['2026-10-25', true],
  ])('name the age of a baby born on %s without NIK: %s', async (tgl_lahir, tooOld) => {
    const baby = { ...without(person(1), 'nik'), bayi_baru_lahir: 'Ya', nik_ibu: person(3)['nik'] ?? '', tgl_lahir };
    const { masalah = '' } = await office.newCase(baby);
    expect(masalah.includes('E_BAYI_UMUR')).toBe(tooOld);
  });
});

describe('the same NIK within thirty days', () => {
  it('is flagged, told with the first ticket, and stops the proposal until somebody decides', async () => {
    const first = await office.newCase(person(1));
    await office.later(29 * 1440);
    const second = await office.newCase(person(1, { rs: 'RS UII Bantul' }));
    expect(second['tanda']).toContain('potensi_ganda');
    expect(second['masalah']).toContain(`(W_GANDA)`);
    await office.tick();
    const mail = office.mails(PIC).find(({ subject }) => subject.startsWith(second['tiket'] ?? '-'));
    expect(mail?.body).toContain(first['tiket']);

    await office.act(second['tiket'], 'PERIKSA', { isi: SEMUA_CEK });
    expect(await office.act(second['tiket'], 'USULKAN')).toMatchObject({ jenis: 'ditolak' });
    expect(await office.act(second['tiket'], 'BUKAN_GANDA')).toMatchObject({ jenis: 'ditolak' });
    await office.act(second['tiket'], 'BUKAN_GANDA', { alasan: 'Dirujuk ke RS lain' });
    expect(await office.act(second['tiket'], 'USULKAN')).toMatchObject({ jenis: 'selesai' });
    expect(office.case(second['tiket'])['tanda']).not.toContain('potensi_ganda');
    await office.tick();
    checkOffice(office);
  });

  it('is also seen between responses of one sweep, and ends after thirty days or with a closed case', async () => {
    office.workspace.faults.set({ dropFormEventEvery: 1 });
    office.submit(person(1));
    office.submit(person(1));
    await arrive();
    await office.tick();
    office.workspace.faults.clear();
    expect(office.cases().map(({ tanda }) => tanda)).toEqual(['darurat', 'darurat potensi_ganda']);

    const { tiket } = await office.newCase(person(2));
    await office.act(tiket, 'TUTUP', { alasan: 'Ganda dengan tiket lain' });
    expect((await office.newCase(person(2)))['tanda']).toBe('darurat');
    await office.later(31 * 1440);
    expect((await office.newCase(person(1)))['tanda']).toBe('darurat');
  });
});

describe('mail', () => {
  it('holds tickets and masked names only, once each, and goes out only with a tick', async () => {
    const people = [1, 2, 3].map((n) => person(n, { nama: `Wahyuningsih Contoh ${n === 2 ? 'Dua' : 'Satu'}` }));
    for (const one of people) await office.newCase(one);
    expect(office.mails()).toEqual([]);
    await office.tick();
    const sent = office.mails().length;
    expect(sent).toBe(
      people.length * (1 + office.workspace.users.list().filter(({ role }) => role === 'dinsos').length),
    );
    await office.tick();
    await office.later(60);
    expect(office.mails()).toHaveLength(sent);
    const text = JSON.stringify(office.mails());
    for (const { nik = '', no_kk = '', hp = '', nama = '' } of people) {
      for (const secret of [nik, no_kk, hp, nama, nama.toUpperCase(), hp.slice(1)]) expect(text).not.toContain(secret);
    }
    expect(text).toContain('W*********** C***** S***');
    checkOffice(office);
  });
});
