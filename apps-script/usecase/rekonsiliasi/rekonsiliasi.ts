/** Decides about answers of BPJS whose people have been matched (BGR-19, S-08), and tells who is still waiting. */
import type { KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import type { AlasanKantor } from '#domain/hasil/kode-alasan.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import { tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { BarisTemuan, Cakupan, HasilRekonsiliasi, JawabanBerkode, KasusRekon, Putusan, Tujuan } from './bentuk.ts';
import { type HasilBaca, inti, jawabanBaris } from './jawaban.ts';
import { type Keluarga, petunjuk, susunKeluarga } from './petunjuk.ts';
import { dalamCakupan, pilihKasus } from './pilih.ts';
import { type Golongan, type Kedudukan, putuskanJawaban } from './putuskan.ts';
import { sebutJawaban } from './sebut.ts';

export interface OpsiRekonsiliasi {
  readonly kini: Waktu;
  readonly cakupan: Cakupan;
  readonly alasan: readonly AlasanKantor[];
  /** S-15: whether a failure is shown together with the rest of its family. */
  readonly satuKk: boolean;
}

/** Rows of these kinds are an answer to what was sent, though a person may have to clear it up. */
const MENJAWAB: readonly Golongan[] = ['cocok', 'sudah', 'ulangan', 'berlawanan', 'tidak_lengkap', 'tak_terbaca'];

/** What a certain match becomes when its answer cannot simply be recorded. */
const KELAS_GOLONGAN: Readonly<Partial<Record<Golongan, KelasUmpanBalik>>> = {
  tak_terbaca: 'CACAT',
  usang: 'USANG',
  akhir: 'BERTENTANGAN',
  tak_dikirim: 'TIDAK_DIKENAL',
  berlawanan: 'BERTENTANGAN',
};

/** Where nobody has to compare: what would be recorded stands beside it, or is recorded. */
const TANPA_KATA: readonly Golongan[] = ['cocok', 'sudah', 'ulangan'];

const BEBERAPA = 'Orang ini mempunyai lebih dari satu usulan yang menunggu jawaban.';

interface Terbaca {
  readonly baris: BarisTemuan;
  readonly jawaban: HasilBaca;
  readonly tujuan: readonly Omit<Tujuan, 'jawaban'>[];
}

export function rekonsiliasi(
  temuan: readonly BarisTemuan[],
  kasus: readonly KasusRekon[],
  opsi: OpsiRekonsiliasi,
): HasilRekonsiliasi {
  const hariIni = tanggalWaktu(opsi.kini);
  const terbaca = temuan.map((baris): Terbaca => {
    const tujuan = baris.orang.flatMap((milik, orang) =>
      pilihKasus(milik, opsi.cakupan).map((satu) => ({ orang, kasus: satu })),
    );
    return { baris, tujuan, jawaban: jawabanBaris(baris.jawaban, opsi.alasan, hariIni) };
  });
  const seorang = menurutTiket(terbaca.filter(isPasti));
  const keluarga = opsi.satuKk ? susunKeluarga(kasus) : undefined;
  const dijawab = new Set<string>();
  const baris = terbaca.map((satu): Putusan => {
    const kataAsing = satu.jawaban.ok ? '' : (satu.jawaban.error.kataAsing ?? '');
    if (!isPasti(satu)) return { ...ragu(satu, opsi.kini), kataAsing };
    const tiket = satu.tujuan[0]?.kasus.tiket ?? '';
    const { kedudukan, putusan } = pasti(satu, seorang.get(tiket) ?? [], keluarga, opsi.kini);
    // Feedback about an earlier attempt leaves this one waiting.
    if (MENJAWAB.includes(kedudukan)) dijawab.add(tiket);
    return { ...putusan, kataAsing };
  });
  const belumDijawab = kasus.filter(
    (satu) =>
      satu.status === 'DIKIRIM_BPJS' &&
      isBulanan(satu.rute) &&
      dalamCakupan(satu, opsi.cakupan) &&
      !dijawab.has(satu.tiket),
  );
  return { baris, belumDijawab };
}

/** Certain rows by the case that they answer. */
function menurutTiket(semua: readonly Terbaca[]): ReadonlyMap<string, readonly Terbaca[]> {
  const peta = new Map<string, Terbaca[]>();
  for (const satu of semua) {
    const tiket = satu.tujuan[0]?.kasus.tiket ?? '';
    const kelompok = peta.get(tiket);
    if (kelompok) kelompok.push(satu);
    else peta.set(tiket, [satu]);
  }
  return peta;
}

const isPasti = ({ baris: { kelas }, tujuan }: Terbaca): boolean =>
  (kelas === 'COCOK' || kelas === 'COCOK_BEDA') && tujuan.length === 1;

type Diputuskan = Omit<Putusan, 'kataAsing'>;

/** Nobody was found, or a person has to say who it is: every possible case with what would be recorded there. */
function ragu({ baris: { kelas, jawaban: dibaca }, tujuan, jawaban }: Terbaca, kini: Waktu): Diputuskan {
  if (tujuan.length === 0) return { kelas: kelas === 'CACAT' ? 'CACAT' : 'TIDAK_DIKENAL', tujuan: [], kalimat: [] };
  const banyak = kelas === 'COCOK' || kelas === 'COCOK_BEDA';
  const kedudukan = tujuan.map((satu) => putuskanJawaban(satu.kasus, jawaban, dibaca, kini));
  return {
    kelas: banyak ? 'GANDA' : kelas,
    tujuan: tujuan.map((satu, i) => ({
      ...satu,
      ...(jawaban.ok && kedudukan[i]?.golongan === 'cocok' ? { jawaban: jawaban.value } : {}),
    })),
    kalimat: [...(banyak ? [BEBERAPA] : []), ...new Set(kedudukan.map(({ alasan }) => alasan).filter(Boolean))],
  };
}

/** Of rows that say the same, one whose person is certain, then the last answer; of equal ones the first row. */
const wakilDari = ([pertama, ...lain]: readonly Terbaca[], awal = pertama as Terbaca): Terbaca =>
  lain.reduce((akhir, satu) => (peringkat(satu) > peringkat(akhir) ? satu : akhir), awal);
const peringkat = ({ baris: { kelas, jawaban } }: Terbaca): string => `${kelas === 'COCOK' ? 1 : 0} ${jawaban.dijawab}`;

/** @param semua all rows about the same case, this one among them */
function pasti(
  satu: Terbaca,
  semua: readonly Terbaca[],
  keluarga: Keluarga | undefined,
  kini: Waktu,
): { kedudukan: Golongan; putusan: Diputuskan } {
  const { baris, jawaban } = satu;
  const [tujuan] = satu.tujuan as [Tujuan];
  const { kasus } = tujuan;
  const { golongan, alasan } = sekelompok(satu, semua) ?? putuskanJawaban(kasus, jawaban, baris.jawaban, kini);
  const dicatat = jawaban.ok && (golongan === 'cocok' || golongan === 'berlawanan');
  const kurang = jawaban.ok ? [] : jawaban.error.sebab;
  const petunjukBaris = jawaban.ok ? petunjuk(kasus, jawaban.value, golongan, keluarga) : [];
  return {
    kedudukan: golongan,
    putusan: {
      kelas: KELAS_GOLONGAN[golongan] ?? baris.kelas,
      tidakLengkap: golongan === 'tidak_lengkap',
      selesai: golongan === 'sudah' || golongan === 'ulangan',
      tujuan: [{ ...tujuan, ...(dicatat ? { jawaban: jawaban.value } : {}) }],
      kalimat: [
        alasan,
        ...(golongan === 'berlawanan' ? kurang : petunjukBaris),
        ...(TANPA_KATA.includes(golongan) ? [] : sebutJawaban(kasus, jawaban, baris.jawaban.tmt)),
      ].filter((teks) => teks !== ''),
      ...(jawaban.ok && (golongan === 'cocok' || golongan === 'sudah')
        ? { berlaku: { kasus, jawaban: tercatat(jawaban.value, kasus, golongan), petunjuk: petunjukBaris } }
        : {}),
    },
  };
}

/** What the register has of an answer that was recorded before may have been put right there. */
const tercatat = (jawaban: JawabanBerkode, { kode_hasil: kode }: KasusRekon, golongan: Golongan): JawabanBerkode =>
  golongan === 'sudah' && kode !== '' ? { ...jawaban, kode } : jawaban;

/** Undefined for a row that speaks for its case: alone, or the last of those that say the same. */
function sekelompok(satu: Terbaca, semua: readonly Terbaca[]): Kedudukan | undefined {
  const { jawaban } = satu;
  if (semua.some((lain) => inti(lain.jawaban) !== inti(jawaban))) {
    const lain = semua.filter((baik) => baik !== satu).map(({ baris }) => baris.sebutan);
    const alasan = `${lain.join(', ')} tentang orang yang sama menjawab lain. Tanyakan ke BPJS.`;
    return { golongan: 'berlawanan', alasan };
  }
  const wakil = wakilDari(semua);
  if (wakil === satu || !jawaban.ok) return undefined;
  return { golongan: 'ulangan', alasan: `Sama dengan ${wakil.baris.sebutan.toLowerCase()}.` };
}
