#!/usr/bin/env node
// Starts `pbi`. Plain JavaScript: an older Node can read it and say what is missing, and the overview is there at once,
// without anything else being loaded.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const NEEDED = 24;
const [first, ...others] = process.argv.slice(2);

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(
    `galat: pbi memerlukan Node ${NEEDED} atau lebih baru, yang dipakai sekarang ${process.versions.node}.\n` +
      'Jalankan lewat npm, yang membawa Node sendiri: npm run -s pbi -- --help\n',
  );
  process.exitCode = 2;
} else if (others.length === 0 && (first === '--help' || first === '-h')) {
  process.stdout.write(readFileSync(join(__dirname, 'bantuan.txt'), 'utf8'));
} else {
  require('node:module').enableCompileCache();
  void import('./main.ts');
}
