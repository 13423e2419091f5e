/** Reminders before the limits of a whole year: on working days, in time, once, with each kelurahan's own counts (BGR-12, S-01). */
import { afterEach, describe, expect, it } from 'vitest';
import { LIBUR_2026 } from '../domain/support/libur-2026.ts';
import { proposal } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';
import { plant } from '../support/plant.ts';

let office: Office;
afterEach(() => office.workspace.close());

const DAY_MS = 86_400_000;
const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const working = (date: string): boolean =>
  new Date(midnight(date)).getUTCDay() % 6 !== 0 && !(LIBUR_2026 as ReadonlySet<string>).has(date);

/** Counted day by day, without the code of the bundle. */
function workingDaysBefore(date: string, count: number): string {
  let ms = midnight(date);
  for (let left = count; left > 0; ) {
    ms -= DAY_MS;
    if (working(dateOf(ms))) left -= 1;
  }
  return dateOf(ms);
}

function lastWorkingDay(date: string): string {
  let ms = midnight(date);
  while (!working(dateOf(ms))) ms -= DAY_MS;
  return dateOf(ms);
}

/** One tick a day at seven in the morning, WIB. */
async function live(from: string, to: string, lived: (date: string) => boolean = () => true): Promise<void> {
  for (let ms = midnight(from); ms <= midnight(to); ms += DAY_MS) {
    if (!lived(dateOf(ms))) continue;
    office.workspace.clock.set(ms);
    await office.tick();
  }
}

/** All limits and their reminders lie in the first 20 days of a month. */
const busy = (date: string): boolean => Number(date.slice(8)) <= 20;

const reminders = () => office.tab('Jadwal').filter(({ pekerjaan }) => pekerjaan === 'pengingat');
const sent = () => reminders().map(({ kunci = '', selesai_pada = '' }) => `${kunci} ${selesai_pada.slice(0, 10)}`);

/** What a year must bring: limit, month, which, and its day. */
const expected = (limits: readonly (readonly [string, number])[]): string[] =>
  Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`).flatMap((month) =>
    limits.flatMap(([limit, day]) => {
      const target = lastWorkingDay(`${month}-${day}`);
      return [3, 1].map((n) => `pengingat|${limit}|${month}|H-${n} ${workingDaysBefore(target, n)}`);
    }),
  );

describe('a year of ticks, one each morning', () => {
  it('reminds Kota Bogor of 36 limits twice, each time on a working day before the target', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-01-01T00:00:00Z' });
    await live('2026-01-01', '2026-12-20', busy);
    const of2026 = sent().filter((line) => line.includes('|2026-'));
    expect(of2026.sort()).toEqual(
      expected([
        ['kelurahan', 10],
        ['dinsos', 15],
        ['dinkes', 20],
      ]).sort(),
    );
    expect(of2026.every((line) => working(line.slice(-10)))).toBe(true);
    const mails = office
      .mails('kelurahan.satu@kotabogor.test')
      .filter(({ subject }) => subject.startsWith('Pengingat'));
    expect(mails).toHaveLength(24);
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(24);
  }, 120_000);

  it('reminds Bantul of the internal and the legal date', async () => {
    office = await openOffice({ clock: '2026-01-01T00:00:00Z' });
    await live('2026-01-01', '2026-12-20', busy);
    const of2026 = sent().filter((line) => line.includes('|2026-'));
    expect(of2026.sort()).toEqual(
      expected([
        ['internal', 15],
        ['bantul', 20],
      ]).sort(),
    );
  }, 120_000);
});

const setSetting = async (key: string, value: string) => {
  const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === key) + 2;
  await office.edit(`'Pengaturan'!B${row}`, [[value]], office.workspace.users.owner);
};
const reminding = (to: string) => office.mails(to).filter(({ subject }) => subject.startsWith('Pengingat'));
const SATU = 'kelurahan.satu@kotabogor.test';

describe('a reminder', () => {
  it('tells each kelurahan its own counts, and names nobody', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-02T03:00:00Z' });
    const [one, two] = [office.person('kelurahan.satu'), office.person('kelurahan.dua')];
    await office.sendCase('usulan', proposal(1), one);
    await office.sendCase('usulan', proposal(2, { dokumen: ['kk'] }), one);
    await office.sendCase('usulan', proposal(3), two);
    await live('2026-11-05', '2026-11-05');
    const [mail] = reminding(SATU);
    expect(mail?.subject).toBe('Pengingat H-3: batas November 2026, kerjakan sampai 10 November 2026');
    expect(mail?.body).toContain('masuk 2, pernah dikembalikan 1, masih harus diperbaiki 1.');
    expect(mail?.body).toContain('Yang masuk mulai 11 November 2026 pukul 00.00 WIB ikut periode Desember 2026.');
    expect(reminding(two.email)[0]?.body).toContain('masuk 1, pernah dikembalikan 0, masih harus diperbaiki 0.');
    expect(reminding('kelurahan.tiga@kotabogor.test')[0]?.body).toContain('masuk 0,');
    expect(
      office
        .mails()
        .map(({ subject, body }) => subject + body)
        .join(),
    ).not.toMatch(/\d{16}|Rekaan|0812/);
  });

  it('tells Dinsos what is undecided, and Dinkes which batches wait', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-02T03:00:00Z' });
    await office.sendCase('usulan', proposal(1), office.person('kelurahan.satu'));
    plant(office, 'Batch', [
      { batch: 'BGR-U 2026-11', rute: 'BGR-U', periode: '2026-11', keadaan: 'DITUTUP', baris: '7' },
    ]);
    await live('2026-11-10', '2026-11-17');
    const dinsos = reminding('verifikator.dinsos@kotabogor.test');
    expect(dinsos.map(({ subject }) => subject.slice(0, 13))).toEqual(['Pengingat H-3', 'Pengingat H-1']);
    expect(dinsos[0]?.body).toContain('Belum diputus: 1 (diajukan 1, diverifikasi 0).');
    expect(reminding('pembiayaan.dinkes@kotabogor.test')[0]?.body).toContain('- BGR-U 2026-11: 7 usulan');
  });

  it('waits for the morning', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-04T22:00:00Z' });
    await office.tick();
    expect(reminders()).toHaveLength(0);
    office.workspace.clock.set(Date.parse('2026-11-04T23:00:00Z'));
    await office.tick();
    expect(sent()).toEqual(['pengingat|kelurahan|2026-11|H-3 2026-11-05']);
  });
});

describe('the ledger', () => {
  it('sends nothing twice when ticks come twice, at once, or again later', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-05T00:00:00Z' });
    const { owner } = office.workspace.users;
    await Promise.all([1, 2, 3].map(() => office.run('jalankanSekarang', [], owner)));
    await live('2026-11-05', '2026-11-06');
    expect(reminding(SATU)).toHaveLength(1);
    expect(sent()).toHaveLength(1);
  });

  it('after days without a tick only the latest reminder of a limit goes out', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-03T00:00:00Z' });
    await office.tick();
    await live('2026-11-10', '2026-11-10');
    expect(sent()).toEqual(['pengingat|kelurahan|2026-11|H-1 2026-11-10', 'pengingat|dinsos|2026-11|H-3 2026-11-10']);
    await live('2026-11-11', '2026-11-11');
    expect(reminding(SATU)).toHaveLength(1);
  });

  it('a summary follows the limit once, on a working day, with those who sent nothing', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-10-05T03:00:00Z' });
    const kelurahan = office.person('kelurahan.satu');
    await office.sendCase('usulan', proposal(1), kelurahan);
    // 10 October is a Saturday.
    office.workspace.clock.set(Date.parse('2026-10-11T03:00:00Z'));
    await office.sendCase('usulan', proposal(2), kelurahan);
    await live('2026-10-10', '2026-10-14');
    const told = office
      .mails('verifikator.dinsos@kotabogor.test')
      .filter(({ subject }) => subject.startsWith('Batas Oktober'));
    expect(told).toHaveLength(1);
    expect(told[0]?.sentAt.slice(0, 10)).toBe('2026-10-12');
    expect(told[0]?.body).toContain('Masuk sesudah batas dan ikut periode November 2026: 1.');
    expect(told[0]?.body).toContain('Tidak mengirim apa pun (67)');
  });
});

describe('a wrong setting', () => {
  it('stops the jobs that need it with one message a day, and they run once it is mended', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-05T00:00:00Z' });
    await setSetting('cutoff_kelurahan', 'sepuluh');
    await office.tick();
    await office.later(10);
    const { owner } = office.workspace.users;
    const told = () => office.mails(owner.email).filter(({ subject }) => subject.includes('dihentikan'));
    expect(reminders()).toHaveLength(0);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.body).toContain('cutoff_kelurahan: Tulis bilangan bulat 1 sampai 31.');
    await live('2026-11-06', '2026-11-06');
    expect([reminders().length, told().length]).toEqual([0, 2]);
    await setSetting('cutoff_kelurahan', '12');
    await live('2026-11-09', '2026-11-09');
    expect(sent()).toEqual(['pengingat|kelurahan|2026-11|H-3 2026-11-09']);
    expect(reminding(SATU)[0]?.subject).toContain('sampai 12 November 2026');
  });

  it('of one limit leaves the others alone', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-10T00:00:00Z' });
    await setSetting('cutoff_kelurahan', 'sepuluh');
    await office.tick();
    expect(sent()).toEqual(['pengingat|dinsos|2026-11|H-3 2026-11-10']);
  });

  it('that is changed after a nearer reminder brings no farther one', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T00:00:00Z' });
    await office.tick();
    await setSetting('pengingat_hari', '2');
    await office.later(10);
    expect(sent()).toEqual(['pengingat|kelurahan|2026-11|H-1 2026-11-09']);
  });
});
