/** The record of a closed batch: two signatories, control totals, legal bases of that day (BGR-01, BGR-04, BTL-G-01). */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { namaPeriode, parsePeriode } from '#domain/periode/periode.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { namaHari, tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { cariKalurahan } from '#domain/wilayah/wilayah.ts';
import { type BarisBatch, bacaTotal } from '../batch/baris.ts';
import { tulisAngka } from '../laporan/angka.ts';
import { kecil, kop, namaPegawai, paragraf, rincian, sebutSop, sebutWaktu, tanggalSel, tempat } from './bagian.ts';
import { dasarBerlaku } from './dasar-hukum.ts';
import type { Blok, Dokumen, Tabel } from './jenis.ts';

type Baris = Readonly<Record<string, string>>;

export interface BahanBeritaAcara {
  /** A closed one: only those have totals that two people have agreed on. */
  readonly batch: BarisBatch;
  /** Region codes of its rows. */
  readonly kodeWilayah: readonly string[];
  readonly dasarHukum: readonly Baris[];
  readonly hariIni: Tanggal;
}

export function beritaAcara({ batch, kodeWilayah, dasarHukum, hariIni }: BahanBeritaAcara, p: Pengaturan): Dokumen {
  const ditutup = tanggalSel(batch.ditutup_pada) ?? hariIni;
  const { berlaku, gugur } = dasarBerlaku(dasarHukum, ditutup);
  const sifat = sifatRute(batch.rute);
  const tujuan = sifat.lewatDinkes ? 'diserahkan kepada Dinas Kesehatan' : 'diusulkan kepada BPJS Kesehatan';
  const periode = parsePeriode(batch.periode);
  return {
    judul: `Berita acara ${batch.batch}`,
    mendatar: false,
    blok: [
      kop(p),
      { blok: 'judul', teks: 'Berita Acara Penutupan Batch', anak: batch.batch },
      paragraf(
        `Pada hari ${namaHari(ditutup)}, ${tanggalIndonesia(ditutup)}, batch ${sifat.label} periode ${
          periode ? namaPeriode(periode) : batch.periode
        } ditutup dan ${tujuan}. Isi batch tidak berubah lagi; usulan yang menyusul dicatat dalam adendum.`,
      ),
      ...totalBatch(batch, p),
      ...perWilayah(kodeWilayah, p),
      { blok: 'bagian', teks: 'Dasar' },
      paragraf(`Dilaksanakan menurut ${sebutSop(p)}.`),
      ...(berlaku.length > 0 ? [{ blok: 'daftar', butir: berlaku, bentuk: 'angka' } as const] : []),
      paragraf('Demikian berita acara ini dibuat dengan sebenarnya.'),
      {
        blok: 'tandatangan',
        tempat: `${tempat(p)}, ${tanggalIndonesia(ditutup)}`,
        orang: [
          { sebagai: 'Yang mengajukan penutupan', nama: namaPegawai(batch.diajukan_oleh, p) },
          { sebagai: 'Yang menyetujui penutupan', nama: namaPegawai(batch.disetujui_oleh, p) },
        ],
      },
      kecil(`Dicetak ${tanggalIndonesia(hariIni)} dari register ${p.namaKantor}.`),
    ],
    perhatian: gugur.map((satu) => `Tidak dicantumkan: ${satu}`),
  };
}

function totalBatch(batch: BarisBatch, p: Pengaturan): Blok[] {
  const total = bacaTotal(batch.total_kontrol);
  return [
    { blok: 'bagian', teks: 'Total kontrol' },
    rincian([
      ['Banyaknya usulan', tulisAngka(total?.baris ?? Number(batch.baris))],
      ['Jumlah kontrol NIK', total ? tulisAngka(total.jumlahNik) : ''],
      ['Sidik isi (SHA-256)', batch.hash],
      ['Diajukan', `${namaPegawai(batch.diajukan_oleh, p)}, ${sebutWaktu(batch.diajukan_pada)}`],
      ['Disetujui', `${namaPegawai(batch.disetujui_oleh, p)}, ${sebutWaktu(batch.ditutup_pada)}`],
      [
        'Dikirim ke BPJS',
        batch.dikirim_pada === '' ? '' : `${namaPegawai(batch.dikirim_oleh, p)}, ${sebutWaktu(batch.dikirim_pada)}`,
      ],
      ['Sidik manifes', batch.manifes],
      ['Catatan', batch.catatan],
    ]),
  ];
}

function perWilayah(kode: readonly string[], { wilayah, labelKelurahan, labelKecamatan }: Pengaturan): Tabel[] {
  if (kode.length === 0) return [];
  const banyak = new Map<string, number>();
  for (const satu of kode) banyak.set(satu, (banyak.get(satu) ?? 0) + 1);
  const baris = [...banyak].sort().map(([satu, jumlah]) => {
    const desa = cariKalurahan(satu, wilayah);
    return [desa?.kapanewon.nama ?? 'Luar wilayah', desa?.nama ?? satu, tulisAngka(jumlah)];
  });
  return [
    {
      blok: 'tabel',
      judul: `Rincian per ${labelKelurahan.toLowerCase()}`,
      kepala: [labelKecamatan, labelKelurahan, 'Usulan'],
      baris,
      kaki: ['Jumlah', '', tulisAngka(kode.length)],
      kanan: [2],
    },
  ];
}
