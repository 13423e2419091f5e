/** An office like Kota Bogor's, in memory: two forms, shared spreadsheets, and one for each of 68 kelurahan. */
import { createWorkspace, type RunningWorkspace } from '#workspace/create-workspace.ts';
import type { User } from '#workspace/users.ts';
import { writeBundle } from '../../support/mini-office.ts';

const CODE = `
var JENIS = 'application/vnd.google-apps.spreadsheet';
function buku(nama, email) {
  var id = Drive.Files.create({ name: nama, mimeType: JENIS }).id;
  email.forEach(function (satu) { Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: satu }, id); });
  return id;
}
function formulir(judul) {
  var f = FormApp.create(judul, true).setCollectEmail(true), butir = {};
  butir.dokumen = f.addCheckboxItem().setTitle('Dokumen').setChoiceValues(['pengantar', 'kk', 'ktp']).getId();
  butir.jenis_usulan = f.addMultipleChoiceItem().setTitle('Jenis').setRequired(true).setChoiceValues(['Usulan', 'Mutasi']).getId();
  ['nik', 'no_kk', 'nama', 'tidak_dikenal'].forEach(function (bidang) {
    butir[bidang] = f.addTextItem().setTitle(bidang).setRequired(bidang !== 'tidak_dikenal').getId();
  });
  butir.tgl_lahir = f.addDateItem().setTitle('Tanggal lahir').setRequired(true).getId();
  butir.jk = f.addMultipleChoiceItem().setTitle('Kelamin').setRequired(true).setChoiceValues(['Laki-laki', 'Perempuan']).getId();
  return { id: f.getId(), items: butir };
}
pasang = function (setelan) {
  var peran = function (nama) {
    return setelan.pengguna.filter(function (o) { return o.peran === nama; }).map(function (o) { return o.email; });
  };
  var berkas = { register: SpreadsheetApp.getActiveSpreadsheet().getId() }, dinsos = peran('dinsos');
  dinsos.forEach(function (satu) { SpreadsheetApp.getActiveSpreadsheet().addEditor(satu); });
  ['disdukcapil', 'bpjs'].forEach(function (nama) { berkas[nama] = buku('Berbagi ' + nama, peran(nama)); });
  setelan.pengguna.forEach(function (o) {
    if (o.peran === 'kelurahan') berkas['kelurahan_' + o.wilayah] = buku('Kelurahan nomor ' + o.wilayah, dinsos.concat([o.email]));
  });
  PropertiesService.getScriptProperties().setProperty('KANTOR', JSON.stringify({
    spreadsheets: berkas, forms: { usulan: formulir('Usulan'), kis: formulir('KIS') }
  }));
};
`;

const person = (role: User['role'], n = 1): User => ({
  email: `${role}.${n}@uji.test`,
  role,
  name: `Petugas ${role} ${n}`,
});

/** The n-th kelurahan of 68, from 0; its code is invented. */
export const kelurahan = (n: number): User => ({ ...person('kelurahan', n), area: String(3271011001 + n) });

export const CITY_PEOPLE: readonly User[] = [
  person('admin'),
  person('dinsos'),
  person('dinsos', 2),
  person('disdukcapil'),
  person('bpjs'),
  ...Array.from({ length: 68 }, (_, n) => kelurahan(n)),
];

export const openCity = (): Promise<RunningWorkspace> =>
  createWorkspace({ dir: ':memory:', profile: 'kota-bogor', bundleDir: writeBundle(CODE), people: CITY_PEOPLE });
