/** Outcomes of matching together with what was decided about their answers: as reports show them, and as entries of a plan. */
import type { Kelas } from '#domain/cocok/kelas.ts';
import { KOLOM_ORANG, type Orang } from '#domain/cocok/orang.ts';
import { tanggalAngka } from '#domain/waktu/bahasa.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import type { KasusRekon, Putusan, Tujuan } from '#usecase/rekonsiliasi/bentuk.ts';
import type { HasilCocok } from '../reconcile/bentuk.ts';
import { perluOrang } from '../reconcile/hasil/kelas-teks.ts';
import type { EntriCocok } from '../reconcile/rencana.ts';
import { REGISTER } from './orang-register.ts';
import { RUSAK } from './umpan-balik.ts';

const MAKS_CALON = 3;

/** A row that has only a NIK or a card number says nothing against it. */
export const kelasBaris = ({ kelas, beda }: Pick<HasilCocok, 'kelas' | 'beda'>): Kelas =>
  kelas === 'COCOK_BEDA' && beda.length === 0 ? 'COCOK' : (kelas as Kelas);

/** A column of its own says from which file a row is, where there are several. */
export const JUDUL_BERKAS = 'berkas';

const HANYA_NOMOR = 'Nomornya sama; tidak ada isian lain yang berbeda';

/** @param berkas name of the file, where there are several */
export function hasilAkhir(
  hasil: HasilCocok,
  { kelas, tujuan, kalimat }: Putusan,
  berkas: string | undefined,
): HasilCocok {
  const { [RUSAK]: _, ...lain } = hasil.lain;
  const dasar = kelasBaris(hasil) === hasil.kelas ? hasil.alasan : HANYA_NOMOR;
  return {
    ...hasil,
    tiket: tujuan[0]?.kasus.tiket ?? '',
    kelas,
    berkas,
    lain: berkas === undefined ? lain : { ...lain, [JUDUL_BERKAS]: berkas },
    calon:
      tujuan.length === 0 ? hasil.calon : tujuan.slice(0, MAKS_CALON).flatMap(({ orang }) => hasil.calon[orang] ?? []),
    alasan: [dasar, ...kalimat]
      .filter((satu) => satu !== '')
      .map((satu) => satu.replace(/\.$/, ''))
      .join('. '),
  };
}

/** A case that was sent and that no row answers. @param urutan its place behind the rows of the files */
export function hasilBelum(kasus: KasusRekon, urutan: number): HasilCocok {
  const dikirim = parseTanggal(kasus.diusulkan_pada.slice(0, 10));
  const sejak = dikirim ? ` sejak ${tanggalAngka(dikirim)}` : '';
  return {
    urutan,
    nomor: 0,
    tiket: kasus.tiket,
    referensi: REGISTER,
    kelas: 'BELUM_DIJAWAB',
    orang: orangKasus(kasus),
    lain: {},
    calon: [],
    alasan: `Menunggu jawaban BPJS${sejak}${kasus.batch === '' ? '' : ` dalam batch ${kasus.batch}`}`,
    beda: [],
  };
}

const orangKasus = (kasus: KasusRekon): Orang =>
  Object.fromEntries(
    KOLOM_ORANG.map((kolom) => [kolom, kolom in kasus ? kasus[kolom as keyof KasusRekon] : '']),
  ) as Orang;

/** Nobody takes an answer for somebody else's: who knows better records it in the panel. */
const perubahan = (
  { jawaban }: Tujuan,
  { kelas, nomor, berkas }: Pick<HasilCocok, 'kelas' | 'nomor' | 'berkas'>,
): EntriCocok['perubahan'] =>
  jawaban && kelas !== 'BENTROK'
    ? {
        aksi: 'CATAT_HASIL',
        isi: { ...jawaban },
        alasan: `Jawaban BPJS di baris ${nomor} berkas${berkas === undefined ? 'nya' : ` ${berkas}`} (${kelas}).`,
      }
    : null;

/** Null for a row that changes nothing and that nobody has to look at. @param akhir as `hasilAkhir` made it */
export function entri(akhir: HasilCocok, { tujuan, selesai, tidakLengkap }: Putusan): EntriCocok | null {
  const utama = tujuan.find(({ jawaban }) => jawaban !== undefined) ?? tujuan[0];
  const perlu = tidakLengkap || perluOrang(akhir.kelas);
  if (selesai || (!perlu && utama?.jawaban === undefined)) return null;
  const { urutan, nomor, berkas, referensi, kelas, orang, alasan, beda } = akhir;
  const tujuanCalon = (ke: number) => {
    const satu = tujuan.length > 1 ? tujuan[ke] : undefined;
    return satu
      ? { tujuan: { tiket: satu.kasus.tiket, versi: satu.kasus.versi, perubahan: perubahan(satu, akhir) } }
      : {};
  };
  return {
    ...{ urutan, nomor, berkas, referensi, kelas, orang, alasan },
    tiket: utama?.kasus.tiket ?? '',
    versi: utama?.kasus.versi ?? '',
    calon: akhir.calon.map(({ orang: siapa, skor, bagian }, ke) => ({
      orang: siapa,
      skor,
      bagian: [...bagian],
      ...tujuanCalon(ke),
    })),
    beda: [...beda],
    perubahan: utama ? perubahan(utama, akhir) : null,
    putusan: kelas === 'COCOK' && !perlu ? 'OTOMATIS' : 'TUNDA',
    pilihan: null,
  };
}
