/** Where a proposal stands. Special conditions are flags (`tanda.ts`), not more statuses. */

export const STATUS = [
  'DIAJUKAN',
  'DIKEMBALIKAN',
  'DIVERIFIKASI',
  'LOLOS',
  'TIDAK_LOLOS',
  'DIKIRIM_DINKES',
  'DIKIRIM_BPJS',
  'BERHASIL',
  'TIDAK_BERHASIL',
  'DITANGGUHKAN',
  'SELESAI',
  'DIBATALKAN',
  'DITARIK',
  'DITUTUP',
] as const;

export type Status = (typeof STATUS)[number];

/** What people read. */
export const LABEL_STATUS: Record<Status, string> = {
  DIAJUKAN: 'Diajukan',
  DIKEMBALIKAN: 'Dikembalikan',
  DIVERIFIKASI: 'Diverifikasi',
  LOLOS: 'Lolos',
  TIDAK_LOLOS: 'Tidak lolos',
  DIKIRIM_DINKES: 'Dikirim ke Dinkes',
  DIKIRIM_BPJS: 'Dikirim ke BPJS',
  BERHASIL: 'Berhasil',
  TIDAK_BERHASIL: 'Tidak berhasil',
  DITANGGUHKAN: 'Ditangguhkan',
  SELESAI: 'Selesai',
  DIBATALKAN: 'Dibatalkan',
  DITARIK: 'Ditarik',
  DITUTUP: 'Ditutup',
};

export const isStatus = (teks: string): teks is Status => (STATUS as readonly string[]).includes(teks);

/** Nobody works on these any more; only a correction or a new attempt moves them. */
const AKHIR: readonly Status[] = ['SELESAI', 'DIBATALKAN', 'DITARIK', 'DITUTUP'];

export const sudahAkhir = (status: Status): boolean => AKHIR.includes(status);

/** Cases that BPJS has before it or has answered: the rows of `Berbagi BPJS`. */
export const DI_BPJS: readonly Status[] = ['DIKIRIM_BPJS', 'DITANGGUHKAN', 'BERHASIL', 'TIDAK_BERHASIL'];
