/** Loaded before a measured program (`node --import`): writes its peak of memory to a file when it ends. */
import { writeFileSync } from 'node:fs';

const file = process.env['PBI_BENCH_PUNCAK'];
if (file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS / 1024)));
