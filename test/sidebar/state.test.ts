/** What the page keeps, drops and sends of the officer's input. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as s from '../../apps-script/sidebar/client/state.ts';
import { contohPanel, TIKET, tindakan } from '../e2e/sidebar/support/fixtures.ts';

describe('input of a case', () => {
  let state = s.newState();
  beforeEach(() => {
    state = s.newState();
    s.showPanel(state, contohPanel(), 1);
  });

  it('sends only checks that differ from what is stored', () => {
    state.checks.set('cek_dtks', 'Tidak terdaftar');
    state.checks.set('cek_kependudukan', 'Padan');
    expect(s.changedChecks(state)).toEqual({ cek_dtks: 'Tidak terdaftar' });
  });

  it('survives a newer version of the same ticket and not another ticket', () => {
    s.draftOf(state, 'TARIK').teks = 'Pasien pulang';
    state.form = 'TARIK';
    s.showPanel(state, contohPanel({ versi: '8' }), 2);
    expect(s.isDirty(state)).toBe(true);
    s.showPanel(state, contohPanel({ tiket: 'BTL-D-2026-000124' }), 3);
    expect(s.isDirty(state)).toBe(false);
    expect(s.draftOf(state, 'TARIK').teks).toBe('');
  });

  it('forgets what was sent and nothing else', () => {
    state.checks.set('cek_dtks', 'Tidak terdaftar').set('cek_pbi_apbd', 'Tidak terdaftar');
    s.draftOf(state, 'TARIK').teks = 'Pasien pulang';
    s.forgetSent(state, s.request(contohPanel(), 'PERIKSA', { cek_dtks: 'Tidak terdaftar' }));
    expect(s.changedChecks(state)).toEqual({ cek_pbi_apbd: 'Tidak terdaftar' });
    expect(s.draftOf(state, 'TARIK').teks).toBe('Pasien pulang');
  });

  it('counts an open empty form and a closed full one as nothing to lose', () => {
    state.form = 'TARIK';
    s.draftOf(state, 'TARIK').teks = '  ';
    expect(s.isDirty(state)).toBe(false);
    s.draftOf(state, 'TARIK').teks = 'Pasien pulang';
    state.form = undefined;
    expect(s.isDirty(state)).toBe(false);
  });
});

describe('forms', () => {
  const kosong = { pilihan: '', teks: '', hasil: '', keterangan: '', tmt: '', kode: '', periode: '' };

  it('joins the chosen and the written reason', () => {
    expect(s.reasonOf({ ...kosong, pilihan: 'NIK tidak padan', teks: ' angka ke-7 ' })).toBe(
      'NIK tidak padan: angka ke-7',
    );
    expect(s.reasonOf({ ...kosong, teks: 'angka ke-7' })).toBe('angka ke-7');
  });

  it('asks for a reason and for what an answer must come with', () => {
    expect(s.draftProblems(tindakan('TARIK', 'Tarik', { alasan: true }), kosong)).toHaveLength(1);
    const catat = tindakan('CATAT_HASIL', 'Catat hasil BPJS');
    expect(s.draftProblems(catat, { ...kosong, hasil: 'berhasil' }).join()).toContain('TMT');
    expect(s.draftProblems(catat, { ...kosong, hasil: 'ditangguhkan' }).join()).toContain('keterangan');
    expect(s.draftProblems(catat, { ...kosong, hasil: 'berhasil', tmt: '01/12/2026' })).toEqual([]);
  });

  it('does not send a date that is no longer shown', () => {
    const draft = { ...kosong, hasil: 'tidak berhasil', keterangan: 'NIK tidak padan', tmt: '01/12/2026' };
    expect(s.formRequest(contohPanel(), 'CATAT_HASIL', draft)).toEqual({
      tiket: TIKET,
      baris: 14,
      versi: '7',
      aksi: 'CATAT_HASIL',
      alasan: '',
      isi: { hasil: 'tidak berhasil', keterangan: 'NIK tidak padan', tmt: '' },
    });
  });
});
