/** Mail that scripts send: nothing leaves the machine, everything lands in the outbox. */
import { randomUUID } from 'node:crypto';
import { MAIL_BODY_BYTES, MAIL_RECIPIENTS_PER_DAY, MAIL_RECIPIENTS_PER_MESSAGE } from '../runtime/limits.ts';
import { ScriptError } from '../runtime/script-error.ts';
import type { Faults, Kernel, Mail, OutboxMail } from '../workspace.ts';

interface StoredMail extends OutboxMail {
  sender: string;
}

const DAY_MS = 24 * 60 * 60_000;
const ADDRESS = /^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/;

/** Addresses of a `To:` line. */
const recipients = (to: string): string[] =>
  to
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');

/** @throws ScriptError with Google's sentences. */
function check(mail: Omit<OutboxMail, 'sentAt'>): string[] {
  const addresses = recipients(mail.to);
  if (addresses.length === 0) throw new ScriptError('Failed to send email: no recipient');
  const wrong = addresses.find((address) => !ADDRESS.test(address));
  if (wrong !== undefined) throw new ScriptError('Invalid email: the address is not well-formed');
  if (addresses.length > MAIL_RECIPIENTS_PER_MESSAGE) {
    throw new ScriptError('Limit Exceeded: Email Recipients Per Message.');
  }
  if (Buffer.byteLength(mail.body) > MAIL_BODY_BYTES || Buffer.byteLength(mail.htmlBody ?? '') > MAIL_BODY_BYTES) {
    throw new ScriptError('Limit Exceeded: Email Body Size.');
  }
  return addresses;
}

const countOf = ({ sender, sentAt, to }: StoredMail) => ({
  sender,
  at: Date.parse(sentAt),
  recipients: recipients(to).length,
});

/** The quota counts recipients of the last 24 hours, per sender. */
export function createMail({ store, clock }: Kernel, faults: Faults): Mail {
  const sent = store.documents<StoredMail>('outbox');

  // Apart from the mails themselves: asked before every mail, and an office sends thousands.
  const counted = [...sent.entries()].map(([, mail]) => countOf(mail));

  const used = (sender: string): number => {
    const since = clock.now() - DAY_MS;
    return counted.reduce((sum, one) => (one.sender === sender && one.at > since ? sum + one.recipients : sum), 0);
  };
  const remaining = (sender: string): number =>
    Math.max(0, (faults.get().mailQuota ?? MAIL_RECIPIENTS_PER_DAY) - used(sender));

  return {
    remainingDailyQuota: (sender) => remaining(sender.email),
    outbox: () => [...sent.entries()].map(([, { sender: _sender, ...mail }]) => mail),
    send(sender, mail) {
      const addresses = check(mail);
      if (addresses.length > remaining(sender.email)) {
        throw new ScriptError('Service invoked too many times for one day: email.');
      }
      const stored = { ...mail, sender: sender.email, sentAt: clock.iso() };
      sent.put(randomUUID(), stored);
      counted.push(countOf(stored));
    },
  };
}
