/** MailApp as a script sees it. */
import { call, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';

type MailApp = GoogleAppsScript.Mail.MailApp;

export interface MailRequest {
  to: string;
  subject: string;
  body: string;
  htmlBody?: string;
}

/** Without effect on what arrives in the outbox. */
const HARMLESS = ['name', 'replyTo', 'noReply'];
const SENT = ['to', 'subject', 'body', 'htmlBody'];

/** @throws Error for options that would change what is sent and are not reproduced */
function refuseOthers(options: object): void {
  const other = Object.keys(options).find((key) => !HARMLESS.includes(key) && !SENT.includes(key));
  if (other !== undefined) throw new Error(`not emulated: MailApp.sendEmail with ${other}`);
}

function fromOptions(options: Record<string, unknown>): MailRequest | undefined {
  refuseOthers(options);
  const { to, subject, body = '', htmlBody } = options;
  if (typeof to !== 'string' || typeof subject !== 'string' || typeof body !== 'string') return undefined;
  return { to, subject, body, ...(typeof htmlBody === 'string' && { htmlBody }) };
}

const isOptions = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function request(args: readonly unknown[]): MailRequest | undefined {
  const [first, subject, body, options = {}] = args;
  if (args.length === 1) return isOptions(first) ? fromOptions(first) : undefined;
  if (args.length < 3 || args.length > 4 || !isOptions(options)) return undefined;
  return fromOptions({ ...options, to: first, subject, body: body ?? '' });
}

export const createMailApp = (): MailApp =>
  strict<MailApp>('MailApp', {
    sendEmail: (...args: unknown[]) => {
      const mail = request(args);
      if (!mail) throw mismatch('MailApp.sendEmail', args);
      call('MailApp.sendEmail', mail);
    },
    getRemainingDailyQuota: () => call<number>('MailApp.getRemainingDailyQuota'),
  });
