/** A response of the emergency form becomes a case, a revision, or a log line without identity (BTL-D-01 to BTL-D-03). */
import { SYARAT, TIDAK } from '#domain/formulir/darurat.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Temuan } from '#domain/usulan/masalah.ts';
import { cariNamaKapanewon, kalurahanDariLabel } from '#domain/wilayah/wilayah.ts';
import {
  type HasilTerima,
  isiDari,
  jawabanBerubah,
  type KonteksRespons,
  penandaRespons,
  type Respons,
  sudahDiolah,
} from './isi-respons.ts';
import { buatKasus } from './kasus-baru.ts';
import { susulkan } from './koreksi.ts';
import { temuanLuar } from './koreksi-aturan.ts';
import type { Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';
import { revisi } from './revisi.ts';
import { suratBaruDinsos } from './surat.ts';

/** Whether the response ended at the three criteria: nothing personal is in it. */
const tanpaSyarat = (respons: Respons): boolean => SYARAT.some((s) => respons.jawaban[s] === TIDAK);

/** Plans what a response changes. The same response twice changes nothing the second time. */
export function terimaDarurat(p: Perancang, respons: Respons, konteks: KonteksRespons): HasilTerima {
  if (tanpaSyarat(respons)) return catatTanpaSyarat(p, respons, konteks);
  const { seId, seNik } = konteks;
  if (seId) return revisiPic(p, respons, seId.kasus, seNik);
  buatKasus(p, {
    rute: 'BTL-D',
    isi: { ...isiDari(respons), ...penandaRespons(respons), disetujui_pada: respons.pada, sumber: 'FORMULIR' },
    pada: respons.pada,
    pelaku: pelakuPic(respons.jawaban['pic_email'] ?? ''),
    rujukan: respons.id,
    seNik,
    luar: temuanKapanewon(p, respons),
  });
  return 'baru';
}

const pelakuPic = (email: string): Pelaksana => ({ nama: email || 'pic', peran: 'pic' });

function catatTanpaSyarat(p: Perancang, respons: Respons, { sudahDicatat, seId }: KonteksRespons): HasilTerima {
  if (seId) return tarikKesediaan(p, respons, seId.kasus);
  if (sudahDicatat) return 'sudah';
  const syarat = Object.fromEntries(SYARAT.map((s) => [s, respons.jawaban[s] ?? '']));
  p.catatSaja({ aksi: 'TIDAK_MEMENUHI', pelaku: pelakuPic(''), rujukan: respons.id }, syarat);
  return 'tanpa_syarat';
}

/** An answered form that now ends at the criteria: the case stays as it is until Dinsos decides, and Dinsos is told. */
function tarikKesediaan(p: Perancang, respons: Respons, dibaca: Kasus): HasilTerima {
  if (sudahDiolah(respons, dibaca)) return 'sudah';
  const awal = susulkan(p, dibaca);
  const alasan =
    'PIC mengubah jawaban syarat menjadi Tidak; data tidak diubah. Tarik usulan bila pasien tidak bersedia.';
  const { respons_pada, jawaban } = penandaRespons(respons);
  const catatan = { aksi: 'REVISI_TERTUNDA', pelaku: pelakuPic(awal.pic_email), alasan, rujukan: respons.id };
  const jadi = p.ubahKasus(awal, { respons_pada: respons_pada ?? '', jawaban: jawaban ?? '' }, catatan);
  p.surat(suratBaruDinsos(jadi, p.potret.pengaturan, 'PIC mengubah jawaban syarat menjadi Tidak'));
  return 'revisi_tertunda';
}

/** S-19: the PIC's later answers, merged with what Dinsos has corrected meanwhile. */
function revisiPic(p: Perancang, respons: Respons, dibaca: Kasus, seNik: KonteksRespons['seNik']): HasilTerima {
  if (sudahDiolah(respons, dibaca)) return 'sudah';
  const berubah = jawabanBerubah(respons, susulkan(p, dibaca));
  return revisi(p, dibaca, {
    berubah,
    penanda: penandaRespons(respons),
    pada: respons.pada,
    pelaku: pelakuPic(dibaca.pic_email),
    rujukan: respons.id,
    seNik,
    luar: (awal) => temuanRevisi(p, respons, awal, berubah),
  });
}

function temuanRevisi(p: Perancang, respons: Respons, awal: Kasus, berubah: Partial<Kasus>): Temuan[] {
  // What the PIC says of the kapanewon counts only while the kalurahan is the PIC's too.
  const milikPic = (berubah.kalurahan ?? awal.kalurahan) === respons.jawaban['kalurahan'];
  const tetap = temuanLuar(awal, berubah).filter(({ kode }) => kode !== 'W_KAPANEWON' || !milikPic);
  return [...tetap, ...(milikPic ? temuanKapanewon(p, respons) : [])];
}

function temuanKapanewon(p: Perancang, respons: Respons): Temuan[] {
  const { kodeWilayah: kode, wilayah, labelKecamatan } = p.potret.pengaturan;
  const dipilih = cariNamaKapanewon(respons.jawaban['kapanewon'] ?? '', kode, wilayah);
  const desa = kalurahanDariLabel(respons.jawaban['kalurahan'] ?? '', kode, wilayah);
  if (!dipilih || !desa || desa.kapanewon.kode === dipilih.kode) return [];
  const pesan = `PIC memilih ${labelKecamatan} ${dipilih.nama}, sedangkan kalurahan ini di ${desa.kapanewon.nama}. Cocokkan dengan KK.`;
  return [{ kode: 'W_KAPANEWON', tingkat: 'peringatan', kolom: 'kalurahan', pesan }];
}
