/** The preload that sends a program's calls to Google to the local Workspace, and nowhere else. */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PRELOAD = fileURLToPath(new URL('../../../cli/pasang/alihkan.cjs', import.meta.url));

let server: Server;
let other: Server;
let address = '';
const seen: string[] = [];
const portOf = (one: Server) => (one.address() as AddressInfo).port;

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.headers.host} ${request.url}`);
    response.end('dari Workspace');
  }).listen(0, '127.0.0.1');
  other = createServer((_, response) => response.end('dari luar')).listen(0, '127.0.0.1');
  await Promise.all([server, other].map((one) => new Promise((resolve) => one.once('listening', resolve))));
  address = `http://127.0.0.1:${portOf(server)}`;
});
afterAll(() => {
  for (const one of [server, other]) one.close();
});

/** Runs a module that has `said(text)` in a process of its own. @returns what it said */
async function run(code: string, env: Record<string, string> = { USULAN_PBI_WORKSPACE: address }): Promise<string> {
  const said = `const said = (text) => process.stdout.write(text); ${code}`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', said], {
    env: { PATH: process.env['PATH'], NODE_OPTIONS: `--require=${PRELOAD}`, NODE_NO_WARNINGS: '1', ...env },
  });
  return stdout;
}

const asked = `const ask = (request) => new Promise((resolve) => request
  .on('response', (answer) => answer.setEncoding('utf8').on('data', resolve))
  .on('error', (error) => resolve(error.message)).end());`;

describe('the preload', () => {
  it('sends requests to Google to the Workspace, however they are made', async () => {
    const host = `127.0.0.1:${portOf(server)}`;
    const ways: [code: string, line: string][] = [
      [`https.request('https://script.googleapis.com/v1/a?b=c', { method: 'PUT' })`, `PUT ${host} /v1/a?b=c`],
      [`https.request(new URL('https://www.googleapis.com/d'))`, `GET ${host} /d`],
      [`https.request({ hostname: 'accounts.google.com', path: '/o', headers: { Host: 'x' } })`, `GET ${host} /o`],
      [`https.get('https://oauth2.googleapis.com/token')`, `GET ${host} /token`],
      [`request('https://sheets.googleapis.com/v4')`, `GET ${host} /v4`],
    ];
    for (const [code, line] of ways) {
      const imports = `import https, { request } from 'node:https';`;
      expect(await run(`${imports} ${asked} said(await ask(${code}));`)).toBe('dari Workspace');
      expect(seen.at(-1)).toBe(line);
    }
    const body = `const answer = await fetch('https://oauth2.googleapis.com/revoke?token=x', { method: 'POST' });`;
    expect(await run(`${body} said(await answer.text());`)).toBe('dari Workspace');
    expect(seen.at(-1)).toBe(`POST ${host} /revoke?token=x`);
    const request = `new Request('https://drive.googleapis.com/f', { method: 'PATCH', body: '{}' })`;
    expect(await run(`said(await (await fetch(${request})).text());`)).toBe('dari Workspace');
    expect(seen.at(-1)).toBe(`PATCH ${host} /f`);
  });

  it('lets no connection through to anywhere else', async () => {
    const imports = `import https from 'node:https'; import http from 'node:http'; import net from 'node:net'; import tls from 'node:tls';`;
    const elsewhere = `http://127.0.0.1:${portOf(other)}`;
    const requests = [
      `https.request('https://www.google.com/')`,
      `https.request('https://googleapis.com.jahat.test/')`,
      `http.request('http://metadata.google.internal/')`,
      `http.request('${elsewhere}/')`,
    ];
    for (const code of requests) {
      expect(await run(`${imports} ${asked} said(await ask(${code}));`), code).toMatch(/^Sambungan ke \S+ ditolak:/);
    }
    const sockets = [
      `net.connect(${portOf(other)}, '127.0.0.1')`,
      `tls.connect({ host: 'script.googleapis.com', port: 443 })`,
    ];
    for (const code of sockets) {
      const wait = `const end = await new Promise((resolve) => ${code}.on('connect', () => resolve('tembus')).on('error', (error) => resolve(error.message)));`;
      expect(await run(`${imports} ${wait} said(end); process.exit();`), code).toMatch(/^Sambungan ke \S+ ditolak:/);
    }
    const fetched = `said(await fetch('${elsewhere}/').then((answer) => answer.text(), (error) => error.cause.message));`;
    expect(await run(fetched)).toMatch(/^Sambungan ke 127\.0\.0\.1 ditolak:/);
  });

  it('obeys no proxy that the shell names', async () => {
    const proxy = `http://127.0.0.1:${portOf(other)}`;
    const env = { USULAN_PBI_WORKSPACE: address, HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NODE_USE_ENV_PROXY: '1' };
    const code = `import https from 'node:https'; ${asked} said(await ask(https.request('https://script.googleapis.com/')));`;
    expect(await run(code, env)).toBe('dari Workspace');
  });

  it('does not let a program start without the address of a local Workspace', async () => {
    for (const wrong of ['', 'http://contoh.test:8787', 'https://127.0.0.1:1', '127.0.0.1:8787']) {
      const env: Record<string, string> = wrong ? { USULAN_PBI_WORKSPACE: wrong } : {};
      await expect(run(`said('jalan');`, env), wrong).rejects.toThrow('alamat Workspace lokal');
    }
  });
});
