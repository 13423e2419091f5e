/** A bad line between the program and an office: requests and answers that get lost, stuck or damaged on the way. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to a request. It passes; or it does not arrive; or the service refuses it with a status; or it is done, and
 * its answer is lost, never comes, drips, is cut off, is no JSON, lacks parts, or is the page of some machine in between.
 */
export type Nasib =
  | 'lewat'
  | 'hilang'
  | number
  | { readonly status: number; readonly tunggu: string }
  | 'halaman 502'
  | 'jawaban hilang'
  | 'macet'
  | 'tetes'
  | 'terpotong'
  | 'bukan JSON'
  | 'sebagian'
  | 'halaman masuk';

export interface Jaringan {
  readonly url: string;
  close(): Promise<void>;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const PAGE = '<!doctype html><title>502</title><h1>Bad Gateway</h1>';
const DRIP_MS = 1_000;

/** @param nasib decides for each request, in their order */
export async function openJaringan(target: string, nasib: (request: string) => Nasib): Promise<Jaringan> {
  const server = createServer((request, response) => {
    const fate = nasib(`${request.method} ${request.url}`);
    if (fate === 'hilang') request.socket.destroy();
    else if (!refuse(fate, response)) void pass(target, fate, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @returns whether the request ends here */
function refuse(fate: Nasib, response: ServerResponse): boolean {
  const busy = '{"error":{"message":"busy"}}';
  if (typeof fate === 'number') response.writeHead(fate, JSON_TYPE).end(busy);
  else if (typeof fate === 'object')
    response.writeHead(fate.status, { ...JSON_TYPE, 'retry-after': fate.tunggu }).end(busy);
  else if (fate === 'halaman 502') response.writeHead(502, { 'content-type': 'text/html' }).end(PAGE);
  else return false;
  return true;
}

async function pass(target: string, fate: Nasib, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const headers = { ...(authorization && { authorization }), ...(type && { 'content-type': type }) };
  const answer = await fetch(target + (request.url ?? ''), {
    method: request.method ?? 'GET',
    headers,
    ...(body.length > 0 && { body }),
  });
  damage(fate, await answer.text(), answer.status, response);
}

function damage(fate: Nasib, text: string, status: number, response: ServerResponse): void {
  const head = { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(text)) };
  switch (fate) {
    case 'jawaban hilang':
      response.socket?.destroy();
      return;
    case 'macet':
      return;
    case 'tetes':
      drip(text, response.writeHead(status, head));
      return;
    case 'terpotong':
      response.writeHead(status, head).write(text.slice(0, text.length / 2), () => response.socket?.destroy());
      return;
    case 'bukan JSON':
      response.writeHead(status, JSON_TYPE).end(text.slice(0, -2));
      return;
    case 'sebagian':
      response.writeHead(status, JSON_TYPE).end('{"spreadsheetId":"x"}');
      return;
    case 'halaman masuk':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Masuk</title>');
      return;
    default:
      response.writeHead(status, JSON_TYPE).end(text);
  }
}

/** A byte a second. */
function drip(text: string, response: ServerResponse): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(text[sent] ?? '');
    sent += 1;
    if (sent > text.length || response.destroyed) clearInterval(timer);
  }, DRIP_MS).unref();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
