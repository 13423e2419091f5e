/**
 * An office with a register, a book of one kelurahan and one of Dinkes, each with the tab `Antrean`, and a stand-in for the
 * bundle that answers commands: what it does with them is not the subject here.
 */
import { createWorkspace, type RunningWorkspace } from '../../../cli/workspace/create-workspace.ts';
import { type RunningServer, startServer } from '../../../cli/workspace/server.ts';
import { writeBundle } from '../../support/mini-office.ts';

const CODE = `
var TAJUK = ['dijalankan', 'id', 'keadaan', 'dibuat', 'pelaku', 'jenis', 'muatan', 'jawaban'];
function setel(kunci, nilai) { PropertiesService.getScriptProperties().setProperty(kunci, JSON.stringify(nilai)); }
function baca(kunci) { return JSON.parse(PropertiesService.getScriptProperties().getProperty(kunci) || '{}'); }
function buku(judul, surel) {
  var dibuat = Sheets.Spreadsheets.create({ properties: { title: judul } });
  if (surel) Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: surel }, dibuat.spreadsheetId);
  return dibuat.spreadsheetId;
}
function tab(id, nama, baris) {
  Sheets.Spreadsheets.batchUpdate({ requests: [{ addSheet: { properties: { title: nama } } }] }, id);
  Sheets.Spreadsheets.Values.update({ values: baris }, id, nama + '!A1', { valueInputOption: 'RAW' });
}
function siapkan(kelurahan, surelKelurahan, surelDinkes) {
  var kantor = baca('KANTOR');
  kantor.spreadsheets['kelurahan_' + kelurahan] = buku('Kelurahan', surelKelurahan);
  kantor.spreadsheets.dinkes = buku('Dinkes', surelDinkes);
  for (var nama in kantor.spreadsheets) tab(kantor.spreadsheets[nama], 'Antrean', [TAJUK]);
  tab(kantor.spreadsheets.register, 'Pengaturan', [
    ['kunci', 'nilai'], ['nama_kantor', 'Dinas Sosial Kota Bogor'], ['kode_wilayah', '3271'], ['rute_aktif', 'BGR-U, BGR-M'],
    ['cutoff_kelurahan', '9'], ['abaikan_peringatan', 'W_SERI9']
  ]);
  tab(kantor.spreadsheets.register, 'Libur', [['tanggal', 'nama', 'jenis'], ['2026-11-09', 'Libur Percobaan', 'Libur nasional']]);
  tab(kantor.spreadsheets.register, 'Wilayah', [['kode', 'nama', 'kecamatan']]);
  tab(kantor.spreadsheets.register, 'Faskes', [['nama', 'kode'], ['PUSKESMAS BOGOR SELATAN', '09020107']]);
  setel('KANTOR', kantor);
  ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create();
}
function tick() {
  var kantor = baca('KANTOR').spreadsheets;
  for (var nama in kantor) jawabSemua(kantor[nama]);
}
function jawabSemua(id) {
  var isi = Sheets.Spreadsheets.Values.get(id, 'Antrean').values;
  isi.forEach(function (baris, nomor) {
    if (baris[2] !== 'MENUNGGU') return;
    var jawaban = jawab(baris[5], JSON.parse(baris[6]));
    Sheets.Spreadsheets.Values.update({ values: [jawaban] }, id, 'Antrean!C' + (nomor + 1), { valueInputOption: 'RAW' });
  });
}
function jawab(jenis, muatan) {
  var mati = baca('MATI').kalimat;
  if (mati) return ['DITOLAK', null, null, null, null, mati];
  if (jenis === 'KIRIM_BATCH') return ['SELESAI', null, null, null, null, 'Batch ' + muatan.batch + ' dicatat terkirim.'];
  var catatan = PropertiesService.getScriptProperties();
  var tiket = catatan.getProperties();
  var banyak = Object.keys(tiket).length;
  var hasil = muatan.baris.map(function (satu) {
    var nik = satu.isi.nik;
    if (satu.isi.nama === 'WARGA DITOLAK') return [satu.nomor, 'ditolak', '', 'Sudah aktif di segmen lain.'];
    if (tiket[nik]) return [satu.nomor, 'revisi', tiket[nik], ''];
    banyak += 1;
    tiket[nik] = 'BGR-U-2026-' + ('00000' + banyak).slice(-6);
    return [satu.nomor, 'baru', tiket[nik], ''];
  });
  catatan.setProperties(tiket);
  return ['SELESAI', null, null, null, null, JSON.stringify({ hasil: hasil })];
}
function matikan(kalimat) { setel('MATI', kalimat ? { kalimat: kalimat } : {}); }
`;

export interface Kantor {
  readonly server: RunningServer;
  readonly workspace: RunningWorkspace;
  readonly url: string;
  readonly email: {
    readonly dinsos: string;
    readonly kelurahan: string;
    readonly dinkes: string;
    readonly lain: string;
  };
  readonly books: Readonly<Record<string, string>>;
  /** Rows of a tab by header text. */
  rows(book: string, tab?: string): Record<string, string>[];
  /** Adds a tab with these rows, the header first. */
  addTab(book: string, tab: string, rows: readonly (readonly string[])[]): Promise<void>;
  run(name: string, ...args: unknown[]): Promise<void>;
  close(): Promise<void>;
}

export async function openKantor(kelurahan: string): Promise<Kantor> {
  const bundleDir = writeBundle(CODE);
  const workspace = await createWorkspace({ dir: ':memory:', profile: 'kota-bogor', bundleDir, seed: false });
  const server = await startServer(workspace, { port: 0 });
  const { users, scripts, sheets } = workspace;
  const of = (role: string, nth = 0) => users.list().filter((user) => user.role === role)[nth]?.email ?? '';
  const email = { dinsos: of('dinsos'), kelurahan: of('kelurahan'), dinkes: of('dinkes'), lain: of('kelurahan', 1) };
  const run = async (name: string, ...args: unknown[]) => {
    const result = await scripts.run({ function: name, args, user: users.owner, source: 'editor' });
    if (!result.ok) throw new Error(result.error);
  };
  await run('siapkan', kelurahan, email.kelurahan, email.dinkes);
  const noted = JSON.parse(scripts.properties()['KANTOR'] ?? '{}') as { spreadsheets: Record<string, string> };
  const books = noted.spreadsheets;
  return {
    server,
    workspace,
    url: server.origin,
    email,
    books,
    rows(book, tab = 'Antrean') {
      const { values = [] } = sheets.values.get(users.owner, books[book] ?? '', tab, {});
      const [header = [], ...rest] = (values ?? []) as string[][];
      return rest.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
    },
    addTab: (book, tab, rows) => run('tab', books[book], tab, rows),
    run,
    close: () => server.close(),
  };
}
