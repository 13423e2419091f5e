/** `pbi periksa --uji-langsung`: passes against the local Workspace, leaves nothing behind, and tells what answers otherwise. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERCOBAAN } from '../../cli/periksa/uji/jalankan.ts';
import type { LaporanUji } from '../../cli/periksa/uji/laporan.ts';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { type Office, openOffice } from '../support/office.ts';
import { type Ended, pbi, temporary } from './support/pbi.ts';

let office: Office;
let server: RunningServer;
beforeAll(async () => {
  office = await openOffice();
  server = await startServer(office.workspace, { port: 0 });
}, 30_000);
afterAll(() => server.close());

const berkas = () => office.workspace.files.list(office.workspace.users.owner, { pageSize: '1000' }).files ?? [];

async function uji(
  url: string,
  folder = temporary(),
): Promise<Ended & { laporan?: LaporanUji; md: string; folder: string }> {
  const { email } = office.user('admin');
  const hasil = await pbi('periksa', '--uji-langsung', '--laporan', folder, '--url', url, '--sebagai', email);
  const nama = existsSync(folder) ? readdirSync(folder) : [];
  const isi = (akhir: string) => {
    const ada = nama.find((satu) => /^uji-langsung-\d{4}-\d\d-\d\d\./.test(satu) && satu.endsWith(akhir));
    return ada === undefined ? '' : readFileSync(join(folder, ada), 'utf8');
  };
  const json = isi('.json');
  return { ...hasil, folder, md: isi('.md'), ...(json === '' ? {} : { laporan: JSON.parse(json) as LaporanUji }) };
}

describe('the experiments', () => {
  it('all answer as expected at the local Workspace, and leave no file', async () => {
    const before = berkas().map(({ id }) => id);
    const { code, err, out, laporan, md } = await uji(server.origin);
    expect(laporan?.percobaan.filter(({ hasil }) => hasil !== 'sama')).toEqual([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`${PERCOBAAN.length} percobaan: ${PERCOBAAN.length} seperti diharapkan, 0 berbeda`);
    expect(laporan).toMatchObject({ tempat: 'local', sama: PERCOBAAN.length, beda: 0, gagal: 0 });
    for (const { kode } of PERCOBAAN) expect(md).toContain(`| ${kode} |`);
    expect(berkas().map(({ id }) => id)).toEqual(before);
  });

  it('have names of their own', () => {
    expect(new Set(PERCOBAAN.map(({ kode }) => kode)).size).toBe(PERCOBAAN.length);
  });

  it('need no office', async () => {
    const { laporan } = await uji(server.origin);
    expect(laporan?.sama).toBe(PERCOBAAN.length);
  });
});

/** A service in between that changes answers, or refuses requests. */
async function diAntara(ubah: (jawab: string, request: string) => string | number) {
  const antara = createServer(async (request, response) => {
    const jalan = `${request.method} ${request.url}`;
    const jawab = await fetch(server.origin + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
      ...(request.method === 'POST' || request.method === 'PUT' ? { body: await badan(request) } : {}),
    });
    const baru = ubah(await jawab.text(), jalan);
    const type = { 'content-type': 'application/json' };
    if (typeof baru === 'string') response.writeHead(jawab.status, type).end(jawab.status === 204 ? '' : baru);
    else
      response
        .writeHead(baru, type)
        .end(JSON.stringify({ error: { code: baru, status: 'PERMISSION_DENIED', message: 'Tidak boleh.' } }));
  });
  await new Promise<void>((resolve) => antara.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(antara.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => antara.close(resolve)),
  };
}

async function badan(request: IncomingMessage): Promise<string> {
  const bagian: Buffer[] = [];
  for await (const satu of request) bagian.push(satu as Buffer);
  return Buffer.concat(bagian).toString('utf8');
}

describe('an answer that is another', () => {
  it.each([
    ['another time zone', 'Etc/GMT', 'America/Los_Angeles', ['BUKU_BARU']],
    ['all digits of a NIK', '3402085001909000', '3402085001909001', ['NIK_DIKETIK']],
    ['other words of a refusal', 'Unable to parse range', 'Cannot parse range', ['TAB_TAK_ADA']],
    [
      'a published form',
      '"isPublished":false,"isAcceptingResponses":false',
      '"isPublished":true,"isAcceptingResponses":true',
      ['FORMULIR_BARU'],
    ],
  ])('%s is told as a difference, with what was expected and what was answered', async (_, dari, ke, kode) => {
    const antara = await diAntara((jawab) => jawab.replaceAll(dari, ke));
    try {
      const { code, laporan, md, out } = await uji(antara.url);
      expect(laporan?.percobaan.filter(({ hasil }) => hasil !== 'sama').map((satu) => satu.kode)).toEqual(kode);
      expect(code).toBe(4);
      expect(out).toContain(`✗ ${kode[0]}`);
      expect(md).toContain('## Yang berbeda');
    } finally {
      await antara.close();
    }
  });

  it('of a service that refuses forms is told as such, and the others go on', async () => {
    const antara = await diAntara((jawab, jalan) => (jalan.includes('/v1/forms') ? 403 : jawab));
    try {
      const { code, laporan } = await uji(antara.url);
      const gagal = laporan?.percobaan.filter(({ hasil }) => hasil === 'gagal') ?? [];
      expect(gagal.map((satu) => satu.kode)).toEqual(['FORMULIR_BARU', 'FORMULIR_TERBIT']);
      expect(gagal[0]?.nyata).toMatchObject({ kode: 403 });
      expect(code).toBe(4);
    } finally {
      await antara.close();
    }
  });
});

describe('a report', () => {
  it('holds no address and no id of a file', async () => {
    const { laporan, md } = await uji(server.origin);
    for (const isi of [JSON.stringify(laporan), md]) {
      expect(isi).not.toContain(office.user('admin').email);
      expect(isi).not.toMatch(/[\w.+-]+@[\w-]+\.\w/);
    }
  });

  it('that cannot be written says which option names another folder', async () => {
    const { code, err } = await uji(server.origin, '/tak/ada/folder');
    expect(code).toBe(2);
    expect(err).toContain('--laporan');
  });
});
