import { describe, expect, it } from 'vitest';
import { MIGRASI } from '#domain/skema/migrasi.ts';
import {
  halanganVersi,
  migrasiTertunda,
  rencanaNaik,
  tolakBundelLama,
  VERSI_SKEMA,
  versiRegister,
} from '#domain/skema/versi.ts';

describe('the version of a register', () => {
  it('is the number in its markers', () => {
    expect(versiRegister({ versi_skema: '1' })).toBe(1);
    expect(versiRegister({ versi_skema: '7' })).toBe(7);
  });

  it('without a readable number is this one, except where markers of the first release stand', () => {
    for (const versi_skema of ['', 'dua', '0', '-1', '1.5']) expect(versiRegister({ versi_skema })).toBe(VERSI_SKEMA);
    expect(versiRegister({})).toBe(VERSI_SKEMA);
    expect(versiRegister({ berkas_bpjs: 'x' })).toBe(1);
    expect(versiRegister({ formulir_darurat: '{}', versi_skema: '' })).toBe(1);
  });
});

describe('the steps', () => {
  it('are numbered without a gap, each with a sentence, up to the version of the bundle', () => {
    expect(MIGRASI.map(({ ke }) => ke)).toEqual(MIGRASI.map((_, i) => i + 2));
    for (const { guna } of MIGRASI) expect(guna).toMatch(/^[A-Z].*\.$/);
    expect(VERSI_SKEMA).toBe(MIGRASI.length + 1);
  });

  it('are those above the version of the register', () => {
    expect(migrasiTertunda(1)).toEqual(MIGRASI);
    expect(migrasiTertunda(VERSI_SKEMA)).toEqual([]);
    expect(migrasiTertunda(VERSI_SKEMA + 1)).toEqual([]);
    expect(rencanaNaik(1)[0]).toMatch(/^Versi 2: Spreadsheet dan formulir/);
    expect(rencanaNaik(VERSI_SKEMA)).toEqual([]);
  });

  it('move what the first release noted of its files to where it is looked for now', () => {
    const sistem = { berkas_bpjs: 'b', formulir_darurat: '{"id":"f","butir":{"nik":1}}' };
    expect(MIGRASI[0]?.ubah({ sistem, pengaturan: { nama_kantor: 'Dinsos', jalur_alternatif: 'Jamkesda' } })).toEqual({
      sistem: { berkas: '{"bpjs":"b"}', formulir: '{"darurat":{"id":"f","butir":{"nik":1}}}' },
      pengaturan: { rute_aktif: 'BTL-D' },
    });
  });

  it('do not undo what an interrupted or earlier upgrade has brought', () => {
    const [first] = MIGRASI;
    const sistem = { berkas_bpjs: 'lama', formulir_darurat: '{"id":"f"}', berkas: '{"bpjs":"baru"}', formulir: '' };
    const pengaturan = { rute_aktif: 'BTL-D, BTL-N', nama_kantor: 'Dinas Sosial Sleman', jalur_alternatif: 'Jamkesda' };
    expect(first?.ubah({ sistem, pengaturan })).toEqual({
      sistem: { berkas: '{"bpjs":"baru"}', formulir: '{"darurat":{"id":"f"}}' },
      pengaturan: {},
    });
  });
});

describe('writing and pushing', () => {
  it('is refused to another version, with who does what', () => {
    expect(halanganVersi(VERSI_SKEMA)).toBe('');
    expect(halanganVersi(VERSI_SKEMA + 1)).toContain('pbi pasang');
    expect(halanganVersi(VERSI_SKEMA - 1)).toContain('Pasang atau perbaiki kantor');
  });

  it('an older bundle is not sent to a newer register', () => {
    expect(tolakBundelLama(VERSI_SKEMA)).toBe('');
    expect(tolakBundelLama(1)).toBe('');
    expect(tolakBundelLama(VERSI_SKEMA + 1)).toContain('Skrip tidak dikirim.');
    expect(tolakBundelLama(3, 2)).toContain('versi 3');
  });
});
