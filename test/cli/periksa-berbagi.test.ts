/** Files of other offices, forms and permissions that are not as they should be are named, and healed where that is safe. */
import { afterEach, beforeEach, describe, it } from 'vitest';
import { kantorSehat, perlihatkan, type Rusak, type Terperiksa, tulis } from './support/periksa.ts';

let kantor: Terperiksa;
beforeEach(async () => {
  kantor = await kantorSehat();
}, 30_000);
afterEach(() => kantor.server.close());

const DAFTAR: readonly Rusak[] = [
  {
    apa: 'a case that BPJS cannot see',
    rusak: (office) => tulis(office, "'Usulan Darurat'!A2", [['']], office.files.spreadsheets.bpjs),
    kode: ['BERBAGI_KURANG'],
    kata: /Berbagi BPJS tidak memuat 1 baris.*BTL-D-2026-000001/,
    sembuh: true,
  },
  {
    apa: 'a case that BPJS sees otherwise',
    rusak: (office, { tiket }) =>
      tulis(
        office,
        office.cell(tiket[0], 'nama', 'Usulan Darurat', office.files.spreadsheets.bpjs),
        [['Nama Lain']],
        office.files.spreadsheets.bpjs,
      ),
    kode: ['BERBAGI_BEDA'],
    kata: /Berbagi BPJS menampilkan 1 baris.*BTL-D-2026-000001/,
    sembuh: true,
  },
  {
    apa: 'a shared file that is gone',
    rusak: ({ workspace, files }) => workspace.files.delete(workspace.users.owner, files.spreadsheets.bpjs),
    kode: ['BERKAS_HILANG'],
    kata: /Spreadsheet Berbagi BPJS sudah terhapus\./,
    sembuh: true,
  },
  {
    apa: 'a form that is gone',
    rusak: ({ workspace, files }) => workspace.files.delete(workspace.users.owner, files.forms.darurat.id),
    kode: ['FORMULIR_HILANG'],
    kata: /Formulir darurat tidak dapat dibaca/,
    sembuh: true,
  },
  {
    apa: 'a register in the bin',
    rusak: ({ workspace, files }) =>
      workspace.files.update(workspace.users.owner, files.spreadsheets.register, { trashed: true }),
    kode: ['DI_SAMPAH'],
    kata: /Berkas register ada di Sampah/,
  },
  {
    apa: 'a form in the bin',
    rusak: ({ workspace, files }) =>
      workspace.files.update(workspace.users.owner, files.forms.darurat.id, { trashed: true }),
    kode: ['DI_SAMPAH'],
    kata: /Berkas formulir darurat ada di Sampah/,
  },
  {
    apa: 'a stranger in a file',
    rusak: ({ workspace, files }) =>
      workspace.files.createPermission(workspace.users.owner, files.spreadsheets.bpjs, {
        type: 'user',
        role: 'writer',
        emailAddress: 'orang@lain.test',
      }),
    kode: ['IZIN_LEBIH'],
    kata: /1 orang di luar tab Peran dapat membuka Berbagi BPJS/,
    sembuh: true,
  },
  {
    apa: 'a file that is open to whoever has its link',
    rusak: ({ workspace, files }) =>
      workspace.files.createPermission(workspace.users.owner, files.spreadsheets.register, {
        type: 'anyone',
        role: 'reader',
      }),
    kode: ['IZIN_TAUTAN'],
    kata: /register dapat dibuka siapa pun/,
    sembuh: true,
  },
  {
    apa: 'an officer who cannot open the register',
    rusak: ({ workspace, files }) => {
      const dinsos = workspace.users.list().find(({ role }) => role === 'dinsos');
      const izin = workspace.files
        .listPermissions(workspace.users.owner, files.spreadsheets.register)
        .find(({ emailAddress }) => emailAddress === dinsos?.email);
      workspace.files.deletePermission(workspace.users.owner, files.spreadsheets.register, izin?.id ?? '');
    },
    kode: ['IZIN_KURANG'],
    kata: /1 orang di tab Peran belum dapat membuka register/,
    sembuh: true,
  },
  {
    apa: 'a form that takes no answers',
    rusak: ({ workspace, form }) => workspace.forms.put({ ...form, acceptingResponses: false }),
    kode: ['FORMULIR_TUTUP'],
    kata: /darurat tidak menerima jawaban/,
  },
  {
    apa: 'a form that is not published',
    rusak: ({ workspace, form }) => workspace.forms.put({ ...form, published: false }),
    kode: ['FORMULIR_TUTUP'],
    kata: /darurat belum diterbitkan/,
  },
];

describe('an office', () => {
  it.each(DAFTAR)('with $apa is told of just that', (rusak) => perlihatkan(kantor, rusak));
});
