/** Which queued mail goes out now, and what its row says afterwards. Never two at once, never lost. */
import { isBulanan } from '#domain/usulan/rute.ts';
import { kurangDari, tambahMenit, type Waktu } from '#domain/waktu/waktu.ts';

export interface BarisSurat {
  readonly kunci: string;
  readonly keadaan: string;
  readonly dibuat: string;
  readonly tiket: string;
  readonly kepada: string;
  readonly subjek: string;
  readonly isi: string;
  readonly kali: string;
  readonly berikutnya: string;
}

/** Minutes until the next try after the first, second, ... failure; then it is given up and shown. */
const JEDA_MENIT = [5, 15, 60, 240, 720] as const;

/** A run that died while sending leaves `MENGIRIM`; after this long the mail is sent again: twice beats never. */
const TERPUTUS_MENIT = 15;

/** States that may still lead to a sent mail. */
export const BELUM_TERKIRIM = ['ANTRE', 'MENGIRIM', 'DITAHAN'] as const;

const MASIH: readonly string[] = BELUM_TERKIRIM;

/** A file with thousands of monthly answers must not keep an emergency, or a warning to the admin, waiting for days. */
const giliran = ({ tiket }: BarisSurat): number => (isBulanan(tiket.slice(0, 'BTL-D'.length)) ? 1 : 0);

/** The rows to send now, the urgent and then the oldest first, at most `jatah`. */
export function pilihSurat(baris: readonly BarisSurat[], kini: Waktu, jatah: number): BarisSurat[] {
  const boleh = baris.filter(
    ({ keadaan, berikutnya }) =>
      MASIH.includes(keadaan) && (berikutnya === '' || !kurangDari(kini, berikutnya as Waktu)),
  );
  const urut = (a: BarisSurat, b: BarisSurat): number =>
    giliran(a) - giliran(b) || (a.dibuat < b.dibuat ? -1 : a.dibuat > b.dibuat ? 1 : 0);
  return boleh.sort(urut).slice(0, Math.max(0, jatah));
}

/** Written before the mail goes out, so that a killed run does not make the next one send at once again. */
export const tandaiMengirim = (surat: BarisSurat, kini: Waktu): Record<string, string> => ({
  keadaan: 'MENGIRIM',
  kali: String(Number(surat.kali) + 1),
  berikutnya: tambahMenit(kini, TERPUTUS_MENIT),
});

/** Written after the attempt. `galat` is a sentence without addresses or personal data, absent on success. */
export function setelahKirim(surat: BarisSurat, kini: Waktu, galat?: string): Record<string, string> {
  if (galat === undefined) return { keadaan: 'TERKIRIM', berikutnya: '', galat: '' };
  const kali = Number(surat.kali) + 1;
  const jeda = JEDA_MENIT[kali - 1];
  return jeda === undefined
    ? { keadaan: 'GAGAL', berikutnya: '', galat }
    : { keadaan: 'ANTRE', berikutnya: tambahMenit(kini, jeda), galat };
}

/** The day's quota is used up: the mail waits, and says so. */
export const tahan = (): Record<string, string> => ({
  keadaan: 'DITAHAN',
  galat: 'Jatah surel hari ini habis; dikirim setelah jatah pulih.',
});

/** A later answer of BPJS says it all. */
export const ganti = (): Record<string, string> => ({
  keadaan: 'DIGANTI',
  galat: 'Tidak dikirim: ada kabar yang lebih baru.',
});
