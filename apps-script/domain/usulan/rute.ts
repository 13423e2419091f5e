/** The four routes of the two SOPs, and in what they differ. */

export const RUTE = ['BTL-D', 'BTL-N', 'BGR-U', 'BGR-M'] as const;

export type Rute = (typeof RUTE)[number];

export interface SifatRute {
  /** What people read; a setting may say otherwise. */
  readonly label: string;
  /** REAKTIVASI of an inactive member, USULAN of a new one (Format 34), MUTASI of one who moves to PBI (Format 37). */
  readonly jenis: 'REAKTIVASI' | 'USULAN' | 'MUTASI';
  /** One patient at a time with clocks of hours; the others go out together once a month. */
  readonly darurat: boolean;
  /** The cut-off (`periode/cutoff.ts`) that decides the period of what is submitted. */
  readonly cutoff: 'kelurahan' | 'bantul' | undefined;
  /** Whether a closed batch goes to Dinkes first (BGR-15) or straight to BPJS (BTL-N-05). */
  readonly lewatDinkes: boolean;
  readonly format: '34' | '37';
}

export const SIFAT_RUTE: Readonly<Record<Rute, SifatRute>> = {
  'BTL-D': {
    label: 'Darurat',
    jenis: 'REAKTIVASI',
    darurat: true,
    cutoff: undefined,
    lewatDinkes: false,
    format: '37',
  },
  'BTL-N': {
    label: 'Non-darurat',
    jenis: 'REAKTIVASI',
    darurat: false,
    cutoff: 'bantul',
    lewatDinkes: false,
    format: '37',
  },
  'BGR-U': {
    label: 'Usulan (Format 34)',
    jenis: 'USULAN',
    darurat: false,
    cutoff: 'kelurahan',
    lewatDinkes: true,
    format: '34',
  },
  'BGR-M': {
    label: 'Mutasi (Format 37)',
    jenis: 'MUTASI',
    darurat: false,
    cutoff: 'kelurahan',
    lewatDinkes: true,
    format: '37',
  },
};

export const isRute = (teks: string): teks is Rute => (RUTE as readonly string[]).includes(teks);

/** The nature of a case's route; a cell that was damaged counts as the emergency route, whose clocks are the strictest. */
export const sifatRute = (rute: string): SifatRute => SIFAT_RUTE[isRute(rute) ? rute : 'BTL-D'];

export const isBulanan = (rute: string): boolean => !sifatRute(rute).darurat;
