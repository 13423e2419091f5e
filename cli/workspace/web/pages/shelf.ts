/** What there is to open: forms, spreadsheets, and the Workspace's own pages. */
import type { Discovery } from '../../control/discovery.ts';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';
import { folded } from './folded.ts';

/** Spreadsheets of one kind that still get a card each. */
const MOST_CARDS = 4;

const FORMS: Record<string, [name: string, text: string]> = {
  darurat: ['Formulir darurat', 'Diisi PIC rumah sakit atau puskesmas, juga dari telepon.'],
  loket: ['Formulir loket', 'Diisi Bagian Pelayanan untuk pemohon yang datang atau menelepon.'],
  usulan: ['Formulir usulan kelurahan', 'Usulan dan mutasi, satu kiriman untuk satu orang.'],
  kis: ['Formulir penyerahan KIS', 'Laporan kelurahan tentang kartu yang diterima dan diserahkan.'],
};
const BOOKS: Record<string, [name: string, text: string]> = {
  register: ['Register', 'Spreadsheet semua usulan, dengan menu dan panel samping.'],
  bpjs: ['Lembar BPJS', 'Usulan yang dikirim ke BPJS Kesehatan; BPJS mengisi hasilnya.'],
  dinkes: ['Lembar Dinkes', 'Usulan yang diteruskan ke Dinas Kesehatan.'],
  disdukcapil: ['Lembar Disdukcapil', 'NIK dan nomor KK yang perlu diperiksa; Disdukcapil mengisi jawabannya.'],
  kecamatan: ['Lembar Kecamatan', 'Usulan dari kelurahan, untuk diketahui kecamatan.'],
};
/** `kelurahan_3271011001`: each kelurahan has a spreadsheet of its own. */
const OF_KELURAHAN = /^kelurahan_(\d{10})$/;

interface Book {
  key: string;
  name: string;
  text: string;
  /** undefined when the user may not open it. */
  address?: string;
}

function booksOf({ files, users }: Workspace, { spreadsheets }: Discovery, user: User | undefined): Book[] {
  return Object.entries(spreadsheets).map(([key, id]) => {
    const allowed = user !== undefined && files.role(user, id) !== undefined;
    const title = OF_KELURAHAN.test(key) ? files.get(users.owner, id).name : undefined;
    const [name, text] = BOOKS[key] ?? [title ?? `Lembar ${key.replaceAll('_', ' ')}`, 'Lembar bersama.'];
    return { key, name, text, ...(allowed && { address: `/spreadsheets/d/${id}/edit` }) };
  });
}

export function shelf(workspace: Workspace, found: Discovery, user: User | undefined): Html {
  const books = booksOf(workspace, found, user);
  const single = books.filter(({ key }) => !OF_KELURAHAN.test(key));
  const kelurahan = books.filter(({ key }) => OF_KELURAHAN.test(key));
  const open = kelurahan.filter(({ address }) => address);
  const refused = user ? 'Pengguna ini tidak punya izin.' : 'Pilih pengguna dulu.';
  const bookCard = ({ address, name, text }: Book) => card(address, name, text, address ? '' : refused);
  // What can be opened comes first.
  const ordered = [...single, ...(open.length > MOST_CARDS ? [] : open)].sort(
    (a, b) => Number(a.address === undefined) - Number(b.address === undefined),
  );
  const closed = kelurahan.length - open.length;
  return html`<section><h2>Buka</h2><ul class="cards">
${Object.entries(found.forms).map(([key, { publishedId }]) => {
  const [name, text] = FORMS[key] ?? [`Formulir ${key.replaceAll('_', ' ')}`, 'Formulir kantor ini.'];
  return card(`/forms/d/e/${publishedId}/viewform`, name, text);
})}${ordered.map(bookCard)}
${closed > 0 && card(undefined, `${closed} lembar kelurahan${open.length > 0 ? ' lain' : ''}`, 'Setiap kelurahan punya lembar sendiri.', refused)}
${card('/kotak-keluar', 'Kotak keluar', 'Semua surel yang dikirim skrip; tidak ada yang benar-benar terkirim.')}
${card('/pemicu', 'Pemicu & jam', 'Menjalankan pemicu sekarang, memajukan jam dan tanggal.')}
${card('/eksekusi', 'Riwayat eksekusi', 'Setiap jalannya skrip, lamanya, dan perkiraan waktunya di Google.')}
${card('/gangguan', 'Gangguan', 'Meniru hari buruk: panggilan gagal, pemicu hilang, kuota surel habis.')}
</ul>
${open.length > MOST_CARDS && folded('lembar-kelurahan', `Lembar kelurahan (${open.length})`, open.map(line))}
</section>`;
}

const line = ({ key, name, address }: Book) => ({
  text: `${name} ${key}`,
  content: html`<a href="${address}">${name}</a>`,
});

const card = (address: string | undefined, name: string, text: string, note = ''): Html =>
  html`<li class="card">${
    address === undefined ? html`<h3>${name}</h3>` : html`<h3><a href="${address}">${name}</a></h3>`
  }<p>${text}</p>${note && html`<p class="role">${note}</p>`}</li>`;
