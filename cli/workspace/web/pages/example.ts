/** Made-up people for the guided walk. Their NIK serials are above 9000, which no register office gives out. */
import type { FormDefinition } from '../../forms/model.ts';

/** An answer, or which of the offered choices to take. */
type Example = string | ((offered: readonly string[]) => readonly string[]);
export type Examples = Readonly<Record<string, Example>>;

const first = (offered: readonly string[]): readonly string[] => offered.slice(0, 1);
const all = (offered: readonly string[]): readonly string[] => offered;

const PERSON: Examples = {
  nama: 'Contoh Latihan',
  tgl_lahir: '1990-07-01',
  jk: 'Perempuan',
  hubkel: 'Peserta',
  kawin: 'Kawin',
  alamat: 'Jalan Latihan 1',
  rt: '1',
  rw: '2',
  hp: '0812 0000 9876',
  fktp: first,
  dokumen: all,
};

/** Two hours before the example is opened, as the ward's clock (WIB, UTC+7) shows it. */
const admission = (now: number): string =>
  new Date(now + (7 - 2) * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** @param picEmail where the office answers @param now milliseconds since 1970 */
export const emergencyPatient = (picEmail: string, now: number): Examples => ({
  ...PERSON,
  kondisi_darurat: 'Ya',
  jaminan_nonaktif: 'Ya',
  bersedia: 'Ya',
  disetujui_oleh: 'Pasien sendiri',
  disetujui_nama: 'Contoh Latihan',
  bayi_baru_lahir: 'Tidak',
  nik: '3402014107909876',
  no_kk: '3402010101209876',
  tempat_lahir: 'Bantul',
  kapanewon: 'Srandakan',
  kalurahan: 'Poncosari (Srandakan)',
  rs: 'RSUD Panembahan Senopati',
  waktu_masuk_rs: admission(now),
  no_surat: 'LATIHAN/1',
  alasan: 'Gawat darurat',
  pic_nama: 'PIC Latihan',
  pic_email: picEmail,
  pic_hp: '0812 0000 9875',
});

/** @param area the kelurahan that proposes, ten digits: the person lives there */
export const kelurahanProposal = (area: string): Examples => ({
  ...PERSON,
  jenis_usulan: first,
  nik: `${area.slice(0, 6)}4107909876`,
  no_kk: `${area.slice(0, 6)}0101209876`,
  tempat_lahir: 'Bogor',
  kode_pos: '16100',
});

/** The query of a prefilled link. Fields that the form does not have are left out. @param items entry number by field */
export function prefilledQuery(
  { items: questions }: Pick<FormDefinition, 'items'>,
  items: Readonly<Record<string, number>>,
  examples: Examples,
): string {
  const query = new URLSearchParams({ usp: 'pp_url' });
  for (const [field, example] of Object.entries(examples)) {
    const question = questions.find((item) => 'entryId' in item && item.entryId === items[field]);
    if (!question) continue;
    const offered = 'choices' in question ? question.choices.map(({ value }) => value) : [];
    const answers = typeof example === 'string' ? [example] : example(offered);
    for (const answer of answers) query.append(`entry.${items[field]}`, answer);
  }
  return query.toString();
}
