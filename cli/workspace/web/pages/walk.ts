/** The guided walk through a whole case: one step after the other, each opened as the person who takes it. */
import type { Discovery } from '../../control/discovery.ts';
import type { Role, User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';
import { type Examples, emergencyPatient, kelurahanProposal, prefilledQuery } from './example.ts';
import { action } from './frame.ts';

interface Step {
  title: string;
  text: string;
  caption: string;
  /** Who takes it; `second` when it must be another person than in an earlier step. */
  role: Role;
  second?: boolean;
  /** Where it opens. A step without an address has nothing to open in this office and is left out. */
  address: string | undefined;
}

/** Addresses of what the office has. */
interface Places {
  form(key: string, examples?: Examples): string | undefined;
  book(key: string | undefined): string | undefined;
  person(role: Role): User | undefined;
  now: number;
}

function placesOf({ forms, users }: Workspace, found: Discovery): Places {
  return {
    form(key, examples) {
      const form = found.forms[key];
      const definition = form && forms.get(form.id);
      if (!form || !definition) return undefined;
      const address = `/forms/d/e/${form.publishedId}/viewform`;
      return examples ? `${address}?${prefilledQuery(definition, form.items, examples)}` : address;
    },
    book(key = '') {
      const id = found.spreadsheets[key];
      return id && `/spreadsheets/d/${id}/edit`;
    },
    person: (role) => users.list().find((user) => user.role === role),
    now: Date.parse(found.now),
  };
}

const emergency = ({ form, book, person, now }: Places): Step[] => [
  {
    title: 'PIC mengusulkan pasien',
    text: 'Formulir terbuka dengan pasien rekaan yang sudah terisi. Tekan Berikutnya sampai Kirim.',
    caption: 'Buka formulir sebagai PIC',
    role: 'pic',
    address: form('darurat', emergencyPatient(person('pic')?.email ?? '', now)),
  },
  {
    title: 'Dinsos memeriksa',
    text: 'Cari barisnya di tab Kasus, buka panel samping dari menu di kanan Bantuan, isi hasil pemeriksaan, lalu kirim ke BPJS.',
    caption: 'Buka register sebagai Dinsos',
    role: 'dinsos',
    address: book('register'),
  },
  {
    title: 'BPJS menjawab',
    text: 'Isi hasil pada baris pasien di lembar BPJS.',
    caption: 'Buka lembar BPJS sebagai BPJS',
    role: 'bpjs',
    address: book('bpjs'),
  },
];

function monthly({ form, book, person }: Places): Step[] {
  const area = person('kelurahan')?.area ?? '';
  return [
    {
      title: 'Kelurahan mengusulkan',
      text: 'Formulir terbuka dengan warga rekaan yang sudah terisi. Tekan Berikutnya sampai Kirim.',
      caption: 'Buka formulir usulan sebagai kelurahan',
      role: 'kelurahan',
      address: form('usulan', kelurahanProposal(area)),
    },
    {
      title: 'Disdukcapil menjawab',
      text: 'Isi jawaban pada baris warga di lembar Disdukcapil: apakah NIK dan nomor KK-nya ditemukan.',
      caption: 'Buka lembar Disdukcapil sebagai Disdukcapil',
      role: 'disdukcapil',
      address: book('disdukcapil'),
    },
    {
      title: 'Dinsos memverifikasi',
      text: 'Cari barisnya di tab Kasus, buka panel samping dari menu di kanan Bantuan, isi hasil pemeriksaan, lalu loloskan.',
      caption: 'Buka register sebagai Dinsos',
      role: 'dinsos',
      address: book('register'),
    },
    {
      title: 'Dinsos menutup batch',
      text: 'Setelah semua baris periode itu diputus, petugas yang lain menutup batch dari menu; usulan lalu tampak di lembar Dinkes.',
      caption: 'Buka register sebagai petugas Dinsos kedua',
      role: 'dinsos',
      second: true,
      address: book('register'),
    },
    {
      title: 'Dinkes mengirim',
      text: 'Periksa usulan di lembar Dinkes, lalu pilih sudah di kolom dikirim pada tab Batch setelah berkasnya dikirim ke BPJS.',
      caption: 'Buka lembar Dinkes sebagai Dinkes',
      role: 'dinkes',
      address: book('dinkes'),
    },
    {
      title: 'BPJS menjawab',
      text: 'Isi hasil pada baris warga di lembar BPJS.',
      caption: 'Buka lembar BPJS sebagai BPJS',
      role: 'bpjs',
      address: book('bpjs'),
    },
    {
      title: 'Kelurahan menyerahkan KIS',
      text: 'Laporkan kartu yang diterima dan diserahkan. Nomor tiket ada di surel dan di lembar kelurahan.',
      caption: 'Buka laporan KIS sebagai kelurahan',
      role: 'kelurahan',
      address: form('kis') ?? book(`kelurahan_${area}`),
    },
  ];
}

const WALKS: Record<Discovery['profile'], (places: Places) => Step[]> = { bantul: emergency, 'kota-bogor': monthly };

export function walk(workspace: Workspace, found: Discovery): Html | '' {
  const users = workspace.users.list();
  const steps = WALKS[found.profile](placesOf(workspace, found)).flatMap((step) => {
    const able = users.filter(({ role }) => role === step.role);
    const user = step.second ? (able[1] ?? able[0]) : able[0];
    return user && step.address ? [{ ...step, user: user.email, goto: step.address }] : [];
  });
  // Without its beginning the rest leads nowhere.
  if (!steps.some(({ goto }) => goto.startsWith('/forms/'))) return '';
  return html`<section><h2>Coba alur lengkap</h2><ol class="steps">
${steps.map(
  ({ title, text, caption, user, goto }) => html`<li><h3>${title}</h3><p>${text}</p>
${action(caption, '/workspace/session', { user }, { goto, kind: 'plain' })}</li>`,
)}
<li><h3>Lihat surel dan jam</h3><p>Majukan jam agar pemicu berjalan, lalu baca surel yang dikirim skrip.</p>
<a href="/pemicu">Pemicu &amp; jam</a> · <a href="/kotak-keluar">Kotak keluar</a></li>
</ol></section>`;
}
