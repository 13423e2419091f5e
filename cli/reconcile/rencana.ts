/** The plan file of matching: one entry for each row that would change something or that a person is to decide. */
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { KELAS_UMPAN_BALIK, type KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import { KOLOM_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import { EXIT, UserError } from '../errors.ts';
import { tulisUtuh } from './hasil/utuh.ts';

const KELAS = z.enum(Object.keys(KELAS_UMPAN_BALIK) as [KelasUmpanBalik, ...KelasUmpanBalik[]]);
const ORANG = z.object(
  Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, z.string()])) as Record<KolomOrang, z.ZodMiniString>,
);
const PERUBAHAN = z.object({ aksi: z.string(), isi: z.record(z.string(), z.string()), alasan: z.string() });
const CALON = z.object({
  orang: ORANG,
  skor: z.number(),
  bagian: z.array(z.object({ nama: z.string(), teks: z.string(), nilai: z.number() })),
  /** Where each candidate is a case of its own: what is sent when it is the one that was accepted. */
  tujuan: z.optional(z.object({ tiket: z.string(), versi: z.string(), perubahan: z.nullable(PERUBAHAN) })),
});

/** What a person said of an entry, or that none is needed; `terapkan` sends `OTOMATIS` and `TERIMA`. */
export const PUTUSAN = ['OTOMATIS', 'TUNDA', 'TERIMA', 'TOLAK'] as const;

const ENTRI = z
  .object({
    /** Place of the row in the input, from 0. */
    urutan: z.int(),
    /** Its line or row in the file. */
    nomor: z.int(),
    /** Name of that file, where there are several. */
    berkas: z.optional(z.string()),
    tiket: z.string(),
    /** Of the case that was read; empty without a register. A case that has changed since refuses the change. */
    versi: z.string(),
    referensi: z.string(),
    kelas: KELAS,
    orang: ORANG,
    calon: z.array(CALON).check(z.maxLength(3)),
    beda: z.array(z.object({ kolom: z.enum(KOLOM_ORANG), usulan: z.string(), referensi: z.string() })),
    alasan: z.string(),
    /** What is sent when the entry is accepted. */
    perubahan: z.nullable(PERUBAHAN),
    putusan: z.enum(PUTUSAN),
    /** Which of `calon` was accepted. */
    pilihan: z.nullable(z.int()),
  })
  .check(z.refine(({ calon, pilihan }) => pilihan === null || calon[pilihan] !== undefined));

const KEPALA = z.object({
  versi: z.literal(2),
  jenis: z.enum(['VERIFIKASI', 'REKONSILIASI', 'GANDA']),
  dibuat: z.string(),
  masukan: z.array(z.object({ nama: z.string(), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)), baris: z.int() })),
  referensi: z.array(z.object({ nama: z.string(), sidik: z.string(), baris: z.int(), dimuat: z.string() })),
  ambang: z.record(z.string(), z.number()),
  /** Rows of every class, also of those that need no entry. */
  jumlah: z.partialRecord(KELAS, z.int()),
});

export type Putusan = (typeof PUTUSAN)[number];
export type EntriCocok = z.infer<typeof ENTRI>;
export type KepalaRencana = z.infer<typeof KEPALA>;
export type RencanaCocok = KepalaRencana & { entri: EntriCocok[] };

/** A plan to be written; its entries may come one by one, and the rest may be filled in while they do. */
export type RencanaDitulis = KepalaRencana & {
  readonly entri: Iterable<EntriCocok> | AsyncIterable<EntriCocok>;
};

/** @throws UserError code 3 when the file is not there, damaged, or another kind of file */
export async function bacaRencanaCocok(path: string): Promise<RencanaCocok> {
  const rencana = await find(path);
  if (!rencana) throw new UserError(EXIT.badInput, `Rencana ${path} tidak ada. Periksa nama dan foldernya.`);
  return rencana;
}

/** Undefined when there is no such file. */
async function find(path: string): Promise<RencanaCocok | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UserError(EXIT.badInput, `Rencana ${path} tidak boleh atau tidak dapat dibaca.`, { cause: error });
  });
  return text === undefined ? undefined : parse(path, text);
}

function parse(path: string, text: string): RencanaCocok {
  const isi = parseJson(path, text);
  const jenis = z.object({ versi: z.int(), jenis: z.string() }).safeParse(isi).data;
  if (!jenis) throw new UserError(EXIT.badInput, `${path} bukan rencana. Sebutkan berkas yang dibuat pbi verifikasi.`);
  if (jenis.versi !== 2) {
    const sebab = jenis.versi > 2 ? 'dibuat oleh pbi yang lebih baru' : 'rencana jenis lain';
    throw new UserError(EXIT.badInput, `${path}: ${sebab}. Buat lagi dengan pbi verifikasi, rekonsiliasi atau ganda.`);
  }
  const kepala = KEPALA.safeParse(isi);
  const entri = (isi as { entri?: unknown }).entri;
  if (!kepala.success || !Array.isArray(entri)) {
    const bagian = kepala.success ? 'entri' : kepala.error.issues[0]?.path.join('.');
    throw new UserError(EXIT.badInput, `${path} rusak pada bagian ${bagian}. Buat lagi rencananya.`);
  }
  // Each entry replaces what it was read from, so that a large plan does not lie in memory twice.
  for (const [tempat, mentah] of entri.entries()) entri[tempat] = parseEntri(path, mentah, tempat);
  return { ...kepala.data, entri };
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own sentence quotes the text around the place, which may hold a NIK: it is not passed on.
    throw new UserError(EXIT.badInput, `${path} terpotong atau bukan rencana. Buat lagi, atau ambil salinannya.`);
  }
}

function parseEntri(path: string, mentah: unknown, tempat: number): EntriCocok {
  const { data, error } = ENTRI.safeParse(mentah);
  if (data) return data;
  const bagian = error.issues[0]?.path.join('.') || 'pilihan';
  throw new UserError(EXIT.badInput, `${path} rusak: entri ke-${tempat + 1}, bagian ${bagian}. Buat lagi rencananya.`);
}

/** What a person decided stands so in a plan; in the text of somebody's cell the quotes would be written otherwise. */
const DIPUTUS = /"putusan":"(?:TERIMA|TOLAK)"/g;

/** How many entries of a plan a person has decided; 0 for a file that is not there. */
async function hitungDiputus(path: string): Promise<number> {
  let jumlah = 0;
  try {
    // One entry a line: the largest plan does not lie in memory for this.
    for await (const baris of (await open(path)).readLines()) jumlah += baris.match(DIPUTUS)?.length ?? 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      const kalimat = `Rencana ${path} tidak dapat dibuat: foldernya tidak boleh dibuka. Sebutkan tempat lain dengan --rencana.`;
      throw new UserError(EXIT.usage, kalimat, { cause: error });
    }
  }
  return jumlah;
}

/** The name of a plan that nobody named, with the next number while that name is taken. */
async function namaBerikut(awal: string, isTerpakai: (path: string) => boolean | Promise<boolean>): Promise<string> {
  for (let ke = 1; ; ke += 1) {
    const path = `${awal}${ke > 1 ? `-${ke}` : ''}.rencana.json`;
    if (!(await isTerpakai(path))) return path;
  }
}

/** A plan of the same day may hold decisions, so the next one gets a number. @param awal e.g. `verifikasi-2026-11-22` */
export const namaRencana = (awal: string): Promise<string> => namaBerikut(awal, existsSync);

/** The plan of a file is made anew, unless decisions would be lost. @param awal e.g. `umpan.csv` */
export const namaTanpaPutusan = (awal: string): Promise<string> =>
  namaBerikut(awal, async (path) => (await hitungDiputus(path)) > 0);

/** @throws UserError code 2 when a new plan would take the place of decisions */
export async function pastikanBelumDiputus(path: string | undefined): Promise<void> {
  const diputus = path === undefined ? 0 : await hitungDiputus(path);
  if (diputus === 0) return;
  const kalimat = `Rencana ${path} memuat ${diputus} putusan orang yang akan hilang. Pakai nama lain dengan --rencana, atau hapus berkasnya bila sudah diterapkan.`;
  throw new UserError(EXIT.usage, kalimat);
}

/**
 * One entry a line, so that two plans can be compared line by line.
 * @throws UserError code 2 when something else than such a plan has that name
 */
export async function tulisRencanaCocok(path: string, rencana: RencanaDitulis): Promise<void> {
  await pastikanBolehDiganti(path);
  await simpanRencanaCocok(path, rencana);
}

/** For who has just read the plan from that path. */
export const simpanRencanaCocok = (path: string, rencana: RencanaDitulis): Promise<void> =>
  tulisUtuh(path, async (berkas) => {
    await berkas.tulis(`{"versi":2,"jenis":${JSON.stringify(rencana.jenis)},"entri":[`);
    let pemisah = '\n';
    for await (const entri of rencana.entri) {
      await berkas.tulis(pemisah + JSON.stringify(entri));
      pemisah = ',\n';
    }
    const { versi: _, jenis: __, entri: ___, ...sisa } = rencana;
    await berkas.tulis(`\n],\n${JSON.stringify(sisa).slice(1)}\n`);
  });

async function pastikanBolehDiganti(path: string): Promise<void> {
  await find(path).catch((error: unknown) => {
    const kalimat = `${path} sudah ada dan bukan rencana pencocokan. Sebutkan nama lain dengan --rencana.`;
    throw new UserError(EXIT.usage, kalimat, { cause: error });
  });
}
