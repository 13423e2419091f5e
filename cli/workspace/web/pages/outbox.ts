/** Mails that scripts sent: a list and a reading pane. */
import type { User } from '../../users.ts';
import type { OutboxMail, Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';
import { frame, wib } from './frame.ts';

/** @param chosen the mail's place in the order of sending, from 0; the newest one if it is missing */
export function outboxPage(
  { mail, users, clock }: Workspace,
  user: User | undefined,
  chosen: number | undefined,
): Html {
  const sent = mail.outbox();
  const shown = chosen !== undefined && sent[chosen] ? chosen : sent.length - 1;
  const open = sent[shown];
  return frame({
    path: '/kotak-keluar',
    user,
    now: clock.iso(),
    content: html`<h1>Kotak keluar</h1>
<p class="lead">Surel yang dikirim skrip. Tidak ada yang meninggalkan komputer ini.
Sisa kuota hari ini: <strong>${mail.remainingDailyQuota(users.owner)}</strong> penerima.</p>
${
  open
    ? html`<div class="mail"><ol class="list" reversed aria-label="Surel">${sent
        .map((each, index) => line(each, index, index === shown))
        .reverse()}</ol>${reading(open)}</div>`
    : html`<p class="empty">Belum ada surel. Kirim formulir atau jalankan pemicu, lalu kembali ke sini.</p>`
}`,
  });
}

const line = (mail: OutboxMail, index: number, on: boolean): Html =>
  html`<li><a href="/kotak-keluar?surel=${index}" id="surel-${index}"${
    on ? html` aria-current="true"` : ''
  }><strong>${mail.subject || '(tanpa subjek)'}</strong><span>${mail.to}</span><time>${wib(mail.sentAt)}</time></a></li>`;

/** Addresses as links, as mail programs show them. One of a local Workspace opens here, whatever its port was. */
const linked = (body: string): (Html | string)[] =>
  body.split(/(https?:\/\/\S+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    const local = /^http:\/\/127\.0\.0\.1:\d+(\/(?!\/).*)$/.exec(part)?.[1];
    return local ? html`<a href="${local}">${part}</a>` : part;
  });

const reading = (mail: OutboxMail): Html => html`<article class="reading"><h2>${mail.subject || '(tanpa subjek)'}</h2>
<dl><dt>Kepada</dt><dd>${mail.to}</dd><dt>Dikirim</dt><dd>${wib(mail.sentAt)}</dd></dl>
<pre tabindex="0" aria-label="Isi surel">${linked(mail.body)}</pre>
${mail.htmlBody && html`<details id="html"><summary>Sumber HTML</summary><pre tabindex="0">${mail.htmlBody}</pre></details>`}</article>`;
