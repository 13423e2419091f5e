/** Reads the rows of a feedback file: every row is data or is named as skipped; damage is named and never repaired. */
import { bacaWilayah } from '#domain/format/baca-wilayah.ts';
import { type BarisSel, isiSel, type Lembar, rapikanTeks, selPada } from '#domain/format/sel.ts';
import { tentukanUrutan, type Urutan } from '#domain/format/urutan-tanggal.ts';
import { bersihkanNik } from '#domain/nik/nik.ts';
import { gagal, ok, type Result } from '#domain/result.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { DaftarWilayah } from '#domain/wilayah/wilayah.ts';
import type { BarisUmpanBalik } from './bentuk.ts';
import { isJudulUlang, type Tabel } from './judul.ts';
import { bacaSelTanggal, bacaSelUmpan, type KonteksSel } from './sel-umpan-balik.ts';

export interface OpsiBaca {
  readonly hariIni: Tanggal;
  /** Regency of the office, four digits. */
  readonly kodeWilayah: string;
  readonly daftarWilayah?: DaftarWilayah | undefined;
  readonly urutan?: 'HB' | 'BH' | undefined;
  /** The day of the answer for rows that do not say it. */
  readonly tanggal?: Tanggal | undefined;
}

export interface UmpanBalik {
  readonly baris: readonly BarisUmpanBalik[];
  /** Numbers of rows that are no data: empty, headings of a further page, sums and signatures. */
  readonly lewat: readonly number[];
}

/** Longer remarks are something else that slipped into the column. */
const PANJANG_KETERANGAN = 2_000;

/** @returns or the sentence that the order of day and month must be told */
export function bacaUmpanBalik(lembar: Lembar, tabel: Tabel, opsi: OpsiBaca): Result<UmpanBalik, string> {
  const isi = lembar.slice(tabel.dataMulai).map((sel, indeks) => ({ sel, nomor: tabel.dataMulai + indeks + 1 }));
  const [data, lewat] = pisah(isi, tabel);
  const urutan = opsi.urutan ?? urutanBerkas(data, tabel);
  if (urutan === undefined) {
    return gagal('Urutan hari dan bulan tidak dapat dipastikan. Tambahkan --urutan HB atau --urutan BH.');
  }
  const baris = data.map(({ sel, nomor }) => bacaBaris(sel, nomor, tabel, urutan, opsi));
  return ok({ baris, lewat: lewat.map(({ nomor }) => nomor) });
}

interface BarisBernomor {
  readonly sel: BarisSel;
  readonly nomor: number;
}

function pisah(isi: readonly BarisBernomor[], { kolom }: Tabel): [BarisBernomor[], BarisBernomor[]] {
  const data: BarisBernomor[] = [];
  const lewat: BarisBernomor[] = [];
  for (const satu of isi) {
    const nomorOrang = [kolom.nik, kolom.no_kartu, kolom.no_kk].some((k) => /\d{9}/.test(angkaSel(satu.sel, k)));
    const jawaban = isiSel(selPada(satu.sel, kolom.hasil)) !== '';
    // A name without a number and without an outcome is a signature, not a person.
    const isData = (nomorOrang || jawaban) && !isJudulUlang(satu.sel);
    (isData ? data : lewat).push(satu);
  }
  return [data, lewat];
}

const angkaSel = (baris: BarisSel, kolom: number | undefined): string => bersihkanNik(selPada(baris, kolom).teks);

/** Undefined when two orders are possible and nothing in the file decides. */
function urutanBerkas(data: readonly BarisBernomor[], { kolom }: Tabel): Urutan | undefined {
  const teks = (baris: BarisSel, k: number | undefined): string => {
    const sel = selPada(baris, k);
    return sel.jenis === 'teks' ? sel.teks : '';
  };
  const hasil = tentukanUrutan(
    data.flatMap(({ sel }) => [
      { teks: teks(sel, kolom.tgl_lahir), nik: /^\d{16}$/.exec(angkaSel(sel, kolom.nik))?.[0] },
      { teks: teks(sel, kolom.tmt) },
      { teks: teks(sel, kolom.dijawab).replace(/[T ]\d.*$/, '') },
    ]),
  );
  return 'tanya' in hasil ? undefined : hasil.urutan;
}

function bacaBaris(baris: BarisSel, nomor: number, { kolom }: Tabel, urutan: Urutan, opsi: OpsiBaca): BarisUmpanBalik {
  const rusak: string[] = [];
  let jawabanRusak = false;
  const konteks: KonteksSel = { hariIni: opsi.hariIni, urutan, rusak };
  const orang = (kunci: 'nik' | 'no_kartu' | 'no_kk' | 'nama' | 'tgl_lahir' | 'jk') =>
    bacaSelUmpan(selPada(baris, kolom[kunci]), kunci, konteks);
  const teks = (k: number | undefined) => rapikanTeks(isiSel(selPada(baris, k)));
  const saat = (nama: string, k: number | undefined) => {
    const nilai = bacaSelTanggal(selPada(baris, k), urutan);
    if (nilai === undefined) {
      rusak.push(`${nama} bukan tanggal yang dapat dibaca; tulis HH/BB/TTTT.`);
      jawabanRusak = true;
    }
    return nilai ?? '';
  };
  const keterangan = teks(kolom.keterangan);
  if (keterangan.length > PANJANG_KETERANGAN) {
    rusak.push('Keterangan terlalu panjang; singkatkan.');
    jawabanRusak = true;
  }
  const wilayah = bacaWilayah(
    {
      kode_kec: '',
      kode_desa: teks(kolom.kode_desa),
      nama_desa: teks(kolom.nama_desa),
      nama_kec: teks(kolom.nama_kec),
    },
    { kodeWilayah: opsi.kodeWilayah, daftarWilayah: opsi.daftarWilayah },
  );
  const dijawab = saat('Tanggal jawaban', kolom.dijawab);
  const tmt = saat('TMT', kolom.tmt).slice(0, 10) as Tanggal | '';
  return {
    nomor,
    nik: orang('nik'),
    no_kartu: orang('no_kartu'),
    no_kk: orang('no_kk'),
    nama: orang('nama'),
    tgl_lahir: orang('tgl_lahir') as Tanggal | '',
    jk: orang('jk') as 'L' | 'P' | '',
    kode_wilayah: wilayah.kodeWilayah,
    hasil: teks(kolom.hasil),
    keterangan,
    tmt,
    dijawab: dijawab === '' ? (opsi.tanggal ?? '') : dijawab,
    rusak,
    jawabanRusak,
  };
}
