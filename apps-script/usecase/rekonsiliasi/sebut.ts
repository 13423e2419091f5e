/** Both sides of an answer that a person has to judge, without remarks, which may name somebody. */
import type { HasilBpjs } from '#domain/hasil/hasil.ts';
import { isStatus, LABEL_STATUS, type Status } from '#domain/usulan/status.ts';
import { tanggalAngka } from '#domain/waktu/bahasa.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import type { KasusRekon } from './bentuk.ts';
import type { HasilBaca } from './jawaban.ts';

/** Statuses that say what BPJS has answered. */
const TERJAWAB: readonly Status[] = ['BERHASIL', 'TIDAK_BERHASIL', 'DITANGGUHKAN', 'SELESAI'];

/** @param tmt as the row has it */
export function sebutJawaban(kasus: KasusRekon, jawaban: HasilBaca, tmt: string): string[] {
  const hasil: HasilBpjs | undefined = jawaban.ok ? jawaban.value.hasil : jawaban.error.hasil;
  const { status } = kasus;
  const tercatat = isStatus(status) && TERJAWAB.includes(status) ? LABEL_STATUS[status].toLowerCase() : undefined;
  return [
    ...(hasil ? [`Jawabannya ${hasil}${denganTmt(tmt)}.`] : []),
    ...(tercatat ? [`Di register ${tercatat}${denganTmt(kasus.tmt_aktif)}.`] : []),
  ];
}

function denganTmt(teks: string): string {
  const tanggal = parseTanggal(teks);
  return tanggal ? `, TMT ${tanggalAngka(tanggal)}` : '';
}
