#!/usr/bin/env node
// Starts `pbi`. Plain JavaScript: an older Node can read it and hand over to the Node that was installed along, and the
// overview is there at once, without anything else being loaded.
'use strict';
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const NEEDED = 24;
const [first, ...others] = process.argv.slice(2);

/** The Node of the optional dependencies; undefined on a system for which there is none. */
function packagedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  try {
    return require.resolve(
      `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/bin/${name}`,
    );
  } catch {
    return undefined;
  }
}

/** Runs the same command line with another Node, and ends as it ends. */
function handOver(node) {
  const child = spawn(node, [__filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal interrupts both; the child cleans up, and this one waits for it.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code === null ? (signal === 'SIGINT' ? 130 : 1) : code;
  });
}

// `npm run pbi` starts in the folder of the project; files are named from where the user is.
// biome-ignore lint/style/noProcessEnv: only npm knows, and nothing else is loaded yet
const { npm_lifecycle_event: script, INIT_CWD: from } = process.env;
if (script === 'pbi' && from) process.chdir(from);

if (others.length === 0 && (first === '--help' || first === '-h')) {
  process.stdout.write(readFileSync(join(__dirname, 'bantuan.txt'), 'utf8'));
} else if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  // Threads and other programs of ours look there too.
  const { directory } = require('node:module').enableCompileCache();
  // biome-ignore lint/style/noProcessEnv: that is how Node hands it on
  if (directory) process.env.NODE_COMPILE_CACHE = directory;
  void import('./main.ts');
} else if (packagedNode() !== undefined) {
  handOver(packagedNode());
} else {
  process.stderr.write(
    `galat: pbi memerlukan Node ${NEEDED} atau lebih baru, yang dipakai sekarang ${process.versions.node}.\n` +
      'Pasang Node yang lebih baru dari https://nodejs.org, lalu ulangi.\n',
  );
  process.exitCode = 2;
}
