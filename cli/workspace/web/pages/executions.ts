/** Runs of script functions, with what they would cost at Google. */
import type { User } from '../../users.ts';
import type { Execution, Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';
import { frame, wib } from './frame.ts';

/** Runs on one page. */
const SHOWN = 100;

const SOURCE: Record<string, string> = {
  form: 'formulir',
  edit: 'suntingan',
  open: 'buka',
  time: 'waktu',
  menu: 'menu',
  sidebar: 'panel samping',
  editor: 'editor',
};

export function executionsPage({ scripts, clock }: Workspace, user: User | undefined): Html {
  const all = [...scripts.executions()].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  return frame({
    path: '/eksekusi',
    user,
    now: clock.iso(),
    content: html`<h1>Riwayat eksekusi</h1>
<p class="lead">${all.length} eksekusi tersimpan; yang terbaru di atas. Perkiraan waktu di Google memakai 0,3 detik per panggilan layanan.</p>
${
  all.length === 0
    ? html`<p class="empty">Belum ada skrip yang berjalan.</p>`
    : html`<ol class="runs">${all.slice(0, SHOWN).map(run)}</ol>`
}
${all.length > SHOWN && html`<p>${SHOWN} terbaru ditampilkan. Semuanya ada di <a href="/workspace/executions">/workspace/executions</a>.</p>`}`,
  });
}

const seconds = (ms: number): string =>
  (ms / 1000).toLocaleString('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function run(execution: Execution): Html {
  const calls = Object.entries(execution.calls).sort(([, a], [, b]) => b - a);
  const total = calls.reduce((sum, [, count]) => sum + count, 0);
  return html`<li class="${execution.error === null ? '' : 'failed'}"><details id="run-${execution.id}"><summary>
<strong>${execution.function}</strong> <span class="mark">${execution.error === null ? 'Selesai' : 'Gagal'}</span>
<span>${wib(execution.startedAt)} · ${SOURCE[execution.source] ?? execution.source} · ${execution.user}</span>
<span>${execution.ms} ms di sini · ${total} panggilan · ±${seconds(execution.estimatedGoogleMs)} s di Google</span></summary>
${execution.error !== null && html`<h2>Kesalahan</h2><pre tabindex="0">${execution.error}</pre>`}
<h2>Panggilan layanan</h2>${
    calls.length === 0
      ? html`<p>Tidak ada.</p>`
      : html`<ul>${calls.map(([name, count]) => html`<li><code>${name}</code> × ${count}</li>`)}</ul>`
  }
<p>${execution.bytesRead.toLocaleString('id-ID')} byte dibaca.</p>
${execution.log.length > 0 && html`<h2>Log</h2><pre tabindex="0">${execution.log.join('\n')}</pre>`}</details></li>`;
}
