/** What holds for any feedback file: every row has one answer, no case gets two, nobody gets another person's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarisUmpanBalik, KasusRekon } from '#usecase/rekonsiliasi/bentuk.ts';
import { tgl } from '../domain/support/buat.ts';
import { GAGAL, jalankan, jawaban, kasusDikirim } from './support/rekonsiliasi.ts';

const orang = fc.integer({ min: 1, max: 12 });
const status = fc.constantFrom(
  'DIKIRIM_BPJS',
  'DITANGGUHKAN',
  'BERHASIL',
  'TIDAK_BERHASIL',
  'LOLOS',
  'SELESAI',
  'DITUTUP',
);
const hari = fc
  .constantFrom('', '2026-11-19', '2026-11-24', '2026-11-27')
  .map((teks) => (teks === '' ? '' : tgl(teks)));

const kasusAcak = fc
  .uniqueArray(fc.record({ n: orang, status, lain: orang, sudah: hari }), { selector: ({ n }) => n, maxLength: 12 })
  .map((daftar) =>
    daftar.map(({ n, status: isi, lain, sudah }) =>
      kasusDikirim(n, {
        status: isi,
        // Families and people of one name and birth date.
        ...(lain > 8
          ? { no_kk: kasusDikirim(1).no_kk, nama: 'Bagas Rekaan Sama', tgl_lahir: '1960-08-01', jk: 'L' }
          : {}),
        dijawab_pada: isi === 'DIKIRIM_BPJS' || sudah === '' ? '' : `${sudah}T09:00:00+07:00`,
      }),
    ),
  );

const barisAcak = fc
  .array(
    fc.record({
      n: orang,
      gagal: fc.boolean(),
      hilang: fc.subarray([
        'nik',
        'no_kartu',
        'no_kk',
        'nama',
        'kode_wilayah',
        'tgl_lahir',
        'jk',
        'hasil',
        'tmt',
      ] as const),
      sama: fc.boolean(),
      dijawab: hari,
    }),
    { maxLength: 20 },
  )
  .map((daftar) =>
    daftar.map(({ n, gagal, hilang, sama, dijawab }, i): BarisUmpanBalik => {
      const kosong = Object.fromEntries(hilang.map((kolom) => [kolom, '']));
      const kembar = sama ? { nama: 'Bagas Rekaan Sama', tgl_lahir: tgl('1960-08-01'), jk: 'L' as const } : {};
      return jawaban(n, { ...(gagal ? GAGAL : {}), ...kembar, ...kosong, dijawab, nomor: i + 2 });
    }),
  );

const semua = (periksa: (baris: BarisUmpanBalik[], kasus: KasusRekon[]) => void): void =>
  fc.assert(fc.property(barisAcak, kasusAcak, periksa), { numRuns: 300 });

describe('any file against any register', () => {
  it('every row is in exactly one list, in the order of the file', () =>
    semua((baris, kasus) => {
      expect(jalankan(baris, kasus).baris.map(({ nomor }) => nomor)).toEqual(baris.map(({ nomor }) => nomor));
    }));

  it('no case is answered twice, and only cases that are at BPJS are', () =>
    semua((baris, kasus) => {
      const tiket = jalankan(baris, kasus).baris.flatMap((satu) => (satu.golongan === 'cocok' ? satu.tiket : []));
      expect(new Set(tiket).size).toBe(tiket.length);
      const boleh = ['DIKIRIM_BPJS', 'DITANGGUHKAN', 'BERHASIL', 'TIDAK_BERHASIL'];
      for (const satu of tiket) expect(boleh).toContain(kasus.find((k) => k.tiket === satu)?.status);
    }));

  it('nobody with a readable NIK gets the answer of another NIK', () =>
    semua((baris, kasus) => {
      const nikTiket = new Map(kasus.map(({ tiket, nik }) => [tiket, nik]));
      for (const { nomor, golongan, tiket } of jalankan(baris, kasus).baris) {
        const nik = baris.find((satu) => satu.nomor === nomor)?.nik;
        if (golongan === 'cocok' && nik !== '') expect(nikTiket.get(tiket[0] ?? '')).toBe(nik);
      }
    }));

  it('a name alone never records anything', () =>
    semua((baris, kasus) => {
      const tanpaNomor = baris.map((satu) => ({ ...satu, nik: '', no_kartu: '', no_kk: '' }));
      for (const { golongan } of jalankan(tanpaNomor, kasus).baris)
        expect(['saran', 'tak_dikenal']).toContain(golongan);
    }));

  it('whoever was sent is answered, in dispute, or listed as waiting', () =>
    semua((baris, kasus) => {
      const hasil = jalankan(baris, kasus);
      const disebut = new Set(
        hasil.baris.flatMap(({ golongan, tiket }) =>
          ['cocok', 'berlawanan', 'tidak_lengkap', 'sudah'].includes(golongan) ? tiket : [],
        ),
      );
      const dikirim = kasus.filter((satu) => satu.status === 'DIKIRIM_BPJS').map(({ tiket }) => tiket);
      expect(hasil.belumDijawab).toEqual(dikirim.filter((tiket) => !disebut.has(tiket)));
    }));

  it('the order of the rows decides nothing about what is recorded', () =>
    semua((baris, kasus) => {
      const tercatat = (urutan: BarisUmpanBalik[]) =>
        jalankan(urutan, kasus)
          .baris.filter(({ golongan }) => golongan === 'cocok')
          .map(({ tiket, jawaban: isi }) => `${tiket[0]} ${isi?.hasil} ${isi?.tmt}`)
          .sort();
      expect(tercatat([...baris].reverse())).toEqual(tercatat(baris));
    }));

  it('the same file again finds everything recorded', () =>
    semua((baris, kasus) => {
      const cocok = jalankan(baris, kasus).baris.filter(({ golongan }) => golongan === 'cocok');
      const status = {
        berhasil: 'BERHASIL',
        'tidak berhasil': 'TIDAK_BERHASIL',
        ditangguhkan: 'DITANGGUHKAN',
      } as const;
      const sesudah = kasus.map((satu): KasusRekon => {
        const isi = cocok.find(({ tiket }) => tiket[0] === satu.tiket)?.jawaban;
        if (!isi) return satu;
        const { keterangan: keterangan_bpjs, tmt: tmt_aktif } = isi;
        return {
          ...satu,
          status: status[isi.hasil],
          keterangan_bpjs,
          tmt_aktif,
          dijawab_pada: '2026-11-30T10:00:00+07:00',
        };
      });
      const lagi = jalankan(baris, sesudah).baris;
      expect(lagi.filter(({ golongan }) => golongan === 'cocok')).toEqual([]);
      for (const { nomor } of cocok) expect(lagi.find((satu) => satu.nomor === nomor)?.golongan).toBe('sudah');
    }));
});
