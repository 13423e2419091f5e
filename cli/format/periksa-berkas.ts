/** Reads a file of Format 34/37 and sorts its rows: ready to send, or refused with everything that is wrong with them. */
import { type BarisBerkas, bacaBerkas, type OpsiBerkas } from '#domain/format/baca-berkas.ts';
import { type IsiKasus, kasusDariRekaman } from '#domain/format/kasus-format.ts';
import { JENIS_MUTASI } from '#domain/format/kode.ts';
import { type Format, type KunciKolom, kolomFormat } from '#domain/format/kolom.ts';
import type { TemuanKolom } from '#domain/format/rekaman.ts';
import { hurufKolom, isiSel, type Lembar, rapikanTeks, selPada } from '#domain/format/sel.ts';
import { type Letak, temukanTabel } from '#domain/format/temukan.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { DaftarWilayah } from '#domain/wilayah/wilayah.ts';
import type { Berkas, NamedLembar } from '../berkas/berkas.ts';
import { EXIT, UserError } from '../errors.ts';
import type { BerkasRencana, Temuan } from '../rencana/rencana.ts';
import { JUDUL_SEGMEN } from './segmen.ts';

export interface OpsiPeriksa {
  /** Ten digits: rows of another kelurahan are refused. */
  readonly kelurahan: string;
  readonly hariIni: Tanggal;
  readonly format?: Format | undefined;
  readonly urutan?: 'HB' | 'BH' | undefined;
  /** The office's settings, for those who may read them. */
  readonly pengaturan?: Pengaturan | undefined;
}

interface Tabel extends NamedLembar {
  readonly letak: Letak;
}

const tolak = (nama: string, kalimat: string): never => {
  throw new UserError(EXIT.badInput, `${nama}: ${kalimat}`);
};

/** @throws UserError code 3 when the file has no table, two of them, or nothing in it */
export function periksaBerkas(berkas: Berkas, opsi: OpsiPeriksa): BerkasRencana {
  const { nama, lembar, letak } = pilihTabel(berkas, opsi.format);
  const hasil = bacaBerkas(lembar, letak, konteks(opsi));
  if (!hasil.ok) return tolak(berkas.nama, `${hasil.error.pesan} Tambahkan --urutan HB atau --urutan BH.`);
  const { baris } = hasil.value;
  if (baris.length === 0) tolak(berkas.nama, 'Tabelnya kosong: belum ada baris yang diisi di bawah judul.');
  const diperiksa = baris.map((satu) => periksaBaris(satu, letak, lembar, opsi.pengaturan?.wilayah));
  return {
    nama: berkas.nama,
    sha256: berkas.sha256,
    lembar: nama,
    format: letak.format === 'F34' ? '34' : '37',
    siap: diperiksa.flatMap(({ nomor, isi, temuan }) => (isGalat(temuan) ? [] : [{ nomor, isi, peringatan: temuan }])),
    ditolak: diperiksa.flatMap(({ nomor, temuan }) => (isGalat(temuan) ? [{ nomor, sebab: temuan }] : [])),
  };
}

function konteks({ kelurahan, hariIni, urutan, pengaturan }: OpsiPeriksa): OpsiBerkas {
  return {
    hariIni,
    kodeWilayah: kelurahan.slice(0, 4),
    kodeWilayahBoleh: [kelurahan],
    ...(urutan ? { urutan } : {}),
    ...(pengaturan && {
      abaikan: pengaturan.abaikan,
      kawin: pengaturan.kawinVarian,
      daftarWilayah: pengaturan.wilayah,
      jenisMutasi: JENIS_MUTASI.map(({ label }) => ({ label, kode_bpjs: pengaturan.kodeMutasi.get(label) ?? '' })),
    }),
  };
}

const isGalat = (temuan: readonly Temuan[]): boolean => temuan.some(({ tingkat }) => tingkat === 'galat');

/** The one sheet with a table in it; of several, the one that somebody has filled. */
function pilihTabel({ nama, lembar }: Berkas, format: Format | undefined): Tabel {
  const dicari = lembar.map((satu) => ({ ...satu, hasil: temukanTabel(satu.lembar, format) }));
  const ada = dicari.flatMap(({ hasil, ...satu }): Tabel[] => (hasil.ok ? [{ ...satu, letak: hasil.value }] : []));
  const [pertama] = ada;
  if (pertama === undefined) {
    const galat = dicari.flatMap(({ hasil }) => (hasil.ok ? [] : [hasil.error]));
    const { pesan } = galat.find(({ kode }) => kode !== 'TANPA_TABEL') ?? galat[0] ?? { pesan: 'Tidak ada lembar.' };
    return tolak(nama, pesan);
  }
  const terisi = ada.filter((satu) => adaIsi(satu));
  if (terisi.length > 1) {
    const tempat = terisi.map((satu) => `"${satu.nama}"`).join(' dan ');
    return tolak(nama, `Ada tabel di lembar ${tempat}. Pisahkan ke dua berkas.`);
  }
  return terisi[0] ?? pertama;
}

const adaIsi = ({ lembar, letak }: { lembar: Lembar; letak: Letak }): boolean =>
  lembar.slice(letak.dataMulai).some((baris) => baris.some((sel) => isiSel(sel) !== ''));

interface BarisDiperiksa {
  readonly nomor: number;
  readonly isi: Record<string, string>;
  readonly temuan: Temuan[];
}

function periksaBaris(satu: BarisBerkas, letak: Letak, lembar: Lembar, daftar?: DaftarWilayah): BarisDiperiksa {
  const { isi, tertinggal } = kasusDariRekaman(satu.rekaman, letak.format, satu.kodeWilayah, daftar);
  const temuan = [
    ...satu.temuan.map((temuanSatu) => tulisTemuan(temuanSatu, letak)),
    ...tertinggal.map((kunci) => peringatanTertinggal(kunci, letak)),
  ];
  return { nomor: satu.baris, isi: { ...isi, ...segmenAsal(satu.baris, letak, lembar) }, temuan };
}

/** The template of Format 37 has one more column than the format: where the person comes from. */
function segmenAsal(nomor: number, { format, takDikenal }: Letak, lembar: Lembar): IsiKasus {
  const kolom = takDikenal.find(({ judul }) => judul.toUpperCase() === JUDUL_SEGMEN.toUpperCase())?.kolom;
  const teks = rapikanTeks(isiSel(selPada(lembar[nomor - 1] ?? [], kolom)));
  return format === 'F37' && teks !== '' ? { segmen_asal: teks } : {};
}

const tempat = (kunci: KunciKolom, { kolom }: Letak): string => {
  const indeks = kolom[kunci];
  return indeks === undefined ? '' : hurufKolom(indeks);
};

const tulisTemuan = ({ tingkat, kode, kolom, judul, pesan }: TemuanKolom, letak: Letak): Temuan => ({
  tingkat,
  kode,
  kolom: tempat(kolom, letak),
  judul,
  pesan,
});

const TERTINGGAL: Partial<Record<KunciKolom, string>> = {
  kawin: 'Cerai hidup atau cerai mati tidak disebut, jadi status kawin dikosongkan. Lengkapi di register.',
  email: 'Alamat surel peserta tidak disimpan di register.',
};

function peringatanTertinggal(kunci: KunciKolom, letak: Letak): Temuan {
  const judul = kolomFormat(letak.format).find((kolom) => kolom.kunci === kunci)?.judul ?? kunci;
  const pesan = TERTINGGAL[kunci] ?? 'Isi kolom ini tidak disimpan di register.';
  return { tingkat: 'peringatan', kode: 'W_TERTINGGAL', kolom: tempat(kunci, letak), judul, pesan };
}
