/** Draft of the letter to BPJS about batches that it has not answered (S-07). */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { umpanBalik } from '#domain/periode/menunggu.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { tanggalAngka, tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { BarisBatch } from '../batch/baris.ts';
import { tulisAngka } from '../laporan/angka.ts';
import { kop, paragraf, rincian, sebutSop, tanggalSel, tempat } from './bagian.ts';
import type { Dokumen, Tabel } from './jenis.ts';

export interface BatchMenunggu {
  readonly batch: BarisBatch;
  readonly dikirim: Tanggal;
  /** Cases without a final answer. */
  readonly menunggu: number;
}

/** The batches that were sent and have cases without an answer, oldest first. `terbuka`: such cases by batch. */
export function batchMenunggu(batch: readonly BarisBatch[], terbuka: ReadonlyMap<string, number>): BatchMenunggu[] {
  return batch
    .flatMap((satu): BatchMenunggu[] => {
      const dikirim = tanggalSel(satu.dikirim_pada);
      const menunggu = terbuka.get(satu.batch) ?? 0;
      return dikirim && menunggu > 0 ? [{ batch: satu, dikirim, menunggu }] : [];
    })
    .sort((a, b) => (a.dikirim < b.dikirim ? -1 : 1));
}

export function suratBpjs(menunggu: readonly BatchMenunggu[], p: Pengaturan, hariIni: Tanggal): Dokumen {
  const umur = menunggu.map(({ dikirim }) => nilaiUmur(dikirim, hariIni, p));
  const terlama = Math.max(0, ...umur.map(({ umur: satu }) => satu.hari));
  const banyak = menunggu.reduce((jumlah, satu) => jumlah + satu.menunggu, 0);
  const muda = menunggu.filter((_, urut) => umur[urut]?.surat === undefined).map(({ batch }) => batch.batch);
  return {
    judul: 'Surat pengingat ke BPJS Kesehatan',
    mendatar: false,
    blok: [
      kop(p),
      rincian([
        ['Nomor', '........................................'],
        ['Lampiran', '-'],
        ['Perihal', 'Permohonan jawaban atas usulan peserta PBI'],
        ['Tanggal', `${tempat(p)}, ${tanggalIndonesia(hariIni)}`],
      ]),
      paragraf('Yth. Kepala BPJS Kesehatan Cabang ........................................'),
      paragraf(
        `Sampai dengan ${tanggalIndonesia(hariIni)}, ${tulisAngka(banyak)} usulan dalam ${tulisAngka(
          menunggu.length,
        )} batch berikut belum mendapat jawaban akhir; yang terlama sudah ${tulisAngka(terlama)} hari.`,
      ),
      tabel(menunggu, hariIni, p),
      paragraf(
        'Kami mohon jawaban atas setiap usulan (berhasil, tidak berhasil beserta sebabnya, atau ditangguhkan) diisikan di lembar yang dibagikan kepada BPJS Kesehatan, agar peserta memperoleh kepastian kepesertaannya.',
      ),
      paragraf(`Usulan disampaikan menurut ${sebutSop(p)}.`),
      paragraf('Atas perhatian dan kerja samanya kami ucapkan terima kasih.'),
      {
        blok: 'tandatangan',
        tempat: '',
        orang: [{ sebagai: `Kepala ${p.namaKantor}`, nama: '' }],
      },
      ...(menunggu.some(({ batch }) => sifatRute(batch.rute).lewatDinkes)
        ? [paragraf(`Tembusan: Dinas Kesehatan ${p.namaKabupaten}`)]
        : []),
    ],
    perhatian: [
      'Konsep: isi nomor surat dan nama cabang sebelum dikirim.',
      ...(muda.length > 0
        ? [`Belum sampai ${Math.min(...p.umpanBalikHari)} hari sejak dikirim: ${muda.join(', ')}.`]
        : []),
    ],
  };
}

const nilaiUmur = (dikirim: Tanggal, hariIni: Tanggal, p: Pengaturan) =>
  umpanBalik(dikirim, hariIni, p.libur, p.umpanBalikHari, { satuan: 'BULAN_KERJA', jumlah: p.lamaBpjsBulan });

const tabel = (menunggu: readonly BatchMenunggu[], hariIni: Tanggal, p: Pengaturan): Tabel => ({
  blok: 'tabel',
  judul: 'Usulan yang belum dijawab',
  kepala: ['Batch', 'Dikirim', 'Umur (hari)', 'Usulan', 'Belum dijawab', 'Jatuh tempo'],
  baris: menunggu.map(({ batch, dikirim, menunggu: belum }) => {
    const { umur, jatuhTempo, lewat } = nilaiUmur(dikirim, hariIni, p);
    const tempo = `${tanggalAngka(jatuhTempo)}${lewat ? ' (lewat)' : ''}`;
    return [batch.batch, tanggalAngka(dikirim), String(umur.hari), batch.baris, tulisAngka(belum), tempo];
  }),
  kanan: [2, 3, 4],
});
