/**
 * What all handlers of triggers have in common: only those of the office's account work, and a register of another
 * version ends the run with one warning a day instead of an error at each event. Nothing is lost by either.
 */
import { tanggalWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { GalatAkunLain, tandaiPemicu } from '../google/pemicu-akun.ts';
import { GalatVersi } from '../google/skema.ts';
import { adminTercatat } from '../setup/orang.ts';
import { catatBerhenti, catatGalat, coba, denganKunci } from './jaga.ts';

/** @param e the event; absent where a person starts the work by hand */
export function saatPemicu(nama: string, e: { readonly triggerUid?: string } | undefined, kerja: () => void): void {
  catatGalat(nama, () => {
    if (e?.triggerUid) tandaiPemicu();
    try {
      kerja();
    } catch (galat) {
      const berhenti = galat instanceof GalatAkunLain || (galat instanceof GalatVersi && e?.triggerUid);
      if (!berhenti) throw galat;
      catatBerhenti(nama, galat);
      if (galat instanceof GalatVersi) coba('kabariVersi', () => denganKunci(() => kabariVersi(galat.message)));
    }
  });
}

/** The day on which the administrators were last told. Not in the register, in which nothing may be written. */
const DIKABARKAN = 'VERSI_DIKABARKAN';

function kabariVersi(pesan: string): void {
  const properti = PropertiesService.getScriptProperties();
  const hari = tanggalWaktu(waktuDariEpoch(Date.now()));
  if (properti.getProperty(DIKABARKAN) === hari) return;
  // First of all the mark: a run that dies here must not make hundreds of mails.
  properti.setProperty(DIKABARKAN, hari);
  const kepada = adminTercatat() ?? [Session.getEffectiveUser().getEmail()];
  MailApp.sendEmail({
    to: kepada.join(','),
    subject: 'Usulan PBI berhenti: versi skrip dan register berbeda',
    body: pesan,
  });
}
