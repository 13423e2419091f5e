/** A register of Kota Bogor with many invented cases, written straight into the tab: for reports and prints. */
import { createHash } from 'node:crypto';
import { type Kasus, KOLOM_KASUS, kasusKosong } from '#domain/kolom/kasus.ts';
import { BATCH, ISI_BATCH } from '#domain/kolom/tab-bulanan.ts';
import { kalurahan, labelKalurahan } from '#domain/wilayah/wilayah.ts';
import { citizen } from './citizens.ts';
import type { Office } from './office.ts';

const DESA = kalurahan('3271');

/** How cases of a month end when it is long past, in turn; the newest months are still open. */
const AKHIR = [
  'SELESAI',
  'BERHASIL',
  'SELESAI',
  'TIDAK_BERHASIL',
  'SELESAI',
  'TIDAK_LOLOS',
  'SELESAI',
  'DITUTUP',
  'BERHASIL',
  'SELESAI',
];
const BARU = [
  'DIAJUKAN',
  'DIVERIFIKASI',
  'DIKEMBALIKAN',
  'LOLOS',
  'DIAJUKAN',
  'DIKIRIM_DINKES',
  'DIVERIFIKASI',
  'LOLOS',
];
const DIKIRIM = ['DIKIRIM_BPJS', 'BERHASIL', 'DITANGGUHKAN', 'DIKIRIM_BPJS', 'TIDAK_BERHASIL', 'BERHASIL'];

const two = (n: number) => String(n).padStart(2, '0');
const at = (month: number, day: number) => `2026-${two(month)}-${two(day)}T09:15:00+07:00`;

/** The n-th case of a year; a month holds `perMonth` of them, the last is November. */
function invented(n: number, perMonth: number): Kasus {
  const month = 1 + Math.min(10, Math.floor(n / perMonth));
  const statuses = month === 11 ? BARU : month === 10 ? DIKIRIM : AKHIR;
  const place = (n * 7) % DESA.length;
  const desa = DESA[place];
  // Neighbouring kelurahan differ: some succeed more often than others.
  const status = statuses[((n * 31 + place * 13) >> 2) % statuses.length] ?? 'DIAJUKAN';
  const rute = n % 5 === 0 ? 'BGR-M' : 'BGR-U';
  const { nama, nik, no_kk, tgl_lahir } = citizen(n);
  const again = n % 13 === 0;
  return kasusKosong({
    ...{ rute, status, nama, nik, no_kk, tgl_lahir, dokumen: 'pengantar, kk, ktp', salinan: '{}', versi: '1' },
    tiket: `${rute}-2026-${String(n + 1001).padStart(6, '0')}`,
    periode: `2026-${two(month)}`,
    kode_wilayah: desa?.kode ?? '',
    kalurahan: desa ? labelKalurahan(desa) : '',
    percobaan: again ? '2' : '1',
    tanda: n % 17 === 0 ? 'lewat_cutoff' : '',
    dibuat: at(month, 1 + (n % 9)),
    dikembalikan_pada: again || status === 'DIKEMBALIKAN' ? at(month, 10) : '',
    ...sentOf(status, n, month, rute),
  });
}

const UNSENT = ['DIAJUKAN', 'DIVERIFIKASI', 'DIKEMBALIKAN', 'LOLOS', 'TIDAK_LOLOS'];

/** What a case that has left the office says of it. */
function sentOf(status: string, n: number, month: number, rute: string): Partial<Kasus> {
  if (UNSENT.includes(status)) return {};
  const there = { diserahkan_pada: at(month, 14), batch: `${rute} 2026-${two(month)}` };
  if (status === 'DIKIRIM_DINKES') return there;
  const sent = { ...there, diusulkan_pada: at(month, 18 + (n % 3)) };
  if (status === 'DIKIRIM_BPJS') return sent;
  const active = ['SELESAI', 'BERHASIL'].includes(status) ? `2026-${two(month + 1)}-01` : '';
  return { ...sent, dijawab_pada: at(month + 1, 2 + (n % 20)), tmt_aktif: active };
}

/** Rows of a tab as cells, below what it has. */
function writeRows(office: Office, tab: string, columns: readonly { id: string }[], rows: readonly object[]): void {
  const { sheets, users } = office.workspace;
  const values = rows.map((row) => columns.map(({ id }) => (row as Record<string, string>)[id] ?? ''));
  sheets.values.append(
    users.owner,
    office.files.spreadsheets.register,
    `'${tab}'!A1`,
    { values },
    { valueInputOption: 'RAW' },
  );
}

/** Fills `Kasus`. @returns what was written */
export function fillRegister(office: Office, count: number, perMonth = Math.ceil(count / 11)): Kasus[] {
  const rows = Array.from({ length: count }, (_, n) => invented(n, perMonth));
  writeRows(office, 'Kasus', KOLOM_KASUS, rows);
  return rows;
}

/** One closed batch for each route and month that has sent cases, the last two months without all answers. */
export function fillBatches(office: Office, cases: readonly Kasus[]): void {
  const [first, second] = ['verifikator.dinsos', 'kabid.dinsos'].map((start) => office.person(start).email);
  const groups = Map.groupBy(
    cases.filter(({ batch }) => batch !== ''),
    ({ batch }) => batch,
  );
  const content = [...groups].flatMap(([batch, rows]) =>
    rows.map(({ tiket, percobaan, kode_wilayah }, i) => ({
      kunci: `${batch}|${tiket}`,
      batch,
      urut: String(i + 1),
      tiket,
      percobaan,
      kode_wilayah,
      isi: '{}',
    })),
  );
  const rows = [...groups].map(([batch, own]) => {
    const [rute = '', periode = ''] = batch.split(' ');
    const month = Number(periode.slice(5));
    const hash = createHash('sha256').update(batch).digest('hex');
    const done = own.every(({ status }) => !status.startsWith('DIKIRIM') && status !== 'DITANGGUHKAN');
    const sent = month < 11 ? { dikirim_oleh: 'pembiayaan.dinkes@kotabogor.test', dikirim_pada: at(month, 18) } : {};
    return {
      ...{ batch, rute, periode, hash, ...sent },
      keadaan: month < 11 ? (done ? 'TUNTAS' : 'DIKIRIM') : 'DITUTUP',
      baris: String(own.length),
      total_kontrol: JSON.stringify({ baris: own.length, jumlahNik: own.length * 617, hash }),
      diajukan_oleh: first,
      diajukan_pada: at(month, 13),
      disetujui_oleh: second,
      ditutup_pada: at(month, 14),
    };
  });
  writeRows(office, 'Batch', BATCH.kolom, rows);
  writeRows(office, 'Isi Batch', ISI_BATCH.kolom, content);
}
