/** Rows of Format 34/37 that were made without internet (BGR-10): the same file twice changes nothing the second time. */
import { labelStatus } from '#domain/kalimat/sebutan.ts';
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { settingSalah } from '#domain/pengaturan/pengaturan.ts';
import { namaPeriode, type Periode } from '#domain/periode/periode.ts';
import { dokumenWajib } from '#domain/usulan/dokumen.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import { cariKalurahan, type Kalurahan, kalurahanDariLabel, labelKalurahan } from '#domain/wilayah/wilayah.ts';
import { buatKasus } from './kasus-baru.ts';
import { susulkan } from './koreksi.ts';
import { PANJANG_CATAT, type Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';
import { revisi } from './revisi.ts';

/** What a command of kind IMPOR carries. */
export interface MuatanImpor {
  /** SHA-256 of the file. */
  readonly berkas: string;
  readonly format: '34' | '37';
  /** The kelurahan for which the file was made, ten digits. */
  readonly kelurahan: string;
  readonly baris: readonly { readonly nomor: number; readonly isi: Readonly<Record<string, string>> }[];
}

export type HasilBaris = readonly [
  nomor: number,
  hasil: 'baru' | 'revisi' | 'sudah' | 'ditolak',
  tiket: string,
  sebab: string,
];

/** Columns that a row may fill; everything else in it is ignored. */
const BOLEH: readonly KolomKasus[] = [
  ...(['nik', 'no_kk', 'nama', 'hubkel', 'tempat_lahir', 'tgl_lahir', 'jk', 'kawin', 'alamat', 'rt', 'rw'] as const),
  ...([
    'kode_pos',
    'hp',
    'no_kartu',
    'fktp',
    'jenis_mutasi',
    'tgl_berlaku',
    'segmen_asal',
    'dokumen',
    'catatan',
  ] as const),
];

export interface PengirimImpor extends Pelaksana {
  /** The area that the sender may send for: a region code, or empty for the whole regency. */
  readonly wilayah: string;
  /** Name and address for letters about these cases. */
  readonly kontak: { readonly nama: string; readonly email: string };
}

/**
 * Plans the rows of one command, each for itself. @param seNik all cases with one of these NIKs
 * @returns one answer a row, or a sentence why the command as a whole is refused
 */
export function impor(
  p: Perancang,
  muatan: MuatanImpor,
  pengirim: PengirimImpor,
  pada: Waktu,
  seNik: readonly Kasus[],
): HasilBaris[] | string {
  const { pengaturan } = p.potret;
  const sebab = settingSalah(pengaturan, ['cutoff_kelurahan', 'dokumen_bgr']);
  if (sebab !== undefined) return sebab;
  const desa = cariKalurahan(muatan.kelurahan, pengaturan.wilayah);
  if (!desa?.kode.startsWith(pengaturan.kodeWilayah)) return 'Kode kelurahan tidak dikenal di wilayah kantor ini.';
  if (!desa.kode.startsWith(pengirim.wilayah))
    return 'Berkas ini untuk kelurahan lain; Anda hanya boleh mengirim untuk wilayah Anda.';
  const ada: Kasus[] = [...seNik];
  return muatan.baris.map((baris) => satuBaris(p, { muatan, pengirim, pada, desa, ada }, baris));
}

interface Konteks {
  readonly muatan: MuatanImpor;
  readonly pengirim: PengirimImpor;
  readonly pada: Waktu;
  readonly desa: Kalurahan;
  /** Grows with each new case: the same person twice in one file is found like one in the register. */
  readonly ada: Kasus[];
}

function satuBaris(p: Perancang, konteks: Konteks, { nomor, isi: mentah }: MuatanImpor['baris'][number]): HasilBaris {
  const { muatan, pengirim, pada, desa, ada } = konteks;
  const isi = bersihkan(mentah);
  const wilayah = mentah['kalurahan'] ?? '';
  if (wilayah !== '' && !samaDesa(p, wilayah, desa)) {
    return [nomor, 'ditolak', '', `Baris ini menyebut kelurahan lain daripada ${desa.nama}.`];
  }
  if ((isi.nik ?? '') === '') return [nomor, 'ditolak', '', 'Kolom NIK kosong.'];
  const rute = muatan.format === '34' ? 'BGR-U' : 'BGR-M';
  const tetap: Partial<Kasus> = {
    kalurahan: labelKalurahan(desa),
    pic_nama: pengirim.kontak.nama,
    pic_email: pengirim.kontak.email,
    sumber: 'MANUAL',
    // The papers stay with the kelurahan: by sending the file it says that they are there.
    dokumen: isi.dokumen ?? dokumenWajib(rute, p.potret.pengaturan).join(', '),
  };
  const rujukan = `impor-${muatan.berkas.slice(0, 16)}`;
  const milik = ada.map((satu) => p.kasus(satu)).filter((satu) => satu.nik === isi.nik);
  const lama = milik.find((satu) => satu.rute.startsWith('BGR') && satu.kode_wilayah === desa.kode && !tertutup(satu));
  if (lama) return ulang(p, lama, { ...isi, ...tetap }, { ...konteks, rujukan, nomor });
  const jadi = buatKasus(p, {
    rute,
    isi: { ...isi, ...tetap, id_respons: rujukan },
    pada,
    pelaku: pengirim,
    rujukan,
    seNik: milik.map((kasus) => ({ baris: 0, kasus })),
    tanpaSurat: true,
  });
  ada.push(jadi);
  return [nomor, 'baru', jadi.tiket, kalimatBaru(jadi)];
}

/** What the sender would not expect of a new case. */
function kalimatBaru({ status, tanda, periode }: Kasus): string {
  if (status === 'DITUTUP') return 'Ditutup: orang ini sudah diproses lewat jalur darurat.';
  if (!bacaTanda(tanda).has('lewat_cutoff')) return '';
  return `Masuk periode ${namaPeriode(periode as Periode)}: batas pengajuan bulan ini sudah lewat.`;
}

/** Done with, so that the person may be proposed anew. */
const tertutup = ({ status }: Kasus): boolean => ['SELESAI', 'DITARIK', 'DITUTUP'].includes(status);

function ulang(
  p: Perancang,
  lama: Kasus,
  isi: Partial<Kasus>,
  konteks: Konteks & { rujukan: string; nomor: number },
): HasilBaris {
  const { rujukan, nomor, pengirim, pada } = konteks;
  if (lama.id_respons === rujukan) return [nomor, 'sudah', lama.tiket, ''];
  const awal = susulkan(p, lama);
  const berubah = Object.fromEntries(
    Object.entries(isi).filter(([kolom, nilai]) => nilai !== '' && awal[kolom as KolomKasus] !== nilai),
  ) as Partial<Kasus>;
  const gagal = ['DIKEMBALIKAN', 'DIBATALKAN', 'TIDAK_LOLOS', 'TIDAK_BERHASIL'].includes(awal.status);
  const data = Object.keys(berubah).some((kolom) => !['pic_nama', 'pic_email', 'sumber'].includes(kolom));
  if (!gagal && !data) return [nomor, 'sudah', lama.tiket, ''];
  const penanda = { id_respons: rujukan };
  const hasil = revisi(p, lama, { berubah, penanda, pada, pelaku: pengirim, rujukan, seNik: [], tanpaSurat: true });
  if (hasil === 'revisi') return [nomor, 'revisi', lama.tiket, ''];
  const status = labelStatus(awal.status, p.potret.pengaturan).toLowerCase();
  return [nomor, 'ditolak', lama.tiket, `Usulan ini sudah ${status}; datanya tidak diubah.`];
}

function bersihkan(mentah: Readonly<Record<string, string>>): Partial<Kasus> {
  const isi: Partial<Kasus> = {};
  for (const kolom of BOLEH) {
    const nilai = mentah[kolom];
    if (typeof nilai === 'string' && nilai.trim() !== '') isi[kolom] = nilai.trim().slice(0, PANJANG_CATAT);
  }
  return isi;
}

function samaDesa(p: Perancang, teks: string, desa: Kalurahan): boolean {
  const { wilayah, kodeWilayah } = p.potret.pengaturan;
  const dikenal = cariKalurahan(teks, wilayah) ?? kalurahanDariLabel(teks, kodeWilayah, wilayah);
  return dikenal?.kode === desa.kode;
}

/** Whether a parsed payload has the shape of an import. */
export function isMuatanImpor(isi: unknown): isi is MuatanImpor {
  const m = isi as Partial<MuatanImpor> | null;
  return (
    typeof m === 'object' &&
    m !== null &&
    typeof m.berkas === 'string' &&
    /^[0-9a-f]{64}$/.test(m.berkas) &&
    (m.format === '34' || m.format === '37') &&
    typeof m.kelurahan === 'string' &&
    Array.isArray(m.baris) &&
    m.baris.every(
      ({ nomor, isi: sel }) =>
        Number.isInteger(nomor) &&
        typeof sel === 'object' &&
        sel !== null &&
        Object.values(sel).every((satu) => typeof satu === 'string'),
    )
  );
}

/** All NIKs of a payload, for the look-up. */
export const nikImpor = ({ baris }: MuatanImpor): string[] =>
  baris.map(({ isi }) => isi['nik'] ?? '').filter((nik) => /^\d{16}$/.test(nik));
