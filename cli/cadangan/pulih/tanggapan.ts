/**
 * Responses that stand in a form of the lost office and not, or not in this version, in its register: nobody would look at
 * them any more. The log knows those of which no case came.
 */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { tulisCsv } from '#domain/format/csv.ts';
import { idTab } from '#domain/kolom/tab.ts';
import type { ArsipBaca } from '../arsip-baca.ts';
import { keBaris, type Sel } from '../sel.ts';
import { menurutTajuk } from '../tab-kecil.ts';
import { barisTanggapan, tajukTanggapan } from '../tabel-tanggapan.ts';

export interface BelumTercatat {
  readonly formulir: string;
  readonly banyak: number;
  /** A table with the questions as its header. */
  readonly csv: string;
}

/** The script looks at every response of two days again each night: what is older has been seen, whatever it is called. */
const HARI_DISAPU = 3;

export async function belumTercatat(arsip: ArsipBaca): Promise<BelumTercatat[]> {
  const dikenal = await tercatat(arsip);
  const hasil: BelumTercatat[] = [];
  for (const { nama, struktur, tanggapan } of arsip.manifes.formulir) {
    const { formulir } = (await arsip.json(struktur)) as { formulir: forms_v1.Schema$Form };
    const semua: forms_v1.Schema$FormResponse[] = [];
    for await (const satu of arsip.baris(tanggapan)) {
      const respons = JSON.parse(satu) as forms_v1.Schema$FormResponse;
      if (!dikenal(respons)) semua.push(respons);
    }
    if (semua.length > 0)
      hasil.push({
        formulir: nama,
        banyak: semua.length,
        csv: tulisCsv([tajukTanggapan(formulir), ...semua.map(barisTanggapan(formulir))]),
      });
  }
  return hasil;
}

async function tercatat(arsip: ArsipBaca): Promise<(respons: forms_v1.Schema$FormResponse) => boolean> {
  const terakhir = new Map<string, number>();
  const saat = new Set<number>();
  for await (const { id_respons: id = '', respons_pada: pada = '' } of baris(arsip, idTab('Kasus'))) {
    if (id === '') continue;
    terakhir.set(id, Math.max(terakhir.get(id) ?? 0, Date.parse(pada)));
    // The script may know a response by another id than the service that listed it.
    saat.add(Date.parse(pada));
  }
  const rujukan = new Set<string>();
  for await (const satu of baris(arsip, idTab('Riwayat'))) rujukan.add(satu['rujukan'] ?? '');
  let sampai = 0;
  for await (const { kunci, nilai = '' } of baris(arsip, idTab('Sistem')))
    if (kunci === 'respons_sampai') sampai = Date.parse(nilai) || 0;
  const disapu = sampai - HARI_DISAPU * 24 * 3_600_000;
  return ({ responseId, lastSubmittedTime }) => {
    const pada = Date.parse(lastSubmittedTime ?? '');
    const kasus = terakhir.get(responseId ?? '');
    if (kasus !== undefined) return pada <= kasus;
    return rujukan.has(responseId ?? '') || saat.has(pada) || pada < disapu;
  };
}

async function* baris(arsip: ArsipBaca, idLembar: number): AsyncGenerator<Readonly<Record<string, string>>> {
  const tab = arsip.manifes.register.tab.find((satu) => satu.idLembar === idLembar);
  if (!tab) return;
  let tajuk: Sel[] | undefined;
  for await (const satu of arsip.baris(tab.anggota)) {
    const isi = keBaris(satu);
    if (tajuk) yield* menurutTajuk([tajuk, isi]);
    else tajuk = isi;
  }
}
