/** Synthetic people: serial numbers from 9000 up, names that nobody bears. */

/** Answers by field, as the emergency form asks for them. */
export type PersonAnswers = Record<string, string>;

const two = (n: number) => String(n).padStart(2, '0');

/** The n-th synthetic person's NIK, card and answers; different n, different NIK (n below 28,000). */
export function person(n: number, changes: PersonAnswers = {}): PersonAnswers {
  const serial = 9000 + (n % 1000);
  const day = 1 + (Math.floor(n / 1000) % 28);
  const woman = n % 2 === 1;
  const nik = `340208${two(woman ? day + 40 : day)}0890${serial}`;
  return {
    kondisi_darurat: 'Ya',
    jaminan_nonaktif: 'Ya',
    bersedia: 'Ya',
    disetujui_oleh: 'Suami atau istri',
    disetujui_nama: 'Keluarga Contoh',
    bayi_baru_lahir: 'Tidak',
    nik,
    no_kk: `340208${two(day)}0110${serial}`,
    nama: `${woman ? 'Siti' : 'Budi'} Contoh ${'ABCDEFGHIJ'[n % 10]}`,
    tempat_lahir: 'Bantul',
    tgl_lahir: `1990-08-${two(day)}`,
    jk: woman ? 'Perempuan' : 'Laki-laki',
    alamat: `Jalan Contoh ${n}`,
    rt: '1',
    rw: '2',
    kapanewon: 'Bantul',
    kalurahan: 'Trirenggo (Bantul)',
    hp: '081200000000',
    rs: 'RSUD Panembahan Senopati',
    waktu_masuk_rs: '2026-11-23 08:00',
    no_surat: `445/${n}/2026`,
    alasan: 'Gawat darurat',
    pic_nama: 'PIC Contoh',
    pic_email: 'pic.rsud@rumahsakit.test',
    pic_hp: '081300000000',
    ...changes,
  };
}
