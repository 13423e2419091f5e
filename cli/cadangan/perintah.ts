/** `pbi cadangkan`: makes the archive and says what is in it, without a word about any person. */
import { EXIT, type ExitCode } from '../errors.ts';
import type { TargetOptions } from '../google/target-options.ts';
import { hashBerkas } from '../reconcile/sumber/hash.ts';
import { kemajuan } from '../reconcile/verifikasi/kemajuan.ts';
import { periksaBebas } from './arsip-tulis.ts';
import { cadangkan } from './cadangkan.ts';
import { sambung } from './layanan.ts';
import { bacaSandi } from './sandi.ts';
import { peringatan, ringkasan, teks } from './teks.ts';

export interface OpsiPerintah extends TargetOptions {
  readonly keluaran: string;
  readonly sandiBerkas?: string;
  readonly json?: boolean;
}

export async function jalankanCadangkan(opsi: OpsiPerintah): Promise<ExitCode> {
  periksaBebas(opsi.keluaran);
  const sandi = opsi.sandiBerkas === undefined ? undefined : await bacaSandi(opsi.sandiBerkas);
  const kantor = await sambung(opsi);
  const laju = kemajuan();
  const manifes = await cadangkan(kantor, {
    keluaran: opsi.keluaran,
    ...(sandi === undefined ? {} : { sandi }),
    kata: (apa) => laju.kata(apa),
  }).finally(() => laju.selesai());
  const sidik = await hashBerkas(opsi.keluaran);
  const ringkas = { berkas: opsi.keluaran, sha256: sidik, bersandi: sandi !== undefined, ...ringkasan(manifes) };
  const perlu = peringatan(manifes);
  if (opsi.json) process.stdout.write(`${JSON.stringify({ ...ringkas, peringatan: perlu })}\n`);
  else process.stdout.write(`${teks(manifes, { berkas: opsi.keluaran, sidik, bersandi: sandi !== undefined })}\n`);
  for (const kalimat of perlu) process.stderr.write(`PERINGATAN: ${kalimat}\n`);
  return perlu.length > 0 ? EXIT.needsPerson : EXIT.ok;
}
