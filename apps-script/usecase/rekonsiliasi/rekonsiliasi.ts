/** Holds a feedback file of BPJS against the cases (BGR-19, S-08): one decision for each row, and who is still waiting. */
import type { AlasanKantor } from '#domain/hasil/kode-alasan.ts';
import type { Result } from '#domain/result.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type {
  BarisUmpanBalik,
  Cakupan,
  Golongan,
  HasilRekonsiliasi,
  JawabanBerkode,
  KasusRekon,
  Putusan,
} from './bentuk.ts';
import { cocokkan, dalamCakupan, type Temuan } from './cocokkan.ts';
import { type Indeks, susunIndeks } from './indeks.ts';
import { inti, jawabanBaris } from './jawaban.ts';
import { petunjuk } from './petunjuk.ts';
import { putuskanJawaban } from './putuskan.ts';

export interface OpsiRekonsiliasi {
  readonly kini: Waktu;
  readonly cakupan: Cakupan;
  readonly alasan: readonly AlasanKantor[];
  /** S-15: whether a failure is shown together with the rest of its family. */
  readonly satuKk: boolean;
}

/** Rows of these kinds are an answer to what was sent, though a person may have to clear it up. */
const MENJAWAB: readonly Golongan[] = ['cocok', 'sudah', 'berlawanan', 'tidak_lengkap'];

interface Terbaca {
  readonly baris: BarisUmpanBalik;
  readonly temuan: Temuan;
  readonly jawaban: Result<JawabanBerkode, readonly string[]>;
}

export function rekonsiliasi(
  umpanBalik: readonly BarisUmpanBalik[],
  kasus: readonly KasusRekon[],
  opsi: OpsiRekonsiliasi,
): HasilRekonsiliasi {
  const indeks = susunIndeks(kasus);
  const terbaca = umpanBalik.map((baris): Terbaca => {
    const temuan = cocokkan(baris, indeks, opsi.cakupan);
    return { baris, temuan, jawaban: jawabanBaris(baris, opsi.alasan) };
  });
  const seorang = menurutTiket(terbaca);
  const baris = terbaca.map((satu) => putusanBaris(satu, seorang, indeks, opsi));
  // Feedback about an earlier attempt leaves this one waiting.
  const dijawab = new Set(baris.flatMap(({ golongan, tiket }) => (MENJAWAB.includes(golongan) ? tiket : [])));
  const belumDijawab = kasus
    .filter((satu) => satu.status === 'DIKIRIM_BPJS' && isBulanan(satu.rute) && dalamCakupan(satu, opsi.cakupan))
    .map(({ tiket }) => tiket)
    .filter((tiket) => !dijawab.has(tiket));
  return { baris, belumDijawab };
}

/** Rows that were found to be about the same case. */
function menurutTiket(semua: readonly Terbaca[]): ReadonlyMap<string, readonly Terbaca[]> {
  const peta = new Map<string, Terbaca[]>();
  for (const satu of semua) {
    if (satu.temuan.jenis !== 'ketemu') continue;
    const { tiket } = satu.temuan.kasus;
    const kelompok = peta.get(tiket);
    if (kelompok) kelompok.push(satu);
    else peta.set(tiket, [satu]);
  }
  return peta;
}

/** Of rows that say the same, the last answer; of equal ones the first row. */
const terbaru = ([pertama, ...lain]: readonly Terbaca[], awal = pertama as Terbaca): Terbaca =>
  lain.reduce((akhir, satu) => (satu.baris.dijawab > akhir.baris.dijawab ? satu : akhir), awal);

function putusanBaris(
  satu: Terbaca,
  seorang: ReadonlyMap<string, readonly Terbaca[]>,
  indeks: Indeks,
  opsi: OpsiRekonsiliasi,
): Putusan {
  const { baris, temuan, jawaban } = satu;
  const { nomor } = baris;
  if (temuan.jenis === 'tidak') {
    const alasan = ['Tidak ada usulan untuk orang ini.', ...baris.rusak].join(' ');
    return { nomor, golongan: 'tak_dikenal', tiket: [], alasan, petunjuk: [] };
  }
  if (temuan.jenis === 'saran') {
    const tiket = temuan.kasus.map((kasus) => kasus.tiket);
    return { nomor, golongan: 'saran', tiket, dasar: temuan.dasar, alasan: temuan.alasan, petunjuk: [] };
  }
  const { kasus, dasar } = temuan;
  const dasarPutusan = { nomor, tiket: [kasus.tiket], dasar };
  const semua = seorang.get(kasus.tiket) ?? [satu];
  if (semua.some((lain) => inti(lain.jawaban) !== inti(jawaban))) {
    const lain = semua.filter((baik) => baik !== satu).map((baik) => baik.baris.nomor);
    const alasan = `Baris ${lain.join(', ')} tentang orang yang sama menjawab lain. Tanyakan ke BPJS.`;
    return { ...dasarPutusan, golongan: 'berlawanan', alasan, petunjuk: [] };
  }
  const wakil = terbaru(semua);
  if (wakil !== satu && jawaban.ok) {
    return { ...dasarPutusan, golongan: 'sudah', alasan: `Sama dengan baris ${wakil.baris.nomor}.`, petunjuk: [] };
  }
  const { golongan, alasan } = putuskanJawaban(kasus, jawaban, baris, opsi.kini);
  return {
    ...dasarPutusan,
    golongan,
    alasan,
    ...(jawaban.ok ? { jawaban: jawaban.value } : {}),
    petunjuk: jawaban.ok ? petunjuk(kasus, jawaban.value, golongan, opsi.satuKk ? indeks : undefined) : [],
  };
}
