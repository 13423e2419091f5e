/** Each thing that can be wrong with what an office holds or does is named, and nothing else is; what is safe is healed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tambahMenit, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { change, deleteRow } from '../support/disturbance.ts';
import { person } from '../support/people.ts';
import {
  barisDengan,
  kantorSehat,
  kodeSalah,
  pemicu,
  perlihatkan,
  type Rusak,
  sel,
  type Terperiksa,
  temuan,
  tulis,
} from './support/periksa.ts';

let kantor: Terperiksa;
beforeEach(async () => {
  kantor = await kantorSehat();
}, 30_000);
afterEach(() => kantor.server.close());

const DAFTAR: readonly Rusak[] = [
  {
    apa: 'an officer of a kelurahan whose code is too short',
    rusak: (office) => {
      const baris = office.tab('Peran').length + 2;
      tulis(office, `Peran!A${baris}:D${baris}`, [['orang@bantul.test', 'kelurahan', 'Orang', '34020']]);
    },
    kode: ['PENGATURAN_SALAH'],
    kata: /Tab Peran: isian salah di baris \d+\. Orang di baris itu/,
  },
  {
    apa: 'a program that is not this one',
    rusak: ({ workspace: { scripts } }) =>
      scripts.push(
        scripts.files().map((satu) => (satu.type === 'HTML' ? { ...satu, source: `${satu.source} ` } : satu)),
      ),
    kode: [],
    kata: /sama dengan yang dibawa pbi ini/,
  },
  {
    apa: 'a program of another text',
    rusak: ({ workspace: { scripts } }) =>
      scripts.push(scripts.files().map((satu) => (satu.name === 'panel' ? { ...satu, source: '<p></p>' } : satu))),
    kode: ['SKRIP_BEDA'],
    kata: /panel\.html/,
  },
  {
    apa: 'a program of another release',
    rusak: ({ workspace: { scripts } }) =>
      scripts.push(
        scripts
          .files()
          .map((satu) =>
            satu.name === 'Code' ? { ...satu, source: satu.source.replaceAll('"0.2.0"', '"0.1.9"') } : satu,
          ),
      ),
    kode: ['SKRIP_BEDA', 'VERSI_BEDA'],
    kata: /0\.1\.9/,
  },
  {
    apa: 'a lost trigger',
    rusak: (office) => pemicu(office).triggers.delete(pemicu(office).milik('saatBpjsDiubah')?.id ?? ''),
    kode: ['PEMICU_KURANG'],
    kata: /saatBpjsDiubah/,
    sembuh: true,
  },
  {
    apa: 'a trigger that is there twice',
    rusak: (office) => pemicu(office).triggers.put('dua', { ...pemicu(office).milik('saatRegisterDiubah'), id: 'dua' }),
    kode: ['PEMICU_KEMBAR'],
    kata: /saatRegisterDiubah/,
  },
  {
    apa: 'a trigger of somebody else',
    rusak: (office) =>
      pemicu(office).triggers.put('asing', { ...pemicu(office).milik('tick'), id: 'asing', function: 'onOpen' }),
    kode: ['PEMICU_ASING'],
    kata: /onOpen/,
  },
  {
    apa: 'no mail left for today',
    rusak: ({ workspace }) => workspace.faults.set({ mailQuota: 0 }),
    kode: ['KUOTA_HABIS'],
    kata: /habis/,
  },
  {
    apa: 'little mail left for today',
    rusak: ({ workspace }) => workspace.faults.set({ mailQuota: workspace.mail.outbox().length + 5 }),
    kode: ['KUOTA_TIPIS'],
    kata: /tinggal 5/,
  },
  {
    apa: 'an identity number that is a number',
    rusak: (office) => tulis(office, sel(office, 'Kasus', 'nik', 3), [[3402085001909002]]),
    kode: ['IDENTITAS_ANGKA'],
    kata: /Kasus!G3/,
  },
  {
    apa: 'a changed line of the log',
    rusak: (office) => tulis(office, sel(office, 'Riwayat', 'pelaku', 4), [['orang.lain@bantul.test']]),
    kode: ['RIWAYAT_PUTUS'],
    kata: /nomor 3/,
  },
  {
    apa: 'a removed line of the log',
    rusak: (office) => change(office, deleteRow('Riwayat', 2)),
    kode: ['RIWAYAT_PUTUS'],
    kata: /nomor 2/,
  },
  {
    apa: 'a lost end of the log',
    rusak: (office) => change(office, deleteRow('Riwayat', office.tab('Riwayat').length)),
    kode: ['RIWAYAT_UJUNG'],
    kata: /terakhir/,
  },
  {
    apa: 'a lost case',
    rusak: async (office, { tiket }) => {
      // What came in a moment ago is put back with the next sweep.
      await office.later(40);
      change(office, deleteRow('Kasus', barisDengan(office, 'Kasus', 'tiket', RegExp(tiket[1])) - 1));
    },
    kode: ['TIKET_HILANG'],
    kata: /BTL-D-2026-000002/,
  },
  {
    apa: 'a case in two rows',
    rusak: (office, { tiket }) => tulis(office, sel(office, 'Kasus', 'tiket', 5), [[tiket[1]]]),
    kode: ['TIKET_KEMBAR'],
    kata: /BTL-D-2026-000002/,
  },
  {
    apa: 'a setting that makes no sense',
    rusak: (office) =>
      tulis(office, sel(office, 'Pengaturan', 'nilai', barisDengan(office, 'Pengaturan', 'kunci', /^menit_usul$/)), [
        ['banyak'],
      ]),
    kode: ['PENGATURAN_SALAH'],
    kata: /Tab Pengaturan: isian salah di baris \d+/,
  },
  {
    apa: 'work of the day that was not done',
    rusak: (office) =>
      tulis(office, sel(office, 'Jadwal', 'periode', barisDengan(office, 'Jadwal', 'pekerjaan', /harian/)), [
        ['2026-11-20'],
      ]),
    kode: ['JADWAL_HARIAN'],
    kata: /20 November 2026/,
  },
  {
    apa: 'work of the day that failed in part',
    rusak: (office) =>
      tulis(office, sel(office, 'Jadwal', 'rincian', barisDengan(office, 'Jadwal', 'pekerjaan', /harian/)), [
        ['Semua tiket ada di register. PEMERIKSAAN RIWAYAT GAGAL.'],
      ]),
    kode: ['JADWAL_GAGAL'],
    kata: /PEMERIKSAAN RIWAYAT GAGAL/,
  },
  {
    apa: 'mail that was given up',
    rusak: (office) => tulis(office, sel(office, 'Kotak Keluar', 'keadaan', 2), [['GAGAL']]),
    kode: ['SURAT_GAGAL'],
    kata: /1 surel/,
    sembuh: true,
  },
  {
    apa: 'mail that waits for another day',
    rusak: (office) => tulis(office, sel(office, 'Kotak Keluar', 'keadaan', 2), [['DITAHAN']]),
    kode: ['SURAT_DITAHAN'],
    kata: /1 surel/,
  },
  {
    apa: 'mail that nobody sends',
    rusak: (office) => {
      const { clock } = office.workspace;
      const dulu = tambahMenit(waktuDariEpoch(clock.now()), -120);
      tulis(office, sel(office, 'Kotak Keluar', 'keadaan', 2), [['ANTRE', dulu]]);
    },
    kode: ['SURAT_MACET'],
    kata: /1 surel.*2 jam/,
  },
];

describe('an office', () => {
  it.each(DAFTAR)('with $apa is told of just that', (rusak) => perlihatkan(kantor, rusak));

  it('whose form has responses without a trace is told how many', async () => {
    const { faults, clock } = kantor.office.workspace;
    faults.set({ dropTriggers: true });
    kantor.office.submit(person(3));
    clock.set(clock.now() + 40 * 60_000);
    faults.set({ dropTriggers: true, failCall: { function: 'tick', method: 'FormApp.openById', n: 1 } });
    const semua = await temuan(kantor);
    expect(kodeSalah(semua)).toEqual(['RESPONS_BELUM']);
    expect(semua.find(({ kode }) => kode === 'RESPONS_BELUM')?.kalimat).toMatch(/1 tanggapan formulir darurat/);
  });

  it('that stands still is told of at once, without being asked anything', async () => {
    const { clock } = kantor.office.workspace;
    clock.set(clock.now() + 90 * 60_000);
    const semua = await temuan(kantor);
    expect(kodeSalah(semua)).toEqual(['DENYUT_MATI']);
    expect(kantor.office.tab('Antrean').filter(({ jenis }) => jenis === 'PERIKSA')).toEqual([]);
  });

  it('whose clock trigger is gone is told of without a long wait', async () => {
    const { triggers, milik } = pemicu(kantor.office);
    triggers.delete(milik('tick')?.id ?? '');
    expect(kodeSalah(await temuan({ ...kantor, opsi: { ...kantor.opsi, tunggu: 3_600 } }))).toEqual(['SKRIP_DIAM']);
  });

  it('whose queue nobody works on is told how long', async () => {
    const { clock } = kantor.office.workspace;
    const dulu = tambahMenit(waktuDariEpoch(clock.now()), -20);
    tulis(kantor.office, 'Antrean!A2:F2', [['lama', 'MENUNGGU', dulu, 'dinsos@bantul.test', 'TINDAKAN', '{}']]);
    const semua = await temuan(kantor);
    expect(kodeSalah(semua)).toEqual(['ANTREAN_MACET']);
  });

  it('whose queue is long but worked on is not called dead', async () => {
    const { clock } = kantor.office.workspace;
    const [dulu, baru] = [-40, -3].map((menit) => tambahMenit(waktuDariEpoch(clock.now()), menit));
    tulis(kantor.office, 'Antrean!A2:H3', [
      ['satu', 'SELESAI', dulu, 'dinsos@bantul.test', 'TINDAKAN', '{}', 'Sudah.', baru],
      ['dua', 'MENUNGGU', dulu, 'dinsos@bantul.test', 'TINDAKAN', '{}', '', ''],
    ]);
    expect(kodeSalah(await temuan(kantor))).toEqual([]);
    expect(kantor.office.tab('Antrean').find(({ id }) => id === 'dua')?.['keadaan']).toBe('DITOLAK');
  });
});
