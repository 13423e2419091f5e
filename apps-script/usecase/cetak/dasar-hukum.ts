/** Which legal bases of the tab `Dasar Hukum` were in force on a day (BGR-04, S-35). */
import { parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';

type Baris = Readonly<Record<string, string>>;

export interface DasarBerlaku {
  /** What is printed: name and subject. */
  readonly berlaku: readonly string[];
  /** What is left out, and why. */
  readonly gugur: readonly string[];
}

/** "Permenkes 28/2014" and "Peraturan Menteri Kesehatan 28 Tahun 2014" are the same one. */
const POLA_NOMOR = /(\d+)\s*(?:\/|Tahun)\s*(\d{4})/i;

const nomor = (teks: string): string => {
  const cocok = POLA_NOMOR.exec(teks);
  return cocok ? `${cocok[1]}/${cocok[2]}` : '';
};

const kunci = (peraturan: string): string => peraturan.toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * A regulation that was only amended stays in force; `diganti_oleh` says so by the word "perubahan". A replaced one is
 * out from the day its successor began: as the tab says where the successor has a row, else with the year in its name.
 */
export function dasarBerlaku(baris: readonly Baris[], pada: Tanggal): DasarBerlaku {
  const berlaku = new Map<string, string>();
  const gugur: string[] = [];
  for (const satu of baris) {
    const { peraturan = '', tentang = '' } = satu;
    if (peraturan.trim() === '') continue;
    const sebab = sebabGugur(satu, baris, pada, berlaku.has(kunci(peraturan)));
    if (sebab === '') berlaku.set(kunci(peraturan), tentang === '' ? peraturan : `${peraturan} tentang ${tentang}`);
    else gugur.push(`${peraturan}: ${sebab}`);
  }
  return { berlaku: [...berlaku.values()], gugur };
}

function sebabGugur(satu: Baris, baris: readonly Baris[], pada: Tanggal, sudahAda: boolean): string {
  const { berlaku_dari = '', diganti_oleh = '' } = satu;
  if (sudahAda) return 'sudah tercantum di baris lain.';
  const mulai = parseTanggal(berlaku_dari);
  if (berlaku_dari.trim() !== '' && !mulai) return 'tanggal mulai berlaku tidak terbaca.';
  if (mulai && mulai > pada) return 'belum berlaku pada hari itu.';
  if (diganti_oleh.trim() === '' || /perubahan/i.test(diganti_oleh)) return '';
  return gantiSejak(diganti_oleh, baris) <= pada ? `sudah diganti oleh ${diganti_oleh}.` : '';
}

function gantiSejak(diganti: string, baris: readonly Baris[]): string {
  const [pengganti = ''] = diganti.split(/,|;| lalu /);
  const sendiri = baris.find(({ peraturan = '' }) => nomor(peraturan) !== '' && nomor(peraturan) === nomor(pengganti));
  const mulai = parseTanggal(sendiri?.['berlaku_dari'] ?? '');
  const tahun = /\b(?:19|20)\d{2}\b/.exec(pengganti)?.[0] ?? '0000';
  return mulai ?? `${tahun}-01-01`;
}
