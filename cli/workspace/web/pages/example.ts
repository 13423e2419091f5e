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
};

/** The query of a prefilled link. @param items entry number by field, as in `/workspace.json` */
export function examplePatient(items: Record<string, number>): string {
  const query = new URLSearchParams({ usp: 'pp_url' });
  for (const [field, answer] of Object.entries(PATIENT)) {
    if (items[field] !== undefined) query.set(`entry.${items[field]}`, answer);
  }
  return query.toString();
}
