/** `pbi tinjau` where nobody can press keys: the list, decisions by number, reports, exit codes. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, vi } from 'vitest';
import { bacaRencanaCocok, type RencanaCocok, tulisRencanaCocok } from '../../../cli/reconcile/rencana.ts';
import { hasil } from '../hasil/support/hasil.ts';
import { rencana } from '../hasil/support/rencana.ts';
import { pbi, start, temporary } from '../support/pbi.ts';

async function written(isi: RencanaCocok): Promise<string> {
  const path = join(temporary(), 'rencana.json');
  await tulisRencanaCocok(path, isi);
  return path;
}

const putusan = async (path: string) => (await bacaRencanaCocok(path)).entri.map((satu) => satu.putusan);

describe('pbi tinjau without a terminal', () => {
  it('lists what waits with its candidates, and says how to decide', async () => {
    const path = await written(rencana([hasil(0), hasil(4), hasil(5, { alasan: '\u001B[2Jhilang' })]));
    const { code, out, err } = await pbi('tinjau', path);
    expect(code).toBe(4);
    expect(out).toContain('[2] baris 6 · BTL-N-2026-000004 · kependudukan · Saran · menunggu');
    expect(out).toMatch(/usulan {3}327100••••••9004 {2}MUHAMMAD IDRIS 4/);
    expect(out).toMatch(/calon 1 {2}327100••••••9804 .* skor 18,5 {2}beda: NIK, Tempat lahir/);
    expect(out).toContain('2 baris (saringan: menunggu).');
    expect(out).not.toContain('[1]');
    expect(out + err).not.toContain('\u001B');
    expect(err).toContain(`pbi tinjau ${path} --terima 3,7:2 --tolak 5`);
    expect(err).toContain('Diterima 0, ditolak 0, otomatis 1, menunggu 2.');
    expect(err).not.toContain('IDRIS');
  });

  it('decides by number and keeps it', async () => {
    const path = await written(rencana([hasil(4), hasil(7), hasil(8), hasil(0)]));
    const { code, err } = await pbi('tinjau', path, '--terima', '1:2,3:1', '--tolak', '2');
    expect({ code, err }).toEqual({
      code: 0,
      err: `Diterima 2, ditolak 1, otomatis 1, menunggu 0.\nKirim 3 perubahan dengan: pbi terapkan ${path} --sebagai <surel>\n`,
    });
    const { entri } = await bacaRencanaCocok(path);
    expect(entri.map(({ pilihan }) => pilihan)).toEqual([1, null, 0, null]);
    await pbi('tinjau', path, '--tunda', '1,2');
    expect(await putusan(path)).toEqual(['TUNDA', 'TUNDA', 'TERIMA', 'OTOMATIS']);
    expect(readdirSync(dirname(path))).toEqual(['rencana.json']);
  });

  it('asks which of several candidates is meant', async () => {
    const path = await written(rencana([hasil(4), hasil(8)]));
    const { code, err } = await pbi('tinjau', path, '--terima', '2');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('sebutkan yang benar, misalnya 2:1') });
    expect(await putusan(path)).toEqual(['TUNDA', 'TUNDA']);
  });

  it('says of a plan that was sent before that nothing is recorded twice', async () => {
    const path = await written(rencana([hasil(0)]));
    writeFileSync(`${path}.jurnal`, '');
    const { err } = await pbi('tinjau', path);
    expect(err).toContain('Rencana ini pernah dikirim; yang sudah tercatat tidak dicatat dua kali.');
  });

  it('refuses a reference that the plan does not have: an empty list would look as if all were decided', async () => {
    const path = await written(rencana([hasil(4)]));
    const { code, err } = await pbi('tinjau', path, '--referensi', 'kependudukan', 'dtsk', '--terima-semua');
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('--referensi dtsk: tidak ada di rencana ini. Yang ada: kependudukan.'),
    });
    expect(await putusan(path)).toEqual(['TUNDA']);
  });

  it.each([
    ['--html', 'rencana.json', 'adalah berkas yang dibaca'],
    ['--html', 'lain.json', 'pakai akhiran .html'],
    ['--xlsx', 'lain.csv', 'pakai akhiran .xlsx'],
    ['--csv', 'lain.html', 'pakai akhiran .csv'],
  ])('refuses a report under the name of something else: %s %s', async (option, name, part) => {
    const path = await written(rencana([hasil(4)]));
    const { code, err } = await pbi('tinjau', path, option, join(dirname(path), name));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(part) });
    expect(await putusan(path)).toEqual(['TUNDA']);
  });

  it('shows what would be recorded, in the list and in reports, a NIK masked', async () => {
    const isi = { cek_kependudukan: 'Pindah', nik: '3271010101019804' };
    const rencanaIni = rencana([hasil(4)]);
    const entri = rencanaIni.entri.map((satu) => ({
      ...satu,
      perubahan: { aksi: 'PERIKSA', isi, alasan: '' },
    })) as RencanaCocok['entri'];
    const path = await written({ ...rencanaIni, entri });
    const html = join(dirname(path), 'laporan.html');
    const { out } = await pbi('tinjau', path);
    expect(out).toContain('bila diterima: cek_kependudukan = Pindah; nik = 327101******9804');
    await pbi('tinjau', path, '--html', html);
    expect(readFileSync(html, 'utf8')).toContain('bila diterima: cek_kependudukan = Pindah; nik = 327101******9804');
  });

  it('shows what each of several records of one number would do, and takes none of them with all others', async () => {
    const isi = rencana([hasil(4, { kelas: 'GANDA' }), hasil(4, { kelas: 'GANDA', urutan: 1 })]);
    const change = (desil: string) => ({ aksi: 'PERIKSA', isi: { cek_dtks: desil }, alasan: '' }) as const;
    const entri = isi.entri.map((satu, n) => ({
      ...satu,
      ...{ kelas: n === 0 ? ('GANDA' as const) : ('COCOK' as const), perubahan: change('desil 1-5') },
      calon: satu.calon.map((calon, ke) => ({
        ...calon,
        tujuan: { tiket: satu.tiket, versi: '3', perubahan: change(ke === 0 ? 'desil 1-5' : 'desil 6-10') },
      })),
    }));
    const path = await written({ ...isi, entri });
    const { out } = await pbi('tinjau', path);
    expect(out.match(/bila diterima: .*/g)).toEqual(
      ['1-5', '6-10', '1-5', '6-10'].map((desil) => `bila diterima: cek_dtks = desil ${desil}`),
    );
    expect(out).not.toMatch(/calon 1 {2}BTL/);
    expect((await pbi('tinjau', path, '--terima-semua')).err).toContain('2 baris lain harus diputuskan satu per satu.');
    expect(await putusan(path)).toEqual(['TUNDA', 'TUNDA']);
  });

  it('does not send a plan that was made of a file', async () => {
    const isi = rencana([hasil(4), hasil(0)]);
    const path = await written({ ...isi, entri: isi.entri.map((satu) => ({ ...satu, versi: '' })) });
    const { err } = await pbi('tinjau', path, '--terima', '1');
    expect(err).toBe('Diterima 1, ditolak 0, otomatis 1, menunggu 0.\n');
  });

  it('decides all that the filter shows', async () => {
    const path = await written(rencana([hasil(4), hasil(14), hasil(7), hasil(8)]));
    const { code, err } = await pbi('tinjau', path, '--terima-semua', '--kelas', 'SARAN', 'GANDA', '--skor-min', '15');
    expect(code).toBe(4);
    expect(err).toContain('1 baris lain harus diputuskan satu per satu.');
    expect(await putusan(path)).toEqual(['TERIMA', 'TERIMA', 'TUNDA', 'TUNDA']);
  });

  it('says everything that is wrong and decides nothing', async () => {
    const path = await written(rencana([hasil(4), hasil(5)]));
    const sebelum = readFileSync(path, 'utf8');
    const { code, err } = await pbi('tinjau', path, '--terima', '2,1:3,9', '--tolak', '1');
    expect(code).toBe(2);
    expect(err).toContain('Nomor 9 tidak ada: rencana ini bernomor 1 sampai 2.');
    expect(err).toContain('Nomor 2 tidak mengusulkan perubahan');
    expect(err).toContain('Nomor 1 tidak punya calon 3.');
    expect(err).toContain('Nomor 1 disebut lebih dari sekali.');
    expect(readFileSync(path, 'utf8')).toBe(sebelum);
    expect(await pbi('tinjau', path, '--terima', 'semua')).toMatchObject({ code: 2 });
  });

  it('gives one object to programs, without names and numbers of people', async () => {
    const path = await written(rencana([hasil(0), hasil(4)]));
    const { code, out, err } = await pbi('tinjau', path, '--json', '--semua');
    const satu = { referensi: 'kependudukan', pilihan: null };
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({
      putusan: { OTOMATIS: 1, TUNDA: 1, TERIMA: 0, TOLAK: 0 },
      entri: [
        { ...satu, no: 1, nomor: 2, kelas: 'COCOK', skor: 20, putusan: 'OTOMATIS' },
        { ...satu, no: 2, nomor: 6, kelas: 'SARAN', skor: 18.5, putusan: 'TUNDA' },
      ],
    });
    expect(out + err).not.toMatch(/\d{16}|IDRIS/);
  });

  it('writes reports of the plan with what was decided', async () => {
    const path = await written({ ...rencana([hasil(4), hasil(7)]), jumlah: { SARAN: 1, BENTROK: 1, COCOK: 98 } });
    const di = (nama: string) => join(dirname(path), nama);
    await pbi('tinjau', path, '--terima', '1');
    const berkas = ['--html', di('l.html'), '--xlsx', di('l.xlsx'), '--csv', di('l.csv')];
    const { err } = await pbi('tinjau', path, ...berkas);
    expect(err).toContain(`Laporan ditulis ke ${di('l.html')}.`);
    const csv = parseCsv(readFileSync(di('l.csv'), 'utf8')) as string[][];
    expect(csv.map((baris) => baris.slice(8))).toEqual([
      ['putusan', 'calon dipilih'],
      ['diterima', '1'],
      ['menunggu', ''],
    ]);
    expect(readFileSync(di('l.html'), 'utf8')).toContain('Tidak termasuk 98 baris yang tidak mengubah apa-apa.');
    const { sheets } = await readXlsx(readFileSync(di('l.xlsx')));
    expect(sheets[0]?.rows.flat()).toContain('Tidak termasuk 98 baris yang tidak mengubah apa-apa.');
    expect(readdirSync(dirname(path)).toSorted()).toEqual(['l.csv', 'l.html', 'l.xlsx', 'rencana.json']);
  });

  it('is stopped by Ctrl-C without a half file', async () => {
    const path = await written(rencana(20_000));
    const { child, ended } = start('tinjau', path, '--xlsx', join(dirname(path), 'l.xlsx'));
    await vi.waitFor(() => expect(readdirSync(dirname(path))).toHaveLength(2), { timeout: 20_000, interval: 5 });
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(err).toContain('Tidak ada berkas setengah jadi.');
    expect(readdirSync(dirname(path))).toEqual(['rencana.json']);
  });

  it('refuses what is no plan, and folders that are not there', async () => {
    expect(await pbi('tinjau', join(temporary(), 'tidak-ada.json'))).toMatchObject({ code: 3 });
    const path = await written(rencana([hasil(4)]));
    const { code, err } = await pbi('tinjau', path, '--csv', join(dirname(path), 'tidak-ada', 'l.csv'));
    expect({ code, stack: err.includes('\n    at ') }).toEqual({ code: 2, stack: false });
    expect(existsSync(join(dirname(path), 'tidak-ada'))).toBe(false);
  });
});
