/** Form responses as plain data. Answers are matched to fields by item id, as `Sistem` remembers them from set-up. */
import type { NamaFormulir } from '#domain/formulir/butir.ts';
import { type Waktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import type { Respons } from '#usecase/isi-respons.ts';
import type { Potret } from '#usecase/potret.ts';

/** A response before its fields are known. */
export interface ResponsMentah {
  readonly id: string;
  /** The form that it answers. */
  readonly formulir: string;
  readonly pada: Waktu;
  readonly persis: string;
  readonly tautanUbah: string;
  readonly surel: string;
  readonly jawaban: readonly { readonly idButir: number; readonly isi: string }[];
}

/** What `Sistem` keeps of a form: its id, and per field the item that asks for it. */
export interface PetaFormulir {
  readonly id: string;
  readonly butir: Readonly<Record<string, number>>;
}

export type PetaKantor = Readonly<Partial<Record<NamaFormulir, PetaFormulir>>>;

export const petaFormulir = ({ sistem }: Pick<Potret, 'sistem'>): PetaKantor =>
  JSON.parse(sistem.formulir || '{}') as PetaKantor;

/** Which form has this id. */
export const namaFormulir = (peta: PetaKantor, id: string): NamaFormulir | undefined =>
  (Object.keys(peta) as NamaFormulir[]).find((nama) => peta[nama]?.id === id);

/** The instant of a response, and with milliseconds: two versions of one response can be of the same second. */
function saat(respons: GoogleAppsScript.Forms.FormResponse): { pada: Waktu; persis: string } {
  const epoch = respons.getTimestamp().getTime();
  const pada = waktuDariEpoch(epoch);
  const milidetik = String(epoch % 1000).padStart(3, '0');
  return { pada, persis: `${pada.slice(0, 19)}.${milidetik}${pada.slice(19)}` };
}

/** @returns undefined for the blank events that Google sometimes delivers */
export function bacaRespons(
  respons: GoogleAppsScript.Forms.FormResponse | undefined,
  formulir: string,
): ResponsMentah | undefined {
  if (!respons) return undefined;
  const jawaban = respons.getItemResponses().map((satu) => {
    const isi: unknown = satu.getResponse();
    return { idButir: satu.getItem().getId(), isi: Array.isArray(isi) ? isi.join(', ') : String(isi ?? '') };
  });
  if (jawaban.every(({ isi }) => isi === '')) return undefined;
  return {
    id: respons.getId(),
    formulir,
    ...saat(respons),
    tautanUbah: respons.getEditResponseUrl(),
    surel: respons.getRespondentEmail() ?? '',
    jawaban,
  };
}

export function namaiJawaban(mentah: ResponsMentah, { butir }: PetaFormulir): Respons {
  const bidang = new Map(Object.entries(butir).map(([nama, id]) => [id, nama]));
  const jawaban = Object.fromEntries(
    mentah.jawaban.map(({ idButir, isi }) => [bidang.get(idButir) ?? `butir_${idButir}`, isi]),
  );
  const { id, pada, persis, tautanUbah, surel } = mentah;
  return { id, pada, persis, tautanUbah, surel, jawaban };
}

/** A response that a sweep found. Its answers cost a service call, so they are read only where they are needed. */
export interface ResponsDitemukan {
  readonly id: string;
  readonly pada: Waktu;
  readonly persis: string;
  /** @returns undefined for a response without answers */
  baca(): ResponsMentah | undefined;
}

/** Responses of a form sent or edited after an instant. */
export function responsSejak(idFormulir: string, sejakEpoch: number): ResponsDitemukan[] {
  return FormApp.openById(idFormulir)
    .getResponses(new Date(sejakEpoch))
    .map((satu) => ({
      id: satu.getId(),
      ...saat(satu),
      baca: () => bacaRespons(satu, idFormulir),
    }));
}
