/** Sends queued mail through MailApp. What goes wrong comes back as a sentence without an address. */
import type { BarisSurat } from '#usecase/kirim.ts';

/** @returns why it failed, or undefined when it went out */
export function kirimSurel(surat: BarisSurat, namaPengirim: string): string | undefined {
  try {
    MailApp.sendEmail({ to: surat.kepada, subject: surat.subjek, body: surat.isi, name: namaPengirim });
    return undefined;
  } catch (galat) {
    const pesan = galat instanceof Error ? galat.message : String(galat);
    return pesan.split(surat.kepada).join('(penerima)').slice(0, 200);
  }
}

/** How many more recipients today. */
export const sisaKuota = (): number => MailApp.getRemainingDailyQuota();
