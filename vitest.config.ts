import { defineConfig } from 'vitest/config';

/** Browsers, server processes that are watched, clasp, installing an office and a release, and matching with a million people. */
const alone = [
  'test/e2e/**/*.test.ts',
  'test/cocok/*.test.ts',
  'test/release/*.test.ts',
  'test/cli/pasang*.test.ts',
  'test/workspace/script/clasp.test.ts',
];

/** Lines that break and are waited for, and suites that run one entry point dozens of times. */
const long = [
  'test/load/**/*.test.ts',
  'test/cli/jaringan*.test.ts',
  'test/bundle/gagal-layanan.test.ts',
  'test/bundle/pasang-semua.test.ts',
  'test/bundle/tabel-aksi.test.ts',
  'test/bundle/migrasi-besar.test.ts',
  'test/bundle/migrasi-putus.test.ts',
];

/** Whole years of both offices, side by side. */
const years = ['test/simulasi/**/*.test.ts'];

/** On a loaded machine a browser may miss a key, or a line come late; a test that needed its second try says so in the report. */
const PATIENT = { testTimeout: 180_000, hookTimeout: 120_000, retry: 1 };

export default defineConfig({
  test: {
    globalSetup: 'test/support/sementara.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...alone, ...long, ...years],
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'panjang',
          include: long,
          ...PATIENT,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: alone,
          ...PATIENT,
          fileParallelism: false,
          // After the other tests: browsers need the processor for themselves.
          sequence: { groupOrder: 3 },
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: { name: 'simulasi', include: years, testTimeout: 60_000, maxWorkers: 2, sequence: { groupOrder: 4 } },
      },
    ],
  },
});
