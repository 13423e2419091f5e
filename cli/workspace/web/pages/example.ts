/** A made-up patient for the guided walk. The NIK's serial is above 9000, which no register office gives out. */

const PATIENT: Record<string, string> = {
  kondisi_darurat: 'Ya',
  jaminan_nonaktif: 'Ya',
  bersedia: 'Ya',
  disetujui_oleh: 'Pasien sendiri',
  disetujui_nama: 'Contoh Latihan',
  bayi_baru_lahir: 'Tidak',
  nik: '3402014107909876',
  no_kk: '3402010101209876',
  nama: 'Contoh Latihan',
  tempat_lahir: 'Bantul',
  tgl_lahir: '1990-07-01',
  jk: 'Perempuan',
  alamat: 'Jalan Latihan 1',
  rt: '1',
  rw: '2',
  kapanewon: 'Srandakan',
  kalurahan: 'Poncosari (Srandakan)',
  hp: '0812 0000 9876',
  rs: 'RSUD Panembahan Senopati',
  no_surat: 'LATIHAN/1',
  alasan: 'Gawat darurat',
  pic_nama: 'PIC Latihan',
  pic_hp: '0812 0000 9875',
};

/** Two hours before the example is opened, as the ward's clock (WIB, UTC+7) shows it. */
const admission = (now: number): string =>
  new Date(now + (7 - 2) * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/**
 * The query of a prefilled link.
 * @param items entry number by field, as in `/workspace.json`
 * @param picEmail where the office answers
 * @param now milliseconds since 1970
 */
export function examplePatient(items: Record<string, number>, picEmail: string, now: number): string {
  const query = new URLSearchParams({ usp: 'pp_url' });
  const answers = { ...PATIENT, pic_email: picEmail, waktu_masuk_rs: admission(now) };
  for (const [field, answer] of Object.entries(answers)) {
    if (items[field] !== undefined) query.set(`entry.${items[field]}`, answer);
  }
  return query.toString();
}
