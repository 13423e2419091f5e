/** What Dinsos does in the sidebar, over HTTP. */
import { SEMUA_CEK } from '../../support/checks.ts';
import type { Row, Server } from '../../support/server.ts';

/** The first user with a role. */
export function userOf(server: Pick<Server, 'office'>, role: string): string {
  const user = server.office.users.find((one) => one.role === role);
  if (!user) throw new Error(`no user with role ${role}`);
  return user.email;
}

/** Records the four checks and proposes the case to BPJS; ends when it is in the shared spreadsheet. */
export async function propose(server: Server, ticket: string): Promise<void> {
  for (const [aksi, isi] of [
    ['PERIKSA', SEMUA_CEK],
    ['USULKAN', {}],
  ] as const) {
    const { versi } = await caseOf(server, ticket);
    const request = { tiket: ticket, baris: 0, versi, aksi, alasan: '', isi };
    const { result } = await server.json<{ result: { jenis: string } }>('/workspace/run', {
      method: 'POST',
      body: { function: 'panelTindakan', args: [request], user: userOf(server, 'dinsos') },
    });
    if (result.jenis !== 'selesai') throw new Error(`${aksi}: ${JSON.stringify(result)}`);
  }
  await server.tick();
}

export async function caseOf(server: Server, ticket: string): Promise<Row> {
  const [cases = []] = await server.tabs(['Kasus']);
  const found = cases.filter((row) => row['tiket'] === ticket);
  if (found.length !== 1) throw new Error(`${found.length} rows for ${ticket}`);
  return found[0] ?? {};
}
