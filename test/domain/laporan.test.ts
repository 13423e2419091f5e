/** Counts for reports: what each number means, and that the log alone gives the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kasusKosong } from '#domain/kolom/kasus.ts';
import { hitungDariRiwayat, lipatRiwayat } from '#domain/laporan/dari-riwayat.ts';
import { hitung, hitungMenurut, keberhasilan } from '#domain/laporan/hitungan.ts';
import { HASIL_LAPORAN, type KasusLaporan, KOLOM_LAPORAN } from '#domain/laporan/kasus-laporan.ts';
import { bacaPengaturan } from '#domain/pengaturan/pengaturan.ts';
import { aturanAksi, halanganAksi } from '#domain/usulan/aksi.ts';
import { AKSI } from '#domain/usulan/aturan.ts';
import { RUTE } from '#domain/usulan/rute.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { tambahMenit, type Waktu } from '#domain/waktu/waktu.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { Potret } from '#usecase/potret.ts';
import { tindak } from '#usecase/tindakan.ts';
import { SEMUA_CEK } from '../support/checks.ts';

const HARI_INI = '2026-11-30' as Tanggal;

const kasus = (isi: Partial<KasusLaporan> = {}): KasusLaporan =>
  kasusKosong({ status: 'DIAJUKAN', percobaan: '1', dibuat: '2026-11-28T10:00:00+07:00', ...isi });

const hari = (n: number) => `2026-11-${String(n).padStart(2, '0')}T10:00:00+07:00`;

describe('the counts', () => {
  it.each<[string, Partial<KasusLaporan>, Partial<Record<string, number>>]>([
    ['a new one', {}, { berjalan: 1, lolos: 0, dikirim: 0, taruhan: 0 }],
    ['one that passed', { status: 'LOLOS' }, { berjalan: 1, lolos: 1, dikirim: 0, taruhan: 1 }],
    ['one at Dinkes', { status: 'DIKIRIM_DINKES', diserahkan_pada: hari(29) }, { lolos: 1, dikirim: 1, taruhan: 1 }],
    [
      'a suspended one',
      { status: 'DITANGGUHKAN', diusulkan_pada: hari(29) },
      { berjalan: 1, ditangguhkan: 1, taruhan: 1 },
    ],
    ['a success', { status: 'BERHASIL', tmt_aktif: '2026-12-01' }, { berhasil: 1, taruhan: 0 }],
    ['a finished success', { status: 'SELESAI', tmt_aktif: '2026-12-01' }, { berhasil: 1, selesai: 1, taruhan: 0 }],
    ['a finished failure', { status: 'SELESAI', dijawab_pada: hari(29) }, { tidakBerhasil: 1, selesai: 1 }],
    ['one finished after the own checks', { status: 'SELESAI' }, { tidakLolos: 1, selesai: 1 }],
    ['active and closed afterwards', { status: 'DITUTUP', tmt_aktif: '2026-11-01' }, { berhasil: 1, taruhan: 1 }],
    ['withdrawn', { status: 'DITARIK', diusulkan_pada: hari(29) }, { gugur: 1, dikirim: 1, taruhan: 0 }],
    ['given back', { status: 'DIKEMBALIKAN', dikembalikan_pada: hari(29) }, { kembali: 1, berjalan: 1 }],
    [
      'given back once, now open',
      { dikembalikan_pada: hari(29), percobaan: '2' },
      { kembali: 1, percobaan: 2, diulang: 1 },
    ],
    ['a late one', { tanda: 'bayi lewat_cutoff' }, { terlambat: 1 }],
    ['a status typed over', { status: 'Selesai?' }, { berjalan: 1 }],
  ])('%s', (_what, isi, expected) => {
    expect(hitung([kasus(isi)], HARI_INI)).toMatchObject(expected);
  });

  it('put open cases into three ages, and no others', () => {
    const semua = [30, 23, 22].map((n) => kasus({ dibuat: hari(n) }));
    const tua = [31, 30].map((n) => kasus({ dibuat: `2026-10-${n}T23:59:00+07:00` }));
    const tutup = kasus({ dibuat: '2026-01-01T00:00:00+07:00', status: 'DIBATALKAN' });
    expect(hitung([...semua, ...tua, tutup], HARI_INI).umur).toEqual({ baru: 2, sedang: 2, lama: 1 });
  });

  it('take the median of days until sending and until the final answer', () => {
    const jawab = (n: number, status = 'BERHASIL') =>
      kasus({ dibuat: hari(1), diusulkan_pada: hari(2), dijawab_pada: hari(n), status });
    const { hariKirim, hariJawab } = hitung([jawab(3), jawab(6), jawab(20), jawab(28, 'DITANGGUHKAN')], HARI_INI);
    expect({ hariKirim, hariJawab }).toEqual({ hariKirim: 1, hariJawab: 5 });
    expect(hitung([jawab(3), jawab(6)], HARI_INI).hariJawab).toBe(3.5);
    expect(hitung([kasus()], HARI_INI)).toMatchObject({ hariKirim: undefined, hariJawab: undefined });
  });

  it('give no rate where nothing was answered', () => {
    expect(keberhasilan(hitung([kasus()], HARI_INI))).toBeUndefined();
    const dua = hitung([kasus({ status: 'BERHASIL' }), kasus({ status: 'TIDAK_BERHASIL' })], HARI_INI);
    expect(keberhasilan(dua)).toBe(0.5);
    expect(hitung([], HARI_INI)).toMatchObject({ masuk: 0, hariJawab: undefined });
  });

  const acak = fc.record({
    status: fc.constantFrom('DIAJUKAN', 'LOLOS', 'BERHASIL', 'SELESAI', 'DITUTUP', 'TIDAK_LOLOS', 'rusak'),
    periode: fc.constantFrom('2026-10', '2026-11'),
    tmt_aktif: fc.constantFrom('', '2026-12-01'),
    dijawab_pada: fc.constantFrom('', hari(29), 'bukan waktu'),
    dibuat: fc.constantFrom('', hari(1), 'bukan waktu'),
  });

  it('add up: outcomes to what came in, ages to what is open, groups to the whole', () => {
    fc.assert(
      fc.property(fc.array(acak, { maxLength: 30 }), (isi) => {
        const semua = isi.map(kasus);
        const jumlah = hitung(semua, HARI_INI);
        expect(HASIL_LAPORAN.reduce((n, satu) => n + jumlah[satu], 0)).toBe(jumlah.masuk);
        expect(jumlah.umur.baru + jumlah.umur.sedang + jumlah.umur.lama).toBe(jumlah.berjalan);
        const perPeriode = [...hitungMenurut(semua, ({ periode }) => periode, HARI_INI).values()];
        for (const kolom of [...HASIL_LAPORAN, 'lolos', 'taruhan', 'percobaan'] as const) {
          expect(perPeriode.reduce((n, satu) => n + satu[kolom], 0)).toBe(jumlah[kolom]);
        }
      }),
    );
  });
});

const pengaturan = bacaPengaturan({ pengaturan: [], libur: [], peran: [] });

/** What an action needs besides a status that allows it. */
const ISI: Partial<Record<string, Record<string, string>>> = {
  PERIKSA: { ...SEMUA_CEK, cek_kependudukan: 'Tidak ditemukan' },
  KEMBALIKAN: { kode_kembali: 'K-NIK' },
  SARING: { dokumen: 'kk, ktp, permohonan' },
  SERAHKAN: { batch: '2026-11' },
  GESER_PERIODE: { periode: '2026-12' },
  CATAT_KIS: { peristiwa: 'DISERAHKAN', tanggal: '2026-11-30' },
};
const HASIL = [
  { hasil: 'berhasil', keterangan: '', tmt: '01/12/2026' },
  { hasil: 'tidak berhasil', keterangan: 'Ganda', tmt: '' },
  { hasil: 'ditangguhkan', keterangan: 'Menunggu', tmt: '' },
];

/** Leads cases through actions that their tables allow. @returns the cases as they stand, and the log of all this */
function jalani(langkah: readonly (readonly [rute: number, pilihan: readonly number[]])[]) {
  let kini = '2026-01-05T02:00:00+07:00' as Waktu;
  let sistem: Potret['sistem'] = {};
  const log: Readonly<Record<string, string>>[] = [];
  const akhir = langkah.map(([rute, pilihan], i) => {
    const nama = RUTE[rute % RUTE.length] ?? 'BTL-D';
    let satu = kasusKosong({
      tiket: `${nama}-2026-${String(i + 1).padStart(6, '0')}`,
      rute: nama,
      status: 'DIAJUKAN',
      percobaan: '1',
      periode: `2026-${String(1 + (i % 12)).padStart(2, '0')}`,
      kode_wilayah: `327101100${i % 4}`,
    });
    const kerjakan = (kerja: (p: Perancang) => typeof satu | undefined) => {
      kini = tambahMenit(kini, 977);
      const p = new Perancang({ kini, pengaturan, sistem, batch: [] });
      satu = kerja(p) ?? satu;
      const { ubah, tambah } = p.rencana();
      for (const { tab, kunci, nilai } of ubah)
        if (tab === 'Sistem') sistem = { ...sistem, [kunci]: nilai['nilai'] ?? '' };
      log.push(...tambah.filter(({ tab }) => tab === 'Riwayat').map(({ nilai }) => nilai));
    };
    kerjakan((p) => p.kasusBaru(satu, { aksi: 'AJUKAN', pelaku: { nama: 'uji', peran: 'dinsos' } }));
    for (const nomor of pilihan) {
      const bisa = AKSI.flatMap((aksi) => {
        const oleh = aturanAksi(aksi, satu.rute)?.pelaku.find(
          (pelaku) => halanganAksi(aksi, satu, pelaku).length === 0,
        );
        return oleh ? [{ aksi, oleh }] : [];
      });
      const aksi = bisa[nomor % Math.max(1, bisa.length)];
      if (!aksi) continue;
      kerjakan((p) => {
        const isi = aksi.aksi === 'CATAT_HASIL' ? HASIL[nomor % 3] : ISI[aksi.aksi];
        const perintah = { aksi: aksi.aksi, alasan: 'uji', isi: isi ?? {} };
        const hasil = tindak(p, satu, perintah, { nama: 'uji', peran: aksi.oleh });
        return hasil.ok ? hasil.value.kasus : undefined;
      });
    }
    return satu;
  });
  return { kasus: akhir, log };
}

describe('the log alone', () => {
  const skenario = fc.array(fc.tuple(fc.nat(3), fc.array(fc.nat(60), { maxLength: 12 })), {
    minLength: 1,
    maxLength: 8,
  });
  const kunci = (satu: KasusLaporan) => `${satu.rute} ${satu.periode} ${satu.kode_wilayah}`;

  it('gives the same counts as the cases, whatever was done to them, in whatever order it is read', () => {
    const tercapai = new Set<string>();
    fc.assert(
      fc.property(skenario, (langkah) => {
        const { kasus: akhir, log } = jalani(langkah);
        for (const { status } of akhir) tercapai.add(status);
        const dariKasus = hitungMenurut(akhir, kunci, HARI_INI);
        expect(hitungDariRiwayat([...log].reverse(), kunci, HARI_INI)).toEqual(dariKasus);
      }),
      // In 150 runs two of a hundred reach too few states.
      { numRuns: 600 },
    );
    expect(tercapai.size).toBeGreaterThan(8);
  });

  it('knows every column that the counts need', () => {
    const { kasus: akhir, log } = jalani([[3, [3, 9, 4, 2, 7]]]);
    const ambil = (satu: KasusLaporan) => Object.fromEntries(KOLOM_LAPORAN.map((kolom) => [kolom, satu[kolom]]));
    expect(lipatRiwayat(log).map(ambil)).toEqual(akhir.map(ambil));
  });

  it('leaves out lines that are about no case, and names a line that cannot be read', () => {
    const { log } = jalani([[2, []]]);
    const lain = { nomor: '9', tiket: '-', baru: '{"status":"SELESAI"}' };
    const batch = { nomor: '10', tiket: 'BGR-U 2026-11', baru: '{"keadaan":"DITUTUP"}' };
    expect(lipatRiwayat([...log, lain, batch])).toHaveLength(1);
    const rusak = { nomor: '11', tiket: 'BGR-U-2026-000001', baru: '{' };
    expect(() => lipatRiwayat([...log, rusak])).toThrow('nomor 11');
  });
});
