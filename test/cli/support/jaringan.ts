/** A bad line between the program and an office: answers that never arrive, and a service that is busy for a moment. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to a request: it passes, it arrives but its answer is lost, it does not arrive, or the service refuses it
 * with a status.
 */
export type Nasib = 'lewat' | 'jawaban hilang' | 'hilang' | number;

export interface Jaringan {
  readonly url: string;
  close(): Promise<void>;
}

/** @param nasib decides for each request, in their order */
export async function openJaringan(target: string, nasib: (request: string) => Nasib): Promise<Jaringan> {
  const server = createServer((request, response) => void pass(request, response));
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fate = nasib(`${request.method} ${request.url}`);
    if (fate === 'hilang') {
      request.socket.destroy();
      return;
    }
    if (typeof fate === 'number') {
      response.writeHead(fate, { 'content-type': 'application/json' }).end('{"error":{"message":"busy"}}');
      return;
    }
    const body = await bodyOf(request);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { ...(authorization && { authorization }), ...(type && { 'content-type': type }) };
    const answer = await fetch(target + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers,
      ...(body.length > 0 && { body }),
    });
    const text = await answer.text();
    if (fate === 'jawaban hilang') request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
