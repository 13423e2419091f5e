/** What clasp's error means, in a sentence, with its own line beside it. */
import { kalimatTolak } from '../google/penolakan.ts';

const SINTAKS = /Syntax error: (.+) line: (\d+) file: (\S+)/;

/** Its own words without colours, spinners and empty lines; no token ever stands in them. */
function barisPenting(keluaran: string): string {
  const polos = keluaran.replace(/\u001B\[[\d;?]*[A-Za-z]/g, '').replace(/\bya29\.[\w-]+/g, '[token]');
  const baris = polos.split(/[\r\n]+/).map((satu) => satu.trim());
  return baris
    .filter((satu) => satu !== '' && !/^[⠁-⣿]|^at /.test(satu))
    .slice(-3)
    .join(' ');
}

export function kalimatClasp(kode: number, keluaran: string): string {
  const baris = barisPenting(keluaran);
  return `${arti(keluaran)} Kata clasp (kode ${kode}): ${baris === '' ? 'tidak ada' : baris}`;
}

function arti(keluaran: string): string {
  const sintaks = SINTAKS.exec(keluaran);
  if (sintaks)
    return `Program ditolak Apps Script: berkas ${sintaks[3]} baris ${sintaks[2]} tidak sah. Isi skrip tidak berubah.`;
  const tolak = kalimatTolak(/\b401\b|Invalid Credentials|UNAUTHENTICATED/i.test(keluaran) ? 401 : 0, keluaran);
  if (tolak) return tolak[1];
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(keluaran)) {
    return 'Google tidak dapat dihubungi saat program dikirim. Periksa sambungan internet, lalu jalankan lagi perintah yang sama.';
  }
  if (/does not have permission|PERMISSION_DENIED|\b403\b/i.test(keluaran)) {
    return 'Akun ini tidak berhak mengubah skrip Register PBI. Masuk dengan akun yang memasangnya, atau minta diberi izin edit.';
  }
  return 'Program tidak terkirim. Jalankan lagi perintah yang sama; bila berulang, laporkan kalimat ini kepada pembuat program.';
}
