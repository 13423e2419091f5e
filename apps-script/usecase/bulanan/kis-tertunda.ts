/** Cards that were not handed over for 14 or 30 days, as a list for each kelurahan and for Dinsos (S-27). */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { ambangBaru, ambangTercapai } from '#domain/periode/umur.ts';
import { selisihHari, type Tanggal } from '#domain/waktu/tanggal.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import { cariKalurahan, labelKalurahan } from '#domain/wilayah/wilayah.ts';
import type { Perancang } from '../perancang.ts';
import { type Bahan, hariSel, kelompok, petugasKelurahan } from './bahan.ts';
import { suratBerkala } from './surat-berkala.ts';
import type { TugasBerkala } from './tugas.ts';

/** Somebody still has to do something with these cards. */
const BELUM: Readonly<Record<string, string>> = {
  MENUNGGU: 'belum diterima kelurahan',
  DITERIMA: 'ada di kelurahan',
  GAGAL: 'gagal diserahkan',
};

interface Kartu {
  readonly tiket: string;
  readonly kode: string;
  readonly keadaan: string;
  readonly sejak: Tanggal;
}

/** Plans the lists of those kelurahan in which a card has newly waited too long. @returns for the ledger */
export function tagihKis(p: Perancang, { kunci, terakhir }: TugasBerkala, { kis }: Bahan): string {
  const { pengaturan, kini } = p.potret;
  const hariIni = tanggalWaktu(kini);
  const { kisHari: ambang } = pengaturan;
  const menunggu = kis.flatMap(({ tiket = '', kode_wilayah: kode = '', keadaan = '', sejak: sel }): Kartu[] => {
    const sejak = hariSel(sel);
    const lama = sejak && keadaan in BELUM && ambangTercapai(selisihHari(sejak, hariIni), ambang) !== undefined;
    return lama ? [{ tiket, kode, keadaan, sejak }] : [];
  });
  const baru = new Set(
    menunggu.filter(({ sejak }) => ambangBaru(sejak, terakhir, hariIni, ambang) !== undefined).map(({ kode }) => kode),
  );
  if (baru.size === 0) return 'Tidak ada KIS yang baru tertunda.';
  const perKelurahan = [...kelompok(menunggu, ({ kode }) => kode)].filter(([kode]) => baru.has(kode));
  const baris = ({ tiket, keadaan, sejak }: Kartu) =>
    `- ${tiket}: ${selisihHari(sejak, hariIni)} hari, ${BELUM[keadaan]}`;
  const kirim = (kepada: readonly string[], banyak: number, isi: readonly string[]) =>
    p.surat(
      suratBerkala('kis_tertunda', kunci, kepada, pengaturan, {
        banyak: String(banyak),
        hari: String(Math.min(...ambang)),
        daftar: isi.join('\n'),
      }),
    );
  for (const [kode, kartu] of perKelurahan) kirim(petugasKelurahan(pengaturan, kode), kartu.length, kartu.map(baris));
  const semua = perKelurahan.flatMap(([kode, kartu]) => [
    `${sebut(kode, pengaturan)} (${kartu.length}):`,
    ...kartu.map(baris),
  ]);
  const banyak = perKelurahan.reduce((jumlah, [, kartu]) => jumlah + kartu.length, 0);
  kirim(pengaturan.surelDinsos, banyak, semua);
  return `${banyak} KIS di ${perKelurahan.length} kelurahan ditagih.`;
}

function sebut(kode: string, { wilayah }: Pengaturan): string {
  const desa = cariKalurahan(kode, wilayah);
  return desa ? labelKalurahan(desa) : kode;
}
