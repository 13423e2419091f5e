/** The pages of the print dialog, as the bundle composes them for Kota Bogor. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Blok, Dokumen, IsiBidang, PilihanCetak } from '#usecase/cetak/jenis.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { proposal } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';
import { fillBatches, fillRegister } from '../support/register-penuh.ts';

let office: Office;
let cases: Kasus[];
let returned = '';
let cancelled = '';
beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-23T03:00:00Z' });
  const from = office.person('kelurahan.satu');
  returned = (await office.sendCase('usulan', proposal(5001, { dokumen: ['kk'] }), from))['tiket'] ?? '';
  cancelled = (await office.sendCase('usulan', proposal(5002), from))['tiket'] ?? '';
  await office.act(cancelled, 'PERIKSA', { isi: { ...SEMUA_CEK, cek_kependudukan: 'Tidak ditemukan' } });
  await office.act(cancelled, 'BATALKAN', { alasan: 'NIK tidak ditemukan' });
  cases = fillRegister(office, 440);
  fillBatches(office, cases);
});
afterAll(() => office.workspace.close());

const print = (jenis: string, isi: IsiBidang, user = office.user('dinsos')) =>
  office.run('cetakDokumen', [{ jenis, isi }], user);
const page = async (jenis: string, isi: IsiBidang): Promise<Dokumen> => {
  const result = await print(jenis, isi);
  if (!result.ok) throw new Error(result.error);
  return result.value as Dokumen;
};
const refusal = async (jenis: string, isi: IsiBidang) => {
  const result = await print(jenis, isi);
  return result.ok ? '' : result.error;
};
const offer = async (jenis: string, tiket = '') => {
  const result = await office.run('cetakPilihan', [{ jenis, tiket }]);
  if (!result.ok) throw new Error(result.error);
  return result.value as PilihanCetak;
};

const blocks = <B extends Blok['blok']>({ blok }: Dokumen, kind: B) =>
  blok.filter((one): one is Extract<Blok, { blok: B }> => one.blok === kind);
const facts = (document: Dokumen) => Object.fromEntries(blocks(document, 'rincian').flatMap(({ isi }) => isi));
const texts = (document: Dokumen) => JSON.stringify(document.blok);

describe('the record of a batch', () => {
  it('has control totals, hash, both officers, SOP, and the legal bases of its day', async () => {
    const batch = 'BGR-U 2026-10';
    const document = await page('berita_acara', { batch });
    const row = office.tab('Batch').find((one) => one['batch'] === batch) ?? {};
    expect(facts(document)).toMatchObject({
      'Banyaknya usulan': row['baris'],
      'Jumlah kontrol NIK': (617 * Number(row['baris'])).toLocaleString('id-ID'),
      'Sidik isi (SHA-256)': row['hash'],
      Diajukan: 'Verifikator Dinsos Kota Bogor, 13 Oktober 2026 pukul 09.15 WIB',
      Disetujui: 'Kepala Bidang Dinsos Kota Bogor, 14 Oktober 2026 pukul 09.15 WIB',
    });
    const [signed] = blocks(document, 'tandatangan');
    expect(signed?.orang.map(({ nama }) => nama)).toEqual([
      'Verifikator Dinsos Kota Bogor',
      'Kepala Bidang Dinsos Kota Bogor',
    ]);
    expect(texts(document)).toContain('Pada hari Rabu, 14 Oktober 2026');
    expect(texts(document)).toContain('SOP Usulan dan Mutasi Peserta PBI APBD Kota Bogor, tanggal 18 September 2020');
    const [bases] = blocks(document, 'daftar');
    expect(bases?.butir.join('\n')).toContain('Peraturan Menteri Sosial 3 Tahun 2026 tentang');
    expect(bases?.butir.join('\n')).not.toContain('Menteri Sosial 5 Tahun 2016');
    expect(document.perhatian.join(' ')).toContain('Peraturan Menteri Sosial 5 Tahun 2016: sudah diganti');
    const [perKelurahan] = blocks(document, 'tabel');
    const sum = (perKelurahan?.baris ?? []).reduce((total, cells) => total + Number(cells[2]), 0);
    expect([String(sum), perKelurahan?.kaki?.[2]]).toEqual([row['baris'], row['baris']]);
  });

  it('is offered for closed batches only, the last closed first', async () => {
    const { bidang } = await offer('berita_acara');
    const opsi = bidang[0]?.opsi ?? [];
    expect(opsi).toHaveLength(new Set(cases.map(({ batch }) => batch).filter((batch) => batch !== '')).size);
    expect(opsi[0]?.nilai).toMatch(/ 2026-1[01]$/);
    expect(await refusal('berita_acara', { batch: 'BGR-U 2027-01' })).toContain('tidak ada atau belum ditutup');
  });
});

describe('the register book', () => {
  it('has every case of a route and year once, by number, a table for each month', async () => {
    const document = await page('register', { rute: 'BGR-M', tahun: '2026', bulan: '' });
    const tables = blocks(document, 'tabel');
    const own = cases.filter(({ rute }) => rute === 'BGR-M').map(({ tiket }) => tiket);
    expect(tables.flatMap(({ baris }) => baris.map((cells) => cells[1])).sort()).toEqual(own.sort());
    expect(tables).toHaveLength(11);
    expect(blocks(document, 'halaman')).toHaveLength(10);
    const [first] = tables[0]?.baris ?? [];
    expect(first?.slice(0, 3)).toEqual(['1001', 'BGR-M-2026-001001', '01/01/2026']);
  });

  it('says what became of each, and nothing where nothing came in', async () => {
    const document = await page('register', { rute: 'BGR-U', tahun: '2026', bulan: '11' });
    expect(texts(document)).toContain(`"${cancelled}","23/11/2026"`);
    expect(texts(document)).toContain('Dibatalkan (T01)');
    const empty = await page('register', { rute: 'BGR-U', tahun: '2025', bulan: '' });
    expect(texts(empty)).toContain('Tidak ada usulan yang diterima pada masa ini.');
  });
});

describe('the recap', () => {
  it('adds up to what came in that period', async () => {
    const document = await page('rekap', { tahun: '2026', bulan: '03', rute: '' });
    const [table] = blocks(document, 'tabel');
    const own = cases.filter(({ periode }) => periode === '2026-03');
    const column = table?.kepala.indexOf('Berhasil') ?? -1;
    const good = own.filter(({ tmt_aktif }) => tmt_aktif !== '').length;
    expect([table?.kaki?.[2], table?.kaki?.[column]]).toEqual([String(own.length), String(good)]);
    expect(table?.baris).toHaveLength(new Set(own.map(({ kode_wilayah }) => kode_wilayah)).size);
    const route = await page('rekap', { tahun: '2026', bulan: '03', rute: 'BGR-M' });
    const few = own.filter(({ rute }) => rute === 'BGR-M').length;
    expect(blocks(route, 'tabel')[0]?.kaki?.[2]).toBe(String(few));
  });
});

describe('the letter to BPJS', () => {
  it('lists batches that wait, with their age and due day, counted from the cases', async () => {
    const document = await page('surat_bpjs', { batch: '' });
    const waiting = cases.filter(({ status }) => status === 'DIKIRIM_BPJS' || status === 'DITANGGUHKAN');
    const [table] = blocks(document, 'tabel');
    const listed = Object.fromEntries((table?.baris ?? []).map((cells) => [cells[0], cells[4]]));
    const expected = Map.groupBy(waiting, ({ batch }) => batch);
    expect(listed).toEqual(Object.fromEntries([...expected].map(([batch, own]) => [batch, String(own.length)])));
    expect(table?.baris[0]?.slice(1, 3)).toEqual(['18/10/2026', '36']);
    expect(table?.baris[0]?.[5]).toBe('18/11/2026 (lewat)');
    const one = await page('surat_bpjs', { batch: 'BGR-M 2026-10' });
    expect(blocks(one, 'tabel')[0]?.baris).toHaveLength(1);
    expect(await refusal('surat_bpjs', { batch: 'BGR-U 2026-01' })).toContain('sudah dijawab semua');
  });
});

describe('notes for a person', () => {
  it('say what is missing and until when, without a NIK', async () => {
    const document = await page('catatan', { tiket: returned.toLowerCase() });
    expect(blocks(document, 'daftar')[0]?.butir).toEqual(['Surat pengantar RT/RW', 'KTP elektronik']);
    expect(facts(document)).toMatchObject({ Sebab: 'Data belum lengkap', Dikembalikan: '23 November 2026' });
    expect(texts(document)).toContain('Paling lambat 22 Januari 2027');
    expect(texts(document)).not.toContain(office.case(returned)['nik']);
    expect(texts(await page('catatan', { tiket: cases[0]?.tiket ?? '' }))).toContain('Tidak ada kekurangan');
  });

  it('send a person whose NIK is unknown to Disdukcapil, and nobody else', async () => {
    const document = await page('dukcapil', { tiket: cancelled });
    expect(facts(document)['NIK']).toBe(office.case(cancelled)['nik']);
    expect(texts(document)).toContain('Usulan dibuka kembali tanpa mengisi ulang.');
    expect(await refusal('dukcapil', { tiket: returned })).toContain('tidak dibatalkan karena NIK');
    expect(await refusal('catatan', { tiket: 'BGR' })).toContain('Nomor tiket ditulis seperti');
  });
});

describe('the dialog', () => {
  it('opens for the ticket that the panel names, and lets nothing else into its page', async () => {
    const html = async (tiket: string) => JSON.stringify((await office.run('cetakCatatanPemohon', [tiket])).ui);
    expect(await html(returned)).toContain(`data-tiket=\\"${returned}\\"`);
    expect(await html('"><script>alert(1)</script>')).not.toContain('alert(1)');
    expect((await offer('catatan', returned)).bidang).toEqual([{ id: 'tiket', label: 'Nomor tiket', nilai: returned }]);
  });

  it('opens for the selected row when it is called from the menu', async () => {
    const row = office.cases().findIndex(({ tiket }) => tiket === cancelled) + 2;
    const result = await office.run('cetakSaranDukcapil', [], office.user('dinsos'), `C${row}`);
    expect(JSON.stringify(result.ui)).toContain(`data-tiket=\\"${cancelled}\\"`);
  });

  it('prints for officers only, and reads everything in one call', async () => {
    for (const jenis of ['berita_acara', 'register', 'rekap', 'surat_bpjs', 'catatan', 'dukcapil']) {
      const other = await print(jenis, { tiket: returned, batch: '' }, office.person('kelurahan.satu'));
      expect([jenis, other.ok]).toEqual([jenis, false]);
    }
    // Somebody who still may open the file, but works here no more.
    const left = office.person('kabid.dinsos');
    const row = office.tab('Peran').findIndex(({ email }) => email === left.email) + 2;
    await office.edit(`'Peran'!D${row}`, [['tidak']], office.workspace.users.owner);
    const refused = await print('register', { rute: 'BGR-U', tahun: '2026', bulan: '11' }, left);
    expect(refused.ok ? '' : refused.error).toContain('Hanya akun berperan dinsos, loket, atau admin');
    const { execution } = await print('rekap', { tahun: '2026', bulan: '', rute: '' });
    expect(execution.calls).toEqual({ 'Sheets.Spreadsheets.Values.batchGet': 1 });
    expect(await refusal('lain', {})).toContain('tidak dikenal');
  });
});
