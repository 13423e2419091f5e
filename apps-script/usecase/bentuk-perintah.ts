/** What commands of many actions and of the office itself look like, and how they are answered: command line and register agree on this. */

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

/** Commands about the office and not about a case; each runs by itself, because what it does is not one commit. */
export const PERINTAH_KANTOR = ['PERBAIKI', 'PERIKSA'] as const;

/** What PERBAIKI carries: things that work goes on without, so that they are only done when asked for. */
export interface MuatanPerbaiki {
  /** Tabs whose text format and dropdowns are set anew. */
  readonly bentuk?: readonly string[];
  /** Shared files that are written anew: `bpjs`, `dinkes`, ..., or the code of a kelurahan. */
  readonly berbagi?: readonly string[];
  /** Mails that were given up are tried again. */
  readonly surat?: boolean;
}

/** The answer to PERBAIKI: what was done, one sentence each; empty when nothing was missing. */
export interface HasilPerbaiki {
  readonly laporan: readonly string[];
}

/** Who may open a file as against who should. */
export interface SelisihBerbagi {
  /** People of `Peran` who cannot open it. */
  readonly kurang: number;
  /** People who can and should not. */
  readonly lebih: number;
  /** Ways to open it without a name; null where Drive does not show the script this file. */
  readonly tautan: number | null;
}

/** The answer to PERIKSA: what only the script itself can see. A part that failed is absent and named in `gagal`. */
export interface HasilPeriksa {
  /** The account that runs the triggers. */
  readonly akun: string;
  readonly versi: string;
  readonly skema: string;
  /** Mails that this account may still send today. */
  readonly kuota: number;
  /** Functions of this account's triggers: not there, there more than once, and such that the bundle never installs. */
  readonly pemicu?: { readonly kurang: string[]; readonly kembar: string[]; readonly asing: string[] };
  readonly rantai?: string;
  /** What a repair of tabs, headers, formats, choices and locks would do, in its words. */
  readonly bentuk?: readonly string[];
  /** By form: responses of the last two months, and those of them that left no trace in the register. */
  readonly respons?: Readonly<Record<string, { readonly banyak: number; readonly belum: number }>>;
  /** By file. */
  readonly berbagi?: Readonly<Record<string, SelisihBerbagi>>;
  /** By file whether it lies in the bin of Drive; null where Drive does not show the script this file. */
  readonly sampah?: Readonly<Record<string, boolean | null>>;
  readonly gagal: readonly string[];
}

/** An office command that waited this long is refused: whoever sent it has long stopped waiting. */
export const LAMA_PERINTAH_KANTOR_MENIT = 60;
