/** Invented citizens of Kota Bogor for practice. Their NIK serials begin at 9300, which no register office gives out. */
import type { FieldAnswers } from '../gestures.ts';

const NAMES = `
Sumirah Langitbiru|P|1968-03-14
Wardaya Kancilan|L|1975-09-02
Ratih Mayangsari Uji|P|1990-12-21
Sastra Wiguna Rekaan|L|1983-06-07
Entin Sariwangi Uji|P|1957-01-30
Dadang Purnacarita|L|1996-04-18
Neneng Kalapagading|P|2001-08-09
Ujang Pasirputih|L|1949-11-25
Imas Cahyarekaan|P|1979-05-03
Asep Tirtajaya Uji|L|1988-02-16
Yayah Mekarlaras|P|1964-10-12
Cecep Wangsarekaan|L|2003-07-28
Titin Suryalatih|P|1993-03-31
Jajang Bentangsari|L|1971-12-08
Rohaya Ciptalatih|P|1985-09-19
Maman Gunungsalju|L|1960-06-22
Euis Padmarekaan|P|1998-01-11
Endang Kertalatih|L|1977-08-27
Lilis Wastucontoh|P|1954-04-05
Tatang Sagaralatih|L|1991-11-14
Wiwin Rengganis Uji|P|1969-07-02
Dede Lokacontoh|L|2005-02-20
Aisah Tanjungrekaan|P|1982-10-29
Oman Jatilatih|L|1946-05-17
Kokom Sekarcontoh|P|1974-03-08
Yana Parahlatih|L|1999-12-01
Siti Gelarrekaan|P|1987-06-13
Rustam Wanacontoh|L|1966-09-30
Nunung Lestarilatih|P|1995-01-24
Didin Arusrekaan|L|1980-04-11
Mimin Telagacontoh|P|1959-08-06
Agus Lintanglatih|L|1992-11-03
Oneng Purirekaan|P|1978-02-09
Pepen Batucontoh|L|1953-07-15
Cucu Mandalatih|P|2002-05-26
Iwan Segararekaan|L|1984-12-18
Tuti Bayucontoh|P|1963-03-22
Hendar Rimbalatih|L|1997-10-07
Rina Suralaya Uji|P|1989-06-04
Solihin Tapakcontoh|L|1972-01-19
Ai Kembanglatih|P|1994-09-11
Karna Dangiangcontoh|L|1956-04-28`
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [name: string, sex: 'L' | 'P', born: string]);

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * What a kelurahan enters for the n-th citizen, all in order.
 * @param area the kelurahan, ten digits
 */
export function citizenAnswers(n: number, area: string, facilities: readonly string[]): FieldAnswers {
  const [name, sex, born] = NAMES[n % NAMES.length] as (typeof NAMES)[number];
  const [year = '', month = '', day = ''] = born.split('-');
  const shown = two(Number(day) + (sex === 'P' ? 40 : 0));
  const district = area.slice(0, 6);
  const moved = n % 4 === 3;
  return {
    jenis_usulan: moved
      ? 'Mutasi: pindah dari segmen lain ke PBI (Format 37)'
      : 'Usulan: belum mempunyai jaminan kesehatan (Format 34)',
    dokumen: ['pengantar', 'kk', 'ktp'],
    ...(moved
      ? {
          segmen_asal: 'PBPU/BP mandiri',
          no_kartu: `00000003${two(n)}900`,
          jenis_mutasi: 'Pengalihan ke PBI APBD',
        }
      : {}),
    nik: `${district}${shown}${month}${year.slice(2)}${9300 + n}`,
    no_kk: `${district}${two(1 + (n % 28))}${two(1 + (n % 12))}${two(8 + (n % 12))}${9400 + n}`,
    nama: name,
    hubkel: n % 5 === 2 ? 'Istri' : 'Peserta',
    tempat_lahir: 'Bogor',
    tgl_lahir: born,
    jk: sex === 'L' ? 'Laki-laki' : 'Perempuan',
    kawin: n % 3 === 0 ? 'Belum kawin' : 'Kawin',
    alamat: `Kampung Contoh ${1 + (n % 9)}`,
    rt: String(1 + (n % 6)),
    rw: String(1 + (n % 8)),
    hp: `0813 0000 ${9000 + n}`,
    fktp: facilities[n % facilities.length] ?? '',
  };
}
