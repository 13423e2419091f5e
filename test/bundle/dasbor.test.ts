/** The tab `Dasbor` of Kota Bogor: its numbers against a count made here, its charts, and what making it costs. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { idTab } from '#domain/kolom/tab.ts';
import { proposal } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';
import { fillRegister } from '../support/register-penuh.ts';

let office: Office;
afterEach(() => office.workspace.close());

const open = async (count: number): Promise<Kasus[]> => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-23T03:00:00Z' });
  return count > 0 ? fillRegister(office, count) : [];
};

const refresh = async (user = office.user('dinsos')) => {
  const result = await office.run('segarkanDasborSekarang', [], user);
  if (!result.ok) throw new Error(result.error);
  return result;
};

/** The tab as people see it. */
function shown(): string[][] {
  const { sheets, users } = office.workspace;
  return (sheets.values.get(users.owner, office.files.spreadsheets.register, "'Dasbor'").values ?? []) as string[][];
}

/** Rows of the table with this title, by its headings. */
function table(title: string): Record<string, string>[] {
  const rows = shown();
  const start = rows.findIndex(([first]) => first?.startsWith(title));
  // The routes stand first and have no title of their own.
  const [header = [], ...rest] = rows.slice(title === 'Jalur' ? start : start + 1);
  const end = rest.findIndex((row) => (row[0] ?? '') === '');
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map((row) => Object.fromEntries(header.map((name, i) => [i === 0 ? 'nama' : name, row[i] ?? ''])));
}

const charts = () => {
  const { sheets, users } = office.workspace;
  const { sheets: tabs = [] } = sheets.get(users.owner, office.files.spreadsheets.register, { fields: 'sheets' });
  return (tabs.find(({ properties }) => properties?.sheetId === idTab('Dasbor'))?.charts ?? []).map(
    ({ chartId, spec }) => ({ chartId, title: spec?.title }),
  );
};

const count = (cases: readonly Kasus[], of: (one: Kasus) => boolean) => String(cases.filter(of).length);
const success = (one: Kasus) => one.tmt_aktif !== '';
const failure = (one: Kasus) => one.status === 'TIDAK_BERHASIL';
const rate = (cases: readonly Kasus[]) => {
  const good = cases.filter(success).length;
  return `${Math.round((100 * good) / (good + cases.filter(failure).length))}%`;
};

describe('the headings', () => {
  it('all fit their columns in bold, without a break', async () => {
    await open(110);
    await refresh();
    const { sheets, users } = office.workspace;
    const { sheets: tabs = [] } = sheets.get(users.owner, office.files.spreadsheets.register, {
      ranges: ["'Dasbor'"],
      fields: 'sheets.data.columnMetadata',
    });
    const widths = (tabs[0]?.data?.[0]?.columnMetadata ?? []).map(({ pixelSize }) => pixelSize ?? 0);
    const [header = []] = shown().filter(([first]) => first === 'Jalur');
    expect(header).toContain('Tidak berhasil');
    // A bold letter takes less than 7.6 pixels on average, and the cell keeps a rim of 3 on both sides.
    expect(header.filter((text, i) => text.length * 7.6 + 6 > (widths[i] ?? 0))).toEqual([]);
  });
});

describe('the numbers', () => {
  it('of each period are those of the cases', async () => {
    const cases = await open(440);
    await refresh();
    const rows = table('Per periode');
    expect(rows.map(({ nama }) => nama).slice(-3)).toEqual(['Oktober 2026', 'November 2026', 'Semua']);
    for (const [i, row] of rows.slice(0, -1).entries()) {
      const own = cases.filter(({ periode }) => Number(periode.slice(5)) === i + 1);
      const waiting = (one: Kasus) => ['LOLOS', 'DIKIRIM_DINKES', 'DIKIRIM_BPJS', 'DITANGGUHKAN'].includes(one.status);
      expect(row).toMatchObject({
        Usulan: String(own.length),
        Kembali: count(own, (one) => one.dikembalikan_pada !== ''),
        Dikirim: count(own, (one) => one.diserahkan_pada !== ''),
        Berhasil: count(own, success),
        'Tidak berhasil': count(own, failure),
        Keberhasilan: i < 10 ? rate(own) : '',
        Dipertaruhkan: `Rp${(own.filter(waiting).length * 37_800).toLocaleString('id-ID')}`,
        Diulang: count(own, (one) => one.percobaan === '2'),
        Terlambat: count(own, (one) => one.tanda !== ''),
      });
    }
    expect(rows.at(-1)).toMatchObject({ Usulan: '440', Keberhasilan: rate(cases) });
  });

  it('of routes, kecamatan and kelurahan add up to all, the best kelurahan first', async () => {
    const cases = await open(440);
    await refresh();
    for (const title of ['Jalur', 'Per kecamatan']) {
      const rows = table(title);
      const sum = rows.slice(0, -1).reduce((total, row) => total + Number(row['Usulan']), 0);
      expect([title, sum, rows.at(-1)?.['Usulan']]).toEqual([title, 440, '440']);
    }
    const board = table('Papan kelurahan');
    expect(board).toHaveLength(new Set(cases.map(({ kode_wilayah }) => kode_wilayah)).size);
    const rates = board.map((row) => Number.parseInt(row['Keberhasilan'] ?? '', 10)).filter((n) => !Number.isNaN(n));
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    expect(rates[0]).toBeGreaterThan(rates.at(-1) ?? 100);
    const [best] = board;
    const own = cases.filter(({ kalurahan }) => kalurahan === `${best?.['nama']} (${best?.['Kecamatan']})`);
    expect(best).toMatchObject({ Usulan: String(own.length), Berhasil: count(own, success), Keberhasilan: rate(own) });
  });

  it('follow a case that people make and decide', async () => {
    await open(0);
    const { tiket } = await office.sendCase('usulan', proposal(1), office.person('kelurahan.satu'));
    await office.act(tiket, 'TARIK', { alasan: 'Keluarga menarik' });
    await office.sendCase('usulan', proposal(2), office.person('kelurahan.satu'));
    await refresh();
    expect(table('Kedudukan sekarang')).toEqual([
      { nama: 'Diajukan', Usulan: '1' },
      { nama: 'Ditarik', Usulan: '1' },
    ]);
    expect(table('Jalur')[0]).toMatchObject({ nama: 'Usulan (Format 34)', Usulan: '2', Gugur: '1', Berjalan: '1' });
  });

  it('leave rupiah out, and say why, while the premium is wrong', async () => {
    await open(110);
    const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === 'premi_bulan') + 2;
    await office.edit(`'Pengaturan'!B${row}`, [['tiga puluh ribu']], office.workspace.users.owner);
    await refresh();
    expect(shown()[0]?.at(-1)).toContain('Nilai rupiah tidak dihitung.');
    expect(table('Per periode').every(({ Dipertaruhkan }) => Dipertaruhkan === '')).toBe(true);
    expect(charts().map(({ title }) => title)).not.toContain('Rupiah dipertaruhkan per bulan');
  });
});

describe('the tab', () => {
  it('says in an empty office what will be there, without charts and without NaN', async () => {
    await open(0);
    await refresh();
    expect(shown()[3]?.[0]).toMatch(/^Belum ada usulan di register\./);
    expect(JSON.stringify(shown())).not.toMatch(/NaN|undefined|Infinity|#/);
    expect(charts()).toEqual([]);
  });

  it('is made anew, with every chart once, also when fewer rows are left', async () => {
    await open(440);
    await refresh();
    const first = charts();
    expect(first).toHaveLength(6);
    await refresh();
    expect(charts()).toEqual(first);
    const { sheets, users } = office.workspace;
    const range = "'Kasus'!A2:CZ2000";
    sheets.values.clear(users.owner, office.files.spreadsheets.register, range);
    await refresh();
    expect(charts()).toEqual([]);
    expect(shown()).toHaveLength(4);
  });

  it('keeps a chart that somebody has added, and brings back one that was removed', async () => {
    await open(110);
    await refresh();
    const before = charts().length;
    const { sheets, users } = office.workspace;
    const source = {
      sheetId: idTab('Dasbor'),
      startRowIndex: 4,
      endRowIndex: 5,
      startColumnIndex: 0,
      endColumnIndex: 3,
    };
    const series = [{ series: { sourceRange: { sources: [source] } } }];
    const spec = { title: 'Milik petugas', basicChart: { chartType: 'COLUMN', series } };
    const overlayPosition = { anchorCell: { sheetId: idTab('Dasbor'), rowIndex: 90 } };
    sheets.batchUpdate(users.owner, office.files.spreadsheets.register, {
      requests: [
        { deleteEmbeddedObject: { objectId: charts()[1]?.chartId ?? 0 } },
        { addChart: { chart: { spec, position: { overlayPosition } } } },
      ],
    });
    await refresh();
    expect(charts().map(({ title }) => title)).toContain('Milik petugas');
    expect(charts()).toHaveLength(before + 1);
  });

  it('is made for officers, and refuses others with a sentence', async () => {
    await open(0);
    const result = await office.run('segarkanDasborSekarang', [], office.person('kelurahan.satu'));
    expect(result.ok).toBe(false);
    expect(shown()).toEqual([]);
  });

  it('costs as many service calls with 5,000 cases as with one', async () => {
    const calls = async () => {
      const { execution } = await refresh();
      return Object.entries(execution.calls)
        .filter(([name]) => name.startsWith('Sheets.'))
        .reduce((sum, [, n]) => sum + n, 0);
    };
    await open(5000);
    expect(await calls()).toBe(3);
    expect(table('Per periode').at(-1)?.['Usulan']).toBe('5.000');
  });

  it('is made by the first tick of a day, once', async () => {
    await open(110);
    await office.tick();
    expect(table('Per periode').at(-1)).toMatchObject({ Usulan: '110' });
    const made = shown()[0];
    await office.later(60);
    expect(shown()[0]).toEqual(made);
    await office.later(24 * 60);
    expect(shown()[0]).not.toEqual(made);
  });
});
