/** A Workspace that is not where `--url` says, or goes away while the script works: a sentence, and no stack. */
import { expect, it } from 'vitest';
import { openJaringan } from './support/jaringan.ts';
import { mesinKosong } from './support/pemasangan.ts';

it.each(['localhost:8795', 'ftp://127.0.0.1', 'alamat'])('%s is no address', async (url) => {
  const mesin = await mesinKosong();
  const { code, err } = await mesin.start({}, 'pasang', '--target', 'local', '--url', url).ended;
  expect([code, err]).toEqual([2, `galat: Alamat --url tidak sah: ${url}. Contoh: http://127.0.0.1:8787.\n`]);
  await mesin.server.close();
});

it('what stops while the script works is said with what to do, and the same command goes on', {
  timeout: 60_000,
}, async () => {
  const mesin = await mesinKosong();
  const line = await openJaringan(mesin.server.origin, (request) =>
    request.includes('/workspace/run') ? 'hilang' : 'lewat',
  );
  const { code, err } = await mesin.start({}, 'pasang', '--target', 'local', '--url', line.url).ended;
  await line.close();
  expect([code, err]).toEqual([1, expect.stringContaining('berhenti sebelum skrip selesai')]);
  expect(err).toContain('lalu perintah yang sama');
  expect(err).not.toMatch(/fetch failed|\n\s+at /);
  const { out } = await mesin.pbi('pasang', '--json');
  expect(JSON.parse(out).diubah).toContain('Pemicu tick dipasang.');
  expect(mesin.made().files.filter((name) => name === 'Register PBI')).toHaveLength(1);
  await mesin.server.close();
});
