/** How two officers close a month's batch in the panel. */
import { expect } from 'vitest';
import type { Office } from './office.ts';

interface BatchPanel {
  total: { hash: string };
}

interface BatchAnswer {
  jenis: string;
  sebab?: string[];
  lagi?: boolean;
}

/** What is clean passes, what nobody has decided rolls on, one asks for the closing and another agrees. @returns the batch's name */
export async function closeBatch(office: Office, rute: string, periode: string): Promise<string> {
  const [first, second] = office.workspace.users.list().filter(({ role }) => role === 'dinsos');
  const call = async (name: string, args: object, user = first) => {
    const result = await office.run(name, [{ rute, periode, ...args }], user);
    if (!result.ok) throw new Error([result.error, ...result.execution.log].join('\n'));
    return result.value;
  };
  const act = async (aksi: string, more: object = {}, user = first): Promise<BatchAnswer> =>
    (await call('batchTindakan', { aksi, alasan: '', hash: '', ...more }, user)) as BatchAnswer;
  const repeat = async (aksi: string, alasan: string) => {
    for (let again = true; again; ) again = (await act(aksi, { alasan })).lagi === true;
  };
  await repeat('LOLOSKAN', '');
  await repeat('GULIRKAN', 'Belum selesai diperiksa');
  const panel = (await call('batchBuka', {})) as BatchPanel;
  expect(await act('AJUKAN', { hash: panel.total.hash }), `${rute} ${periode}`).toMatchObject({ jenis: 'selesai' });
  expect(await act('SETUJUI', {}, second), `${rute} ${periode}`).toMatchObject({ jenis: 'selesai' });
  await office.workspace.scripts.idle();
  const closed = office.tab('Batch').find((row) => row['rute'] === rute && row['periode'] === periode);
  expect(closed?.['keadaan'], `${rute} ${periode}`).toBe(rute === 'BTL-N' ? 'DIKIRIM' : 'DITUTUP');
  return closed?.['batch'] ?? '';
}
