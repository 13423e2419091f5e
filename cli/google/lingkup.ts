/** What `pbi` may do in the account of whoever signs in: no more than this, and why. The guide shows the same table. */

interface Lingkup {
  readonly nama: string;
  readonly boleh: string;
  readonly sebab: string;
}

const AWALAN = 'https://www.googleapis.com/auth/';

/** Asked for by `pbi masuk`, all of them at once. */
export const LINGKUP: readonly Lingkup[] = [
  {
    nama: `${AWALAN}userinfo.email`,
    boleh: 'Melihat alamat surel akun',
    sebab: 'Peran di kantor dibaca dari tab Peran menurut alamat ini; setiap perintah tercatat atas alamat ini.',
  },
  {
    nama: `${AWALAN}spreadsheets`,
    boleh: 'Membaca dan mengubah spreadsheet milik akun ini',
    sebab:
      'Membaca register dan berkas kantor lain, mengirim perintah ke tab Antrean, memulihkan cadangan. Google tidak menyediakan izin untuk satu spreadsheet saja bagi berkas yang dibuat skrip.',
  },
  {
    nama: `${AWALAN}drive.file`,
    boleh: 'Membuat berkas, dan mengelola berkas yang dibuat pbi',
    sebab: 'Membuat Register PBI bertanda, supaya pemasangan yang terputus menemukannya dan tidak membuat yang kedua.',
  },
  {
    nama: `${AWALAN}script.projects`,
    boleh: 'Membuat dan mengubah proyek Apps Script',
    sebab: 'Memasang program ke dalam Register PBI dan memperbaruinya.',
  },
  {
    nama: `${AWALAN}forms.body.readonly`,
    boleh: 'Melihat susunan formulir',
    sebab: 'pbi cadangkan menyimpan pertanyaan formulir; pbi periksa melihat apakah formulir terbit.',
  },
  {
    nama: `${AWALAN}forms.responses.readonly`,
    boleh: 'Melihat tanggapan formulir',
    sebab: 'pbi cadangkan menyimpan tanggapan yang belum masuk register.',
  },
];

export const namaLingkup: readonly string[] = LINGKUP.map(({ nama }) => nama);

/** As a table of Markdown. */
export const tabelLingkup = (): string =>
  [
    '| izin | memberi pbi hak untuk | diperlukan karena |',
    '| --- | --- | --- |',
    ...LINGKUP.map(({ nama, boleh, sebab }) => `| \`${nama.replace(AWALAN, '')}\` | ${boleh} | ${sebab} |`),
  ].join('\n');
