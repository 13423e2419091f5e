/** A new case on any route: ticket, period, duplicates, findings, and the first letter to whoever sent it. */
import { type Kasus, kasusKosong } from '#domain/kolom/kasus.ts';
import { klasifikasi } from '#domain/periode/cutoff.ts';
import { dokumenKurang } from '#domain/usulan/dokumen.ts';
import type { Temuan } from '#domain/usulan/masalah.ts';
import { isBulanan, type Rute, SIFAT_RUTE } from '#domain/usulan/rute.ts';
import { aturTanda } from '#domain/usulan/tanda.ts';
import { buatTiket } from '#domain/usulan/tiket.ts';
import { tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { isSatuOrang, tutupGanda } from './antar-jalur.ts';
import { temuanGanda, tiketGanda } from './ganda.ts';
import { siapkan } from './koreksi-aturan.ts';
import type { Perancang } from './perancang.ts';
import type { BarisKasus, Pelaksana } from './potret.ts';
import { suratBaruDinsos, suratTerima } from './surat.ts';

export interface Pengajuan {
  readonly rute: Rute;
  readonly isi: Partial<Kasus>;
  /** When it was sent: decides period and year, however late it is worked on. */
  readonly pada: Waktu;
  readonly pelaku: Pelaksana;
  /** Form response or command that it comes from. */
  readonly rujukan: string;
  /** Other cases with the same NIK. */
  readonly seNik: readonly BarisKasus[];
  /** Findings that do not come from the row alone. */
  readonly luar?: readonly Temuan[];
  /** Imported rows are answered together, not by a letter each. */
  readonly tanpaSurat?: boolean;
}

/** The period of what is sent on a route at an instant, and whether that is a later one than its month (S-02). */
function periodeKirim(p: Perancang, rute: Rute, pada: Waktu): { periode: string; lewat: boolean } {
  const { cutoff } = SIFAT_RUTE[rute];
  if (!cutoff) return { periode: tanggalWaktu(pada).slice(0, 7), lewat: false };
  const { periode, lewatCutoff } = klasifikasi(pada, p.potret.pengaturan.cutoff[cutoff].hari);
  return { periode, lewat: lewatCutoff };
}

/** Plans the case and everything that comes with it. @returns the case as the plan leaves it */
export function buatKasus(p: Perancang, pengajuan: Pengajuan): Kasus {
  const { rute, isi, pada, pelaku, rujukan, luar = [] } = pengajuan;
  const { periode, lewat } = periodeKirim(p, rute, pada);
  const seNik = pengajuan.seNik.map(({ kasus }) => p.kasus(kasus));
  const mentah = kasusKosong({
    ...isi,
    tiket: tiketBerikut(p, rute, pada),
    rute,
    status: 'DIAJUKAN',
    periode,
    percobaan: '1',
    tanda: [SIFAT_RUTE[rute].darurat ? 'darurat' : '', lewat ? 'lewat_cutoff' : ''].join(' ').trim(),
  });
  const antarJalur = seNik.filter((satu) => isBulanan(satu.rute) !== isBulanan(rute) && isSatuOrang(satu, mentah));
  const ganda = tiketGanda(
    p,
    seNik.filter((satu) => !antarJalur.includes(satu)),
  );
  const temuan = [...luar, ...(ganda === '' ? [] : [temuanGanda(ganda)])];
  const siap = siapkan(mentah, p.potret, temuan);
  const kasus = { ...mentah, ...siap, tanda: aturTanda(siap.tanda ?? '', 'lewat_cutoff', lewat) };
  // BGR-05: a file that lacks a document goes back at once, with what is missing.
  if (rute.startsWith('BGR') && dokumenKurang(kasus, p.potret.pengaturan).length > 0) {
    Object.assign(kasus, { status: 'DIKEMBALIKAN', kode_kembali: 'K-LENGKAP', dikembalikan_pada: p.potret.kini });
  }
  const jadi = p.kasusBaru(kasus, { aksi: 'AJUKAN', pelaku, rujukan });
  const akhir = tutupGanda(p, jadi, antarJalur);
  if (!pengajuan.tanpaSurat) p.surat(suratTerima(akhir, p.potret.pengaturan, ganda));
  if (!isBulanan(rute)) p.surat(suratBaruDinsos(jadi, p.potret.pengaturan, 'usulan darurat baru'));
  return akhir;
}

function tiketBerikut(p: Perancang, rute: Rute, diajukan: Waktu): string {
  const tahun = tanggalWaktu(diajukan).slice(0, 4);
  const urut = JSON.parse(p.sistem('tiket_urut') || '{}') as Record<string, number>;
  const nama = `${rute}-${tahun}`;
  const nomor = (urut[nama] ?? 0) + 1;
  p.aturSistem('tiket_urut', JSON.stringify({ ...urut, [nama]: nomor }));
  return buatTiket(rute, tahun, nomor);
}
