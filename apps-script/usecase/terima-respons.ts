/** A form response becomes a case, a revision, or a log line without identity (BTL-D-01 to BTL-D-03). */
import { SYARAT, TIDAK } from '#domain/formulir/darurat.ts';
import { ID_KOLOM_KASUS, type Kasus, type KolomKasus, kasusKosong } from '#domain/kolom/kasus.ts';
import { semuaDicek } from '#domain/pemeriksaan/cek.ts';
import { halanganAksi } from '#domain/usulan/aksi.ts';
import type { Temuan } from '#domain/usulan/masalah.ts';
import { isStatus, sudahAkhir } from '#domain/usulan/status.ts';
import { buatTiket } from '#domain/usulan/tiket.ts';
import { tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { cariNamaKapanewon, kalurahanDariLabel } from '#domain/wilayah/wilayah.ts';
import { temuanGanda, tiketGanda } from './ganda.ts';
import { susulkan } from './koreksi.ts';
import { IDENTITAS, KOSONGKAN_CEK, siapkan, temuanLuar } from './koreksi-aturan.ts';
import { PANJANG_CATAT, type Perancang } from './perancang.ts';
import type { BarisKasus, Pelaksana } from './potret.ts';
import { suratBaruDinsos, suratTerima } from './surat.ts';

export interface Respons {
  readonly id: string;
  /** When it was sent; moves when the PIC edits it. */
  readonly pada: Waktu;
  /** The same with milliseconds; says which version of the response the case has seen. */
  readonly persis: string;
  /** Answers by field name (`bidang` of the form's data). */
  readonly jawaban: Readonly<Record<string, string>>;
  readonly tautanUbah: string;
}

export type HasilTerima = 'baru' | 'revisi' | 'revisi_tertunda' | 'tanpa_syarat' | 'sudah' | 'kosong';

/** Columns that answers fill directly. */
const DARI_FORMULIR = ID_KOLOM_KASUS.filter((k) => !['tiket', 'status', 'rute'].includes(k));

export interface KonteksRespons {
  /** The case that already came from this response. */
  readonly seId: BarisKasus | undefined;
  /** Other cases with the same NIK. */
  readonly seNik: readonly BarisKasus[];
  /** Whether a form that ended at the criteria is already logged. */
  readonly sudahDicatat: boolean;
}

/** Whether the response ended at the three criteria: nothing personal is in it. */
export const tanpaSyarat = (respons: Respons): boolean => SYARAT.some((s) => respons.jawaban[s] === TIDAK);

/** Plans what a response changes. The same response twice changes nothing the second time. */
export function terimaRespons(p: Perancang, respons: Respons, konteks: KonteksRespons): HasilTerima {
  if (Object.values(respons.jawaban).every((isi) => isi.trim() === '')) return 'kosong';
  if (tanpaSyarat(respons)) return catatTanpaSyarat(p, respons, konteks);
  if (konteks.seId) return revisi(p, respons, konteks.seId.kasus, konteks.seNik);
  return kasusBaru(p, respons, konteks);
}

function catatTanpaSyarat(p: Perancang, respons: Respons, { sudahDicatat, seId }: KonteksRespons): HasilTerima {
  if (seId) return tarikKesediaan(p, respons, seId.kasus);
  if (sudahDicatat) return 'sudah';
  const syarat = Object.fromEntries(SYARAT.map((s) => [s, respons.jawaban[s] ?? '']));
  const pelaku: Pelaksana = { nama: 'pic', peran: 'pic' };
  p.catatSaja({ aksi: 'TIDAK_MEMENUHI', pelaku, rujukan: respons.id }, syarat);
  return 'tanpa_syarat';
}

/** An answered form that now ends at the criteria: the case stays as it is until Dinsos decides, and Dinsos is told. */
function tarikKesediaan(p: Perancang, respons: Respons, dibaca: Kasus): HasilTerima {
  if (sudahDiolah(respons, dibaca)) return 'sudah';
  const awal = susulkan(p, dibaca);
  const alasan =
    'PIC mengubah jawaban syarat menjadi Tidak; data tidak diubah. Tarik usulan bila pasien tidak bersedia.';
  const penanda = { respons_pada: respons.persis, jawaban: simpanJawaban(respons) };
  const catatan = { aksi: 'REVISI_TERTUNDA', pelaku: pelakuPic(awal), alasan, rujukan: respons.id };
  const jadi = p.ubahKasus(awal, penanda, catatan);
  p.surat(suratBaruDinsos(jadi, p.potret.pengaturan, 'PIC mengubah jawaban syarat menjadi Tidak'));
  return 'revisi_tertunda';
}

/** Control characters break cells and logs; a very long answer stays whole in the form's response. */
const rapikan = (teks: string) =>
  potong(teks.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').trim(), PANJANG_CATAT);

/** Never through the middle of a character. */
const potong = (teks: string, panjang: number) => teks.slice(0, panjang).replace(/[\ud800-\udbff]$/, '');

function isiDari(respons: Respons): Partial<Kasus> {
  const isi: Partial<Kasus> = {};
  for (const kolom of DARI_FORMULIR) {
    const jawaban = respons.jawaban[kolom];
    if (jawaban !== undefined) isi[kolom as KolomKasus] = rapikan(jawaban);
  }
  return isi;
}

const pelakuPic = (kasus: Kasus): Pelaksana => ({ nama: kasus.pic_email || 'pic', peran: 'pic' });

function kasusBaru(p: Perancang, respons: Respons, { seNik }: KonteksRespons): HasilTerima {
  const { pengaturan } = p.potret;
  const mentah = kasusKosong({
    ...isiDari(respons),
    tiket: tiketBerikut(p, respons.pada),
    rute: 'BTL-D',
    status: 'DIAJUKAN',
    // Late processing must not move a proposal to another month or year.
    periode: tanggalWaktu(respons.pada).slice(0, 7),
    percobaan: '1',
    tanda: 'darurat',
    disetujui_pada: respons.pada,
    id_respons: respons.id,
    respons_pada: respons.persis,
    tautan_ubah: respons.tautanUbah,
    jawaban: simpanJawaban(respons),
  });
  const ganda = tiketGanda(
    p,
    seNik.map(({ kasus }) => kasus),
  );
  const luar = [...temuanKapanewon(p, respons), ...(ganda === '' ? [] : [temuanGanda(ganda)])];
  const kasus = { ...mentah, ...siapkan(mentah, p.potret, luar) };
  const jadi = p.kasusBaru(kasus, { aksi: 'AJUKAN', pelaku: pelakuPic(kasus), rujukan: respons.id });
  p.surat(suratTerima(jadi, pengaturan, ganda));
  p.surat(suratBaruDinsos(jadi, pengaturan, 'usulan darurat baru'));
  return 'baru';
}

function tiketBerikut(p: Perancang, diajukan: Waktu): string {
  const tahun = tanggalWaktu(diajukan).slice(0, 4);
  const urut = JSON.parse(p.sistem('tiket_urut') || '{}') as Record<string, number>;
  const nama = `BTL-D-${tahun}`;
  const nomor = (urut[nama] ?? 0) + 1;
  p.aturSistem('tiket_urut', JSON.stringify({ ...urut, [nama]: nomor }));
  return buatTiket('BTL-D', tahun, nomor);
}

function temuanKapanewon(p: Perancang, respons: Respons): Temuan[] {
  const kode = p.potret.pengaturan.kodeWilayah;
  const dipilih = cariNamaKapanewon(respons.jawaban['kapanewon'] ?? '', kode);
  const desa = kalurahanDariLabel(respons.jawaban['kalurahan'] ?? '', kode);
  if (!dipilih || !desa || desa.kapanewon.kode === dipilih.kode) return [];
  const pesan = `PIC memilih Kapanewon ${dipilih.nama}, sedangkan kalurahan ini di ${desa.kapanewon.nama}. Cocokkan dengan KK.`;
  return [{ kode: 'W_KAPANEWON', tingkat: 'peringatan', kolom: 'kalurahan', pesan }];
}

const simpanJawaban = (respons: Respons) => JSON.stringify(isiDari(respons));

/** S-19: the PIC's later answers, merged with what Dinsos has corrected meanwhile. */
function revisi(p: Perancang, respons: Respons, dibaca: Kasus, seNik: readonly BarisKasus[]): HasilTerima {
  if (sudahDiolah(respons, dibaca)) return 'sudah';
  const awal = susulkan(p, dibaca);
  const penanda = { respons_pada: respons.persis, jawaban: simpanJawaban(respons), tautan_ubah: respons.tautanUbah };
  if (halanganAksi('REVISI', awal, 'pic').length > 0) return tundaRevisi(p, respons, awal, penanda);
  const berubah = jawabanBerubah(respons, awal);
  const gabung = { ...awal, ...berubah };
  const ganda =
    gabung.nik === awal.nik
      ? ''
      : tiketGanda(
          p,
          seNik.map(({ kasus }) => kasus),
        );
  const siap = siapkan(gabung, p.potret, temuanRevisi(p, respons, awal, berubah, ganda));
  const jadi = p.ubahKasus(
    awal,
    { ...berubah, ...siap, ...penanda, ...langkahRevisi(awal, gabung) },
    { aksi: 'REVISI', pelaku: pelakuPic(awal), rujukan: respons.id },
  );
  p.surat(suratTerima(jadi, p.potret.pengaturan, ganda));
  p.surat(suratBaruDinsos(jadi, p.potret.pengaturan, 'PIC memperbaiki tanggapan'));
  return 'revisi';
}

/** The case is at BPJS or closed: its data stay, and Dinsos hears of the new answers. */
function tundaRevisi(p: Perancang, respons: Respons, awal: Kasus, penanda: Partial<Kasus>): HasilTerima {
  const tutup = isStatus(awal.status) && sudahAkhir(awal.status);
  const alasan = tutup ? 'Usulan sudah ditutup; data tidak diubah.' : 'Usulan sudah di BPJS; data tidak diubah.';
  const catatan = { aksi: 'REVISI_TERTUNDA', pelaku: pelakuPic(awal), alasan, rujukan: respons.id };
  const jadi = p.ubahKasus(awal, penanda, catatan);
  if (!tutup) p.surat(suratBaruDinsos(jadi, p.potret.pengaturan, 'PIC mengubah tanggapan setelah diusulkan'));
  return 'revisi_tertunda';
}

/** What the revision does to status, checks and attempt. */
function langkahRevisi(awal: Kasus, gabung: Kasus): Partial<Kasus> {
  const ulang = ['DIKEMBALIKAN', 'TIDAK_BERHASIL', 'TIDAK_LOLOS'].includes(awal.status);
  const percobaan = ulang ? { percobaan: String(Number(awal.percobaan) + 1), ...KOSONGKAN_HASIL } : {};
  if (ulang || IDENTITAS.some((k) => gabung[k] !== awal[k])) {
    return { ...KOSONGKAN_CEK, ...percobaan, status: 'DIAJUKAN' };
  }
  // Checks of the same person still hold: a new phone number sends nobody back to the four databases.
  return { status: semuaDicek(awal) ? 'DIVERIFIKASI' : 'DIAJUKAN' };
}

function temuanRevisi(p: Perancang, respons: Respons, awal: Kasus, berubah: Partial<Kasus>, ganda: string): Temuan[] {
  // What the PIC says of the kapanewon counts only while the kalurahan is the PIC's too.
  const milikPic = (berubah.kalurahan ?? awal.kalurahan) === respons.jawaban['kalurahan'];
  const tetap = temuanLuar(awal, berubah).filter(({ kode }) => kode !== 'W_KAPANEWON' || !milikPic);
  return [...tetap, ...(milikPic ? temuanKapanewon(p, respons) : []), ...(ganda === '' ? [] : [temuanGanda(ganda)])];
}

/** The same answers again, or an older version that arrives late. Whether an edit moves the time is not relied on. */
function sudahDiolah(respons: Respons, awal: Kasus): boolean {
  if (respons.persis < awal.respons_pada) return true;
  // A case that was restored from the log does not know its answers any more.
  if (awal.jawaban === '') return respons.persis <= awal.respons_pada;
  return simpanJawaban(respons) === awal.jawaban;
}

/** What a new attempt starts without. */
export const KOSONGKAN_HASIL: Partial<Kasus> = {
  diusulkan_pada: '',
  kode_hasil: '',
  keterangan_bpjs: '',
  tmt_aktif: '',
  cek_ulang: '',
};

/** Only answers that the PIC has changed since the last response: corrections by Dinsos to the others stay. */
function jawabanBerubah(respons: Respons, awal: Kasus): Partial<Kasus> {
  const baru = isiDari(respons);
  const lama = JSON.parse(awal.jawaban || '{}') as Partial<Kasus>;
  const berubah: Partial<Kasus> = {};
  for (const kolom of ID_KOLOM_KASUS) {
    const isi = baru[kolom] ?? (kolom in lama ? '' : undefined);
    if (isi !== undefined && isi !== (lama[kolom] ?? '')) berubah[kolom] = isi;
  }
  return berubah;
}
