/** Loaded before a measured program (`node --import`): writes what it took to a file when it ends. */
import { writeFileSync } from 'node:fs';

const MICROSECONDS = 1_000_000;

const file = process.env['PBI_BENCH_PUNCAK'];
if (file) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ puncak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / MICROSECONDS }));
  });
}
