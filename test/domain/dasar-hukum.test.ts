/** Which legal bases are printed on a day (BGR-04, S-35). */
import { describe, expect, it } from 'vitest';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { dasarBerlaku } from '#usecase/cetak/dasar-hukum.ts';

const PERPRES = {
  peraturan: 'Peraturan Presiden 82 Tahun 2018',
  tentang: 'Jaminan Kesehatan',
  berlaku_dari: '2018-09-18',
};
const LAMA = {
  peraturan: 'Peraturan Menteri Sosial 21 Tahun 2019',
  tentang: 'PBI',
  berlaku_dari: '2019-01-01',
  diganti_oleh: 'Permensos 3/2026',
};
const BARU = { peraturan: 'Peraturan Menteri Sosial 3 Tahun 2026', tentang: 'PBI', berlaku_dari: '2026-01-22' };

const printed = (rows: readonly Record<string, string>[], day: string) => dasarBerlaku(rows, day as Tanggal);

describe('legal bases', () => {
  it('are printed from the day they begin until their successor begins', () => {
    const rows = [LAMA, BARU];
    expect(printed(rows, '2026-01-21').berlaku).toEqual(['Peraturan Menteri Sosial 21 Tahun 2019 tentang PBI']);
    expect(printed(rows, '2026-01-22').berlaku).toEqual(['Peraturan Menteri Sosial 3 Tahun 2026 tentang PBI']);
    expect(printed(rows, '2026-01-22').gugur).toEqual([`${LAMA.peraturan}: sudah diganti oleh Permensos 3/2026.`]);
  });

  it('without a row of the successor end with the year in its name', () => {
    expect(printed([LAMA], '2025-12-31').berlaku).toHaveLength(1);
    expect(printed([LAMA], '2026-01-01').berlaku).toHaveLength(0);
    expect(printed([{ ...LAMA, diganti_oleh: 'aturan lain' }], '2019-06-01').berlaku).toHaveLength(0);
  });

  it('that were only amended stay', () => {
    const diubah = { ...PERPRES, diganti_oleh: 'Perpres 75/2019, 59/2024 (perubahan)' };
    expect(printed([diubah], '2026-11-01').berlaku).toHaveLength(1);
  });

  it('are printed once, and not with a date that cannot be read', () => {
    const kembar = { ...PERPRES, peraturan: 'Peraturan  Presiden 82 TAHUN 2018' };
    expect(printed([PERPRES, kembar], '2026-11-01')).toMatchObject({
      berlaku: ['Peraturan Presiden 82 Tahun 2018 tentang Jaminan Kesehatan'],
      gugur: ['Peraturan  Presiden 82 TAHUN 2018: sudah tercantum di baris lain.'],
    });
    expect(printed([{ ...PERPRES, berlaku_dari: 'tahun lalu' }], '2026-11-01').gugur[0]).toContain('tidak terbaca');
    expect(printed([{ peraturan: '' }], '2026-11-01')).toEqual({ berlaku: [], gugur: [] });
  });
});
