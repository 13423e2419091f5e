/** What `pbi tinjau` does: decisions from options, reports, a review on a terminal or a list. */
import { existsSync } from 'node:fs';
import { EXIT, type ExitCode, UserError } from '../../errors.ts';
import { dapatDihentikan, SINYAL } from '../../henti.ts';
import { pathJurnal } from '../../rencana/jurnal.ts';
import { teksAngka } from '../hasil/baris.ts';
import { periksaTimpa } from '../hasil/timpa.ts';
import { bacaRencanaCocok, type RencanaCocok } from '../rencana.ts';
import { periksaAkhiran } from '../verifikasi/keluaran.ts';
import { caraMemutuskan, teksDaftar, teksKeadaan } from './daftar.ts';
import { type OpsiLaporan, tulisLaporan } from './laporan.ts';
import { type Putus, putuskan } from './putus.ts';
import type { Saringan } from './saringan.ts';
import { Sesi, type Terminal } from './sesi.ts';
import { Penyimpan } from './simpan.ts';
import { hitungPutusan, Tinjauan } from './tinjauan.ts';

export interface OpsiTinjau extends OpsiLaporan {
  readonly saringan: Saringan;
  readonly putus: Putus;
  readonly json: boolean;
  /** Missing where nobody can press keys. */
  readonly terminal: Terminal | undefined;
}

export async function tinjau(path: string, opsi: OpsiTinjau): Promise<ExitCode> {
  periksaTimpa([path], opsi);
  periksaAkhiran('--html', opsi.html, ['.html', '.htm']);
  periksaAkhiran('--xlsx', opsi.xlsx, ['.xlsx']);
  periksaAkhiran('--csv', opsi.csv, ['.csv']);
  const rencana = await bacaRencanaCocok(path);
  periksaReferensi(rencana, opsi.saringan);
  const tinjauan = new Tinjauan(rencana);
  tinjauan.saring(opsi.saringan);
  const penyimpan = await Penyimpan.buka(path, rencana);
  const diputus = isDiputus(opsi.putus);
  const keadaan = () => teksKeadaan(path, rencana, existsSync(pathJurnal(path)));
  const kerja = async () => {
    if (diputus) await putuskanDariPilihan(tinjauan, penyimpan, opsi.putus);
    return tulisLaporan(rencana, opsi);
  };
  const laporan = await dapatDihentikan('Dihentikan. Tidak ada berkas setengah jadi.', kerja);
  for (const satu of laporan) process.stderr.write(`Laporan ditulis ke ${satu}.\n`);
  if (opsi.json) {
    process.stdout.write(`${JSON.stringify(ringkasJson(path, tinjauan))}\n`);
  } else if (!diputus && laporan.length === 0) {
    if (opsi.terminal && !(await diTerminal(tinjauan, penyimpan, opsi.terminal, opsi.lengkap))) {
      process.stderr.write(`${keadaan()}Dihentikan; semua putusan tersimpan.\n`);
      return EXIT.interrupted;
    }
    if (!opsi.terminal) {
      process.stdout.write(teksDaftar(tinjauan, opsi.lengkap));
      process.stderr.write(caraMemutuskan(path));
    }
  }
  process.stderr.write(keadaan());
  return perluOrang(rencana) ? EXIT.needsPerson : EXIT.ok;
}

/** @throws UserError code 2: a filter that nothing can pass looks as if everything were decided */
function periksaReferensi({ entri }: RencanaCocok, { referensi }: Saringan): void {
  const ada = [...new Set(entri.map((satu) => satu.referensi))].filter((satu) => satu !== '');
  const asing = referensi.filter((satu) => !ada.includes(satu));
  if (asing.length === 0) return;
  const isi = ada.length > 0 ? `Yang ada: ${ada.join(', ')}.` : 'Rencana ini tidak menyebut referensi.';
  throw new UserError(EXIT.usage, `--referensi ${asing.join(', ')}: tidak ada di rencana ini. ${isi}`);
}

const perluOrang = (rencana: RencanaCocok): boolean => hitungPutusan(rencana).TUNDA > 0;

const isDiputus = ({ terima, tolak, tunda, terimaSemua, tolakSemua }: Putus): boolean =>
  terimaSemua || tolakSemua || terima.length + tolak.length + tunda.length > 0;

async function putuskanDariPilihan(tinjauan: Tinjauan, penyimpan: Penyimpan, putus: Putus): Promise<void> {
  const lewat = putuskan(tinjauan, putus);
  penyimpan.simpan();
  await penyimpan.selesai();
  if (lewat > 0) process.stderr.write(`${teksAngka(lewat)} baris lain harus diputuskan satu per satu.\n`);
}

/** @returns false when it was cut off; what was decided is on disk in either case */
async function diTerminal(
  tinjauan: Tinjauan,
  penyimpan: Penyimpan,
  terminal: Terminal,
  lengkap: boolean,
): Promise<boolean> {
  const berhenti = new AbortController();
  const hentikan = () => berhenti.abort();
  for (const satu of SINYAL) process.once(satu, hentikan);
  try {
    return await new Sesi(tinjauan, penyimpan, terminal, lengkap, berhenti.signal).jalankan();
  } finally {
    await penyimpan.selesai();
    for (const satu of SINYAL) process.off(satu, hentikan);
  }
}

/** Without names and numbers of people: who needs those opens the plan. */
const ringkasJson = (path: string, { rencana, daftar }: Tinjauan) => ({
  rencana: path,
  putusan: hitungPutusan(rencana),
  entri: daftar.flatMap((tempat) => {
    const entri = rencana.entri[tempat];
    if (!entri) return [];
    const { nomor, berkas, tiket, referensi, kelas, calon, alasan, putusan, pilihan } = entri;
    const skor = calon[0]?.skor ?? null;
    return [{ no: tempat + 1, nomor, berkas, tiket, referensi, kelas, skor, alasan, putusan, pilihan }];
  }),
});
