/** What the sidebar tells and does on monthly cases, through the built bundle: screening, reasons, periods, answers. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Panel } from '#usecase/panel-jenis.ts';
import type { User } from '#workspace/users.ts';
import { application } from '../support/applicants.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { mutation, proposal } from '../support/citizens.ts';
import { history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
afterEach(() => office.workspace.close());

async function panelOf(ticket: string | undefined, user: User): Promise<Panel> {
  const result = await office.run('panelBuka', [{ tiket: ticket }], user);
  if (!result.ok) throw new Error(result.error);
  return (result.value as { panel: Panel }).panel;
}

const bantul = async (clock?: string) => {
  office = await openOffice(clock ? { clock } : {});
  return { counter: office.person('pelayanan.dinsos'), officer: office.user('dinsos') };
};

const bogor = async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  return { kelurahan: office.person('kelurahan.satu'), officer: office.user('dinsos') };
};

const allowed = ({ tindakan }: Panel) => tindakan.filter(({ boleh }) => boleh).map(({ aksi }) => aksi);

describe('the counter', () => {
  it('may screen and give back, and is told why it may not verify', async () => {
    const { counter, officer } = await bantul();
    const { tiket } = await office.sendCase('loket', application(1), counter);
    const seen = await panelOf(tiket, counter);
    expect(allowed(seen)).toEqual(['KEMBALIKAN']);
    expect(seen.bulanan?.saring).toMatchObject({ boleh: true, sebab: [] });
    expect(seen.tindakan.find(({ aksi }) => aksi === 'PERIKSA')?.sebab).toEqual([
      'Tindakan ini bukan wewenang peran Anda, melainkan petugas verifikasi Dinas Sosial.',
    ]);
    expect(await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK }, counter)).toMatchObject({ jenis: 'ditolak' });
    expect(allowed(await panelOf(tiket, officer))).toEqual(expect.arrayContaining(['KOREKSI', 'PERIKSA', 'TUTUP']));
  });

  it('gives an incomplete file back with a note that names what is missing and nobody', async () => {
    const { counter } = await bantul();
    const { tiket, nik = '' } = await office.sendCase('loket', application(1, { dokumen: ['kk'] }), counter);
    const answer = await office.act(tiket, 'SARING', { isi: { dokumen: 'kk' } }, counter);
    expect(answer).toMatchObject({ jenis: 'selesai', panel: { status: 'DIKEMBALIKAN' } });
    const { bulanan, jam } = await panelOf(tiket, counter);
    expect(bulanan?.saring?.catatan).toContain('- KTP\n- Permohonan');
    expect(bulanan?.saring?.catatan).toContain('sebelum 22 Januari 2027');
    expect(bulanan?.saring?.catatan).not.toContain(nik);
    expect(bulanan?.saring?.catatan).not.toMatch(/contoh/i);
    expect(jam[0]).toMatchObject({ id: 'saring', keadaan: 'selesai' });
    expect(await office.act(tiket, 'SARING', { isi: { dokumen: 'kk, ktp, permohonan' } }, counter)).toMatchObject({
      panel: { status: 'DIAJUKAN', percobaan: '2' },
    });
    expect((await panelOf(tiket, counter)).bulanan?.saring).toMatchObject({
      catatan: '',
      selesai: expect.stringContaining('Lengkap pada'),
    });
  });
});

describe('a case of Kota Bogor', () => {
  it('shows the rows of its route, and no screening', async () => {
    const { kelurahan, officer } = await bogor();
    const { tiket } = await office.sendCase('usulan', mutation(2), kelurahan);
    const seen = await panelOf(tiket, officer);
    const rows = Object.fromEntries(seen.data.map(({ label, nilai }) => [label, nilai]));
    expect(rows).toMatchObject({
      'Segmen asal': 'PBPU/BP mandiri',
      'Jenis mutasi': 'Pengalihan ke PBI APBD',
      'Faskes tk. I': 'Puskesmas Bogor Selatan',
      'Status kawin': 'Kawin',
      Periode: 'November 2026',
      Dokumen: 'Surat pengantar RT/RW, Kartu Keluarga (KK), KTP elektronik',
      Pengusul: `Petugas Kelurahan Satu, ${kelurahan.email}`,
    });
    expect(office.case(tiket)).toMatchObject({
      jenis_mutasi: 'PENGALIHAN_KE_PBI_APBD',
      dokumen: 'pengantar, kk, ktp',
    });
    expect(rows).not.toHaveProperty('PIC');
    expect(seen.bulanan).not.toHaveProperty('saring');
    expect(seen.jam.map(({ id }) => id)).toEqual(['kelurahan', 'dinsos', 'dinkes', 'bpjs']);
  });

  it('goes back only with a reason of the list, whose code is kept', async () => {
    const { kelurahan } = await bogor();
    const { tiket } = await office.sendCase('usulan', proposal(1), kelurahan);
    expect(await office.act(tiket, 'KEMBALIKAN', { alasan: 'Begitu saja' })).toMatchObject({
      jenis: 'ditolak',
      sebab: ['Pilih alasan dari daftar; penjelasan boleh ditambahkan sesudahnya.'],
    });
    await office.act(tiket, 'KEMBALIKAN', { alasan: 'Perlu pemutakhiran data di Disdukcapil: KK lama' });
    expect(office.case(tiket)).toMatchObject({ status: 'DIKEMBALIKAN', kode_kembali: 'K-DUKCAPIL' });
    expect(history(office).at(-1)?.['alasan']).toBe('Perlu pemutakhiran data di Disdukcapil: KK lama');
  });

  it('moves to one of the periods that are offered, with a reason', async () => {
    const { kelurahan, officer } = await bogor();
    const { tiket } = await office.sendCase('usulan', proposal(1), kelurahan);
    const [first] = (await panelOf(tiket, officer)).bulanan?.periode ?? [];
    expect(first).toEqual({ nilai: '2026-12', label: 'Desember 2026' });
    expect(await office.act(tiket, 'GESER_PERIODE', { isi: { periode: '2026-12' } })).toMatchObject({
      jenis: 'ditolak',
    });
    await office.act(tiket, 'GESER_PERIODE', { alasan: 'Kuota November habis', isi: { periode: '2026-12' } });
    expect(office.case(tiket)['periode']).toBe('2026-12');
  });
});

describe('an answer of BPJS', () => {
  const proposed = async () => {
    await bantul();
    const { tiket } = await office.newCase(person(1));
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'USULKAN');
    return tiket;
  };
  const answer = (hasil: string, keterangan: string, more = {}) => ({ isi: { hasil, keterangan, tmt: '', ...more } });

  it.each([
    ['NIK belum online di pusat', 'T01'],
    ['Sebab yang belum pernah ada', 'X99'],
  ])('%s gets the code %s, and the remark stays as it is', async (keterangan, kode) => {
    const tiket = await proposed();
    await office.act(tiket, 'CATAT_HASIL', answer('tidak berhasil', keterangan));
    expect(office.case(tiket)).toMatchObject({ kode_hasil: kode, keterangan_bpjs: keterangan });
  });

  it('keeps the code that the officer chose', async () => {
    const tiket = await proposed();
    await office.act(tiket, 'CATAT_HASIL', answer('ditangguhkan', 'NIK belum online', { kode: 'D02' }));
    expect(office.case(tiket)['kode_hasil']).toBe('D02');
  });

  it.each([
    ['CUT_OFF', '01/12/2026'],
    ['PRIORITAS', '23/11/2026'],
  ])('under %s is expected to begin on %s', async (mode, tanggal) => {
    const { officer } = await bantul();
    const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === 'mode_aktivasi') + 2;
    await office.edit(`'Pengaturan'!B${row}`, [[mode]], office.workspace.users.owner);
    const { tiket } = await office.newCase(person(1));
    expect((await panelOf(tiket, officer)).tmtHarapan?.tanggal).toBe(tanggal);
  });
});

describe('the 72 hours', () => {
  it('stop when the patient has left the hospital', async () => {
    const { officer } = await bantul();
    const { tiket } = await office.newCase(person(1));
    await office.edit(office.cell(tiket, 'waktu_keluar_rs'), [['23/11/2026 09.00']]);
    expect(office.case(tiket)['waktu_keluar_rs']).toBe('2026-11-23T09:00:00+07:00');
    const { jam, data } = await panelOf(tiket, officer);
    expect(jam.at(-1)).toMatchObject({ id: 'rawat', keadaan: 'selesai', terpakai: 60 });
    expect(data.find(({ label }) => label === 'Keluar')?.nilai).toBe('23 November 2026 pukul 09.00 WIB');
    await office.edit(office.cell(tiket, 'waktu_keluar_rs'), [['22/11/2026 09.00']]);
    expect(office.case(tiket)['masalah']).toContain('W_KELUAR');
  });
});

it('findings include answers of the databases that speak against the proposal', async () => {
  const { kelurahan, officer } = await bogor();
  const { tiket } = await office.sendCase('usulan', proposal(1), kelurahan);
  const before = (await panelOf(tiket, officer)).temuan;
  await office.act(tiket, 'PERIKSA', { isi: { ...SEMUA_CEK, cek_pbi_jk: 'Terdaftar aktif' } }, officer);
  const { temuan } = await panelOf(tiket, officer);
  expect(temuan.slice(before.length)).toEqual([
    expect.objectContaining({ tingkat: 'peringatan', pesan: expect.stringContaining('peserta PBI JK yang aktif') }),
  ]);
});
