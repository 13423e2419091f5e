/** Writes the table of permissions into the installation guide, from the list that the program asks for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tabelLingkup } from '../cli/google/lingkup.ts';

const PANDUAN = 'docs/panduan-pasang.md';
const BAGIAN = /(<!-- lingkup -->\n)[\s\S]*?(\n<!-- \/lingkup -->)/;

const isi = readFileSync(PANDUAN, 'utf8');
if (!BAGIAN.test(isi)) throw new Error(`${PANDUAN} has no place for the table`);
writeFileSync(PANDUAN, isi.replace(BAGIAN, `$1\n${tabelLingkup()}\n$2`));
