/** Settings tabs under the hands of an administrator: answered in the next cell, logged with old and new, never half-used. */
import { afterEach, describe, expect, it } from 'vitest';
import { history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { setSetting, settingCell, settingRow } from '../support/settings.ts';

let office: Office;
afterEach(async () => {
  // The chain of the log is whole, whatever was edited.
  history(office);
  await office.workspace.close();
});

const admin = () => office.user('admin');
const type = (range: string, values: string[][]) => office.edit(range, values, admin());
const cell = (tab: string, key: string, name: string, column: string) => settingCell(office, tab, key, name, column);
const rowOf = (tab: string, key: string, name: string) => settingRow(office, tab, key, name);
const setting = (key: string, value: string) => setSetting(office, key, value);
const changes = () => history(office).filter((line) => line['aksi'] === 'PENGATURAN');
const summary = () =>
  changes().map(({ alasan, lama, baru }) => [alasan, JSON.parse(lama ?? ''), JSON.parse(baru ?? '')]);

describe('the cell beside', () => {
  it.each([
    ['Libur', [['2026-02-30', 'Libur rekaan', 'Libur nasional']], 'bukan tanggal'],
    ['Libur', [['25/12/2026', 'Natal', 'Libur nasional']], 'ada di baris lain juga'],
    ['Libur', [['2026-11-30', '', 'Libur nasional']], 'Kolom nama belum diisi'],
    ['Peran', [['bukan-alamat', 'dinsos', 'Rekaan', 'ya', '']], 'Alamat surel tidak lengkap'],
    ['Peran', [['lurah@contoh.test', 'kelurahan', 'Rekaan', 'ya', '34020']], 'memerlukan kode wilayah 10 angka'],
    ['Peran', [['lurah@contoh.test', 'kelurahan', 'Rekaan', 'ya', '3271011001']], 'milik daerah lain'],
    ['Peran', [['lurah@contoh.test', 'pendukung', 'Rekaan', 'ya', '3402099999']], 'tidak ada di tab Wilayah'],
    ['Peran', [['camat@contoh.test', 'kecamatan', 'Rekaan', 'ya', '3402082004']], 'memerlukan kode wilayah 6 angka'],
    ['Faskes', [['RS  ELISABETH Ganjuran', 'RS', 'ya']], 'Nama ini ada di baris lain juga'],
    ['Faskes', [['RS Rekaan', 'RS', 'ya', '', '12']], '8 huruf atau angka'],
    ['Alasan', [['BARU', 'kembali lagi', 'Kalimat rekaan']], 'Kolom untuk diisi salah satu'],
    ['Alasan', [['T88', 'bpjs', 'Kalimat rekaan', 'nik.*salah']], 'kata biasa tanpa tanda khusus'],
    ['Wilayah', [['3271011001', 'Rekaan', 'Rekaan']], 'milik daerah lain'],
    ['Wilayah', [['3402082099', 'Rekaan', 'Kapanewon Lain']], 'samakan nama kecamatannya'],
    ['Wilayah', [['3402082099', 'Rekaan (baru)', 'Bantul']], 'tanpa tanda kurung'],
    ['Dasar Hukum', [['Peraturan Rekaan', 'Contoh', 'kemarin']], 'berlaku_dari bukan tanggal'],
  ])('of a new row in %s says what is wrong: %#', async (tab, values, sentence) => {
    office = await openOffice();
    const at = office.tab(tab).length + 2;
    await type(`'${tab}'!A${at}`, values);
    expect(office.tab(tab)[at - 2]?.['pemeriksaan']).toMatch(/^SALAH: /);
    expect(office.tab(tab)[at - 2]?.['pemeriksaan']).toContain(sentence);
  });

  it('of a sentence names the blanks that exist', async () => {
    office = await openOffice();
    await type(cell('Kalimat', 'kunci', 'surat.terima.subjek', 'teks'), [['Usulan {nik} diterima']]);
    expect(rowOf('Kalimat', 'kunci', 'surat.terima.subjek')['pemeriksaan']).toBe(
      'SALAH: Isian {nik} tidak dikenal di kalimat ini; yang ada: {tiket}.',
    );
    await office.newCase(person(1));
    await office.tick();
    expect(office.mails().some(({ subject }) => subject.endsWith(': usulan diterima'))).toBe(true);
  });

  it('warns of a regulation that a later one replaces', async () => {
    office = await openOffice();
    const law = 'Undang-Undang 11 Tahun 2009';
    await type(cell('Dasar Hukum', 'peraturan', law, 'diganti_oleh'), [['UU Rekaan']]);
    expect(rowOf('Dasar Hukum', 'peraturan', law)['pemeriksaan']).toMatch(/^PERIKSA: .*UU Rekaan/);
  });

  it('says when nobody is left who could mend a setting', async () => {
    office = await openOffice();
    const rows = office.tab('Peran').filter(({ peran }) => peran === 'dinsos');
    for (const { email = '' } of rows) await type(cell('Peran', 'email', email, 'aktif'), [['tidak']]);
    expect(office.tab('Peran')[0]?.['pemeriksaan']).toContain('Tidak ada lagi orang aktif berperan dinsos');
  });

  it('of another row answers too when it becomes wrong by this one', async () => {
    office = await openOffice({ profile: 'kota-bogor' });
    await type(cell('Wilayah', 'kode', '3271011001', 'kode'), [['3271011999']]);
    const officer = office.person('kelurahan.satu').email;
    expect(rowOf('Peran', 'email', officer)['pemeriksaan']).toContain('tidak ada di tab Wilayah');
    await type(cell('Wilayah', 'kode', '3271011999', 'kode'), [['3271011001']]);
    expect(rowOf('Peran', 'email', officer)['pemeriksaan']).toBe('Sah.');
  });
});

describe('the log', () => {
  it('has old and new value of a single cell, and who typed it', async () => {
    office = await openOffice();
    await setting('dedup_hari', '45');
    await setting('dedup_hari', '60');
    expect(summary()).toEqual([
      ['Pengaturan: dedup_hari', { nilai: '30' }, { nilai: '45' }],
      ['Pengaturan: dedup_hari', { nilai: '45' }, { nilai: '60' }],
    ]);
    expect(changes().every(({ pelaku }) => pelaku === admin().email)).toBe(true);
  });

  it('has old and new values of a pasted block, row by row', async () => {
    office = await openOffice();
    const [first] = office.tab('Faskes');
    await type(`'Faskes'!A2`, [
      ['RS Rekaan Satu', 'RS'],
      ['RS Rekaan Dua', 'RS'],
    ]);
    const logged = summary();
    expect(logged).toContainEqual([
      `Faskes: ${first?.['nama']}`,
      { nama: first?.['nama'], jenis: 'RS', aktif: 'ya' },
      { nama: '', jenis: '', aktif: '' },
    ]);
    expect(logged).toContainEqual([
      'Faskes: RS Rekaan Dua',
      { nama: '', jenis: '', aktif: '' },
      { nama: 'RS Rekaan Dua', jenis: 'RS', aktif: 'ya' },
    ]);
    expect(logged).toHaveLength(4);
  });

  it('has what was cleared, and the answer beside goes with it', async () => {
    office = await openOffice();
    const place = cell('Libur', 'tanggal', '2026-12-24', 'tanggal');
    await type(place, [['', '', '']]);
    expect(summary()).toEqual([
      [
        'Libur: 2026-12-24',
        { tanggal: '2026-12-24', nama: 'Natal', jenis: 'Cuti bersama' },
        { tanggal: '', nama: '', jenis: '' },
      ],
    ]);
    expect(office.tab('Libur').some((row) => row['pemeriksaan'] === '' && row['tanggal'] === '')).toBe(true);
  });

  it('says nothing when nothing changed, and finds by itself what no event told', async () => {
    office = await openOffice();
    await setting('dedup_hari', '30');
    expect(changes()).toHaveLength(0);
    const range = cell('Pengaturan', 'kunci', 'dedup_hari', 'nilai');
    const { register } = office.files.spreadsheets;
    office.workspace.sheets.userEdit(admin(), register, { range, values: [['banyak']], confirmed: true });
    await office.later(24 * 60);
    expect(summary()).toEqual([['Pengaturan: dedup_hari', { nilai: '30' }, { nilai: 'banyak' }]]);
    expect(rowOf('Pengaturan', 'kunci', 'dedup_hari')['pemeriksaan']).toContain('bilangan bulat 1 sampai 365');
    await office.tick();
    expect(office.mails(admin().email).at(-1)?.body).toContain('PENGATURAN SALAH. Ada isi yang salah: Pengaturan 1');
  });

  it('stays whole when a large list replaces another', async () => {
    office = await openOffice();
    const rows = Array.from({ length: 460 }, (_, i) => {
      const district = 1 + Math.floor(i / 60);
      return [`34020${district}${2000 + i}`, `Rekaan ${i}`, `Kecamatan ${district}`];
    });
    await type(`'Wilayah'!A2`, rows);
    const tab = office.tab('Wilayah');
    expect(tab).toHaveLength(460);
    expect(new Set(tab.map((row) => row['pemeriksaan']))).toEqual(new Set(['Sah.']));
    expect(changes().filter(({ lama }) => JSON.parse(lama ?? '').kode !== '')).toHaveLength(75);
    expect(changes().filter(({ baru }) => JSON.parse(baru ?? '').kode !== '')).toHaveLength(460);
  });
});

describe('what the system keeps beside a row', () => {
  it('follows the code when another list is pasted over it: no kelurahan inherits the book of another', async () => {
    office = await openOffice({ profile: 'kota-bogor' });
    const [first, second] = ['3271011001', '3271011002'];
    const book = (code: string | undefined) => rowOf('Wilayah', 'kode', code ?? '')['berkas'];
    const [one, two] = [book(first), book(second)];
    expect([one, two]).not.toContain('');
    expect(one).not.toBe(two);
    const { nama = '', kecamatan = '' } = rowOf('Wilayah', 'kode', second ?? '');
    const old = rowOf('Wilayah', 'kode', first ?? '');
    await type(cell('Wilayah', 'kode', first ?? '', 'kode'), [
      [second ?? '', nama, kecamatan],
      [first ?? '', old['nama'] ?? '', old['kecamatan'] ?? ''],
    ]);
    expect([book(first), book(second)]).toEqual([one, two]);
  });
});
