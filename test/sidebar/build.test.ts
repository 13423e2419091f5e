/** The sidebar page as one file: nothing to fetch, nothing that HtmlService would read as something else. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'acorn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPanel } from '../../apps-script/sidebar/build.ts';

describe('panel.html', () => {
  let dir = '';
  let html = '';
  let script = '';

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'panel-'));
    await buildPanel(join(dir, 'in', 'panel.html'));
    html = await readFile(join(dir, 'in', 'panel.html'), 'utf8');
    script = html.slice(html.indexOf('<script>') + 8, html.lastIndexOf('</script>'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('is at most 60 KB and has one style and one script inside', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60 * 1024);
    expect(html.match(/<\/script/gi)).toHaveLength(1);
    expect(html.match(/<\/style/gi)).toHaveLength(1);
    expect(html).not.toContain('data-inline');
  });

  it('is an ES2019 script', () => {
    expect(() => parse(script, { ecmaVersion: 2019 })).not.toThrow();
    expect(script).toContain('panelTindakan');
  });

  it('fetches nothing and has no handler in its markup', () => {
    expect(html).not.toMatch(/<(link|img|iframe|base)\b/i);
    expect(html).not.toMatch(/@import|url\(|\bfetch\(|XMLHttpRequest/);
    expect(html).not.toMatch(/\son[a-z]+\s*=\s*["']/i);
    expect(html).not.toMatch(/\.innerHTML|insertAdjacentHTML|document\.write/);
  });

  it('has no template tag and nothing that a stripper of comments would cut', () => {
    expect(html).not.toContain('<?');
    expect(script.replaceAll('"http://www.w3.org/2000/svg"', '')).not.toMatch(/\/\/|\/\*|<!--/);
  });
});
