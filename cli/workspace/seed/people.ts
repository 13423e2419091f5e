/** Invented patients for practice. Their NIK serials begin at 9000, which no register office gives out. */

/** Answers of the emergency form by field. */
export type Answers = Record<string, string>;

interface Patient {
  name: string;
  sex: 'L' | 'P';
  /** `YYYY-MM-DD`. */
  born: string;
  kalurahan: string;
}

/** Kapanewon in the order of their codes, 01 to 17. */
const KAPANEWON = [
  'Srandakan',
  'Sanden',
  'Kretek',
  'Pundong',
  'Bambanglipuro',
  'Pandak',
  'Pajangan',
  'Bantul',
  'Jetis',
  'Imogiri',
  'Dlingo',
  'Banguntapan',
  'Pleret',
  'Piyungan',
  'Sewon',
  'Kasihan',
  'Sedayu',
];

const PATIENTS = `
Sekarwati Lintangjaya|P|1987-04-12|Trirenggo (Bantul)
Bagaswara Tirtoguna|L|1971-11-03|Panggungharjo (Sewon)
Ratmini Kertalaya|P|1959-02-27|Poncosari (Srandakan)
Jatmaka Suryalaga|L|1994-08-19|Bangunjiwo (Kasihan)
Winarsih Puspagati|P|2001-12-05|Parangtritis (Kretek)
Sudarpa Wanabakti|L|1948-06-30|Imogiri (Imogiri)
Kinasih Argarini|P|1979-09-14|Potorono (Banguntapan)
Darmaji Selawangi|L|1965-01-22|Argosari (Sedayu)
Lestantri Mayangsekar|P|1990-07-08|Wijirejo (Pandak)
Prabancana Adiluwih|L|1983-03-17|Srihardono (Pundong)
Tumirah Giriwening|P|1955-10-10|Mangunan (Dlingo)
Wiratma Gandasuli|L|2008-05-25|Sitimulyo (Piyungan)
Nawangsih Banyubiru|P|1976-04-02|Wonokromo (Pleret)
Karsawan Tejamaya|L|1962-12-18|Sumberagung (Jetis)
Endahwati Sokalima|P|1998-02-09|Triwidadi (Pajangan)
Sagimun Kalingga|L|1951-08-28|Murtigading (Sanden)
Padmasari Wulanrupa|P|1985-11-11|Sumbermulyo (Bambanglipuro)
Hardimun Jagatsari|L|1973-06-06|Palbapang (Bantul)
Sulastini Gapuraning|P|1968-09-21|Timbulharjo (Sewon)
Larasmaya Wukirsari|P|1992-01-30|Tirtonirmolo (Kasihan)
Mardiyem Tirtasana|P|1944-03-03|Trimurti (Srandakan)
Sentanu Wreksabumi|L|1991-10-26|Baturetno (Banguntapan)
Kartining Wijilarum|P|1980-05-15|Girirejo (Imogiri)
Sabarna Lohgawe|L|1957-07-19|Argomulyo (Sedayu)
Rukmiyati Segaralaya|P|1996-12-24|Donotirto (Kretek)
Wagirin Sumilir|L|1969-02-13|Gilangharjo (Pandak)
Harumsari Candrakirana|P|2004-06-17|Seloharjo (Pundong)
Jayeng Palastra|L|1988-09-09|Muntuk (Dlingo)
Waluyati Sendangsono|P|1963-11-29|Srimulyo (Piyungan)
Kasdaru Bimapura|L|1977-01-07|Bawuran (Pleret)
Murtiningrum Aswata|P|1982-08-04|Canden (Jetis)
Ponidar Kuncarajati|L|1953-04-23|Guwosari (Pajangan)
Saminten Wiratsongka|P|1974-10-31|Gadingsari (Sanden)
Damarjati Pakuwaja|L|1999-03-12|Mulyodadi (Bambanglipuro)
Tarwiyah Ngudirahayu|P|1995-12-01|Sabdodadi (Bantul)
Gunarjo Sapuangin|L|1967-05-20|Bangunharjo (Sewon)
Wahyuning Jalatunda|P|1993-09-27|Tamantirto (Kasihan)
Suradal Kembangsore|L|1960-07-14|Poncosari (Srandakan)
Dewantini Rarasati|P|2011-02-18|Jambidan (Banguntapan)
Trisnadi Langitbiru|L|1986-06-11|Wukirsari (Imogiri)
`
  .trim()
  .split('\n')
  .map((line): Patient => {
    const [name = '', sex, born = '', kalurahan = ''] = line.split('|');
    return { name, sex: sex === 'L' ? 'L' : 'P', born, kalurahan };
  });

/** The hospitals and puskesmas with the address of their PIC. */
const PIC_PUBLIC = 'pic.rsud@rumahsakit.test';
const PIC_PRIVATE = 'pic.swasta@rumahsakit.test';
const HOSPITALS: readonly [name: string, pic: string][] = [
  ['RSUD Panembahan Senopati', PIC_PUBLIC],
  ['RS PKU Muhammadiyah Bantul', PIC_PRIVATE],
  ['RS Elisabeth Ganjuran', PIC_PRIVATE],
  ['RS Rajawali Citra', PIC_PRIVATE],
  ['RS Nur Hidayah', PIC_PRIVATE],
  ['RS UII Bantul', PIC_PRIVATE],
  ['RSPAU dr. S. Hardjolukito', PIC_PUBLIC],
  ['Puskesmas Srandakan', PIC_PUBLIC],
  ['Puskesmas Kretek', PIC_PUBLIC],
  ['Puskesmas Imogiri I', PIC_PUBLIC],
  ['Puskesmas Sewon I', PIC_PUBLIC],
  ['Puskesmas Banguntapan I', PIC_PUBLIC],
];

const CONSENT = ['Suami atau istri', 'Pasien sendiri', 'Anak', 'Orang tua', 'Saudara'];
const REASONS = ['Gawat darurat', 'Penyakit kronis', 'Penyakit katastropik', 'Gawat darurat', 'Lainnya'];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const two = (n: number): string => String(n).padStart(2, '0');

/** A NIK as the register office would build it: district, birth date (women: day plus 40), serial. */
function nikOf(patient: Patient, n: number): string {
  const [year = '', month = '', day = ''] = patient.born.split('-');
  const shown = two(Number(day) + (patient.sex === 'P' ? 40 : 0));
  return `3402${districtOf(patient)}${shown}${month}${year.slice(2)}${9000 + n}`;
}

const kapanewonOf = ({ kalurahan }: Patient): string => /\((.+)\)$/.exec(kalurahan)?.[1] ?? '';
const districtOf = (patient: Patient): string => two(KAPANEWON.indexOf(kapanewonOf(patient)) + 1);

/**
 * What a PIC enters for the n-th patient, all in order.
 * @param n from 0 to 39
 */
export function answersOf(n: number): Answers {
  const patient = pick(PATIENTS, n);
  const [hospital, pic] = pick(HOSPITALS, n);
  return {
    kondisi_darurat: 'Ya',
    jaminan_nonaktif: 'Ya',
    bersedia: 'Ya',
    disetujui_oleh: pick(CONSENT, n),
    disetujui_nama: pick(CONSENT, n) === 'Pasien sendiri' ? patient.name : `Keluarga ${patient.name.split(' ')[0]}`,
    bayi_baru_lahir: 'Tidak',
    nik: nikOf(patient, n),
    no_kk: `3402${districtOf(patient)}${two(1 + (n % 28))}${two(1 + (n % 12))}${two(9 + (n % 12))}${9100 + n}`,
    nama: patient.name,
    tempat_lahir: pick(['Bantul', 'Sleman', 'Kulon Progo', 'Gunungkidul'], n % 3 === 0 ? n : 0),
    tgl_lahir: patient.born,
    jk: patient.sex === 'L' ? 'Laki-laki' : 'Perempuan',
    alamat: `Padukuhan Contoh ${1 + (n % 9)}`,
    rt: String(1 + (n % 6)),
    rw: String(1 + (n % 4)),
    kapanewon: kapanewonOf(patient),
    kalurahan: patient.kalurahan,
    hp: `0812 0000 ${9000 + n}`,
    rs: hospital,
    no_surat: `LATIHAN/${String(n + 1).padStart(3, '0')}`,
    alasan: pick(REASONS, n),
    pic_nama: pic === PIC_PUBLIC ? 'Sasmita Wedaran' : 'Anjarwani Sulistra',
    pic_email: pic,
    pic_hp: pic === PIC_PUBLIC ? '0812 0000 9801' : '0812 0000 9802',
  };
}
