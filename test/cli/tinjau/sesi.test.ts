/** A review on a terminal, key by key. */
import { describe, expect, it, vi } from 'vitest';
import { KOLOM_ORANG, type Orang } from '#domain/cocok/orang.ts';
import type { RencanaCocok } from '../../../cli/reconcile/rencana.ts';
import { TANPA_SARINGAN } from '../../../cli/reconcile/tinjau/saringan.ts';
import { Sesi } from '../../../cli/reconcile/tinjau/sesi.ts';
import { hitungPutusan, Tinjauan } from '../../../cli/reconcile/tinjau/tinjauan.ts';
import { hasil } from '../hasil/support/hasil.ts';
import { rencana } from '../hasil/support/rencana.ts';
import { TerminalUji, TOMBOL } from './support/terminal.ts';

function mulai(
  isi: Parameters<typeof rencana>[0] | RencanaCocok,
  opsi: { columns?: number; rows?: number; warna?: boolean } = {},
) {
  const terminal = new TerminalUji(opsi);
  const tinjauan = new Tinjauan(typeof isi === 'object' && 'entri' in isi ? isi : rencana(isi));
  const penjaga = { simpan: vi.fn(), galat: '' };
  const berhenti = new AbortController();
  const akhir = new Sesi(tinjauan, penjaga, terminal, false, berhenti.signal).jalankan();
  return { terminal, tinjauan, penjaga, berhenti, akhir };
}

describe('review on a terminal', () => {
  it('shows both sides, marks what differs without colours, and explains the score', async () => {
    const { terminal, akhir } = mulai([hasil(4)]);
    await terminal.tampil('SARAN');
    const layar = terminal.layar.join('\n');
    expect(layar).toMatch(/NIK +327100••••••9\[0\]04 +≠ 327100••••••9\[8\]04/);
    expect(layar).toMatch(/Nama ibu +SUMINAH +=/);
    expect(layar).toMatch(/\+7,5 +█+ +nama sama/);
    expect(layar).toMatch(/−1,25 +░+ +tempat lahir berbeda/);
    expect(terminal.semua).not.toContain('\u001B[33m');
    terminal.tekan('q');
    expect(await akhir).toBe(true);
  });

  it.each([0, 1, 9])('ends also on a terminal that says it is %i wide', async (columns) => {
    const { terminal, akhir } = mulai([hasil(4)], { columns, rows: columns });
    await vi.waitFor(() => expect(terminal.layar.length).toBeGreaterThan(0));
    terminal.tekan('q');
    expect(await akhir).toBe(true);
    if (columns === 0) expect(terminal.semua).toContain('SARAN');
  });

  it('underlines what differs where there are colours', async () => {
    const { terminal, akhir } = mulai([hasil(4)], { warna: true });
    await terminal.tampil('SARAN');
    expect(terminal.semua).toContain('\u001B[1m\u001B[33m\u001B[4m8');
    expect(terminal.layar.join('\n')).not.toContain('[8]');
    terminal.tekan('q');
    await akhir;
  });

  it('tells candidates apart that are cases of their own', async () => {
    const isi = rencana([hasil(8)]);
    for (const [ke, calon] of (isi.entri[0]?.calon ?? []).entries()) {
      const perubahan = { aksi: 'CATAT_HASIL', isi: { kode_hasil: `K${ke + 1}` }, alasan: '' };
      calon.tujuan = { tiket: `T-${ke + 1}`, versi: '1', perubahan };
    }
    const { terminal, akhir } = mulai(isi);
    await terminal.tampil('kode_hasil = K1');
    expect(terminal.layar.join('\n')).toMatch(/Tiket +T-1 +T-2/);
    terminal.tekan('2');
    await terminal.tampil('kode_hasil = K2');
    terminal.tekan('q');
    await akhir;
  });

  it('accepts, refuses, takes back, and keeps each of them', async () => {
    const { terminal, tinjauan, penjaga, akhir } = mulai([hasil(4), hasil(7), hasil(2)]);
    await terminal.tampil('1 dari 3');
    terminal.tekan(`${TOMBOL.kanan}t`);
    await terminal.tampil('diterima 1');
    expect(tinjauan.rencana.entri[0]).toMatchObject({ putusan: 'TERIMA', pilihan: 1 });
    terminal.tekan('x');
    await terminal.tampil('ditolak 1');
    terminal.tekan('uuu');
    await terminal.tampil('Tidak ada yang dapat diurungkan');
    expect(hitungPutusan(tinjauan.rencana).TUNDA).toBe(3);
    expect(penjaga.simpan).toHaveBeenCalledTimes(4);
    terminal.tekan('q');
    expect(await akhir).toBe(true);
  });

  it('asks with the number before it accepts all that the filter shows', async () => {
    const { terminal, tinjauan, penjaga, akhir } = mulai(100);
    await terminal.tampil('1 dari 60');
    terminal.tekan('T');
    await terminal.tampil('Terima 30 baris (menunggu), masing-masing dengan calon terbaiknya?');
    terminal.tekan('n');
    await terminal.tampil('1 dari 60');
    expect(penjaga.simpan).not.toHaveBeenCalled();
    terminal.tekan('T');
    await terminal.tampil('Terima 30 baris');
    terminal.tekan('y');
    await terminal.tampil('30 baris diputuskan');
    expect(hitungPutusan(tinjauan.rencana)).toMatchObject({ TERIMA: 30, TUNDA: 30 });
    terminal.tekan('u');
    await terminal.tampil('30 putusan diurungkan');
    terminal.tekan('q');
    await akhir;
  });

  it('filters by class and score, and by words', async () => {
    const { terminal, tinjauan, akhir } = mulai(100);
    await terminal.tampil('1 dari 60');
    terminal.tekan('s');
    await terminal.tampil('Kelas');
    terminal.tekan(`${TOMBOL.turun}${TOMBOL.turun}${TOMBOL.turun}\r`);
    await terminal.tampil('Referensi');
    terminal.tekan('\r');
    await terminal.tampil('Skor paling rendah');
    terminal.tekan('lima\r');
    await terminal.tampil('Tulis bilangan');
    terminal.tekan('\u0015');
    terminal.tekan('12,5\r');
    await terminal.tampil('Putusan');
    terminal.tekan('\r');
    await terminal.tampil('Saringan: Saran; menunggu; skor ≥ 12,5');
    expect(tinjauan.daftar).toHaveLength(10);
    terminal.tekan('/');
    await terminal.tampil('Cari nama');
    terminal.tekan('idris\r');
    await terminal.tampil('"idris"');
    expect(tinjauan.entri?.orang.nama).toContain('IDRIS');
    terminal.tekan('0');
    await terminal.tampil('1 dari 100');
    terminal.tekan('q');
    await akhir;
  });

  it('is ended by Ctrl-C, by the end of its input and by a signal, and gives the terminal back', async () => {
    for (const putus of ['tombol', 'masukan', 'sinyal']) {
      const { terminal, berhenti, akhir } = mulai(20);
      await terminal.tampil('1 dari 12');
      expect(terminal.mentah).toBe(true);
      if (putus === 'tombol') terminal.tekan(TOMBOL.ctrlC);
      else if (putus === 'masukan') terminal.input.end();
      else berhenti.abort();
      expect(await akhir).toBe(false);
      expect(terminal.mentah).toBe(false);
      expect(terminal.semua.endsWith('\u001B[?25h\u001B[?1049l')).toBe(true);
    }
  });

  it('says at once that decisions are not kept any more', async () => {
    const { terminal, penjaga, akhir } = mulai(20);
    await terminal.tampil('1 dari 12');
    penjaga.galat = 'rencana.json diubah program lain';
    terminal.tekan('x');
    await terminal.tampil('diubah program lain');
    terminal.tekan('q');
    await akhir;
  });

  it('shows numbers of people in full only when asked', async () => {
    const { terminal, akhir } = mulai([hasil(4)]);
    const { nik } = hasil(4).orang;
    await terminal.tampil('SARAN');
    expect(terminal.semua).not.toContain(nik);
    terminal.tekan('l');
    await terminal.tampil(`${nik.slice(0, 13)}[0]${nik.slice(14)}`);
    terminal.tekan('q');
    await akhir;
  });

  it.each([
    [80, 24],
    [60, 20],
    [30, 10],
    [200, 60],
  ])('fits a terminal of %i columns and %i lines', async (columns, rows) => {
    const { terminal, akhir } = mulai(40, { columns, rows });
    await terminal.tampil('Tinjau verifikasi');
    for (let ke = 0; ke < 14; ke += 1) {
      expect(terminal.layar).toHaveLength(rows);
      for (const baris of terminal.layar) expect([...baris]).toHaveLength(columns);
      const sebelum = terminal.semua.length;
      terminal.tekan(ke % 5 === 4 ? '?' : TOMBOL.turun);
      await vi.waitFor(() => expect(terminal.semua.length).toBeGreaterThan(sebelum));
    }
    terminal.tekan(`${TOMBOL.turun}q`);
    await akhir;
  });

  it('lets nothing of a file command the terminal', async () => {
    const jahat = '\u001B]8;;http://x.test\u0007klik\u001B[2J\u009B31m\r\n\u202Ebalik\u0000';
    const isi = Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, jahat])) as Record<keyof Orang, string>;
    const calon = { orang: { ...isi, nama: `${jahat}!` }, skor: 1, bagian: [{ nama: 'x', teks: jahat, nilai: 1 }] };
    const satu = hasil(4, { tiket: jahat, referensi: jahat, alasan: jahat, orang: isi, calon: [calon] });
    const { terminal, tinjauan, akhir } = mulai([satu, hasil(2)], { rows: 70 });
    tinjauan.saring({ ...TANPA_SARINGAN, teks: 'klik', referensi: [jahat] });
    terminal.tekan('l');
    await terminal.tampil('klik');
    terminal.tekan('T');
    await terminal.tampil('Terima 1 baris');
    terminal.tekan('n');
    await terminal.tampil('1 dari 1');
    terminal.tekan('s');
    await terminal.tampil('Kelas');
    terminal.tekan('\r');
    await terminal.tampil('Referensi');
    terminal.tekan('\r');
    await terminal.tampil('Skor paling rendah');
    terminal.tekan(TOMBOL.ctrlC);
    await terminal.tampil('1 dari 1');
    terminal.tekan('q');
    await akhir;
    expect(terminal.semua).not.toContain('\u001B]8');
    expect(terminal.semua).not.toContain('\u001B[2Jx');
    expect(terminal.semua).not.toMatch(/[\u0000\u0007\u009B\u202E]/);
    expect(terminal.semua.match(/\u001B\[2J/g)).toHaveLength(4);
  });
});
