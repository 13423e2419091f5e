/** Mail about whole batches: to Dinkes when one is handed over, to BPJS when it has been sent (BGR-15, BGR-17). */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { penutup, rakit, type SuratBaru } from '../surat.ts';

export function suratDitutup(batch: string, banyak: number, p: Pengaturan): SuratBaru {
  return {
    kunci: `${batch}|DITUTUP`,
    tiket: '-',
    kepada: p.surelDinkes,
    subjek: `Batch ${batch}: ${banyak} usulan diserahkan`,
    isi: rakit(
      `Batch ${batch} berisi ${banyak} usulan sudah ditutup dan diserahkan kepada Dinas Kesehatan.`,
      `Rinciannya ada di spreadsheet Berbagi Dinkes. Setelah berkas dikirim ke BPJS Kesehatan, pilih "sudah" di kolom dikirim, paling lambat tanggal ${p.cutoff.dinkes.hari}.`,
      penutup(p),
    ),
  };
}

export function suratDikirim(batch: string, banyak: number, p: Pengaturan): SuratBaru {
  return {
    kunci: `${batch}|DIKIRIM`,
    tiket: '-',
    kepada: p.surelBpjs,
    subjek: `Batch ${batch}: ${banyak} usulan menunggu jawaban`,
    isi: rakit(
      `Batch ${batch} berisi ${banyak} usulan kolektif sudah dikirim kepada BPJS Kesehatan.`,
      'Isi jawabannya di spreadsheet Berbagi BPJS, tab Usulan Bulanan.',
      penutup(p),
    ),
  };
}
