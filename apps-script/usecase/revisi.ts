/** A case is sent again by whoever sent it first: the same ticket, one more attempt after a failure (S-04, S-19). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { klasifikasiUlang } from '#domain/periode/cutoff.ts';
import type { Periode } from '#domain/periode/periode.ts';
import { halanganAksi } from '#domain/usulan/aksi.ts';
import { dokumenKurang } from '#domain/usulan/dokumen.ts';
import type { Temuan } from '#domain/usulan/masalah.ts';
import { isBulanan, sifatRute } from '#domain/usulan/rute.ts';
import { isStatus, sudahAkhir } from '#domain/usulan/status.ts';
import { aturTanda } from '#domain/usulan/tanda.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import { temuanGanda, tiketGanda } from './ganda.ts';
import type { HasilTerima } from './isi-respons.ts';
import { susulkan } from './koreksi.ts';
import { IDENTITAS, KOSONGKAN_CEK, KOSONGKAN_HASIL, siapDiverifikasi, siapkan, temuanLuar } from './koreksi-aturan.ts';
import type { Perancang } from './perancang.ts';
import type { BarisKasus, Pelaksana } from './potret.ts';
import { suratBaruDinsos, suratTerima } from './surat.ts';

export interface PerbaikanPengirim {
  /** The cells that are to change. */
  readonly berubah: Partial<Kasus>;
  /** What the case remembers of the response it came with. */
  readonly penanda: Partial<Kasus>;
  readonly pada: Waktu;
  readonly pelaku: Pelaksana;
  readonly rujukan: string;
  readonly seNik: readonly BarisKasus[];
  /** Findings that do not come from the row alone, in place of those that the case has. */
  readonly luar?: (awal: Kasus) => readonly Temuan[];
  readonly tanpaSurat?: boolean;
}

/** Sent again from these, a proposal is a new attempt. */
const GAGAL: readonly string[] = ['DIKEMBALIKAN', 'TIDAK_BERHASIL', 'TIDAK_LOLOS', 'DIBATALKAN'];

/** Plans a correction by the sender. */
export function revisi(p: Perancang, dibaca: Kasus, ubah: PerbaikanPengirim): HasilTerima {
  const awal = susulkan(p, dibaca);
  if (halanganAksi('REVISI', awal, ubah.pelaku.peran).length > 0) return tunda(p, awal, ubah);
  const { berubah, penanda, pelaku, rujukan } = ubah;
  const gabung = { ...awal, ...berubah };
  const ganda =
    gabung.nik === awal.nik
      ? ''
      : tiketGanda(
          p,
          ubah.seNik.map(({ kasus }) => kasus).filter(({ tiket }) => tiket !== awal.tiket),
        );
  const luar = [...(ubah.luar?.(awal) ?? temuanLuar(awal, berubah)), ...(ganda === '' ? [] : [temuanGanda(ganda)])];
  const siap = siapkan(gabung, p.potret, luar);
  const jadi = p.ubahKasus(
    awal,
    { ...berubah, ...siap, ...penanda, ...langkah(p, awal, { ...gabung, ...siap }, ubah.pada) },
    { aksi: 'REVISI', pelaku, rujukan },
  );
  if (!ubah.tanpaSurat) p.surat(suratTerima(jadi, p.potret.pengaturan, ganda));
  if (!isBulanan(jadi.rute)) p.surat(suratBaruDinsos(jadi, p.potret.pengaturan, 'PIC memperbaiki tanggapan'));
  return 'revisi';
}

/** The case is at BPJS or closed: its data stay, and Dinsos hears of the new answers. */
function tunda(p: Perancang, awal: Kasus, { penanda, pelaku, rujukan }: PerbaikanPengirim): HasilTerima {
  const tutup = isStatus(awal.status) && sudahAkhir(awal.status);
  const alasan = tutup
    ? 'Usulan sudah ditutup; data tidak diubah.'
    : isBulanan(awal.rute)
      ? 'Usulan sudah diputus atau dikirim; data tidak diubah.'
      : 'Usulan sudah di BPJS; data tidak diubah.';
  const jadi = p.ubahKasus(awal, penanda, { aksi: 'REVISI_TERTUNDA', pelaku, alasan, rujukan });
  if (!tutup)
    p.surat(suratBaruDinsos(jadi, p.potret.pengaturan, `${pengirim(jadi)} mengubah tanggapan setelah diusulkan`));
  return 'revisi_tertunda';
}

const pengirim = ({ rute }: Kasus): string => (isBulanan(rute) ? 'pengirim' : 'PIC');

/** What the revision does to status, checks, attempt and period. */
function langkah(p: Perancang, awal: Kasus, gabung: Kasus, pada: Waktu): Partial<Kasus> {
  const ulang = GAGAL.includes(awal.status);
  const percobaan = ulang ? { percobaan: String(Number(awal.percobaan) + 1), ...KOSONGKAN_HASIL } : {};
  const periode = ulang ? periodeUlang(p, awal, gabung, pada) : {};
  const kurang = awal.rute.startsWith('BGR') && dokumenKurang(gabung, p.potret.pengaturan).length > 0;
  if (kurang) return { ...percobaan, ...periode, status: 'DIKEMBALIKAN', dikembalikan_pada: p.potret.kini };
  if (ulang || IDENTITAS.some((k) => gabung[k] !== awal[k])) {
    return { ...KOSONGKAN_CEK, ...percobaan, ...periode, status: 'DIAJUKAN' };
  }
  // Checks of the same person still hold: a new phone number sends nobody back to the four databases.
  return { status: siapDiverifikasi(gabung) ? 'DIVERIFIKASI' : 'DIAJUKAN' };
}

/** S-04: the original period only if it is sent again before that period's cut-off; S-05: many attempts ask for a second look. */
function periodeUlang(p: Perancang, awal: Kasus, gabung: Kasus, pada: Waktu): Partial<Kasus> {
  const { cutoff } = sifatRute(awal.rute);
  if (!cutoff) return {};
  const { pengaturan } = p.potret;
  const { periode, lewatCutoff } = klasifikasiUlang(awal.periode as Periode, pada, pengaturan.cutoff[cutoff].hari);
  const banyak = Number(awal.percobaan) + 1 > pengaturan.maksPercobaan;
  const tanda = aturTanda(gabung.tanda, 'lewat_cutoff', lewatCutoff);
  return { periode, tanda: banyak ? aturTanda(tanda, 'banding', true) : tanda };
}
