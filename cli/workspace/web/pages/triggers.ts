/** Triggers and the clock that makes them due. */
import type { User } from '../../users.ts';
import type { Trigger, Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';
import { action, frame, wib } from './frame.ts';

const EVENT: Record<Trigger['event'], string> = {
  FORM_SUBMIT: 'Formulir dikirim',
  EDIT: 'Sel diubah',
  OPEN: 'Spreadsheet dibuka',
  CHANGE: 'Struktur diubah',
  CLOCK: 'Waktu',
};

export function triggersPage({ scripts, clock }: Workspace, user: User | undefined): Html {
  const triggers = scripts.triggers();
  return frame({
    path: '/pemicu',
    user,
    now: clock.iso(),
    content: html`<h1>Pemicu &amp; jam</h1>
<section><h2>Jam Workspace</h2><p class="clock">${day(clock.iso())}</p>
<p>Jam ini berjalan terus. Memajukannya menjalankan semua pemicu waktu yang jatuh tempo, masing-masing satu kali.</p>
<p class="row">${action('Majukan 5 menit', '/workspace/clock', { advance: 'PT5M' })}
${action('Majukan 1 jam', '/workspace/clock', { advance: 'PT1H' })}
${action('Majukan 1 hari', '/workspace/clock', { advance: 'P1D' })}</p>
<form class="row" data-form="clock"><label>Atur tanggal dan jam (WIB) <input type="datetime-local" name="now" required></label>
<button class="plain">Atur jam</button></form></section>
<section><h2>Pemicu</h2>
${
  triggers.length === 0
    ? html`<p class="empty">Belum ada pemicu. Pasang lewat menu register sebagai admin.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Daftar pemicu"><table><thead><tr><th>Fungsi</th><th>Peristiwa</th><th>Pemilik</th><th>Terakhir</th><th>Berikutnya</th><th>Tindakan</th></tr></thead>
<tbody>${triggers.map(row)}</tbody></table></div>`
}</section>`,
  });
}

/** Without seconds, so that the page changes once a minute and not with every look. */
const day = (iso: string): string =>
  `${new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso))} WIB`;

const row = (trigger: Trigger): Html => html`<tr><td><code>${trigger.function}</code></td>
<td>${EVENT[trigger.event]}${trigger.everyMinutes !== null && `, tiap ${trigger.everyMinutes} menit`}</td><td>${trigger.owner}</td>
<td>${wib(trigger.lastRunAt)}</td><td>${wib(trigger.nextRunAt)}</td>
<td>${
  trigger.event === 'CLOCK'
    ? action('Jalankan sekarang', '/workspace/triggers/run', { function: trigger.function })
    : 'Berjalan saat peristiwanya terjadi'
}</td></tr>`;
