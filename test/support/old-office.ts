/** An office as the first release made it: by that release's own bundle, with cases in every status of its time. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { readBundle } from '#workspace/bundle-files.ts';
import { peopleOf } from '#workspace/profiles.ts';
import type { User } from '#workspace/users.ts';
import type { RunResult } from '#workspace/workspace.ts';
import { SEMUA_CEK } from './checks.ts';
import { type Office, openOffice, type Row } from './office.ts';
import { person } from './people.ts';

const FIXTURE = new URL('../fixtures/bundel-versi-1/', import.meta.url);

/** The roles that the first release knew. */
const ROLES_THEN: readonly string[] = ['admin', 'dinsos', 'bpjs', 'pic'];

/** A second administrator, who may take an office over. */
export const DEPUTY = { email: 'kepala.dinsos@bantul.test', role: 'admin', name: 'Kepala Bidang Dinsos' } as const;

const OLD_PEOPLE: readonly User[] = [...peopleOf('bantul').filter(({ role }) => ROLES_THEN.includes(role)), DEPUTY];

/** Freshly installed by the old bundle, without cases. */
export async function openOldOffice(): Promise<Office> {
  const bundleDir = mkdtempSync(join(tmpdir(), 'pbi-lama-'));
  for (const name of readdirSync(FIXTURE).filter((file) => file.endsWith('.gz')))
    writeFileSync(join(bundleDir, name.slice(0, -'.gz'.length)), gunzipSync(readFileSync(new URL(name, FIXTURE))));
  try {
    return await openOffice({ bundleDir, people: OLD_PEOPLE });
  } finally {
    rmSync(bundleDir, { recursive: true });
  }
}

type Step = readonly [aksi: string, more?: { alasan?: string; isi?: Row }];

const CHECK: Step = ['PERIKSA', { isi: SEMUA_CEK }];
const PROPOSE: Step = ['USULKAN'];
const ANSWER = (hasil: string, isi: Row): Step => ['CATAT_HASIL', { isi: { hasil, ...isi } }];
const ACTIVE = ANSWER('berhasil', { tmt: '2026-11-23' });

/** How a case came into each status. */
export const PATHS: Readonly<Record<string, readonly Step[]>> = {
  DIAJUKAN: [],
  DIKEMBALIKAN: [['KEMBALIKAN', { alasan: 'Data belum lengkap' }]],
  DIVERIFIKASI: [CHECK],
  TIDAK_LOLOS: [CHECK, ['TIDAK_LOLOSKAN', { alasan: 'Sudah mempunyai jaminan yang aktif' }]],
  DIKIRIM_BPJS: [CHECK, PROPOSE],
  BERHASIL: [CHECK, PROPOSE, ACTIVE],
  TIDAK_BERHASIL: [CHECK, PROPOSE, ANSWER('tidak berhasil', { keterangan: 'Data ganda' })],
  DITANGGUHKAN: [CHECK, PROPOSE, ANSWER('ditangguhkan', { keterangan: 'Menunggu kuota' })],
  SELESAI: [CHECK, PROPOSE, ACTIVE, ['SELESAIKAN']],
  DIBATALKAN: [
    ['PERIKSA', { isi: { ...SEMUA_CEK, cek_kependudukan: 'Tidak ditemukan' } }],
    ['BATALKAN', { alasan: 'NIK tidak ditemukan.' }],
  ],
  DITARIK: [['TARIK', { alasan: 'Keluarga menarik kesediaan' }]],
  DITUTUP: [['TUTUP', { alasan: 'Pasien meninggal' }]],
};

/**
 * Cases of different people, the first of them in all statuses in turn. Mails of the last ones still wait, one edit of an
 * officer and one response that ended at the criteria are in the log.
 * @param each how many of each status
 */
export async function fillOldOffice(office: Office, each: number, more: number): Promise<void> {
  const statuses = Object.keys(PATHS);
  let n = 0;
  for (const status of statuses.flatMap((one) => Array.from({ length: each }, () => one))) {
    const { tiket } = await office.newCase(person(n++));
    for (const [aksi, input] of PATHS[status] ?? []) await office.act(tiket, aksi, input);
    expect(office.case(tiket)['status']).toBe(status);
  }
  const [first] = office.cases();
  await office.edit(office.cell(first?.['tiket'], 'catatan'), [['Keluarga menunggu di loket']]);
  const { kondisi_darurat: _, ...rest } = person(900);
  office.submit({ kondisi_darurat: 'Tidak', jaminan_nonaktif: rest['jaminan_nonaktif'] ?? '', bersedia: 'Ya' });
  await office.tick();
  for (let i = 0; i < more; i += 1) office.submit(person(n++));
  await office.workspace.scripts.idle();
}

/** The tabs of the first release that hold what people and the office have done. */
const TABS_THEN = [
  'Kasus',
  'Riwayat',
  'Umpan Balik',
  'Kotak Keluar',
  'Antrean',
  'Jadwal',
  'Pengaturan',
  'Libur',
  'Peran',
  'Faskes',
  'Alasan',
];

/** Everything in the register that an upgrade must keep, by tab, and the counters. */
export function keepsakes(office: Office): Record<string, Row[]> {
  const counters = office.tab('Sistem').filter(({ kunci = '' }) => COUNTERS.includes(kunci));
  return {
    ...Object.fromEntries(TABS_THEN.map((name) => [name, office.tab(name)])),
    Sistem: counters.map(({ kunci = '', nilai = '' }) => ({ kunci, nilai })),
  };
}

/** The register as it stands, every cell of every tab that there is. */
export function everything(office: Office): Record<string, unknown> {
  const { sheets, users } = office.workspace;
  const { register } = office.files.spreadsheets;
  const { sheets: tabs = [] } = sheets.get(users.owner, register, { fields: 'sheets.properties.title' });
  const values = (title: string) => sheets.values.get(users.owner, register, `'${title}'`).values;
  return Object.fromEntries(tabs.map(({ properties }) => [properties?.title ?? '', values(properties?.title ?? '')]));
}

const COUNTERS = ['tiket_urut', 'pantau_berikutnya', 'surat_menunggu', 'respons_sampai'];

/** Every row is where it was with every cell that it had; rows and columns may have come after it. */
export function expectKept(before: Record<string, Row[]>, after: Record<string, Row[]>): void {
  for (const [tab, rows] of Object.entries(before)) {
    expect(after[tab]?.length, tab).toBeGreaterThanOrEqual(rows.length);
    rows.forEach((row, i) => {
      const { [i]: now = {} } = after[tab] ?? [];
      const { pemeriksaan: _, '': __, ...cells } = row;
      expect(now, `${tab} ${i + 2}`).toMatchObject(cells);
    });
  }
}

/** What `pbi pasang` or the menu does with a new release: the present bundle, then its set-up. */
export function pushPresent(office: Office): void {
  office.workspace.scripts.push(readBundle('dist/apps-script'));
}

export const setUp = (office: Office, user = office.workspace.users.owner): Promise<RunResult> =>
  office.workspace.scripts.run({ function: 'pasang', args: [{}], user, source: 'editor' });

/** @returns the sentences that say what was done */
export async function upgrade(office: Office): Promise<string[]> {
  pushPresent(office);
  const result = await setUp(office);
  if (!result.ok) throw new Error([result.error, ...result.execution.log].join('\n'));
  return result.value as string[];
}
