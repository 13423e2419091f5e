/** The one table of answers in a feedback file. */
import type { Lembar } from '#domain/format/sel.ts';
import { bacaUmpanBalik, type OpsiBaca, type UmpanBalik } from '#usecase/rekonsiliasi/baca.ts';
import { type Tabel, temukanTabelJawaban } from '#usecase/rekonsiliasi/judul.ts';
import type { Berkas } from '../berkas/berkas.ts';
import { EXIT, UserError } from '../errors.ts';

export interface UmpanBalikBerkas extends UmpanBalik {
  /** Name of the tab; empty for CSV. */
  readonly lembar: string;
}

const TANPA_TABEL =
  'Tidak ada baris judul yang memuat hasil (misalnya "Hasil" atau "Status") dan NIK, nomor kartu, nomor KK atau nama. ' +
  'Beri judul kolomnya, lalu simpan.';

/** @throws UserError code 3 when the file has no table of answers, several of them, or nothing in it */
export function bacaBerkasUmpanBalik(berkas: Berkas, opsi: OpsiBaca): UmpanBalikBerkas {
  const tolak = (kalimat: string): never => {
    throw new UserError(EXIT.badInput, `${berkas.nama}: ${kalimat}`);
  };
  const ada = berkas.lembar.flatMap(({ nama, lembar }) => {
    const tabel = temukanTabelJawaban(lembar);
    return tabel ? [{ nama, hasil: baca(lembar, tabel) }] : [];
  });
  if (ada.length === 0) return tolak(TANPA_TABEL);
  const terisi = ada.filter(({ hasil }) => hasil.baris.length > 0);
  const [pertama] = terisi;
  if (!pertama) return tolak('Tabelnya kosong: belum ada jawaban di bawah judul.');
  if (terisi.length > 1) {
    return tolak(
      `Ada jawaban di lembar ${terisi.map(({ nama }) => `"${nama}"`).join(' dan ')}. Pisahkan ke dua berkas.`,
    );
  }
  return { lembar: pertama.nama, ...pertama.hasil };

  function baca(lembar: Lembar, tabel: Tabel): UmpanBalik {
    const hasil = bacaUmpanBalik(lembar, tabel, opsi);
    return hasil.ok ? hasil.value : tolak(hasil.error);
  }
}
