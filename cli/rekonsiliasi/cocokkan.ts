/** Matches feedback with cases, decides about every answer, and gives the outcomes in the order of the files. */
import type { Ambang } from '#domain/cocok/bobot.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { bacaJawaban } from '#usecase/rekonsiliasi/baca.ts';
import type { BarisTemuan, JawabanDibaca, KasusRekon, Putusan } from '#usecase/rekonsiliasi/bentuk.ts';
import { type OpsiRekonsiliasi, rekonsiliasi } from '#usecase/rekonsiliasi/rekonsiliasi.ts';
import { EXIT, UserError } from '../errors.ts';
import { SINYAL } from '../henti.ts';
import type { HasilCocok } from '../reconcile/bentuk.ts';
import { denganMesin, type Mesin, type OpsiMesin } from '../reconcile/db/mesin.ts';
import { tulisAlasan } from '../reconcile/pencocok/alasan.ts';
import { bacaHasil, type CalonBerstatus } from '../reconcile/pencocok/baca-hasil.ts';
import { cocokkan, siapkanHasil, siapkanMakro } from '../reconcile/pencocok/cocokkan.ts';
import { indeksRegister, perOrang, REGISTER, tiketDarurat } from './orang-register.ts';
import { hasilAkhir, hasilBelum, kelasBaris } from './susun-hasil.ts';
import { type BerkasUmpanBalik, masukkanUmpanBalik, type OpsiUmpanBalik, RUSAK } from './umpan-balik.ts';

export interface BahanRekonsiliasi extends OpsiUmpanBalik, OpsiMesin {
  readonly paths: readonly string[];
  readonly kasus: readonly KasusRekon[];
  /** The day of the answer for rows that do not say it. */
  readonly tanggal?: Tanggal | undefined;
  readonly ambang?: Partial<Ambang> | undefined;
  readonly aturan: OpsiRekonsiliasi;
}

/** An outcome with what was decided; without a decision a case that no row answers. */
export interface Diputuskan {
  readonly hasil: HasilCocok;
  readonly putusan?: Putusan | undefined;
}

export interface Keluaran {
  readonly berkas: readonly BerkasUmpanBalik[];
  readonly belumDijawab: readonly KasusRekon[];
  /** All of the register. */
  readonly kasus: readonly KasusRekon[];
  /** To be read once. */
  semua(): AsyncGenerator<Diputuskan>;
}

/** @param laporkan writes what is wanted while the outcomes are there */
export function cocokkanUmpanBalik<T>(
  bahan: BahanRekonsiliasi,
  laporkan: (keluaran: Keluaran) => Promise<T>,
): Promise<T> {
  const { paths, kasus, ambang, kemajuan } = bahan;
  return denganMesin(bahan, async (mesin) => {
    await siapkanMakro(mesin);
    await siapkanHasil(mesin);
    const { berkas, jumlah } = await masukkanUmpanBalik(mesin, paths, bahan);
    const orang = perOrang(kasus);
    kemajuan('mencocokkan dengan register');
    const indeks = await indeksRegister(mesin, orang);
    await cocokkan(mesin, indeks, { nomor: 0, jumlah }, ambang ? { ambang } : {});
    await tulisAlasan(mesin);
    const temuan: BarisTemuan[] = [];
    for await (const hasil of terbaca(mesin)) temuan.push(barisTemuan(hasil, orang, berkas, bahan));
    const { baris, belumDijawab } = rekonsiliasi(temuan, kasus, bahan.aturan);
    return laporkan({
      berkas,
      belumDijawab,
      kasus,
      semua: () => gabung(mesin, berkas, baris, belumDijawab, tiketDarurat(kasus)),
    });
  });
}

/** Outcomes of matching until somebody stops the run: the database itself only hears of that while it computes. */
async function* terbaca(mesin: Mesin): AsyncGenerator<HasilCocok> {
  let dihentikan = false;
  const hentikan = (): void => {
    dihentikan = true;
  };
  for (const signal of SINYAL) process.once(signal, hentikan);
  try {
    for await (const hasil of bacaHasil(mesin, [REGISTER])) {
      if (dihentikan) throw new UserError(EXIT.interrupted, 'Dihentikan. Tidak ada berkas setengah jadi.');
      yield hasil;
    }
  } finally {
    for (const signal of SINYAL) process.off(signal, hentikan);
  }
}

const berkasDari = ({ tiket }: HasilCocok, berkas: readonly BerkasUmpanBalik[]): BerkasUmpanBalik =>
  berkas[Number(tiket)] as BerkasUmpanBalik;

function barisTemuan(
  hasil: HasilCocok,
  orang: readonly (readonly KasusRekon[])[],
  berkas: readonly BerkasUmpanBalik[],
  { tanggal }: BahanRekonsiliasi,
): BarisTemuan {
  const milik = berkasDari(hasil, berkas);
  const sebutan = `Baris ${hasil.nomor}${berkas.length > 1 ? ` berkas ${milik.sumber.nama}` : ''}`;
  const calon = hasil.calon as readonly CalonBerstatus[];
  return {
    sebutan,
    jawaban: jawabanDari(hasil.lain, milik, tanggal),
    kelas: kelasBaris(hasil),
    orang: calon.map(({ status }) => orang[Number(status)] ?? []),
  };
}

function jawabanDari(
  lain: HasilCocok['lain'],
  { judul, urutan }: BerkasUmpanBalik,
  tanggal: Tanggal | undefined,
): JawabanDibaca {
  const sel = (teks: string | undefined): string => (teks === undefined ? '' : (lain[teks] ?? ''));
  const { hasil, keterangan, tmt, dijawab } = judul;
  return bacaJawaban(
    { hasil: sel(hasil), keterangan: sel(keterangan), tmt: sel(tmt), dijawab: sel(dijawab) },
    urutan,
    tanggal,
    lain[RUSAK] === undefined ? [] : [lain[RUSAK]],
  );
}

async function* gabung(
  mesin: Mesin,
  berkas: readonly BerkasUmpanBalik[],
  putusan: readonly Putusan[],
  belumDijawab: readonly KasusRekon[],
  darurat: ReadonlyMap<string, readonly string[]>,
): AsyncGenerator<Diputuskan> {
  let urutan = 0;
  for await (const hasil of terbaca(mesin)) {
    const satu = putusan[urutan] as Putusan;
    const asal = berkas.length > 1 ? berkasDari(hasil, berkas).sumber.nama : undefined;
    const tiket = darurat.get(hasil.orang.nik);
    const kalimat =
      tiket === undefined
        ? []
        : [`NIK ini ada di usulan darurat ${tiket.join(', ')}, yang dijawab di berkas Berbagi BPJS, bukan di sini`];
    yield { hasil: hasilAkhir(hasil, { ...satu, kalimat: [...satu.kalimat, ...kalimat] }, asal), putusan: satu };
    urutan += 1;
  }
  for (const kasus of belumDijawab) {
    yield { hasil: hasilBelum(kasus, urutan) };
    urutan += 1;
  }
}
