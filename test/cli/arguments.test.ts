import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const pbi = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });

describe('pbi’s arguments', () => {
  it.each([
    [['lokal', '--prot', '1'], 'pilihan tidak dikenal: --prot'],
    [['ngawur'], 'perintah tidak dikenal: ngawur'],
    [['lokal', '--port'], 'pilihan ini perlu nilai: --port <nomor>'],
    [['lokal', '--port', '99999'], '99999. Port harus angka 0 sampai 65535.'],
    [['lokal', '--profile', 'mars'], 'Yang boleh: bantul, kota-bogor.'],
    [['lokal', 'lebih'], 'argumen terlalu banyak'],
    [['verifikasi', '--memori', '200'], '200. Tulis angka dan satuannya, misalnya 500MB atau 4GB.'],
    [['referensi', 'muat', 'dtks', 'a.csv', '--memori', '-1'], 'Tulis angka dan satuannya'],
    [['referensi', 'muat', 'apa', 'a.csv'], 'nilai tidak sah: apa untuk referensi. Yang boleh: kependudukan, dtks'],
    [['tinjau', 'a', '--terima-semua', '--tolak-semua'], 'bersama: --terima-semua --tolak-semua'],
  ])('%j end with code 2 and say why', (args, message) => {
    const { status, stdout, stderr } = pbi(...args);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^galat: .*\nLihat: pbi --help\n$/s);
    expect(stderr).not.toMatch(/error|unknown|invalid|argument /i);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
  it('show help in Indonesian', () => {
    const { status, stdout } = pbi('lokal', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('Pemakaian: pbi lokal [pilihan]');
    expect(stdout).toMatch(
      /--profile <kantor>\s+kantor yang dijalankan \(pilihan: bantul,\s+kota-bogor;\s+bawaan: bantul\)/,
    );
    expect(stdout).not.toMatch(/default|choices|options|display/);
    expect(pbi('help', 'lokal').stdout).toBe(stdout);
    expect(pbi('--help').stdout).toContain('Perintah:');
    expect(pbi().status).toBe(2);
  });

  it('show the overview at once, the same that the commands give', () => {
    const starter = fileURLToPath(new URL('../../cli/pbi.cjs', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [starter, '--help'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: pbi('--help').stdout });
    expect(spawnSync(process.execPath, [starter, 'lokal', '--help'], { encoding: 'utf8' }).stdout).toContain(
      '--profile',
    );
  });

  it.each(['templat', 'ekspor'])('show what %s may be given, in Indonesian too', (command) => {
    const { stdout } = pbi(command, '--help');
    expect(stdout).toMatch(/susunan kolom \(pilihan: format34, format37\)/);
    expect(stdout).not.toMatch(/default|choices|options|display/);
  });
});
