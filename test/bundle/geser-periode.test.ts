/** A proposal moves to another month with a reason, until that month's batch is closed; then nothing takes it there (S-02, S-37). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '#usecase/panel-jenis.ts';
import { closeBatch, eligible, first, press, second, verified, view } from '../support/batch-officers.ts';
import { type Office, openOffice } from '../support/office.ts';

const CLOSED =
  'Batch BGR-U periode November 2026 sudah disetujui dan ditutup. Periode terdekat sesudahnya yang masih terbuka: Desember 2026.';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
});
afterEach(() => office.workspace.close());

const move = (tiket: string | undefined, periode: string) =>
  office.act(tiket, 'GESER_PERIODE', { alasan: 'Salah bulan', isi: { periode } }, first(office));

const offered = (panel: unknown) => (panel as Panel).bulanan?.periode.map(({ nilai }) => nilai);

/** A proposal of December, as one that came too late for November. */
async function late(): Promise<string> {
  const tiket = await verified(office, 2);
  await move(tiket, '2026-12');
  return tiket;
}

describe('a month whose batch is closed', () => {
  it('takes no proposal any more: the officer is told which one does, and is not offered it', async () => {
    await eligible(office, 1);
    const tiket = await late();
    expect(await closeBatch(office)).toMatchObject({ jenis: 'selesai' });
    const before = office.case(tiket);
    const { jenis, sebab, panel } = await move(tiket, '2026-11');
    expect({ jenis, sebab }).toEqual({ jenis: 'ditolak', sebab: [CLOSED] });
    expect(office.case(tiket)).toEqual(before);
    expect(offered(panel)).toEqual(['2027-01', '2027-02']);
    expect(await move(tiket, '2027-01')).toMatchObject({ jenis: 'selesai' });
  });

  it('is closed to commands too', async () => {
    await eligible(office, 1);
    const tiket = await late();
    await closeBatch(office);
    const { sheets, users } = office.workspace;
    const payload = { tiket, aksi: 'GESER_PERIODE', alasan: 'Salah bulan', isi: { periode: '2026-11' } };
    const row = [
      'a',
      'MENUNGGU',
      '2026-11-09T10:00:00+07:00',
      first(office).email,
      'TINDAKAN',
      JSON.stringify(payload),
    ];
    const { register } = office.files.spreadsheets;
    sheets.values.append(users.owner, register, 'Antrean', { values: [row] }, { valueInputOption: 'RAW' });
    await office.tick();
    expect(office.tab('Antrean')[0]).toMatchObject({ keadaan: 'DITOLAK', jawaban: CLOSED });
    expect(office.case(tiket)['periode']).toBe('2026-12');
  });

  it('stays open while only one officer has signed, and on the other route', async () => {
    await eligible(office, 1);
    const tiket = await late();
    const mutation = await verified(office, 3, 'mutation');
    await move(mutation, '2026-12');
    await press(office, 'AJUKAN', first(office));
    expect(await move(tiket, '2026-11')).toMatchObject({ jenis: 'selesai' });
    await move(tiket, '2026-12');
    expect(await press(office, 'SETUJUI', second(office))).toMatchObject({ jenis: 'selesai' });
    expect(await move(mutation, '2026-11')).toMatchObject({ jenis: 'selesai' });
  });

  it('is passed over when what is undecided moves on', async () => {
    const [, failed = ''] = await eligible(office, 1, 2);
    await office.act(failed, 'TIDAK_LOLOSKAN', { alasan: 'Mampu' }, first(office));
    await closeBatch(office);
    office.workspace.clock.set(Date.parse('2026-12-09T03:00:00Z'));
    await eligible(office, 3);
    await closeBatch(office, { periode: '2026-12' });
    await office.act(failed, 'AJUKAN_ULANG', { alasan: 'Surat baru' }, first(office));
    const button = (await view(office)).tindakan.find(({ aksi }) => aksi === 'GULIRKAN');
    expect(button?.akibat).toBe('1 usulan pindah ke Januari 2027.');
    await press(office, 'GULIRKAN', first(office), { alasan: 'Menunggu surat' });
    expect(office.case(failed)['periode']).toBe('2027-01');
  });
});
