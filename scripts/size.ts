/** What a built bundle must be: small, because every run at Google parses it whole, and parseable as an ES2019 script. */
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

const CODE = 'dist/apps-script/Code.js';
const PANEL = 'dist/apps-script/panel.html';
/** Bytes. */
const BUDGET = 365_000;

const code = readFileSync(CODE);
parse(code.toString(), { ecmaVersion: 2019, sourceType: 'script' });
const panel = readFileSync(PANEL, 'utf8');
for (const [, script = ''] of panel.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
  parse(script, { ecmaVersion: 2019, sourceType: 'script' });
}
console.log(`${CODE}: ${code.length} of ${BUDGET} bytes, ES2019`);
if (code.length > BUDGET) {
  console.error(`${CODE} is ${code.length - BUDGET} bytes over its budget.`);
  process.exitCode = 1;
}
