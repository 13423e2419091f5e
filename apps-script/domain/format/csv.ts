/**
 * CSV that no spreadsheet runs: text that would start a formula gets an apostrophe (OWASP, CSV injection), every field is
 * quoted (RFC 4180). `bukaSel` takes the apostrophes off again, so a file that goes out and comes back is unchanged.
 */

/** Also after a separator: Excel in Indonesian reads semicolons, so a comma file splits elsewhere than intended. */
const PEMICU = /(^|[;,\t\r\n])([\s\u0000]*)('*)([=+@|\uFF1D\uFF0B\uFF20\uFF0D-])/g;

/** Text that is safe as a CSV cell. Typed text cells of XLSX need none of this: write them unchanged. */
export const amankanSel = (teks: string): string =>
  teks.replace(PEMICU, "$1$2'$3$4").replace(/^('*[\t\r\n\u0000])/, "'$1");

/** Takes off what `amankanSel` put on. */
export const bukaSel = (teks: string): string =>
  teks
    .replace(/^'('*[\t\r\n\u0000])/, '$1')
    .replace(
      PEMICU,
      (_, awal: string, spasi: string, kutip: string, pemicu: string) => awal + spasi + kutip.slice(1) + pemicu,
    );

/** The rows as CSV text with CRLF line ends; every field quoted. */
export const tulisCsv = (baris: readonly (readonly string[])[], pemisah: ',' | ';' = ','): string =>
  baris
    .map((satu) => satu.map((teks) => `"${amankanSel(teks).replace(/"/g, '""')}"`).join(pemisah))
    .map((satu) => `${satu}\r\n`)
    .join('');
