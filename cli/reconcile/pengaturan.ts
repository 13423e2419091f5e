/** Settings of a run without an office: headings, thresholds and the office's words for outcomes, from a JSON file. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Ambang } from '#domain/cocok/bobot.ts';
import { KOLOM_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import { EXIT, UserError } from '../errors.ts';

const TEKS = z.string().check(z.minLength(1));

const PENGATURAN = z.strictObject({
  /** Headings of one's own for fields of a person. */
  judul: z.optional(
    z.strictObject(
      Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, z.optional(z.array(TEKS))])) as Record<
        KolomOrang,
        z.ZodMiniOptional<z.ZodMiniArray<z.ZodMiniString>>
      >,
    ),
  ),
  ambang: z.optional(
    z.strictObject({ saran: z.optional(z.number()), bentrok: z.optional(z.number()), jarak: z.optional(z.number()) }),
  ),
  /** Words of a remark, separated by semicolons, and the outcome code that they mean. */
  sinonim: z.optional(z.array(z.strictObject({ pola: TEKS, kode: TEKS }))),
});

export interface PengaturanCocok {
  readonly judul?: Readonly<Partial<Record<KolomOrang, readonly string[]>>>;
  readonly ambang?: Partial<Ambang>;
  readonly sinonim?: readonly { readonly pola: string; readonly kode: string }[];
}

/** @throws UserError code 2 that names the setting that is wrong */
export async function bacaPengaturanCocok(path: string | undefined): Promise<PengaturanCocok> {
  if (path === undefined) return {};
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(EXIT.usage, `Pengaturan ${path} tidak ada atau tidak boleh dibaca.`, { cause: error });
  });
  const { data, error } = PENGATURAN.safeParse(parse(path, text));
  // What comes from JSON has no undefined fields.
  if (data) return data as PengaturanCocok;
  const [masalah] = error.issues;
  const bagian = [...(masalah?.path ?? []), ...(masalah?.code === 'unrecognized_keys' ? masalah.keys : [])].join('.');
  throw new UserError(
    EXIT.usage,
    `Pengaturan ${path}: bagian ${bagian || 'terluar'} tidak dikenal atau salah bentuk. Yang ada: judul, ambang, sinonim.`,
  );
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(EXIT.usage, `Pengaturan ${path} bukan JSON. Periksa tanda koma dan kurungnya.`, {
      cause: error,
    });
  }
}
