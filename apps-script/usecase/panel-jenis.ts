/** What the sidebar shows and asks: the contract between the panel's page and its server functions. JSON only. */
import type { KolomKasus } from '#domain/kolom/kasus.ts';
import type { Aksi } from '#domain/usulan/aturan.ts';
import type { Temuan } from '#domain/usulan/masalah.ts';
import type { JamUsulan } from '#domain/usulan/sla.ts';
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
  /** Why it is not allowed now; empty when it is. */
  sebab: string[];
  /** Whether the form for this action asks for a reason. */
  alasan: boolean;
  /** Ready-made reasons to choose from; free text is always possible. */
  pilihanAlasan: string[];
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

/** The functions that the sidebar may call through `google.script.run`. */
export interface LayananPanel {
  /** `{tiket}` opens that case; `{}` the case in the selected row. */
  panelBuka(permintaan: { tiket?: string }): JawabanBuka;
  panelTindakan(permintaan: PermintaanTindakan): JawabanTindakan;
  panelRiwayat(permintaan: { tiket: string }): BarisRiwayat[];
  /** Ticket of the selected row, cheap; empty when the selection is no case. */
  panelPilihan(): string;
}
