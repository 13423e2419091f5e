/** What CHANGELOG.md says of a version. */
import { readFile } from 'node:fs/promises';

/** @throws Error when the version has no section, or an empty one */
export async function changesOf(version: string): Promise<string> {
  const sections = (await readFile('CHANGELOG.md', 'utf8')).split(/^## /m);
  const own = sections.find((section) => section.startsWith(`${version} `) || section.startsWith(`${version}\n`));
  const text = own?.slice(own.indexOf('\n')).trim() ?? '';
  if (text === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return text;
}
