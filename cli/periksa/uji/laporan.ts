/** What an office sends back: the same experiments as JSON for programs, and as text for people. */
import type { HasilPercobaan } from './jalankan.ts';

export interface LaporanUji {
  readonly pbi: string;
  readonly tempat: 'google' | 'local';
  /** The day, TTTT-BB-HH. */
  readonly tanggal: string;
  readonly sama: number;
  readonly beda: number;
  readonly gagal: number;
  readonly percobaan: readonly HasilPercobaan[];
}

export function susunLaporan(
  percobaan: readonly HasilPercobaan[],
  tentang: Pick<LaporanUji, 'pbi' | 'tempat' | 'tanggal'>,
): LaporanUji {
  const banyak = (hasil: HasilPercobaan['hasil']) => percobaan.filter((satu) => satu.hasil === hasil).length;
  return { ...tentang, sama: banyak('sama'), beda: banyak('beda'), gagal: banyak('gagal'), percobaan };
}

const KATA: Readonly<Record<HasilPercobaan['hasil'], string>> = {
  sama: 'seperti diharapkan',
  beda: '**berbeda**',
  gagal: '**tidak dapat dijalankan**',
};

const TEMPAT: Readonly<Record<LaporanUji['tempat'], string>> = { google: 'Google', local: 'Workspace lokal' };

export function teksUji(laporan: LaporanUji): string {
  const { pbi, tempat, tanggal, sama, beda, gagal, percobaan } = laporan;
  const lain = percobaan.filter(({ hasil }) => hasil !== 'sama');
  return [
    `# Uji langsung ${TEMPAT[tempat]}, ${tanggal}`,
    '',
    `pbi ${pbi}. ${percobaan.length} percobaan: ${sama} seperti diharapkan, ${beda} berbeda, ${gagal} tidak dapat dijalankan.`,
    '',
    'Percobaan berjalan di spreadsheet sementara yang sudah dihapus lagi. Laporan ini tidak memuat data orang, alamat surel, atau id berkas, jadi boleh dikirim kepada pembuat program.',
    '',
    ...(lain.length > 0 ? ['## Yang berbeda', '', ...lain.flatMap(rinci)] : []),
    '## Semua percobaan',
    '',
    '| kode | percobaan | hasil |',
    '| --- | --- | --- |',
    ...percobaan.map(({ kode, judul, hasil }) => `| ${kode} | ${judul} | ${KATA[hasil]} |`),
    '',
  ].join('\n');
}

const rinci = ({ kode, judul, sebab, harapan, nyata }: HasilPercobaan): string[] => [
  `### ${kode}: ${judul}`,
  '',
  `Mengapa penting: ${sebab}`,
  '',
  'Yang diharapkan:',
  '',
  ...blok(harapan),
  'Yang dijawab:',
  '',
  ...blok(nyata),
];

const blok = (isi: unknown): string[] => ['```json', JSON.stringify(isi, null, 2), '```', ''];
