/** Finds the case of a row: by NIK, by card number, by family card with birth date and sex; by name only as a suggestion. */
import { jaroWinkler } from '#domain/nama/kemiripan.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import { isStatus, type Status } from '#domain/usulan/status.ts';
import type { BarisUmpanBalik, Cakupan, Dasar, KasusRekon } from './bentuk.ts';
import { type Calon, type Indeks, kunciKeluarga, kunciLahirWilayah } from './indeks.ts';

/** Names at least this alike may be one person's. */
const KEMIRIPAN_SARAN = 0.92;
/** Names less alike than this are two people's: a twin shares family card, birth date and sex. */
const KEMIRIPAN_BEDA_ORANG = 0.7;

export type Temuan =
  | { readonly jenis: 'ketemu'; readonly kasus: KasusRekon; readonly dasar: Dasar }
  | { readonly jenis: 'saran'; readonly kasus: readonly KasusRekon[]; readonly dasar: Dasar; readonly alasan: string }
  | { readonly jenis: 'tidak' };

export function cocokkan(baris: BarisUmpanBalik, indeks: Indeks, cakupan: Cakupan): Temuan {
  return (
    putuskan(indeks.nik.get(baris.nik), 'nik', baris, cakupan) ??
    putuskan(indeks.kartu.get(baris.no_kartu), 'no_kartu', baris, cakupan) ??
    putuskan(indeks.keluarga.get(kunciKeluarga(baris)), 'keluarga', baris, cakupan) ??
    saranNama(baris, indeks) ?? { jenis: 'tidak' }
  );
}

/** Cases that share a number with the row: one of them, or a suggestion where something speaks against it. */
function putuskan(
  calon: readonly Calon[] | undefined,
  dasar: Dasar,
  baris: BarisUmpanBalik,
  cakupan: Cakupan,
): Temuan | undefined {
  // Twins, each with a NIK of their own, share all that the family card says.
  const mungkin = dasar === 'keluarga' ? (calon ?? []).filter((satu) => mungkinSama(baris, satu)) : (calon ?? []);
  if (mungkin.length === 0) return undefined;
  const saran = (alasan: string): Temuan => ({
    jenis: 'saran',
    kasus: mungkin.map(({ kasus }) => kasus),
    dasar,
    alasan,
  });
  if (mungkin.some((satu) => beda(baris.nik, satu.nik).length > 0))
    return saran('NIK di berkas berbeda dengan di register.');
  if (dasar === 'keluarga') {
    if (new Set(mungkin.map(({ nik }) => nik)).size > 1) return saran('Ada beberapa orang yang cocok.');
    if (mungkin.some((satu) => namaLain(baris, satu))) return saran('Nama di berkas berbeda dengan di register.');
  }
  const terpilih = pilih(
    mungkin.map(({ kasus }) => kasus),
    cakupan,
  );
  return terpilih
    ? { jenis: 'ketemu', kasus: terpilih, dasar }
    : saran('Orang ini mempunyai lebih dari satu usulan yang menunggu jawaban.');
}

function saranNama(baris: BarisUmpanBalik, indeks: Indeks): Temuan | undefined {
  const nama = kunciNama(baris.nama);
  const mirip = (indeks.lahirWilayah.get(kunciLahirWilayah(baris)) ?? [])
    .filter((satu) => mungkinSama(baris, satu))
    .map((satu) => ({ kasus: satu.kasus, nilai: jaroWinkler(nama, satu.kunciNama) }))
    .filter(({ nilai }) => nilai >= KEMIRIPAN_SARAN)
    .sort((a, b) => b.nilai - a.nilai);
  const [terbaik] = mirip;
  if (!terbaik) return undefined;
  const persen = Math.floor(terbaik.nilai * 100);
  const alasan = `Nama mirip ${persen}%, tanggal lahir dan wilayah sama. Pastikan orangnya, lalu catat lewat panel kasus.`;
  return { jenis: 'saran', kasus: mirip.map(({ kasus }) => kasus), dasar: 'nama', alasan };
}

/** Places at which two NIK differ; none where one of them is missing. */
function beda(a: string, b: string): number[] {
  if (a === '' || b === '') return [];
  return [...a].flatMap((angka, i) => (angka === b[i] ? [] : [i]));
}

/**
 * Two readable NIK belong to two people, whatever else agrees, unless they differ as typing errors do: in one digit, or
 * by two neighbours that changed places.
 */
function mungkinSama({ nik }: BarisUmpanBalik, { nik: lain }: Calon): boolean {
  const [i = 0, j = 0, ...sisa] = beda(nik, lain);
  if (j === 0) return true;
  return sisa.length === 0 && j === i + 1 && nik[i] === lain[j] && nik[j] === lain[i];
}

function namaLain(baris: BarisUmpanBalik, calon: Calon): boolean {
  const nama = kunciNama(baris.nama);
  return nama !== '' && calon.kunciNama !== '' && jaroWinkler(nama, calon.kunciNama) < KEMIRIPAN_BEDA_ORANG;
}

/** Which proposal of one person an answer is for, best first. */
const URUTAN: readonly (readonly Status[])[] = [
  ['DIKIRIM_BPJS'],
  ['DITANGGUHKAN'],
  ['BERHASIL', 'TIDAK_BERHASIL'],
  ['SELESAI'],
  ['DIAJUKAN', 'DIKEMBALIKAN', 'DIVERIFIKASI', 'LOLOS', 'TIDAK_LOLOS', 'DIKIRIM_DINKES'],
];

/** Undefined when two proposals of one person wait alike. */
function pilih(kasus: readonly KasusRekon[], cakupan: Cakupan): KasusRekon | undefined {
  const peringkat = (satu: KasusRekon): number => {
    const tempat = URUTAN.findIndex((status) => isStatus(satu.status) && status.includes(satu.status));
    return 2 * (tempat < 0 ? URUTAN.length : tempat) + (dalamCakupan(satu, cakupan) ? 0 : 1);
  };
  const terbaik = Math.min(...kasus.map(peringkat));
  const calon = kasus.filter((satu) => peringkat(satu) === terbaik);
  const menunggu = calon[0]?.status === 'DIKIRIM_BPJS' || calon[0]?.status === 'DITANGGUHKAN';
  if (calon.length > 1 && menunggu) return undefined;
  return calon.reduce((akhir, satu) => (satu.diusulkan_pada > akhir.diusulkan_pada ? satu : akhir));
}

export const dalamCakupan = (kasus: KasusRekon, { batch, periode }: Cakupan): boolean =>
  (batch === undefined || kasus.batch === batch) && (periode === undefined || kasus.periode === periode);
