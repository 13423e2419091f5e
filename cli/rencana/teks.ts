/** Plans and results in sentences: where each problem is and what to do about it, never the value itself. */
import type { HasilBaris } from './hasil.ts';
import type { BerkasRencana, Rencana, Temuan } from './rencana.ts';

const tempat = ({ kolom, judul }: Temuan): string => (kolom === '' ? `kolom ${judul}` : `kolom ${kolom} (${judul})`);

function barisTemuan({ nama, siap, ditolak }: BerkasRencana): string[] {
  const semua = [
    ...ditolak.map(({ nomor, sebab }) => ({ nomor, temuan: sebab })),
    ...siap.map(({ nomor, peringatan }) => ({ nomor, temuan: peringatan })),
  ].sort((a, b) => a.nomor - b.nomor);
  return semua.flatMap(({ nomor, temuan }) =>
    temuan.map((satu) => `${nama} baris ${nomor} ${tempat(satu)}: ${satu.tingkat}: ${satu.pesan}`),
  );
}

/** Every problem of every row, then the counts; the counts stand last because they are read first. */
export function teksRencana({ berkas }: Rencana): string {
  const jumlah = berkas.map(
    ({ nama, format, siap, ditolak }) =>
      `${nama}: Format ${format}, ${siap.length} baris siap dikirim, ${ditolak.length} baris ditolak.`,
  );
  return [...berkas.flatMap(barisTemuan), ...jumlah].map((baris) => `${baris}\n`).join('');
}

/** How many rows of each file are ready and refused, with the problems: what `--json` prints, without the rows. */
export const ringkasanRencana = ({ kelurahan, berkas }: Rencana) => ({
  kelurahan,
  berkas: berkas.map(({ nama, sha256, lembar, format, siap, ditolak }) => ({
    nama,
    sha256,
    lembar,
    format,
    siap: siap.map(({ nomor, peringatan }) => ({ nomor, peringatan })),
    ditolak,
  })),
});

export type Jumlah = Record<HasilBaris['hasil'], number>;

export function hitung(hasil: readonly HasilBaris[]): Jumlah {
  const jumlah: Jumlah = { baru: 0, revisi: 0, sudah: 0, ditolak: 0, menunggu: 0 };
  for (const satu of hasil) jumlah[satu.hasil] += 1;
  return jumlah;
}

/** One line a row: where it stands in the file, its ticket, what became of it. */
export function teksHasil(hasil: readonly HasilBaris[]): string {
  const jumlah = hitung(hasil);
  const baris = hasil.map(({ berkas, nomor, hasil: apa, tiket, kalimat }) =>
    [`${berkas} baris ${nomor}:`, tiket, apa, kalimat && `- ${kalimat}`].filter((kata) => kata !== '').join(' '),
  );
  const kata = Object.entries(jumlah).map(([apa, banyak]) => `${banyak} ${apa}`);
  const tetap = hasil.length > 0 && jumlah.sudah === hasil.length;
  return [
    ...baris,
    `${kata.join(', ')}.`,
    ...(tetap ? ['Tidak ada yang berubah: semua baris ini sudah pernah diterima.'] : []),
  ]
    .map((satu) => `${satu}\n`)
    .join('');
}
