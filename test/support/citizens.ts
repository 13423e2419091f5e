/** Synthetic citizens of Kota Bogor: serial numbers from 9000 up, names that nobody bears. */

const two = (n: number) => String(n).padStart(2, '0');

/** A name's own part: names hold no digits. */
const letters = (n: number): string =>
  (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));

/** Answers of the kelurahan's form by field. */
export type CitizenAnswers = Record<string, string | string[]>;

/** Identity of the n-th citizen; different n, different NIK (n below 300,000). */
export function citizen(n: number) {
  const serial = 9000 + (n % 1000);
  const day = 1 + (Math.floor(n / 1000) % 28);
  const year = 60 + (Math.floor(n / 28_000) % 40);
  const woman = n % 2 === 1;
  return {
    nik: `327101${two(woman ? day + 40 : day)}08${two(year)}${serial}`,
    no_kk: `327101${two(day)}01${two(year % 20)}${serial}`,
    nama: `${woman ? 'Sekar' : 'Bagas'} Rekaan ${letters(n)}`,
    hubkel: 'Peserta',
    tempat_lahir: 'Bogor',
    tgl_lahir: `19${two(year)}-08-${two(day)}`,
    jk: woman ? 'P' : 'L',
    kawin: 'Kawin',
    alamat: `Kampung Contoh ${n}`,
    rt: '1',
    rw: '2',
    fktp: 'Puskesmas Bogor Selatan',
  };
}

const NEW_MEMBER = 'Usulan: belum mempunyai jaminan kesehatan (Format 34)';
const MOVED_MEMBER = 'Mutasi: pindah dari segmen lain ke PBI (Format 37)';

/** What the kelurahan sends for the n-th citizen. */
export function proposal(n: number, changes: CitizenAnswers = {}): CitizenAnswers {
  const { jk, ...rest } = citizen(n);
  return {
    jenis_usulan: NEW_MEMBER,
    dokumen: ['pengantar', 'kk', 'ktp'],
    ...rest,
    jk: jk === 'P' ? 'Perempuan' : 'Laki-laki',
    ...changes,
  };
}

/** The same for somebody who moves to PBI. */
export const mutation = (n: number, changes: CitizenAnswers = {}): CitizenAnswers =>
  proposal(n, {
    jenis_usulan: MOVED_MEMBER,
    segmen_asal: 'PBPU/BP mandiri',
    jenis_mutasi: 'Pengalihan ke PBI APBD',
    no_kartu: `00012${String(34_560_000 + n)}`,
    ...changes,
  });
