/** Closing a monthly batch: everything decided, two people, the same rows, never changed again (BGR-15, S-37). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BATCH,
  batchRow,
  closeBatch,
  eligible,
  first,
  press,
  second,
  snapshot,
  verified,
  view,
} from '../support/batch-officers.ts';
import { citizen } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
});
afterEach(() => office.workspace.close());

describe('a batch that two officers close', () => {
  it('takes every eligible case, freezes its cells, and hands it over to Dinkes', async () => {
    const tickets = await eligible(office, 1, 2, 3);
    const seen = await view(office);
    expect(seen).toMatchObject({ batch: BATCH, keadaan: '', banyakBelum: 0, total: { baris: 3 } });
    const answer = await closeBatch(office);
    expect(answer).toEqual({ jenis: 'selesai', pesan: `Batch ${BATCH} disetujui dan ditutup.`, lagi: false });
    for (const tiket of tickets)
      expect(office.case(tiket)).toMatchObject({ status: 'DIKIRIM_DINKES', batch: BATCH, versi: '4' });
    expect(batchRow(office)).toMatchObject({
      keadaan: 'DITUTUP',
      baris: '3',
      hash: seen.total.hash,
      diajukan_oleh: first(office).email,
      disetujui_oleh: second(office).email,
      menunggu: '3',
      catatan: '',
    });
    const rows = snapshot(office);
    expect(rows.map(({ tiket, urut }) => [tiket, urut])).toEqual(tickets.map((tiket, i) => [tiket, String(i + 1)]));
    expect(JSON.parse(rows[0]?.['isi'] ?? '{}')).toMatchObject({
      nik: citizen(1).nik,
      no_kk: citizen(1).no_kk,
      tgl_lahir: citizen(1).tgl_lahir,
      kode_wilayah: '3271011001',
      fktp: 'Puskesmas Bogor Selatan',
    });
    await office.tick();
    const mail = office.mails('pembiayaan.dinkes@kotabogor.test').at(-1);
    expect(mail?.subject).toBe(`Batch ${BATCH}: 3 usulan diserahkan`);
  });

  it('is refused to the officer who asked for it, in a sentence', async () => {
    await eligible(office, 1);
    await press(office, 'AJUKAN', first(office));
    expect(await press(office, 'SETUJUI', first(office))).toEqual({
      jenis: 'ditolak',
      sebab: ['Penutupan ini Anda ajukan sendiri. Persetujuan diberikan petugas lain (BGR-15).'],
    });
    expect(batchRow(office)['keadaan']).toBe('DIAJUKAN_TUTUP');
    expect((await view(office)).ajuan).toMatchObject({ sendiri: true, oleh: first(office).email });
  });

  it('is refused to whoever is no officer of Dinsos', async () => {
    await eligible(office, 1);
    const answer = await press(office, 'AJUKAN', office.workspace.users.owner).catch((error: Error) => error.message);
    // The administrator acts for Dinsos; Dinkes does not even reach the register.
    expect(answer).toMatchObject({ jenis: 'selesai' });
    expect(() =>
      office.workspace.sheets.values.get(
        office.person('pembiayaan.dinkes'),
        office.files.spreadsheets.register,
        'Batch',
      ),
    ).toThrow();
  });
});

describe('what is not decided', () => {
  it('keeps the batch open and is listed by ticket', async () => {
    await eligible(office, 1);
    const open = await verified(office, 2);
    const seen = await view(office);
    expect(seen.belum).toEqual([{ tiket: open, status: 'Diverifikasi', periode: '2026-11' }]);
    expect(await press(office, 'AJUKAN', first(office))).toEqual({
      jenis: 'ditolak',
      sebab: [`1 usulan belum diputus: ${open}. Putuskan semuanya, atau gulirkan ke periode berikut.`],
    });
    expect(office.tab('Batch')).toEqual([]);
  });

  it('is passed where nothing speaks against it, and moved to the next month where something does', async () => {
    const clean = await verified(office, 1);
    const doubtful = await verified(office, 2);
    await office.act(doubtful, 'PERIKSA', { isi: { cek_pbi_jk: 'Terdaftar aktif' } }, first(office));
    expect(await press(office, 'LOLOSKAN', first(office))).toMatchObject({ pesan: '1 usulan dinyatakan lolos.' });
    expect(office.case(clean)).toMatchObject({ status: 'LOLOS', diputus_oleh: first(office).email });
    expect(office.case(doubtful)['status']).toBe('DIVERIFIKASI');
    expect(await press(office, 'GULIRKAN', first(office))).toEqual({ jenis: 'ditolak', sebab: ['Tulis alasannya.'] });
    const moved = await press(office, 'GULIRKAN', first(office), { alasan: 'Menunggu klarifikasi' });
    expect(moved).toMatchObject({ jenis: 'selesai', pesan: '1 usulan pindah ke periode berikut.' });
    expect(office.case(doubtful)).toMatchObject({ periode: '2026-12', status: 'DIVERIFIKASI' });
    const log = office.tab('Riwayat').at(-1);
    expect(log).toMatchObject({ aksi: 'GESER_PERIODE', alasan: 'Menunggu klarifikasi', pelaku: first(office).email });
    expect(await closeBatch(office)).toMatchObject({ jenis: 'selesai' });
    expect(batchRow(office)['baris']).toBe('1');
  });
});

describe('between the two signatures', () => {
  it('a case that changes makes the approval fail, and says what differs', async () => {
    const [one = '', two = ''] = await eligible(office, 1, 2);
    await press(office, 'AJUKAN', first(office));
    await office.act(one, 'KEMBALIKAN', { alasan: 'Data', isi: { kode_kembali: 'K-NIK' } }, first(office));
    const answer = await press(office, 'SETUJUI', second(office));
    expect(answer).toMatchObject({ jenis: 'ditolak' });
    expect(JSON.stringify(answer)).toContain('jumlah baris 1, tercatat 2');
    expect(office.case(two)['status']).toBe('LOLOS');
  });

  it('a changed letter is noticed although the number of rows is the same', async () => {
    const [one = ''] = await eligible(office, 1);
    await press(office, 'AJUKAN', first(office));
    await office.edit(office.cell(one, 'alamat'), [['Kampung Lain 9']]);
    await office.act(one, 'LOLOSKAN', {}, first(office));
    const answer = await press(office, 'SETUJUI', second(office));
    expect(JSON.stringify(answer)).toContain('isi baris berubah walau jumlah baris');
  });

  it('the request can be taken back and made again', async () => {
    await eligible(office, 1);
    await press(office, 'AJUKAN', first(office));
    expect(await press(office, 'TARIK', second(office))).toMatchObject({ jenis: 'selesai' });
    expect(batchRow(office)['keadaan']).toBe('DITARIK');
    await eligible(office, 2);
    expect(await closeBatch(office)).toMatchObject({ jenis: 'selesai' });
    expect(batchRow(office)).toMatchObject({ keadaan: 'DITUTUP', baris: '2' });
  });

  it('is asked for with what the officer saw: a case that came in meanwhile stops it', async () => {
    await eligible(office, 1);
    const { hash } = (await view(office)).total;
    await eligible(office, 2);
    const answer = await press(office, 'AJUKAN', first(office), { hash });
    expect(JSON.stringify(answer)).toContain('berubah sejak Anda melihatnya');
  });
});

/** What the latest daily check reported. */
const daily = () => office.tab('Jadwal').findLast(({ pekerjaan }) => pekerjaan === 'harian')?.['rincian'];

describe('what comes later', () => {
  it('goes into an addendum; the closed batch stays as it was', async () => {
    await eligible(office, 1);
    await closeBatch(office);
    const before = JSON.stringify([batchRow(office), snapshot(office)]);
    const [late = ''] = await eligible(office, 2);
    expect((await view(office)).batch).toBe(`${BATCH}-A1`);
    await closeBatch(office);
    expect(office.case(late)['batch']).toBe(`${BATCH}-A1`);
    expect(JSON.stringify([batchRow(office), snapshot(office)])).toBe(before);
    expect(batchRow(office, `${BATCH}-A1`)['baris']).toBe('1');
  });

  it('a hand edit of the snapshot is found by the daily check, and the administrator hears of it', async () => {
    await eligible(office, 1);
    await closeBatch(office);
    await office.later(1440);
    expect(daily()).toContain('1 batch tertutup tetap utuh.');
    const isi = JSON.stringify({ ...JSON.parse(snapshot(office)[0]?.['isi'] ?? '{}'), nik: citizen(7).nik });
    await office.edit("'Isi Batch'!G2", [[isi]]);
    await office.later(1440);
    expect(daily()).toContain(`BATCH BERUBAH: ${BATCH}, isinya di tab Isi Batch`);
    expect(office.mails('sistem.pbi@kotabogor.test').at(-1)?.body).toContain('BATCH BERUBAH');
  });
});

describe('a wrong setting', () => {
  it('stops everything with its sentence, and nothing changes', async () => {
    await eligible(office, 1);
    await press(office, 'AJUKAN', first(office));
    const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === 'kuota_periode') + 2;
    await office.edit(`'Pengaturan'!B${row}`, [['banyak']], office.workspace.users.owner);
    await expect(press(office, 'SETUJUI', second(office), { hash: 'x' })).rejects.toThrow(
      /Pekerjaan ini dihentikan karena pengaturan salah\. kuota_periode:/,
    );
    expect(batchRow(office)['keadaan']).toBe('DIAJUKAN_TUTUP');
  });
});
