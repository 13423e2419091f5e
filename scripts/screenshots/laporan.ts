/** The picture of a matching report: invented people, matched by the real program. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { keep, TALL } from './camera.ts';

const JUDUL = 'tiket,nik,no_kk,nama,tgl_lahir,jk,nama_ibu,kode_wilayah,desil';

/** Everybody in the reference; the rows differ from it in the ways that people get things wrong. */
const WARGA = [
  ['3402010101809001', '3402010101809901', 'Bagas Rekaan', '1980-01-01', 'L', 'Sumarni Contoh', '3402012001', '3'],
  [
    '3402014202819002',
    '3402010202819902',
    'Sekar Rekaan Utami',
    '1981-02-02',
    'P',
    'Wagiyem Contoh',
    '3402012001',
    '4',
  ],
  [
    '3402010303829003',
    '3402010303829903',
    'Raka Contoh Pratama',
    '1982-03-03',
    'L',
    'Ngatini Rekaan',
    '3402012002',
    '7',
  ],
  ['3402014404839004', '3402010404839904', 'Laras Contoh', '1983-04-04', 'P', 'Suparti Rekaan', '3402012002', '2'],
  [
    '3402010505849005',
    '3402010505849905',
    'Damar Rekaan Wijaya',
    '1984-05-05',
    'L',
    'Painem Contoh',
    '3402012003',
    '1',
  ],
];

const ubah = (ke: number, kolom: number, isi: string): string[] =>
  (WARGA[ke] ?? []).map((satu, i) => (i === kolom ? isi : satu));

const USULAN = [
  WARGA[0],
  ubah(1, 2, 'Sekar Rekaan'),
  ubah(2, 0, '3402010303829030'),
  ubah(3, 0, ''),
  ['3402010505849005', '', 'Yohana Contoh', '1999-09-09', 'P', '', '3402012009', ''],
  ['3402010606859006', '3402010606859906', 'Gilang Contoh', '1985-06-06', 'L', '', '3402012003', ''],
  ['3.40201E+15', '', '', '', '', '', '', ''],
];

export async function laporanPicture(browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pbi-gambar-'));
  const [usulan, dtsen, laporan] = ['usulan.csv', 'dtsen.csv', 'laporan.html'].map((nama) => join(folder, nama)) as [
    string,
    string,
    string,
  ];
  const csv = (baris: readonly (readonly string[] | undefined)[]) =>
    [JUDUL, ...baris.map((satu, ke) => [`BTL-D-2026-${900 + ke}`, ...(satu ?? [])].join(','))].join('\n');
  try {
    await writeFile(usulan, `${csv(USULAN)}\n`);
    await writeFile(dtsen, `${csv(WARGA).toUpperCase()}\n`);
    const opsi = ['verifikasi', '--register', usulan, '--referensi', `dtks=${dtsen}`, '--html', laporan];
    // Rows that need a person are what the picture is about, so code 4 is no failure.
    await promisify(execFile)(process.execPath, ['cli/main.ts', ...opsi]).catch((error: { code?: number }) => {
      if (error.code !== 4) throw error;
    });
    const page = await browser.newPage({ viewport: TALL, locale: 'id-ID', reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(laporan).href);
    await page.locator('#tabel tbody tr').first().waitFor();
    await keep(page, 'laporan-verifikasi');
    await page.locator('#kelas').selectOption({ label: 'Saran' });
    await page.getByRole('button', { name: 'Buka semua rincian' }).click();
    await keep(page.locator('.rincian').first(), 'laporan-saran');
    await page.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
