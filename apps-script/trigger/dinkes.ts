/** The spreadsheet of Dinkes: which batches were handed over, and its word that one has gone to BPJS (BGR-15, BGR-17). */
import { BUKU_BERBAGI, DINKES_BATCH } from '#domain/kolom/berbagi.ts';
import type { BarisBatch } from '#usecase/batch/baris.ts';
import { dinyatakanDikirim, rencanaDinkes } from '#usecase/batch/dinkes.ts';
import { mulaiKirim } from '#usecase/batch/kirim.ts';
import { Perancang } from '#usecase/perancang.ts';
import { type Potret, semuaBatch } from '#usecase/potret.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import { komit } from '../google/komit.ts';
import {
  bacaLembarBerbagi,
  type LembarBerbagi,
  permintaanLembar,
  tulisLembarBerbagi,
} from '../google/lembar-berbagi.ts';
import { bukaRegister } from '../google/register.ts';
import { lanjutkanSatu, pastikanPengaturan } from './batch.ts';
import { pelakuBerbagi, type TabTambahan } from './berbagi.ts';
import { denganKunci } from './jaga.ts';
import { saatPemicu } from './saat-pemicu.ts';

const TAB_BATCH = BUKU_BERBAGI.dinkes.filter(({ tab }) => tab === DINKES_BATCH);

/** Handler of the edit trigger on the spreadsheet shared with Dinkes. */
export function saatDinkesDiubah(e: GoogleAppsScript.Events.SheetsOnEdit): void {
  saatPemicu('saatDinkesDiubah', e, () => {
    if (e.range.getSheet().getName() !== DINKES_BATCH.nama) return;
    const [dari, sampai] = [e.range.getRow(), e.range.getLastRow()];
    catatKiriman(e.source.getId(), e.user?.getEmail() ?? '', (nomor) => nomor >= dari && nomor <= sampai);
  });
}

/**
 * Takes in what Dinkes says has been sent; also what no event has told of.
 * @param disunting the rows in which somebody waits for an answer. @returns whether a batch was recorded
 */
export function catatKiriman(id: string, email = '', disunting: (nomor: number) => boolean = () => false): boolean {
  const mulai = denganKunci(() => {
    const [lembar] = bacaLembarBerbagi(id, TAB_BATCH);
    const dikirim = (lembar?.baris ?? []).filter(({ isi }) => dinyatakanDikirim(isi));
    const ditunggu = (lembar?.baris ?? []).filter(({ nomor }) => disunting(nomor));
    if (!lembar || dikirim.length + ditunggu.length === 0) return [];
    const dijawab = new Set(ditunggu.map(({ isi }) => isi['batch'] ?? ''));
    return catat(
      id,
      lembar,
      dikirim.map(({ isi }) => isi['batch'] ?? ''),
      dijawab,
      email,
    );
  });
  for (const nama of mulai) lanjutkanSatu(nama);
  return mulai.length > 0;
}

/** @param dijawab batches of which somebody has just said something. @returns those whose sending begins */
function catat(
  id: string,
  lembar: LembarBerbagi,
  dikirim: readonly string[],
  dijawab: ReadonlySet<string>,
  email: string,
): string[] {
  const { potret, letak } = bukaRegister([{ tab: 'Batch', ambil: 'semua' }]);
  pastikanPengaturan(potret);
  const semua = new Map(semuaBatch(potret).map((satu) => [satu.batch, satu]));
  const oleh = pelakuBerbagi('dinkes', email, potret);
  const p = new Perancang(potret);
  const tanggapan = new Map<string, string>();
  const mulai: string[] = [];
  for (const nama of dikirim) {
    const batch = semua.get(nama);
    if (batch?.keadaan !== 'DITUTUP' && !dijawab.has(nama)) continue;
    const hasil = mulaiKirim(p, batch, { oleh, manifes: '' });
    tanggapan.set(nama, hasil.ok ? `${hasil.value} Usulannya sedang ditandai.` : hasil.error.join(' '));
    if (!batch || !hasil.ok) continue;
    mulai.push(nama);
    semua.set(nama, { ...batch, keadaan: 'MENGIRIM', dikirim_oleh: oleh.nama, dikirim_pada: potret.kini });
  }
  const rencana = p.rencana();
  if (!rencanaKosong(rencana)) komit(rencana, letak);
  const baris = lembar.baris.map((satu) => satu.isi);
  const ubah = rencanaDinkes([...semua.values()], baris, potret.pengaturan, tanggapan);
  tulisLembarBerbagi(id, permintaanLembar(lembar, ubah));
  return mulai;
}

/** What `segarkanBuku` writes beside the cases. @param semua the register's rows of `Batch` */
export const tabBatchDinkes = (semua: readonly BarisBatch[], { pengaturan }: Potret): TabTambahan[] =>
  TAB_BATCH.map((satu) => ({ ...satu, rencana: (baris) => rencanaDinkes(semua, baris, pengaturan) }));
