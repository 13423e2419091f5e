import { defineConfig } from 'vitest/config';

/**
 * Browsers, server processes, clasp, lines that break and are waited for, suites that run one entry point dozens of
 * times, and matching with a million people, installing a release.
 */
const slow = [
  'test/e2e/**/*.test.ts',
  'test/load/**/*.test.ts',
  'test/cocok/*.test.ts',
  'test/release/*.test.ts',
  'test/cli/jaringan*.test.ts',
  'test/cli/pasang*.test.ts',
  'test/workspace/script/clasp.test.ts',
  'test/bundle/gagal-layanan.test.ts',
  'test/bundle/pasang-semua.test.ts',
  'test/bundle/tabel-aksi.test.ts',
  'test/bundle/migrasi-besar.test.ts',
  'test/bundle/migrasi-putus.test.ts',
];

/** Whole years of both offices, side by side. */
const years = ['test/simulasi/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: 'test/support/sementara.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...slow, ...years],
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: slow,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A browser on a loaded machine may miss a key; a test that needed its second try says so in the report.
          retry: 1,
          // After the unit tests: browsers and servers that are measured need the processor for themselves.
          sequence: { groupOrder: 2 },
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: { name: 'simulasi', include: years, testTimeout: 60_000, maxWorkers: 2, sequence: { groupOrder: 3 } },
      },
    ],
  },
});
