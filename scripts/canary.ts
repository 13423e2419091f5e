/**
 * Checks the fences themselves: in a copy of the repository, plants one violation at a time and expects the very
 * diagnostic that must catch it. A fence that lets its canary live is no fence.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

interface Canary {
  name: string;
  file: string;
  source: string;
  tool: 'tsc' | 'biome';
  /** What the tool's output must contain. */
  expect: RegExp;
}

const CANARIES: readonly Canary[] = [
  {
    name: 'the domain reads no clock',
    file: 'apps-script/domain/canary.ts',
    source: 'export const now = () => new Date();\n',
    tool: 'biome',
    expect: /noRestrictedGlobals/,
  },
  {
    name: 'the domain knows no Google service',
    file: 'apps-script/domain/canary.ts',
    source: 'export const id = () => SpreadsheetApp.getActiveSpreadsheet().getId();\n',
    tool: 'tsc',
    expect: /canary\.ts.*TS2304/,
  },
  {
    name: 'the domain knows no Node',
    file: 'apps-script/domain/canary.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    tool: 'tsc',
    expect: /canary\.ts.*TS(2307|2591)/,
  },
  {
    name: 'the domain does not import use cases',
    file: 'apps-script/domain/canary.ts',
    source: "import { rencanaKosong } from '#usecase/rencana.ts';\nexport const x = rencanaKosong;\n",
    tool: 'tsc',
    expect: /TS6307|TS6059/,
  },
  {
    name: 'use cases do not import adapters',
    file: 'apps-script/usecase/canary.ts',
    source: "import { komit } from '../google/komit.ts';\nexport const x = komit;\n",
    tool: 'tsc',
    expect: /TS6307|TS6059|TS2304/,
  },
  {
    name: 'the Workspace does not import the bundle or its core',
    file: 'cli/workspace/canary.ts',
    source: "import { STATUS } from '#domain/usulan/status.ts';\nexport const x = STATUS;\n",
    tool: 'biome',
    expect: /noRestrictedImports/,
  },
  {
    name: 'googleapis is imported one API at a time',
    file: 'cli/canary.ts',
    source: "import { google } from 'googleapis';\nexport const x = google;\n",
    tool: 'biome',
    expect: /noRestrictedImports/,
  },
  {
    name: 'a file stays short',
    file: 'cli/canary.ts',
    source: Array.from({ length: 320 }, (_, i) => `export const x${i} = ${i};\n`).join(''),
    tool: 'biome',
    expect: /noExcessiveLinesPerFile/,
  },
];

const COMMANDS = { tsc: ['tsc', ['-b', '--pretty', 'false']], biome: ['biome', ['lint', '--colors=off']] } as const;

function run(tool: Canary['tool'], dir: string, file: string): { ok: boolean; output: string } {
  const [command, args] = COMMANDS[tool];
  const bin = join(resolve('node_modules/.bin'), command);
  const result = spawnSync(bin, [...args, ...(tool === 'biome' ? [file] : [])], { cwd: dir, encoding: 'utf8' });
  return { ok: result.status === 0, output: `${result.stdout}${result.stderr}` };
}

function copyRepository(): string {
  const dir = mkdtempSync(join(tmpdir(), 'usulan-pbi-canary-'));
  for (const file of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    copyFileSync(file, join(dir, file));
  }
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
  return dir;
}

const dir = copyRepository();
let failed = 0;
try {
  const baseline = run('tsc', dir, '');
  if (!baseline.ok) throw new Error(`the repository itself does not compile:\n${baseline.output}`);
  for (const { name, file, source, tool, expect } of CANARIES) {
    const path = join(dir, file);
    writeFileSync(path, source);
    const { ok, output } = run(tool, dir, file);
    rmSync(path);
    const caught = !ok && expect.test(output);
    if (!caught) failed += 1;
    console.log(`${caught ? 'caught ' : 'LIVES  '} ${name}`);
    if (!caught) console.log(output.slice(0, 2000));
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
if (failed > 0) process.exitCode = 1;
