/** Whether people can still answer the office's forms. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { EXIT, UserError } from '../errors.ts';
import { asking } from '../google/persist.ts';
import { type Bahan, bacaJson } from './bahan.ts';
import { BUAT_BARU, pelapor, type Temuan } from './temuan.ts';

const { galat, lewat, baik } = pelapor('berbagi');

/** What `Sistem` keeps of a form. */
interface Formulir {
  readonly id?: string;
}

const BUKA =
  'Buka formulir itu di Google Formulir dengan akun sistem: Publikasikan, nyalakan Menerima jawaban, akses Siapa saja yang memiliki link.';

export async function periksaFormulir({ office, sistem }: Pick<Bahan, 'office' | 'sistem'>): Promise<Temuan[]> {
  const semua = Object.entries(bacaJson(sistem['formulir']) as Record<string, Formulir>);
  const klien = await office.klien.forms();
  const temuan: Temuan[] = [];
  for (const [nama, satu] of semua) {
    try {
      temuan.push(...tertutup(nama, await bacaFormulir(klien, satu?.id ?? '')));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error.exitCode === EXIT.auth) {
        const kalimat = 'Formulir tidak diperiksa: hanya akun berperan admin yang dapat membukanya.';
        return [lewat('FORMULIR', kalimat)];
      }
      const kalimat = `Formulir ${nama} tidak dapat dibaca: ${error.message}`;
      temuan.push(galat('FORMULIR_HILANG', kalimat, `${BUAT_BARU} Bagikan tautannya yang baru.`, {}));
    }
  }
  if (temuan.length > 0) return temuan;
  return [baik('FORMULIR', `${semua.length} formulir terbit dan menerima jawaban.`)];
}

const bacaFormulir = (klien: forms_v1.Forms, formId: string): Promise<forms_v1.Schema$Form> =>
  asking(
    (options) => klien.forms.get({ formId }, options),
    (data) => data.formId !== undefined,
    { 404: 'berkasnya tidak ada lagi.' },
  );

function tertutup(nama: string, { publishSettings }: forms_v1.Schema$Form): Temuan[] {
  const { isPublished, isAcceptingResponses } = publishSettings?.publishState ?? {};
  // Forms of before 2025 have no such settings, and are open.
  if (!publishSettings?.publishState || (isPublished && isAcceptingResponses)) return [];
  const kalimat = `Formulir ${nama} ${isPublished ? 'tidak menerima jawaban' : 'belum diterbitkan'}: permohonan tidak dapat masuk.`;
  return [galat('FORMULIR_TUTUP', kalimat, BUKA)];
}
