/** Synthetic people for the bench: serial numbers from 9000 up. */

const two = (n: number): string => String(n).padStart(2, '0');

/** What differs from patient to patient, by column; no two n below 336,000 have the same NIK. */
export function identity(n: number): Record<'nik' | 'no_kk' | 'tgl_lahir' | 'alamat' | 'no_surat', string> {
  const serial = 9000 + (n % 1000);
  const block = Math.floor(n / 1000);
  const day = 1 + (block % 28);
  const month = 1 + (Math.floor(block / 28) % 12);
  return {
    nik: `340201${two(day + 40)}${two(month)}90${serial}`,
    no_kk: `340201${two(day)}${two(month)}15${serial}`,
    tgl_lahir: `1990-${two(month)}-${two(day)}`,
    alamat: `Jalan Latihan ${n}`,
    no_surat: `LATIHAN/${n}`,
  };
}
