/** Fills a fresh Kota Bogor with practice data: two months of three kelurahan, played by the bundle itself. */
import { officeFiles } from '../office-files.ts';
import type { User } from '../users.ts';
import type { Workspace } from '../workspace.ts';
import { citizenAnswers } from './bogor/citizens.ts';
import { openMonthlyDesk } from './bogor/desk.ts';
import { PROPOSALS, type PracticeProposal } from './bogor/steps.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WIB_MS = 7 * HOUR_MS;

/** Milliseconds since 1970 of a day and hour (WIB) of the month before the one of `now`; hour 23 is its last second. */
function lastMonth(now: number, day: number, hour: number): number {
  const wib = new Date(now + WIB_MS);
  const instant = Date.UTC(wib.getUTCFullYear(), wib.getUTCMonth() - 1, day, hour) - WIB_MS;
  return hour === 23 ? instant + HOUR_MS - 1000 : instant;
}

/** This month's cases stay in this month's half of the story, however early in the month it is. */
function sentAt({ when }: PracticeProposal, now: number, order: number): number {
  if ('day' in when) return lastMonth(now, when.day, when.hour);
  return Math.max(now - when.daysAgo * DAY_MS, lastMonth(now, 28, 12) + order * 60_000);
}

/**
 * Does nothing in an office without the form of the kelurahan. The clock shows real time afterwards.
 * @throws Error when the bundle refuses a step: then the practice data no longer fit the bundle
 */
export async function seedKotaBogor(workspace: Workspace): Promise<void> {
  if (!officeFiles(workspace.scripts.properties()).forms['usulan']) return;
  const desk = openMonthlyDesk(workspace);
  const now = workspace.clock.now();
  const first = Math.min(...PROPOSALS.map((one, n) => sentAt(one, now, n)));
  workspace.clock.set(first);
  const senders = workspace.users.list().filter(({ role }) => role === 'kelurahan');
  const senderOf = (n: number): User => senders[n % senders.length] ?? workspace.users.owner;
  const all = PROPOSALS.map((proposal, n) => ({ n, proposal, at: sentAt(proposal, now, n) }));
  const sendUntil = async (instant: number) => {
    for (const { n, proposal, at } of all.filter((one) => one.at < instant && !desk.sent(one.n))) {
      await desk.passTo(at);
      const sender = senderOf(n);
      const answers = { ...citizenAnswers(n, sender.area ?? '', desk.facilities()), ...proposal.answers };
      await desk.send(n, answers, sender);
    }
    await desk.passTo(instant);
    await desk.tick();
  };
  const time = (day: number, hour: number) => lastMonth(now, day, hour);
  const month = all.filter(({ proposal: { when } }) => 'day' in when && when.day <= 10);

  await desk.ignoreWarnings('W_SERI9');
  await sendUntil(time(11, 7));
  await desk.registry(month);
  await desk.passTo(time(12, 9));
  await desk.check(month);
  await desk.decide(month);
  await sendUntil(time(14, 8));
  await desk.closeBatches();
  await desk.passTo(time(19, 10));
  await desk.forwardBatches();
  await sendUntil(time(27, 10));
  await desk.answerOfBpjs(month);
  await sendUntil(time(28, 11));
  await desk.cards(month);
  await sendUntil(now - 2 * HOUR_MS);
  await desk.registry(all.filter((one) => !month.includes(one)));
  await desk.check(all.filter((one) => !month.includes(one)));
  await sendUntil(now);
  workspace.clock.reset();
  await desk.tick();
}
