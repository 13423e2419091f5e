/** One spreadsheet for each kelurahan that has somebody to work in it: its own cases and no other's. */
import { BUKU_BERBAGI } from '#domain/kolom/berbagi.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { cariKalurahan } from '#domain/wilayah/wilayah.ts';
import { emailKelurahan, PETUGAS_KELURAHAN } from '#usecase/hak-berkas.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { Potret } from '#usecase/potret.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister } from '../google/register.ts';
import { selaraskanLembar } from './berbagi.ts';
import { buatBukuBerbagi } from './buku-berbagi.ts';
import { bacaBukuKelurahan, catatBukuKelurahan } from './kantor.ts';

/** Books of one run; the rest comes with the next ticks. */
const SEKALI_JALAN = 10;

/**
 * Codes of kelurahan that somebody works for and that have no spreadsheet.
 * @param hilang ids of spreadsheets that are gone
 */
export function kelurahanTanpaBuku(
  { pengaturan }: Pick<Potret, 'pengaturan'>,
  hilang: ReadonlySet<string> = new Set(),
): string[] {
  if (!pengaturan.rute.some((rute) => sifatRute(rute).lewatDinkes)) return [];
  const bertugas = pengaturan.pegawai
    .filter(({ peran }) => PETUGAS_KELURAHAN.includes(peran))
    .map(({ wilayah }) => wilayah);
  return [...new Set(bertugas)].filter(
    (kode) => cariKalurahan(kode, pengaturan.wilayah) && !isAda(pengaturan.bukuKelurahan.get(kode), hilang),
  );
}

const isAda = (id: string | undefined, hilang: ReadonlySet<string>): id is string =>
  id !== undefined && !hilang.has(id);

/** Makes what is missing, some at a time. To be called inside the lock. @returns what was done, one sentence each */
export function bukuKelurahanKurang(hilang: ReadonlySet<string> = new Set()): string[] {
  const { potret, letak } = bukaRegister([{ tab: 'Wilayah', ambil: 'semua' }]);
  const kurang = kelurahanTanpaBuku(potret, hilang);
  const { pengaturan } = potret;
  const kode = kurang.filter((satu) => letak.nomor.get('Wilayah')?.has(satu)).slice(0, SEKALI_JALAN);
  if (kode.length === 0) return [];
  const p = new Perancang(potret);
  const buku = new Map(pengaturan.bukuKelurahan);
  const tercatat = bacaBukuKelurahan();
  for (const satu of kode) {
    const nama = cariKalurahan(satu, pengaturan.wilayah)?.nama ?? satu;
    // A run that ended between the file and the row has noted it.
    const lama = tercatat.get(satu);
    const id = isAda(lama, hilang) ? lama : buatBukuBerbagi(`PBI Kelurahan ${nama}`, BUKU_BERBAGI.kelurahan);
    buku.set(satu, id);
    catatBukuKelurahan(buku);
    selaraskanLembar(id, emailKelurahan(pengaturan, satu));
    p.ubahBaris('Wilayah', satu, { berkas: id });
  }
  const tertinggal = new Set([...p.sistem('berbagi_tertinggal').split(' '), ...kode].filter((satu) => satu !== ''));
  p.aturSistem('berbagi_tertinggal', [...tertinggal].sort().join(' '));
  komit(p.rencana(), letak);
  const lagi = kurang.some((satu) => hilang.has(pengaturan.bukuKelurahan.get(satu) ?? '') && !kode.includes(satu));
  return [`${kode.length} spreadsheet kelurahan dibuat.${lagi ? ' Jalankan lagi pbi pasang untuk sisanya.' : ''}`];
}
