/** What the page keeps, drops and sends of the officer's input. */
import { beforeEach, describe, expect, it } from 'vitest';
import { takeLost } from '../../apps-script/sidebar/client/lost.ts';
import * as s from '../../apps-script/sidebar/client/state.ts';
import { contohPanel, panelLoket, TIKET, tindakan } from '../e2e/sidebar/support/fixtures.ts';

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

describe('the checklist', () => {
  let state = s.newState();
  beforeEach(() => {
    state = s.newState();
    s.showPanel(state, panelLoket(), 1);
  });

  it('is what is stored until something is ticked, and is lost with another case', () => {
    expect([s.tickedDocuments(state), s.isDirty(state)]).toEqual(['kk', false]);
    state.documents.set('ktp', true);
    expect([s.tickedDocuments(state), s.isDirty(state)]).toEqual(['kk, ktp', true]);
    s.showPanel(state, contohPanel(), 2);
    expect(s.isDirty(state)).toBe(false);
  });

  it('ticked and unticked again is nothing to lose', () => {
    state.documents.set('ktp', true).set('ktp', false);
    expect(s.isDirty(state)).toBe(false);
  });

  it('is forgotten when it was sent', () => {
    state.documents.set('ktp', true);
    s.forgetSent(state, s.request(panelLoket(), 'SARING', { dokumen: 'kk, ktp' }));
    expect(s.tickedDocuments(state)).toBe('kk');
  });

  it('is quoted when somebody else has moved the case on', () => {
    state.documents.set('permohonan', true);
    expect(takeLost(state)).toBeUndefined();
    const { bulanan } = panelLoket();
    if (!bulanan?.saring) throw new Error('the counter screens');
    const sebab = ['Hanya untuk status Diajukan; sekarang Lolos.'];
    s.showPanel(state, panelLoket({ bulanan: { ...bulanan, saring: { ...bulanan.saring, boleh: false, sebab } } }), 2);
    expect(takeLost(state)).toEqual({
      reasons: sebab,
      input: [{ label: 'Dokumen yang ada', nilai: 'kk, permohonan' }],
    });
    expect(s.isDirty(state)).toBe(false);
  });
});

describe('folded parts', () => {
  it('stay open from case to case, but not what reads the whole register', () => {
    const state = s.newState();
    s.showPanel(state, contohPanel(), 1);
    state.unfolded.add('riwayat').add('keluarga');
    s.showPanel(state, contohPanel({ versi: '8' }), 2);
    expect([...state.unfolded]).toEqual(['riwayat', 'keluarga']);
    s.showPanel(state, panelLoket(), 3);
    expect([...state.unfolded]).toEqual(['riwayat']);
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

  it('asks for a reason of the list where its code goes along', () => {
    const [kembalikan] = panelLoket().tindakan;
    if (!kembalikan) throw new Error('the counter gives back');
    expect(s.draftProblems(kembalikan, { ...kosong, teks: 'KTP buram' })).toEqual([
      'Pilih alasan dari daftar; penjelasan boleh ditambahkan.',
    ]);
    expect(s.draftProblems(kembalikan, { ...kosong, pilihan: 'Data belum lengkap' })).toEqual([]);
  });

  it('asks for the period and sends it', () => {
    const geser = tindakan('GESER_PERIODE', 'Pindahkan periode', { alasan: true });
    const draft = { ...kosong, teks: 'Kuota habis' };
    expect(s.draftProblems(geser, draft)).toEqual(['Pilih periodenya.']);
    expect(s.formRequest(panelLoket(), 'GESER_PERIODE', { ...draft, periode: '2027-01' })).toMatchObject({
      alasan: 'Kuota habis',
      isi: { periode: '2027-01' },
    });
  });

  it('sends a code only when one was chosen', () => {
    const draft = { ...kosong, hasil: 'ditangguhkan', keterangan: 'Menunggu', kode: 'D02' };
    expect(s.formRequest(contohPanel(), 'CATAT_HASIL', draft).isi).toMatchObject({ kode: 'D02' });
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
