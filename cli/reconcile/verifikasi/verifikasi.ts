/** Holds rows against references and sends the outcomes to reports: the whole of `pbi verifikasi` without an office. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Ambang } from '#domain/cocok/bobot.ts';
import type { Kelas } from '#domain/cocok/kelas.ts';
import { EXIT, UserError } from '../../errors.ts';
import type { HasilCocok } from '../bentuk.ts';
import { denganMesin, type Mesin, type OpsiMesin } from '../db/mesin.ts';
import { sampaiDihentikan } from '../henti.ts';
import { bacaReferensi } from '../indeks/baca-sql.ts';
import { bukaIndeks, type NamaReferensi } from '../indeks/gudang.ts';
import { type Indeks, susunIndeks } from '../indeks/susun.ts';
import { peringatanIsian } from '../indeks/tak-terbaca.ts';
import type { Regu } from '../pencari/cari.ts';
import { tulisAlasan } from '../pencocok/alasan.ts';
import { bacaHasil } from '../pencocok/baca-hasil.ts';
import { cocokkan, siapkanHasil, siapkanMakro } from '../pencocok/cocokkan.ts';
import { tulisCsvHasil, tulisParquetHasil } from '../pencocok/csv-hasil.ts';
import { reguUntuk, susunTepat } from '../pencocok/tepat.ts';
import type { Sumber } from '../sumber/bentuk.ts';
import type { AturanJudul } from '../sumber/judul.ts';
import { masukkan } from './masukkan.ts';

/** A reference: a file that is read for this run, or an index that was loaded before. */
export interface Rujukan {
  readonly nama: NamaReferensi;
  readonly berkas?: string;
}

export interface OpsiVerifikasi extends OpsiMesin {
  /** Opens the rows; the database reads those of Parquet. */
  readonly bukaSumber: (koneksi: DuckDBConnection) => Promise<Sumber>;
  readonly rujukan: readonly Rujukan[];
  readonly gudang: string;
  readonly tepat: boolean;
  /** `hasil` will not be asked for: tables show no candidates. */
  readonly tanpaCalon: boolean;
  readonly aturan: AturanJudul;
  readonly ambang?: Partial<Ambang>;
  /** Says what is being done, and how far it is from 0 to 1 where that is known. */
  readonly kemajuan: (apa: string, bagian?: number) => void;
}

/** What was held against what, known before the outcomes. */
export interface Terpakai {
  readonly nama: NamaReferensi;
  /** Hashes of the files that were loaded; empty for a file that is read for this run only. */
  readonly sidik: string;
  readonly baris: number;
  readonly dimuat: string;
  /** What all records say of their members that say nothing by themselves. */
  readonly status: string;
  /** What is wrong in a file that was read for this run, in sentences. */
  readonly peringatan: readonly string[];
}

/** What reports are made from, in the order of the input. */
export interface Keluaran {
  /** All its rows have been read. */
  readonly sumber: Sumber;
  readonly terpakai: readonly Terpakai[];
  /** Rows of each class for each reference. */
  readonly jumlah: readonly { readonly referensi: string; readonly kelas: Kelas; readonly baris: number }[];
  /** The outcomes one by one, with their candidates. */
  hasil(): AsyncIterable<HasilCocok>;
  /** @param lain headings of the input that are kept */
  csv(path: string, lain: readonly string[]): Promise<void>;
  parquet(path: string, lain: readonly string[]): Promise<void>;
}

/** @param laporkan writes what is wanted while the outcomes are there */
export function verifikasi<T>(opsi: OpsiVerifikasi, laporkan: (keluaran: Keluaran) => Promise<T>): Promise<T> {
  // One processor is enough for what comes before.
  const regu = opsi.tepat ? reguUntuk(opsi.rujukan[0]?.berkas) : undefined;
  return denganMesin(opsi, async (mesin) => {
    await siapkanMakro(mesin);
    await siapkanHasil(mesin);
    const { sumber, jumlah } = await sampaiDihentikan((henti) => masukkan(mesin, henti, opsi));
    const terpakai: Terpakai[] = [];
    for (const [nomor, rujukan] of opsi.rujukan.entries()) {
      const { indeks, ...satu } = await buka(mesin, rujukan, opsi, nomor === 0 ? regu : undefined);
      terpakai.push(satu);
      opsi.kemajuan(`mencocokkan dengan ${rujukan.nama}`, 0);
      await cocokkan(
        mesin,
        indeks,
        { nomor, jumlah },
        {
          ...(opsi.ambang ? { ambang: opsi.ambang } : {}),
          tepat: opsi.tepat,
          tanpaCalon: opsi.tanpaCalon,
          kemajuan: (selesai, semua) => opsi.kemajuan(`mencocokkan dengan ${rujukan.nama}`, selesai / semua),
        },
      );
    }
    opsi.kemajuan('menulis hasil');
    await tulisAlasan(mesin, { tepat: opsi.tepat });
    const nama = opsi.rujukan.map((satu) => satu.nama);
    const hitungan = await mesin.baca(
      'SELECT ref, kelas, count(*)::INTEGER AS baris FROM hasil GROUP BY ALL ORDER BY ALL',
    );
    const hasil = await laporkan({
      sumber,
      terpakai,
      jumlah: hitungan.map(({ ref, kelas, baris }) => ({
        referensi: nama[Number(ref)] ?? '',
        kelas: kelas as Kelas,
        baris: Number(baris),
      })),
      hasil: () => {
        if (opsi.tanpaCalon) throw new Error('the candidates were not kept');
        return bacaHasil(mesin, nama, true);
      },
      csv: (path, lain) => tulisCsvHasil(mesin, path, nama, lain),
      parquet: (path, lain) => tulisParquetHasil(mesin, path, nama, lain),
    });
    // An interrupt while the last report got its name must not pass for success.
    await mesin.jalankan('SELECT 1');
    return hasil;
  }).finally(() => regu?.bubar());
}

async function buka(
  mesin: Mesin,
  { nama, berkas }: Rujukan,
  { gudang, tepat, aturan, kemajuan }: OpsiVerifikasi,
  regu: Regu | undefined,
): Promise<Terpakai & { readonly indeks: Indeks }> {
  if (berkas === undefined) {
    const indeks = await bukaIndeks(gudang, nama);
    if (!indeks) {
      const sentence = `Referensi ${nama} belum dimuat. Muat dengan: pbi referensi muat ${nama} <berkas>.`;
      throw new UserError(EXIT.usage, sentence);
    }
    const { dimuat, status, berkas: asal } = indeks.keterangan;
    return {
      nama,
      indeks,
      baris: indeks.penduduk,
      dimuat,
      status,
      sidik: asal.map(({ sidik }) => sidik).join(' '),
      peringatan: [],
    };
  }
  kemajuan(`membaca referensi ${nama}`);
  const dibaca = await bacaReferensi(mesin, berkas, { judul: aturan, referensi: nama });
  const folder = join(mesin.folder, nama);
  await mkdir(folder, { mode: 0o700 });
  if (tepat) {
    const sejauh = (bagian: number) => kemajuan(`membaca referensi ${nama}`, bagian);
    const indeks = await susunTepat(mesin, dibaca, folder, { regu, kemajuan: sejauh });
    return { nama, indeks, baris: indeks.penduduk, ...SEKALI_PAKAI, peringatan: [] };
  }
  const indeks = await susunIndeks(mesin, [dibaca], folder);
  const peringatan = await peringatanIsian(mesin, indeks, [dibaca]);
  return { nama, indeks, baris: indeks.penduduk, ...SEKALI_PAKAI, peringatan };
}

/** A file that is read for this run only has no history. */
const SEKALI_PAKAI = { dimuat: '', status: '', sidik: '' };
