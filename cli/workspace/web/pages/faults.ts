/** Switches that make Google's bad days happen, for training and for trying out what recovers. */
import type { User } from '../../users.ts';
import type { FaultSettings, Workspace } from '../../workspace.ts';
import { flag, type Html, html } from '../html.ts';
import { action, frame } from './frame.ts';

export function faultsPage({ faults, clock }: Workspace, user: User | undefined): Html {
  const now = faults.get();
  const on = Object.keys(now).length > 0;
  return frame({
    path: '/gangguan',
    user,
    now: clock.iso(),
    content: html`<h1>Gangguan</h1>
<p class="lead">Meniru hari buruk di Google. Setelah mencoba, matikan semua dan lihat apakah data tetap utuh.</p>
<p class="state ${on ? 'warn' : ''}" role="status">${on ? 'Ada gangguan yang menyala.' : 'Semua gangguan mati.'}</p>
<form class="faults" data-form="faults">
${number('delayMs', 'Tambahan waktu setiap panggilan (milidetik)', now.delayMs)}
${number('formEventCopies', 'Setiap kiriman formulir sampai berapa kali (misalnya 2 = ganda)', now.formEventCopies)}
${number('dropFormEventEvery', 'Hilangkan setiap kiriman formulir ke-', now.dropFormEventEvery)}
${check('blankFormEvents', 'Kirim peristiwa formulir kosong sebelum yang asli', now.blankFormEvents)}
${check('dropTriggers', 'Pemicu tidak berjalan sama sekali', now.dropTriggers)}
${check('scriptApiOff', 'Apps Script API belum dinyalakan untuk akun (pemasangan ditolak)', now.scriptApiOff)}
${number('mailQuota', 'Kuota surel per hari (0 = habis)', now.mailQuota)}
<fieldset><legend>Gagalkan satu panggilan layanan</legend>
${number('failCall.n', 'Panggilan ke- (pada eksekusi berikutnya)', now.failCall?.n)}
${text('failCall.function', 'Hanya pada fungsi', now.failCall?.function)}
${text('failCall.method', 'Hanya panggilan', now.failCall?.method)}
${check('failCall.after', 'Panggilan sudah berlaku sebelum gagal (jawaban hilang)', now.failCall?.after)}</fieldset>
<p class="row"><button class="primary">Terapkan</button></p></form>
<p class="row"><button type="button" class="plain" data-delete="/workspace/faults">Matikan semua gangguan</button>
${action('Hentikan paksa pada panggilan berikutnya', '/workspace/faults', { killAtCall: 1 }, { kind: 'quiet' })}</p>
<p class="role">Hentikan paksa mematikan server pada panggilan layanan berikutnya. Jalankan lagi dengan perintah yang sama untuk melihat apa yang dipulihkan.</p>
${rest(now)}`,
  });
}

const number = (name: string, label: string, value: number | undefined): Html =>
  html`<label>${label} <input type="number" min="0" step="1" inputmode="numeric" name="${name}" value="${value ?? ''}"></label>`;
const text = (name: string, label: string, value: string | undefined): Html =>
  html`<label>${label} <input type="text" name="${name}" value="${value ?? ''}" placeholder="semua"></label>`;
const check = (name: string, label: string, value: boolean | undefined): Html =>
  html`<label class="tick"><input type="checkbox" name="${name}" ${flag('checked', value === true)}> ${label}</label>`;

/** Switches that this form cannot set, but an API call did. */
const rest = ({ interfere, killAtCall }: FaultSettings): Html | '' =>
  interfere || killAtCall !== undefined
    ? html`<h2>Dipasang lewat API</h2><pre tabindex="0">${JSON.stringify({ interfere, killAtCall }, null, 2)}</pre>`
    : '';
