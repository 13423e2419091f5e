/** What holds for any matched file: every row has one decision, no case gets two answers, nothing is recorded twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarisTemuan, KasusRekon } from '#usecase/rekonsiliasi/bentuk.ts';
import { tgl } from '../domain/support/buat.ts';
import { GAGAL, jalankan, kasusDikirim, temuan } from './support/rekonsiliasi.ts';

const orang = fc.integer({ min: 1, max: 12 });
const status = fc.constantFrom(
  ...['DIKIRIM_BPJS', 'DITANGGUHKAN', 'BERHASIL', 'TIDAK_BERHASIL', 'LOLOS', 'SELESAI', 'DITUTUP'],
);
const hari = fc
  .constantFrom('', '2026-11-19', '2026-11-24', '2026-11-27')
  .map((teks) => (teks === '' ? '' : tgl(teks)));
const kelas = fc.constantFrom('COCOK', 'COCOK', 'COCOK_BEDA', 'SARAN', 'GANDA', 'BENTROK', 'TIDAK_DITEMUKAN', 'CACAT');

/** Persons with one or two cases each. */
const kasusAcak = fc.uniqueArray(fc.record({ n: orang, status, kedua: fc.boolean(), sudah: hari }), {
  selector: ({ n }) => n,
  maxLength: 12,
});

const barisAcak = fc.array(fc.record({ n: orang, gagal: fc.boolean(), kelas, tmt: fc.boolean(), dijawab: hari }), {
  maxLength: 20,
});

const tercatat = (putusan: ReturnType<typeof jalankan>['baris'][number]) =>
  putusan.kelas === 'COCOK' || putusan.kelas === 'COCOK_BEDA' ? putusan.tujuan.filter(({ jawaban }) => jawaban) : [];

function semua(periksa: (baris: BarisTemuan[], kasus: KasusRekon[]) => void): void {
  const sifat = fc.property(barisAcak, kasusAcak, (mentah, daftar) => {
    const milik = new Map(
      daftar.map(({ n, status: isi, kedua, sudah }) => {
        const dijawab_pada = isi === 'DIKIRIM_BPJS' || sudah === '' ? '' : `${sudah}T09:00:00+07:00`;
        const lain = kasusDikirim(n, { tiket: `BGR-U-2026-0009${10 + n}`, status: 'TIDAK_BERHASIL' });
        return [n, [kasusDikirim(n, { status: isi, dijawab_pada }), ...(kedua ? [lain] : [])]] as const;
      }),
    );
    const baris = mentah.map(({ n, gagal, kelas: apa, tmt, dijawab }, i) => {
      const dia = milik.get(n);
      const tanpa = dia === undefined || apa === 'TIDAK_DITEMUKAN' || apa === 'CACAT';
      const isi = { ...(gagal ? GAGAL : {}), ...(tmt ? {} : { tmt: '' as const }), dijawab };
      const jenis = tanpa && apa !== 'CACAT' ? 'TIDAK_DITEMUKAN' : apa;
      return temuan(i + 2, [], isi, { kelas: jenis as BarisTemuan['kelas'], orang: tanpa ? [] : [dia] });
    });
    periksa(baris, [...milik.values()].flat());
  });
  fc.assert(sifat, { numRuns: 300 });
}

describe('any file against any register', () => {
  it('every row has exactly one decision, and only what matching found', () =>
    semua((baris, kasus) => {
      const hasil = jalankan(baris, kasus).baris;
      expect(hasil).toHaveLength(baris.length);
      for (const [i, { tujuan }] of hasil.entries()) {
        for (const satu of tujuan) expect(baris[i]?.orang[satu.orang]).toContain(satu.kasus);
      }
    }));

  it('no case is answered twice, and only cases that are at BPJS are', () =>
    semua((baris, kasus) => {
      const dicatat = jalankan(baris, kasus).baris.flatMap(tercatat);
      const tiket = dicatat.map(({ kasus: satu }) => satu.tiket);
      expect(new Set(tiket).size).toBe(tiket.length);
      const boleh = ['DIKIRIM_BPJS', 'DITANGGUHKAN', 'BERHASIL', 'TIDAK_BERHASIL'];
      for (const { kasus: satu } of dicatat) expect(boleh).toContain(satu.status);
    }));

  it('whoever was sent is answered, in dispute, incomplete, or listed as waiting', () =>
    semua((baris, kasus) => {
      const hasil = jalankan(baris, kasus);
      const belum = new Set(hasil.belumDijawab.map(({ tiket }) => tiket));
      for (const { tiket } of kasus.filter((satu) => satu.status === 'DIKIRIM_BPJS')) {
        const milik = hasil.baris.filter(
          ({ kelas: apa, tujuan }) =>
            ['COCOK', 'COCOK_BEDA', 'BERTENTANGAN', 'CACAT'].includes(apa) && tujuan[0]?.kasus.tiket === tiket,
        );
        expect(belum.has(tiket)).toBe(milik.length === 0);
      }
    }));

  it('the order of the rows decides nothing about what is recorded', () =>
    semua((baris, kasus) => {
      const jadi = (urutan: BarisTemuan[]) =>
        jalankan(urutan, kasus)
          .baris.flatMap(tercatat)
          .map(({ kasus: { tiket }, jawaban }) => `${tiket} ${jawaban?.hasil} ${jawaban?.tmt}`)
          .sort();
      expect(jadi([...baris].reverse())).toEqual(jadi(baris));
    }));

  it('the same file again finds everything recorded', () =>
    semua((baris, kasus) => {
      const dicatat = new Map(
        jalankan(baris, kasus)
          .baris.flatMap(tercatat)
          .map(({ kasus: { tiket }, jawaban }) => [tiket, jawaban] as const),
      );
      const jadi = { berhasil: 'BERHASIL', 'tidak berhasil': 'TIDAK_BERHASIL', ditangguhkan: 'DITANGGUHKAN' } as const;
      const sesudah = new Map(
        kasus.map((satu) => {
          const isi = dicatat.get(satu.tiket);
          const baru = isi && { status: jadi[isi.hasil], keterangan_bpjs: isi.keterangan, tmt_aktif: isi.tmt };
          return [satu, baru ? { ...satu, ...baru, dijawab_pada: '2026-11-30T10:00:00+07:00' } : satu] as const;
        }),
      );
      const lagi = baris.map((satu) => ({
        ...satu,
        orang: satu.orang.map((milik) => milik.map((dia) => sesudah.get(dia) ?? dia)),
      }));
      expect(jalankan(lagi, [...sesudah.values()]).baris.flatMap(tercatat)).toEqual([]);
    }));
});
