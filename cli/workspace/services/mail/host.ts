/** MailApp on the main thread: mail of the user whose rights the script has. */
import type { Handlers } from '../../runtime/host.ts';
import type { MailRequest } from './guest.ts';

export const mailHandlers = {
  'MailApp.sendEmail': ({ workspace, user }, mail: MailRequest) => workspace.mail.send(user, mail),
  'MailApp.getRemainingDailyQuota': ({ workspace, user }) => workspace.mail.remainingDailyQuota(user),
} satisfies Handlers;
