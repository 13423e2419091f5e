/** What commands of many actions look like, and how they are answered: the command line and the register agree on this. */

/** One action of a plan on one case. */
export interface TindakanRencana {
  /** The same action of the same plan has the same id; the log keeps it, so that it is never applied twice. */
  readonly id: string;
  readonly tiket: string;
  /** The version that the plan saw; a newer case is refused. */
  readonly versi: string;
  readonly aksi: string;
  readonly alasan: string;
  readonly isi: Readonly<Record<string, string>>;
}

/** What a command of kind TINDAKAN_MASSAL carries. */
export interface MuatanMassal {
  readonly tindakan: readonly TindakanRencana[];
}

/** `sudah`: by this very action, earlier. `berubah`: the case is no longer what the plan saw; trying again is no use. */
export const HASIL_TINDAKAN = ['selesai', 'sudah', 'berubah', 'ditolak'] as const;

/** One for each action, in their order. */
export type HasilTindakan = readonly [hasil: (typeof HASIL_TINDAKAN)[number], kalimat: string];

/** More would not fit with their answers into cells of 50,000 characters. */
export const MAKS_TINDAKAN = 150;

/** Longest sentence of one answer. */
export const PANJANG_KALIMAT = 250;

/** To a command that stands in the queue a second time. */
export const PERNAH_DIJAWAB = 'Perintah dengan penanda ini sudah pernah dijawab; yang ini tidak dijalankan.';
