/** Submits what was decided in a matching plan to the register and reports what became of each entry. */
import * as z from 'zod/mini';
import { HASIL_TINDAKAN } from '#usecase/bentuk-perintah.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { bookOf, type Office } from '../google/target.ts';
import { letakBaris } from '../reconcile/hasil/baris.ts';
import type { RencanaCocok } from '../reconcile/rencana.ts';
import type { Jawaban } from './kirim.ts';
import { kalimatMenunggu } from './lanjutan.ts';
import { denganSesi, type Kirim, progress } from './sesi.ts';
import type { TerapkanOptions } from './terapkan.ts';
import { type BagianTindakan, potongTindakan, susunTindakan, type TindakanBaris } from './tindakan.ts';

const JAWABAN = z.object({ hasil: z.array(z.tuple([z.enum(HASIL_TINDAKAN), z.string()])) });

export interface HasilEntri {
  readonly nomor: number;
  readonly berkas?: string | undefined;
  readonly tiket: string;
  readonly referensi: string;
  /** `sudah`: an earlier run did it; `berubah`: the case is not what the plan saw; `menunggu`: not answered yet. */
  readonly hasil: 'dicatat' | 'sudah' | 'berubah' | 'ditolak' | 'menunggu';
  readonly kalimat: string;
}

type Ketetapan = Pick<HasilEntri, 'hasil' | 'kalimat'>;

/** So often may what is refused be tried again, by a run each. */
const MAX_PUTARAN = 20;

const TANPA_JAWABAN = 'Sistem tidak menjawab baris ini. Periksa register sebelum mengirim lagi.';

/**
 * @param path of the plan; its journal stands beside it
 * @returns 4 when an entry needs a person: undecided, refused, of a case that has changed, or not answered in time
 */
export async function terapkanCocok(
  path: string,
  rencana: RencanaCocok,
  office: Office,
  options: TerapkanOptions,
): Promise<ExitCode> {
  const { siap, gagal } = susunTindakan(rencana);
  const sesi = { path, buku: bookOf(office, options), tunggu: options.tunggu, kemajuan: progress };
  const nama = rencana.masukan.map((satu) => satu.nama).join(', ');
  const ketetapan = siap.length === 0 ? [] : await denganSesi(office, sesi, (kirim) => kirimSemua(siap, nama, kirim));
  const hasil: HasilEntri[] = [
    ...siap.flatMap(({ baris }, i) => baris.map((satu) => ({ ...satu, ...(ketetapan[i] as Ketetapan) }))),
    ...gagal.map((satu) => ({ ...satu, hasil: 'ditolak' as const })),
  ].sort((a, b) => a.nomor - b.nomor);
  const jumlah = { dicatat: 0, sudah: 0, berubah: 0, ditolak: 0, menunggu: 0 };
  for (const satu of hasil) jumlah[satu.hasil] += 1;
  const belumDiputus = rencana.entri.filter(({ putusan }) => putusan === 'TUNDA').length;
  const laporan = { rencana: path, baris: hasil, jumlah, belumDiputus };
  process.stdout.write(options.json ? `${JSON.stringify(laporan)}\n` : teks(hasil, jumlah));
  if (jumlah.menunggu > 0) process.stderr.write(kalimatMenunggu(path, options));
  if (belumDiputus > 0) {
    process.stderr.write(`${belumDiputus} baris belum diputus. Putuskan dengan: pbi tinjau ${path}\n`);
  }
  const { berubah, ditolak, menunggu } = jumlah;
  return berubah + ditolak + menunggu + belumDiputus > 0 ? EXIT.needsPerson : EXIT.ok;
}

/**
 * Sends all actions; those that an earlier run saw refused get another chance, unless their case has changed since.
 * @returns what became of each action, in their order
 */
async function kirimSemua(semua: readonly TindakanBaris[], nama: string, kirim: Kirim): Promise<Ketetapan[]> {
  const hasil = new Map<TindakanBaris, Ketetapan>();
  let sisa = semua;
  for (let putaran = 0; sisa.length > 0 && putaran < MAX_PUTARAN; putaran += 1) {
    const bagian = potongTindakan(sisa, nama, putaran);
    const jawaban = await kirim(bagian);
    const ulang: TindakanBaris[] = [];
    for (const [i, satu] of bagian.entries()) {
      const { lama } = jawaban[i] as Jawaban;
      for (const [tindakan, ketetapan] of bacaJawaban(satu, jawaban[i] as Jawaban)) {
        hasil.set(tindakan, ketetapan);
        if (lama && ketetapan.hasil === 'ditolak') ulang.push(tindakan);
      }
    }
    sisa = ulang;
  }
  return semua.map((satu) => hasil.get(satu) as Ketetapan);
}

function bacaJawaban({ isi }: BagianTindakan, jawaban: Jawaban): [TindakanBaris, Ketetapan][] {
  const { keadaan, jawaban: teksJawaban, lama } = jawaban;
  if (keadaan === 'MENUNGGU') return isi.map((satu) => [satu, { hasil: 'menunggu', kalimat: '' }]);
  if (keadaan === 'DITOLAK') return isi.map((satu) => [satu, { hasil: 'ditolak', kalimat: teksJawaban }]);
  const semua = bacaSelesai(teksJawaban);
  return isi.map((satu, i) => {
    const [hasil, kalimat] = semua[i] ?? ['ditolak', TANPA_JAWABAN];
    // What an earlier run did is done; this run found it so.
    return [satu, { hasil: hasil === 'selesai' ? (lama ? 'sudah' : 'dicatat') : hasil, kalimat }];
  });
}

function bacaSelesai(teksJawaban: string): z.infer<typeof JAWABAN>['hasil'] {
  try {
    return JAWABAN.parse(JSON.parse(teksJawaban)).hasil;
  } catch {
    return [];
  }
}

/** What did not go through, line by line, then the counts. */
function teks(hasil: readonly HasilEntri[], jumlah: Readonly<Record<HasilEntri['hasil'], number>>): string {
  const belum = hasil.filter((satu) => satu.hasil !== 'dicatat' && satu.hasil !== 'sudah');
  const baris = belum.map((satu) =>
    [`${letakBaris(satu)}: ${satu.tiket} ${satu.hasil}`, satu.kalimat].filter((kata) => kata !== '').join(' - '),
  );
  const kata = Object.entries(jumlah).map(([apa, banyak]) => `${banyak} ${apa}`);
  const tetap = hasil.length > 0 && jumlah.sudah === hasil.length;
  return [...baris, `${kata.join(', ')}.`, ...(tetap ? ['Tidak ada yang berubah: semuanya sudah tercatat.'] : [])]
    .map((satu) => `${satu}\n`)
    .join('');
}
