/** The home page: what this is, who one is, and the way through a whole case. */

import { type Discovery, discovery } from '../../control/discovery.ts';
import type { Role, User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';
import { examplePatient } from './example.ts';
import { action, frame } from './frame.ts';
import { ROLE } from './roles.ts';

export function homePage(workspace: Workspace, user: User | undefined): Html {
  const found = discovery(workspace);
  return frame({
    path: '/',
    user,
    now: found.now,
    content: html`<h1>Usulan PBI ${found.profile === 'bantul' ? 'Bantul' : 'Kota Bogor'} di komputer Anda</h1>
<p class="lead">Tiruan lokal Google Formulir dan Spreadsheet untuk mencoba, berlatih, dan menguji, tanpa akun Google.
Skrip yang berjalan di sini sama dengan yang dipasang di Google.</p>
${!user && people(workspace.users.list(), user)}
${cards(workspace, found, user)}
${steps(found, workspace.users.list())}
${user && people(workspace.users.list(), user)}
<section><h2>Mulai lagi</h2><p>Kembalikan semua berkas, tanggapan, dan surel ke keadaan awal.</p>
<button type="button" class="plain" data-post="/workspace/reset" data-body="{}" data-goto="/" data-confirm="Semua perubahan sejak pemasangan akan hilang. Lanjutkan?">Setel ulang data latihan</button></section>`,
  });
}

const people = (users: readonly User[], current: User | undefined): Html => html`<section><h2>Masuk sebagai</h2>
<ul class="cards people">${users.map(
  (user) => html`<li class="card${user.email === current?.email ? ' on' : ''}"><h3>${user.name}</h3>
<p class="role">${ROLE[user.role].name}</p><p>${ROLE[user.role].does}</p><p class="email">${user.email}</p>
${
  user.email === current?.email
    ? html`<p>Anda masuk sebagai pengguna ini.</p>${action('Keluar', '/workspace/session', { user: null })}`
    : action(
        html`Masuk<span class="visually-hidden"> sebagai ${user.name}</span>`,
        '/workspace/session',
        { user: user.email },
        { kind: 'primary' },
      )
}</li>`,
)}</ul></section>`;

const card = (address: string | undefined, name: string, text: string, note = ''): Html =>
  html`<li class="card">${
    address === undefined ? html`<h3>${name}</h3>` : html`<h3><a href="${address}">${name}</a></h3>`
  }<p>${text}</p>${note && html`<p class="role">${note}</p>`}</li>`;

const FORM_NAMES: Record<string, string> = { darurat: 'Formulir darurat' };
const BOOKS: Record<string, [name: string, text: string]> = {
  register: ['Register', 'Spreadsheet semua usulan, dengan menu dan panel samping.'],
  bpjs: ['Lembar BPJS', 'Usulan yang dikirim ke BPJS Kesehatan; BPJS mengisi hasilnya.'],
  dinkes: ['Lembar Dinkes', 'Usulan yang diteruskan ke Dinas Kesehatan.'],
};

function cards(workspace: Workspace, { forms, spreadsheets }: Discovery, user: User | undefined): Html {
  const books = Object.entries(spreadsheets).map(([key, id]) => {
    const [name, text] = BOOKS[key] ?? [`Lembar ${key.replaceAll('_', ' ')}`, 'Lembar bersama.'];
    if (!user) return card(undefined, name, text, 'Pilih pengguna dulu.');
    const allowed = workspace.files.role(user, id) !== undefined;
    return allowed
      ? card(`/spreadsheets/d/${id}/edit`, name, text)
      : card(undefined, name, text, 'Pengguna ini tidak punya izin.');
  });
  return html`<section><h2>Buka</h2><ul class="cards">
${Object.entries(forms).map(([key, form]) =>
  card(
    `/forms/d/e/${form.publishedId}/viewform`,
    FORM_NAMES[key] ?? `Formulir ${key}`,
    'Diisi PIC rumah sakit atau puskesmas, juga dari telepon.',
  ),
)}${books}
${card('/kotak-keluar', 'Kotak keluar', 'Semua surel yang dikirim skrip; tidak ada yang benar-benar terkirim.')}
${card('/pemicu', 'Pemicu & jam', 'Menjalankan pemicu sekarang, memajukan jam dan tanggal.')}
${card('/eksekusi', 'Riwayat eksekusi', 'Setiap jalannya skrip, lamanya, dan perkiraan waktunya di Google.')}
${card('/gangguan', 'Gangguan', 'Meniru hari buruk: panggilan gagal, pemicu hilang, kuota surel habis.')}
</ul></section>`;
}

/** One emergency case from the form to the mail, with the user switched at each step. */
function steps({ forms, spreadsheets, profile, now }: Discovery, users: readonly User[]): Html | '' {
  const form = forms['darurat'];
  const email = (role: Role) => users.find((user) => user.role === role)?.email;
  const go = (caption: string, role: Role, goto: string | undefined) => {
    const user = email(role);
    return user && goto ? action(caption, '/workspace/session', { user }, { goto, kind: 'plain' }) : '';
  };
  const book = (key: string) => spreadsheets[key] && `/spreadsheets/d/${spreadsheets[key]}/edit`;
  if (profile !== 'bantul' || !form) return '';
  return html`<section><h2>Coba alur lengkap</h2><ol class="steps">
<li><h3>PIC mengusulkan pasien</h3><p>Formulir terbuka dengan pasien rekaan yang sudah terisi. Tekan Berikutnya sampai Kirim.</p>
${go('Buka formulir sebagai PIC', 'pic', `/forms/d/e/${form.publishedId}/viewform?${examplePatient(form.items, email('pic') ?? '', Date.parse(now))}`)}</li>
<li><h3>Dinsos memeriksa</h3><p>Cari barisnya di tab Kasus, buka panel samping dari menu di kanan Bantuan, isi hasil pemeriksaan, lalu kirim ke BPJS.</p>
${go('Buka register sebagai Dinsos', 'dinsos', book('register'))}</li>
<li><h3>BPJS menjawab</h3><p>Isi hasil pada baris pasien di lembar BPJS.</p>
${go('Buka lembar BPJS sebagai BPJS', 'bpjs', book('bpjs'))}</li>
<li><h3>Lihat surel dan jam</h3><p>Majukan jam agar pemicu berjalan, lalu baca surel yang dikirim kepada PIC.</p>
<a href="/pemicu">Pemicu &amp; jam</a> · <a href="/kotak-keluar">Kotak keluar</a></li>
</ol></section>`;
}
