/** `pbi ekspor semua`: writes the tables and says how many rows went where. */

import { sambung } from '../../cadangan/layanan.ts';
import { EXIT, type ExitCode, UserError } from '../../errors.ts';
import type { TargetOptions } from '../../google/target-options.ts';
import { kemajuan } from '../../reconcile/verifikasi/kemajuan.ts';
import { eksporSemua } from './semua.ts';

export interface OpsiPerintahSemua extends TargetOptions {
  readonly keluaran: string;
  readonly alasan: string;
  readonly json?: boolean;
}

const MIN_ALASAN = 10;

export async function jalankanEksporSemua(opsi: OpsiPerintahSemua): Promise<ExitCode> {
  const alasan = opsi.alasan.trim();
  if (alasan.length < MIN_ALASAN) {
    const kalimat = 'Sebutkan --alasan dengan jelas, misalnya "pindah ke sistem kabupaten, surat 400/12/2026".';
    throw new UserError(EXIT.usage, kalimat);
  }
  const kantor = await sambung(opsi);
  const laju = kemajuan();
  const tabel = await eksporSemua(kantor, { keluaran: opsi.keluaran, alasan, kata: (apa) => laju.kata(apa) }).finally(
    () => laju.selesai(),
  );
  process.stdout.write(
    opsi.json
      ? `${JSON.stringify({ keluaran: opsi.keluaran, tabel })}\n`
      : [
          ...tabel.map(({ berkas, baris }) => `${berkas}: ${baris} baris`),
          `Semuanya di ${opsi.keluaran}; arti kolom di keterangan.json.`,
          'Isinya data pribadi tanpa kata sandi. Serahkan hanya kepada yang berhak, dan hapus sesudah diterima.',
        ]
          .map((baris) => `${baris}\n`)
          .join(''),
  );
  return EXIT.ok;
}
