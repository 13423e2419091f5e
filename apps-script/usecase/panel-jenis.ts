/** What the sidebar shows and asks: the contract between the panel's page and its server functions. JSON only. */
import type { AlasanKantor } from '#domain/hasil/kode-alasan.ts';
import type { KolomKasus } from '#domain/kolom/kasus.ts';
import type { Aksi } from '#domain/usulan/aturan.ts';
import type { JamUsulan } from '#domain/usulan/jam.ts';
import type { Temuan } from '#domain/usulan/masalah.ts';
import type { Status } from '#domain/usulan/status.ts';

/** A change that one click makes, e.g. swapping NIK and KK. */
export interface Saran {
  /** What the button says, without personal data beyond what the row shows anyway. */
  label: string;
  ubah: Partial<Record<KolomKasus, string>>;
}

export interface TemuanPanel extends Temuan {
  saran: Saran[];
}

export interface TindakanPanel {
  aksi: Aksi;
  label: string;
  boleh: boolean;
  /** One of the next steps, to stand out; on a route where none is, all actions stand in one row. */
  utama: boolean;
  /** Why it is not allowed now; empty when it is. */
  sebab: string[];
  /** Whether the form for this action asks for a reason. */
  alasan: boolean;
  /** Ready-made reasons to choose from; free text is always possible. */
  pilihanAlasan: string[];
  /** Whether one of them must be chosen: its code goes with the case (BGR-16). */
  pilihanWajib: boolean;
  /** Things to know before doing it, e.g. that PBI JK is already active. */
  peringatan: string[];
}

export interface CekPanel {
  kolom: KolomKasus;
  label: string;
  nilai: string;
  pilihan: string[];
  oleh: string;
  /** `21 November 2026 pukul 09.30 WIB` or empty. */
  pada: string;
}

export interface BarisRiwayat {
  waktu: string;
  pelaku: string;
  /** Label of the action. */
  aksi: string;
  alasan: string;
  perubahan: { kolom: string; lama: string; baru: string }[];
}

export interface Panel {
  tiket: string;
  /** Name of the patient and of the facility that cares for them, shown together with the ticket. */
  pasien: { nama: string; fasilitas: string };
  /** Row number when it was read; a hint only. */
  baris: number;
  versi: string;
  status: Status;
  labelStatus: string;
  percobaan: string;
  tanda: { id: string; label: string }[];
  /** The Workspace's or Google's time when this was read, milliseconds since 1970. */
  kini: number;
  jam: (JamUsulan & { /** `sisa 14 menit`, `lewat 2 jam`, `selesai dalam 9 menit` */ keterangan: string })[];
  /** Label and value of the person, hospital and PIC, in the order to show. */
  data: { label: string; nilai: string }[];
  temuan: TemuanPanel[];
  cek: CekPanel[];
  tindakan: TindakanPanel[];
  /** BPJS's answer so far. */
  hasil: { label: string; nilai: string }[];
  /** The first day of cover that the office's settings lead to expect, `HH/BB/TTTT`, and why (S-24). */
  tmtHarapan?: { tanggal: string; sebab: string };
  /** What only the monthly routes have. */
  bulanan?: BagianBulanan;
}

export interface BagianBulanan {
  /** `Non-darurat, Desember 2026` */
  jalur: string;
  /** What the case waits for, as a sentence. */
  langkah: string;
  /** Months to which it can be moved. */
  periode: { nilai: string; label: string }[];
  /** Codes of BPJS's answers with the words that name them; empty where no answer can be recorded now. */
  kode: AlasanKantor[];
  saring?: SaringPanel;
}

/** The checklist of documents at the counter (BTL-N-02). */
export interface SaringPanel {
  dokumen: { nama: string; label: string; ada: boolean; wajib: boolean }[];
  boleh: boolean;
  sebab: string[];
  /** When and by whom it was found complete; empty until then. */
  selesai: string;
  /** Text for the applicant of a returned file: what is missing, without personal numbers; empty otherwise. */
  catatan: string;
}

export type JawabanBuka =
  | { jenis: 'panel'; panel: Panel }
  /** Nothing selected, or the selected row is no case: a sentence that says what to do. */
  | { jenis: 'kosong'; pesan: string };

export interface PermintaanTindakan {
  tiket: string;
  baris: number;
  /** The version the officer saw; a newer row is shown, not overwritten. */
  versi: string;
  aksi: Aksi;
  alasan: string;
  /** Column values for KOREKSI and PERIKSA; `hasil`, `keterangan`, `tmt` for CATAT_HASIL. */
  isi: Record<string, string>;
}

export type JawabanTindakan =
  /** Done; the panel as it is now and what happened, e.g. "Diusulkan ke BPJS. Surel dikirim dalam 5 menit." */
  | { jenis: 'selesai'; panel: Panel; pesan: string }
  /** Somebody else changed the case: the panel as it is now, who changed what. Nothing was written. */
  | { jenis: 'bentrok'; panel: Panel; pesan: string; perubahan: { label: string; nilai: string }[] }
  /** Not allowed or incomplete: every reason. Nothing was written. */
  | { jenis: 'ditolak'; panel: Panel; sebab: string[] };

/** Somebody in the register, as a line beside the open case. */
export interface OrangPanel {
  tiket: string;
  nama: string;
  /** Masked: region and serial are enough to tell two people apart. */
  nik: string;
  hubkel: string;
  jalur: string;
  status: string;
  /** The open case itself. */
  ini: boolean;
  /** Why this line is shown, e.g. that the NIK is the same. */
  sebab: string;
}

/** A NIK that may be the right one. Nothing happens until the officer takes it. */
export interface SaranNik {
  nik: string;
  /** Above 0 and below 1. */
  skor: number;
  /** What speaks for it, in words. */
  bukti: string[];
}

export interface JawabanKeluarga {
  anggota: OrangPanel[];
  /** What is to be thought of before only a part of a family moves (S-15). */
  peringatan: string[];
  serupa: OrangPanel[];
  saranNik: SaranNik[];
}

/** The functions that the sidebar may call through `google.script.run`. */
export interface LayananPanel {
  /** `{tiket}` opens that case; `{}` the case in the selected row. */
  panelBuka(permintaan: { tiket?: string }): JawabanBuka;
  panelTindakan(permintaan: PermintaanTindakan): JawabanTindakan;
  panelRiwayat(permintaan: { tiket: string }): BarisRiwayat[];
  /** Family, possible duplicates and suggested NIKs: reads every case, hence only when asked for. */
  panelKeluarga(permintaan: { tiket: string }): JawabanKeluarga;
  /** A suggested NIK is not offered for this case again. */
  panelTolakSaran(permintaan: { tiket: string; nik: string }): JawabanKeluarga;
  /** Opens the printable note for the applicant of a returned file (BTL-N-03) in a dialog. */
  cetakCatatanPemohon(tiket: string): void;
  /** The same for the advice to somebody whose NIK was not found (BGR-09). */
  cetakSaranDukcapil(tiket: string): void;
  /** Ticket of the selected row, cheap; empty when the selection is no case. */
  panelPilihan(): string;
}
