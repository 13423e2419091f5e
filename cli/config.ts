/** The environment that the command line reads. The only place that looks at it. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export const config = {
  /** Where the built bundle lies; `PBI_BUNDLE` names another folder, e.g. of a bundle that is being tried. */
  bundleDir: resolve(process.env['PBI_BUNDLE'] ?? resolve(root, 'dist/apps-script')),
  defaultPort: 8787,
  defaultDataDir: '.pbi',
  /** `trace` to `silent`; logs go to stderr and hold no personal data. */
  logLevel: process.env['PBI_LOG'] ?? 'warn',
} as const;
