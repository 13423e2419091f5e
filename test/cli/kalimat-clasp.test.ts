/** What clasp's words mean for an administrator, with clasp's own line kept and nothing secret in it. */
import { expect, it } from 'vitest';
import { kalimatClasp } from '../../cli/pasang/kalimat-clasp.ts';

it.each([
  [
    'a syntax error',
    'Syntax error: ParseError: Unexpected token ILLEGAL line: 12 file: Code\n',
    'Program ditolak Apps Script: berkas Code baris 12 tidak sah. Isi skrip tidak berubah.',
  ],
  [
    'the API switched off',
    '- Pushing files…\nUser has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.',
    'Apps Script API belum dinyalakan untuk akun ini. Nyalakan di https://script.google.com/home/usersettings',
  ],
  ['a sign-in that is over', 'GaxiosError: invalid_grant', 'Jalankan lagi pbi masuk.'],
  [
    'a token that is refused',
    'Request had invalid authentication credentials. UNAUTHENTICATED',
    'Jalankan lagi pbi masuk.',
  ],
  ['no rights', 'The caller does not have permission', 'Akun ini tidak berhak mengubah skrip Register PBI.'],
  ['no line', 'getaddrinfo ENOTFOUND script.googleapis.com', 'Google tidak dapat dihubungi saat program dikirim.'],
  ['anything else', '', 'laporkan kalimat ini kepada pembuat program.'],
])('%s', (_, printed, sentence) => {
  expect(kalimatClasp(1, printed)).toContain(sentence);
});

it('keeps its last lines, without colours, spinners, stacks and tokens', () => {
  const printed =
    '\u001B[?25l\u001B[31m⠋ Pushing files…\u001B[39m\r\nThe caller does not have permission\n    at request (/x/y.js:1:1)\nAuthorization: Bearer ya29.a0Rahasia-_x\n';
  const sentence = kalimatClasp(1, printed);
  expect(sentence).toContain('Kata clasp (kode 1): The caller does not have permission Authorization: Bearer [token]');
  expect(sentence).not.toMatch(/a0Rahasia|\u001B|⠋|at request/);
});
