/** The guide lists each permission that the program and the script ask for, with its reason, and no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINGKUP } from '../../cli/google/lingkup.ts';

const guide = readFileSync('docs/panduan-pasang.md', 'utf8');
const cells = (line: string): string[] =>
  line
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
const short = (name: string): string => `\`${name.replace('https://www.googleapis.com/auth/', '')}\``;
/** Rows of the table after a heading cell. */
const rows = (heading: string): string[][] => {
  const lines = guide.slice(guide.indexOf(`| ${heading}`)).split('\n');
  return lines
    .slice(
      2,
      lines.findIndex((line) => !line.startsWith('|')),
    )
    .map(cells);
};

describe('the guide', () => {
  it('says what pbi masuk asks for and why (npm run lingkup writes it)', () => {
    expect(rows('izin  ')).toEqual(LINGKUP.map(({ nama, boleh, sebab }) => [short(nama), boleh, sebab]));
  });

  it('says what the script asks for', () => {
    const { oauthScopes } = JSON.parse(readFileSync('apps-script/appsscript.json', 'utf8')) as {
      oauthScopes: string[];
    };
    expect(rows('izin skrip').map(([name]) => name)).toEqual(oauthScopes.map(short));
  });
});
