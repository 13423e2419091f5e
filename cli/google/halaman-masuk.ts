/** The page that the browser shows after consent. It holds nothing that came in from outside. */

const aman = (teks: string): string => teks.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const halamanMasuk = (judul: string, isi: string): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${aman(judul)} - Usulan PBI</title>
<style>
body { font: 16px/1.5 Arial, sans-serif; color: #1f1f1f; background: #f0f4f9; margin: 0; padding: 15vh 16px 0; }
main { max-width: 480px; margin: 0 auto; padding: 32px; background: #fff; border-radius: 16px; }
h1 { font-size: 24px; font-weight: 400; margin: 0 0 12px; }
p { margin: 0; }
</style>
</head>
<body><main><h1>${aman(judul)}</h1><p>${aman(isi)}</p></main></body>
</html>
`;
