/** Which of the two formats a batch goes out in: by its route, for mutations by what the branch of BPJS has agreed (BGR-08). */
import { sifatRute } from '#domain/usulan/rute.ts';
import { bacaNamaBatch } from '#usecase/batch/baris.ts';
import { EXIT, UserError } from '../errors.ts';

type NomorFormat = '34' | '37';

/**
 * @param mutasi the office's setting `mutasi_format`; undefined when its settings cannot be read
 * @param paksa whether another format is wanted all the same
 * @returns what is to be said beside the result, one sentence each
 * @throws UserError code 2 for a format that is not the batch's
 */
export function periksaFormat(
  batch: string,
  diminta: NomorFormat,
  { mutasi, paksa }: { readonly mutasi: NomorFormat | undefined; readonly paksa: boolean },
): string[] {
  const rute = bacaNamaBatch(batch)?.rute;
  if (!rute) return [];
  const { jenis, format } = sifatRute(rute);
  const isMutasi = jenis === 'MUTASI';
  const seharusnya = isMutasi ? (mutasi ?? format) : format;
  const catatan =
    isMutasi && mutasi === undefined
      ? [`Pengaturan mutasi_format tidak dapat dibaca dengan akun ini; dipakai bawaannya, Format ${format}.`]
      : [];
  if (diminta !== seharusnya && !paksa) {
    const sebab = isMutasi && mutasi !== undefined ? ' menurut pengaturan mutasi_format' : '';
    const kalimat = `Batch ${batch} memakai Format ${seharusnya}${sebab}. Jalankan dengan format${seharusnya}, atau tambahkan --paksa-format bila BPJS memintanya lain.`;
    throw new UserError(EXIT.usage, [...catatan, kalimat].join(' '));
  }
  return isMutasi && diminta === '34' ? [...catatan, 'Kolom mutasi tidak ikut ke Format 34.'] : catatan;
}
