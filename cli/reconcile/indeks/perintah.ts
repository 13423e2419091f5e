/** `pbi referensi muat`, `daftar` and `hapus`. */
import { rm } from 'node:fs/promises';
import { JUDUL_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import { EXIT, UserError } from '../../errors.ts';
import { denganMesin } from '../db/mesin.ts';
import { teksAngka } from '../hasil/baris.ts';
import { siapkanMakro } from '../pencocok/cocokkan.ts';
import { hashBerkas } from '../sumber/hash.ts';
import { kemajuan } from '../verifikasi/kemajuan.ts';
import { type BerkasDibuka, bacaReferensi } from './baca-sql.ts';
import {
  bukaIndeks,
  hapusIndeks,
  type IndeksTersimpan,
  type NamaReferensi,
  sapuGudang,
  siapkanTempat,
  simpan,
  telaahGudang,
  tolak,
} from './gudang.ts';
import { susunIndeks } from './susun.ts';
import { peringatanIsian } from './tak-terbaca.ts';

/** What does not fit is spilled, compressed, which takes time; about ten million people fit. */
const MEMORI = '1750MB';

interface OpsiMuat {
  readonly indeks: string;
  readonly status?: string;
  readonly memori?: string;
  readonly urutan?: 'HB' | 'BH';
  readonly json?: boolean;
}

/** @throws UserError code 3 when a file cannot be read whole; what was loaded before then stays */
export async function muatReferensi(apa: string, berkas: readonly string[], opsi: OpsiMuat): Promise<void> {
  const nama = apa as NamaReferensi;
  await sapuGudang(opsi.indeks);
  const laju = kemajuan();
  const folder = await siapkanTempat(opsi.indeks, nama);
  let peringatan: readonly string[] = [];
  let kolom: readonly string[] = [];
  // An index that cannot be used any more is replaced without a comparison.
  const lama = await bukaIndeks(opsi.indeks, nama).catch(() => undefined);
  try {
    await denganMesin({ memori: opsi.memori ?? MEMORI }, async (mesin) => {
      await siapkanMakro(mesin);
      const dibaca: BerkasDibuka[] = [];
      for (const path of berkas) {
        dibaca.push(await bacaReferensi(mesin, path, { urutan: opsi.urutan, referensi: nama }));
      }
      const sidik = Promise.all(berkas.map(hashBerkas));
      const jeda = laju.ikuti(`memuat ${nama}`, () => mesin.koneksi.progress.percentage / 100);
      const indeks = await susunIndeks(mesin, dibaca, folder).finally(jeda);
      if (indeks.penduduk === 0) {
        const kalimat = `${dibaca.map((satu) => satu.nama).join(', ')}: tidak ada satu baris data pun. Yang sudah dimuat tidak diganti.`;
        throw new UserError(EXIT.badInput, kalimat);
      }
      peringatan = [
        ...(await peringatanIsian(mesin, indeks, dibaca)),
        ...tanpaStatus(nama, dibaca, opsi.status),
        ...menyusut(nama, indeks.penduduk, lama),
      ];
      kolom = dibaca.map(({ nama: berkas, kolom: milik }) => `${berkas}: ${teksKolom(milik)}`);
      const asal = (await sidik).map((satu, i) => ({ nama: dibaca[i]?.nama ?? '', sidik: satu }));
      await simpan(opsi.indeks, nama, folder, {
        dimuat: new Date().toISOString(),
        berkas: asal,
        penduduk: indeks.penduduk,
        wilayah: indeks.wilayah,
        kartu: indeks.kartu,
        tanpaNik: indeks.tanpaNik,
        status: opsi.status ?? '',
      });
    });
  } finally {
    laju.selesai();
    await rm(folder, { recursive: true, force: true });
  }
  for (const satu of peringatan) process.stderr.write(`Perhatian: ${satu}\n`);
  const indeks = await bukaIndeks(opsi.indeks, nama);
  if (!indeks) return;
  process.stdout.write(
    opsi.json ? `${JSON.stringify(ringkas(indeks))}\n` : teks(indeks) + kolom.map((satu) => `  ${satu}\n`).join(''),
  );
}

/** What each column was read as: a person sees at once when it is the wrong file. */
const teksKolom = (kolom: BerkasDibuka['kolom']): string =>
  `dibaca sebagai ${Object.entries(kolom)
    .map(([arti, judul]) => `${judul} = ${JUDUL_ORANG[arti as KolomOrang] ?? 'Status'}`)
    .join(', ')}.`;

/** Who is found in the population register is found; in the others only a status says as what. */
function tanpaStatus(nama: NamaReferensi, dibaca: readonly BerkasDibuka[], status: string | undefined): string[] {
  const tanpa = nama === 'kependudukan' || status !== undefined ? [] : dibaca.filter(({ kolom }) => !kolom.status);
  return tanpa.map(
    (satu) =>
      `${satu.nama}: tidak ada kolom ${nama === 'dtks' ? 'Desil' : 'Status'}, jadi yang ditemukan menunggu putusan orang. ` +
      'Periksa berkasnya, atau sebutkan statusnya dengan --status.',
  );
}

/** A file of something else, or a part of an extract, looks so. */
function menyusut(nama: NamaReferensi, kini: number, lama: IndeksTersimpan | undefined): string[] {
  if (!lama || kini * 2 >= lama.penduduk) return [];
  return [
    `${nama} sebelumnya ${teksAngka(lama.penduduk)} baris, sekarang ${teksAngka(kini)}. Bila bukan ini berkasnya, muat ulang yang benar.`,
  ];
}

const ringkas = ({ nama, bita, keterangan }: IndeksTersimpan) => ({ referensi: nama, bita, ...keterangan });

const MIB = 1024 * 1024;

function teks({ nama, penduduk, tanpaNik, bita, keterangan }: IndeksTersimpan): string {
  const hari = Math.floor((Date.now() - Date.parse(keterangan.dimuat)) / 86_400_000);
  const umur = hari === 0 ? 'hari ini' : `${hari} hari lalu`;
  const berkas = keterangan.berkas.map((satu) => satu.nama).join(', ');
  const cacat = tanpaNik > 0 ? `, ${teksAngka(tanpaNik)} tanpa NIK yang sah` : '';
  return `${nama.padEnd(13)} ${teksAngka(penduduk)} baris${cacat}, ${teksAngka(Math.ceil(bita / MIB))} MiB, dimuat ${umur} dari ${berkas}\n`;
}

export async function tampilkanReferensi({ indeks, json }: { indeks: string; json?: boolean }): Promise<void> {
  const { baik: semua, salah } = await telaahGudang(indeks);
  if (json) process.stdout.write(`${JSON.stringify(semua.map(ringkas))}\n`);
  else if (semua.length === 0 && salah.length === 0) {
    process.stdout.write('Belum ada referensi. Muat dengan: pbi referensi muat <nama> <berkas>\n');
  } else process.stdout.write(semua.map(teks).join(''));
  tolak(salah);
}

/** @throws UserError code 2 when it was never loaded */
export async function hapusReferensi(apa: string, { indeks }: { indeks: string }): Promise<void> {
  const nama = apa as NamaReferensi;
  if (!(await hapusIndeks(indeks, nama))) throw new UserError(EXIT.usage, `Referensi ${nama} memang belum dimuat.`);
  process.stdout.write(`Referensi ${nama} dihapus dari mesin ini.\n`);
}
