/** Batches that BPJS does not answer: letters at H+10 and H+20, and what is past its working month (BGR-18, BTL-N-06, S-07). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { type UmpanBalik, umpanBalik } from '#domain/periode/menunggu.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import { tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import type { Perancang } from '../perancang.ts';
import type { Potret } from '../potret.ts';
import { type Bahan, hariSel, kelompok } from './bahan.ts';
import { suratBerkala } from './surat-berkala.ts';
import type { TugasBerkala } from './tugas.ts';

/** In the cell `surat` of a batch: that its working month has passed was told. */
const LEWAT = 'LEWAT';

interface BatchDiam {
  readonly batch: string;
  readonly rute: string;
  readonly dikirim: Tanggal;
  readonly surat: readonly string[];
  readonly menunggu: readonly Kasus[];
  readonly keadaan: UmpanBalik;
}

/** Batches of which some case has no answer at all; one that was suspended has had its answer. */
function batchDiam({ kasus, batch }: Bahan, { kini, pengaturan }: Potret): BatchDiam[] {
  const belum = kasus.filter((k) => k.batch !== '' && k.status === 'DIKIRIM_BPJS' && k.dijawab_pada === '');
  const perBatch = kelompok(belum, (satu) => satu.batch);
  const lama = { satuan: 'BULAN_KERJA', jumlah: pengaturan.lamaBpjsBulan } as const;
  return batch.flatMap((baris) => {
    const { batch: id = '', rute = '', dikirim_pada = '', surat = '' } = baris;
    const menunggu = perBatch.get(id) ?? [];
    const dikirim = hariSel(dikirim_pada);
    if (!dikirim || menunggu.length === 0) return [];
    const keadaan = umpanBalik(dikirim, tanggalWaktu(kini), pengaturan.libur, pengaturan.umpanBalikHari, lama);
    const sudah = surat.split(',').map((satu) => satu.trim());
    return [{ batch: id, rute, dikirim, surat: sudah.filter((satu) => satu !== ''), menunggu, keadaan }];
  });
}

/** Tickets that get the flag of lateness. */
export const terlambat = (bahan: Bahan, potret: Potret): string[] =>
  batchDiam(bahan, potret)
    .filter(({ keadaan }) => keadaan.lewat)
    .flatMap(({ menunggu }) => menunggu.filter(({ tanda }) => !bacaTanda(tanda).has('sla_lewat')))
    .map(({ tiket }) => tiket);

/** What has to be told of a batch and was not: `H+10`, `LEWAT`. */
function belumDikabarkan({ keadaan, surat }: BatchDiam): string[] {
  const sudah = Math.max(0, ...surat.filter((satu) => satu.startsWith('H+')).map((satu) => Number(satu.slice(2))));
  return [
    ...(keadaan.surat !== undefined && keadaan.surat > sudah ? [`H+${keadaan.surat}`] : []),
    ...(keadaan.lewat && !surat.includes(LEWAT) ? [LEWAT] : []),
  ];
}

/** Plans the letters and notes them at the batch. @returns what was done, for the ledger */
export function tagihUmpanBalik(p: Perancang, { kunci }: TugasBerkala, bahan: Bahan): string {
  const { pengaturan } = p.potret;
  const perlu = batchDiam(bahan, p.potret)
    .map((satu) => ({ satu, kabar: belumDikabarkan(satu) }))
    .filter(({ kabar }) => kabar.length > 0);
  for (const { satu, kabar } of perlu) {
    p.ubahBaris('Batch', satu.batch, { surat: [...satu.surat, ...kabar].join(', ') });
    const dinkes = sifatRute(satu.rute).lewatDinkes ? pengaturan.surelDinkes : [];
    const { batch, menunggu, dikirim, keadaan } = satu;
    const tempo = tanggalIndonesia(keadaan.jatuhTempo);
    const kepada = [...new Set([...pengaturan.surelDinsos, ...dinkes])];
    p.surat(
      suratBerkala('belum_dijawab', `${kunci}|${batch}`, kepada, pengaturan, {
        batch,
        banyak: String(menunggu.length),
        hari: String(keadaan.umur.hari),
        hari_kerja: String(keadaan.umur.hariKerja),
        dikirim: tanggalIndonesia(dikirim),
        batas: keadaan.lewat ? '' : tempo,
        batas_lewat: keadaan.lewat ? tempo : '',
      }),
    );
  }
  return perlu.length === 0
    ? 'Tidak ada batch yang perlu ditagih.'
    : perlu.map(({ satu, kabar }) => `${satu.batch} ${kabar.join(' ')}.`).join(' ');
}
