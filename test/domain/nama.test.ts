/** Names: storage form, comparison key, findings, mask. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandingNama } from '#domain/nama/banding.ts';
import { kunciNama, PANJANG_NAMA, rapikanNama, samarkanNama, temuanNama } from '#domain/nama/nama.ts';
import { kode } from './support/buat.ts';

describe('rapikanNama', () => {
  it.each([
    ['  budi   santoso ', 'BUDI SANTOSO'],
    ['Siti\u00A0Nurhaliza\t', 'SITI NURHALIZA'],
    ['Nur\u200Bhayati', 'NURHAYATI'],
    ['Jose\u0301', 'JOS\u00C9'],
    ['Sa\u2019diah', "SA'DIAH"],
    ['', ''],
  ])('%j', (teks, harapan) => {
    expect(rapikanNama(teks)).toBe(harapan);
    expect(rapikanNama(harapan)).toBe(harapan);
  });
});

describe('samarkanNama', () => {
  it('shows the first letter of each word', () => {
    expect(samarkanNama('Budi Santoso')).toBe('B*** S******');
    expect(samarkanNama('  m.  yusuf')).toBe('M* Y****');
    expect(samarkanNama('')).toBe('');
  });

  it('never shows a second letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (teks) => {
        for (const kata of samarkanNama(teks).split(' ')) expect(kata).toMatch(/^.?\**$/u);
      }),
    );
  });
});

describe('kunciNama', () => {
  it.each([
    ['H. Budi Santoso, S.E., M.M.', 'BUDI SANTOSO'],
    ['BUDI SANTOSO SE', 'BUDI SANTOSO'],
    ['Dr.Budi Santoso', 'BUDI SANTOSO'],
    ['Prof. Dr. Ir. H. BUDI SANTOSO, S.Pd.I', 'BUDI SANTOSO'],
    ['Hj. Siti Aminah', 'SITI AMINAH'],
    ['SITI MA', 'SITI MA'],
    ['SITI AMINAH, MA', 'SITI AMINAH'],
    ['SITI AMINAH M.A.', 'SITI AMINAH'],
    ['H. SE', 'SE'],
    ['H', 'H'],
    ['', ''],
    ['...', ''],
    ["SA'DIAH NUR-HAYATI", 'SADIAH NUR HAYATI'],
    ['Jos\u00E9', 'JOSE'],
    ['Ny. Sunardi Kasman', 'NY SUNARDI KASMAN'],
    ['Dr.Tn.BUDI', 'TN BUDI'],
    ['Drs.H.Budi', 'BUDI'],
    ['H.M.YUSUF', 'MUHAMMAD YUSUF'],
    ['R.D. Sartika', 'R D SARTIKA'],
    ['A.RAHMAN', 'A RAHMAN'],
    ['BUDI S.H., M.Kn.', 'BUDI'],
  ])('titles and punctuation: %s', (nama, kunci) => {
    expect(kunciNama(nama)).toBe(kunci);
  });

  it.each(
    'M. YUSUF;M.YUSUF;MOH. YUSUF;MOCH YUSUF;MUH. YUSUF;MUHAMAD YUSUF;MOHAMMAD YUSUF;MOHAMMED YUSUF;MOCHAMAD YUSUF;MUCHAMMAD YUSUF;MUKHAMAD YUSUF;MOKHAMMAD YUSUF;MOKH. YUSUF;MOEHAMMAD YOESOEF;MHD YUSUF;MOHD. YUSUF;MD. YUSUF;HM YUSUF;KHM. YUSUF'.split(
      ';',
    ),
  )('Muhammad: %s', (nama) => {
    expect(kunciNama(nama)).toBe('MUHAMMAD YUSUF');
  });

  it.each([
    ['Soeharto', 'SUHARTO'],
    ['Djoko Tjipto', 'JOKO CIPTO'],
    ['Noer Hidajat', 'NUR HIDAJAT'],
    ['MUSA', 'MUSA'],
    ['AHMAD', 'AHMAD'],
    ['NUR M. ALI', 'NUR M ALI'],
    ['NUR MOH. ALI', 'NUR MUHAMMAD ALI'],
    ['HM', 'HM'],
    ['ANDI M', 'ANDI M'],
    ['I M. SUARTA', 'I M SUARTA'],
    ['Ni Md. Ratni', 'NI M RATNI'],
    ['I M', 'I M'],
    ['ABD. RAHMAN', 'ABDUL RAHMAN'],
    ['Abd.Rahman', 'ABDUL RAHMAN'],
    ['NUR ABD', 'NUR ABD'],
    ['St. Aminah', 'SITI AMINAH'],
    ['HJ. ST. AMINAH, S.PD', 'SITI AMINAH'],
    ['BUDI SANTOSO, ST', 'BUDI SANTOSO'],
    ['BUDI SANTOSO ST., MT', 'BUDI SANTOSO'],
  ])('old spelling: %s', (nama, kunci) => {
    expect(kunciNama(nama)).toBe(kunci);
  });

  it('is letters and single spaces only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z .,'-]{0,40}$/), (nama) => {
        expect(kunciNama(nama)).toMatch(/^(?:[A-Z]+(?: [A-Z]+)*)?$/);
      }),
    );
  });
});

describe('bandingNama', () => {
  it.each([
    ['KAMARUDDIN OETOMO', 'KAMARUDDIN O.'],
    ['HUSEIN DJAMALUDIN', 'HUSEIN D.'],
    ['ZAINAL TJAHJONO', 'ZAINAL T.'],
    ['ZAINAL TJAHJONO', 'ZAINAL C.'],
    ['SLAMET DARMAWAN', 'SLAMET D.'],
  ])('%s may be written %s: an initial is of the old spelling or of the new', (nama, pendek) => {
    expect(bandingNama(kunciNama(nama), kunciNama(pendek)).jenis).toBe('bagian');
    expect(bandingNama(kunciNama(pendek), kunciNama(nama)).jenis).toBe('bagian');
  });

  it.each([
    ['YOHANES SUNARDI', 'Yoh. Sunardi'],
    ['RATNA DEWI SARTIKA', 'R.D. Sartika'],
    ['RATNA DEWI SARTIKA', 'Sartika R.D.'],
    ['RATNA DEWI SARTIKA', 'RD Sartika'],
    ['RATNA DEWI SARTIKA', 'Ratna DS'],
    ['RATNA DEWI SARTIKA', 'Ratna D.S.'],
    ['RATNA DEWI SARTIKA', 'Ny. Ratna Dewi Sartika'],
    ['AGUS MULYADI KUSWOYO', 'AGUS M. KUSWOYO'],
    ['AGUS MUHAMMAD KUSWOYO', 'AGUS M. KUSWOYO'],
    ['I GUSTI MADE SUARTA', 'I Gusti Md Suarta'],
    ['RATNA DEWI SARTIKA', 'Ratna Dew. Sart.'],
    ['I MADE SUARTA', 'I M. Suarta'],
    ['I MADE SUARTA', 'I Md Suarta'],
    ['ABDUL RAHMAN', 'A.RAHMAN'],
    ['ALI MUHAMMAD YUSUF', 'ALI MUHAMMAD'],
  ])('%s may be written %s: a word may be shortened wherever it stands', (nama, pendek) => {
    expect(bandingNama(kunciNama(nama), kunciNama(pendek)).jenis).toBe('bagian');
    expect(bandingNama(kunciNama(pendek), kunciNama(nama)).jenis).toBe('bagian');
  });

  it.each([
    ['RATNA DEWI SARTIKA', 'R.B. Sartika'],
    ['RATNA DEWI SARTIKA', 'DEB SARTIKA'],
    ['RATNA DEWI SARTIKA', 'SARTIKA DR'],
    ['AHMAD LUTFI IBRAHIM', 'ALI IBRAHIM'],
    ['ENDANG KURNIA ASTUTI', 'EKA ASTUTI'],
    ['RATNA DEWI SARTIKA', 'Ny. Sartika'],
    ['RATNA DEWI SARTIKA', 'R.D.'],
    ['RATNA DEWI SARTIKA', 'Rat. Dew. Sar.'],
  ])('%s is not %s: what is shortened has to fit, and one word has to be whole', (nama, lain) => {
    expect(bandingNama(kunciNama(nama), kunciNama(lain)).jenis).toBe('beda');
  });

  it('an initial stands for no other letter', () => {
    expect(bandingNama('ZAINAL SUPRIYANTO', 'ZAINAL T').jenis).toBe('beda');
    expect(bandingNama('ZAINAL DARMAWAN', 'ZAINAL J').jenis).toBe('beda');
  });
});

describe('temuanNama', () => {
  it.each([
    ['Suharto', []],
    ["SA'DIAH", []],
    ['', ['E_NAMA_KOSONG']],
    [' - ', ['E_NAMA_KOSONG']],
    ['S1TI', ['E_NAMA_ANGKA']],
    ['123', ['E_NAMA_ANGKA', 'E_NAMA_KOSONG']],
    ['BUDI\u0007', ['E_NAMA_KENDALI']],
    ['BUDI\nSANTOSO', []],
    ["H. Ma'mun Nur-Aini, S.Pd / Alm", []],
    ['R\u00E9n\u00E9 M\u00FCller', []],
    ['Siti \u{1F600}', ['W_NAMA_TANDA']],
    ['<b>Siti</b>', ['W_NAMA_TANDA']],
    ['Siti (Nur) & "Nur"', ['W_NAMA_TANDA']],
    ['=SUM(A:A)', ['E_NAMA_RUMUS']],
    ['+Siti', ['E_NAMA_RUMUS']],
    ['-Siti', ['E_NAMA_RUMUS']],
    [' @siti', ['E_NAMA_RUMUS']],
    ['A'.repeat(PANJANG_NAMA), []],
    ['A'.repeat(PANJANG_NAMA + 1), ['W_NAMA_PANJANG']],
  ])('%j', (nama, harapan) => {
    const temuan = temuanNama(nama);
    expect(kode(temuan)).toEqual(harapan);
    for (const satu of temuan) expect(satu.tingkat).toBe(satu.kode.startsWith('E_') ? 'galat' : 'peringatan');
  });
});
