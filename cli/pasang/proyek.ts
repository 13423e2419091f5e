/** The script project inside the register: the one that is known, or a new one. Google lists no project by its workbook. */
import { EXIT, UserError } from '../errors.ts';
import { bacaKantorTersimpan, simpanKantor } from '../google/kantor-tersimpan.ts';
import { alamatBuku, berhenti, bilaAda, type Mesin, sekali } from './mesin.ts';

/** @param skrip named by the officer. @returns undefined where there is none yet */
export async function cariProyek(
  mesin: Mesin,
  register: string,
  skrip: string | undefined,
): Promise<string | undefined> {
  const ingat = bacaKantorTersimpan(mesin.tempat);
  const dikenal = [skrip, ingat?.registerId === register ? ingat.scriptId : undefined, mesin.lokal?.scriptId];
  for (const id of dikenal) if (id && (await terikat(mesin, id, register))) return id;
  if (skrip !== undefined) {
    throw new UserError(
      EXIT.usage,
      `Proyek skrip --skrip ${skrip} tidak ada, atau tidak terikat pada Register PBI ini.`,
    );
  }
  if (ingat?.registerId === register && ingat.skripDiminta && !mesin.lokal) throw tidakTahu(mesin, register);
  return undefined;
}

async function terikat({ klien }: Mesin, scriptId: string, register: string): Promise<boolean> {
  const script = await klien.script();
  const proyek = await bilaAda((options) => script.projects.get({ scriptId }, options));
  return proyek?.parentId === register;
}

/** The run before ended while Google made the project: only a person can see whether it is there. */
const tidakTahu = ({ tempat }: Mesin, register: string): UserError =>
  berhenti(
    `Pemasangan sebelumnya terputus saat proyek skrip dibuat. Buka ${alamatBuku(tempat, register)}, pilih Ekstensi > Apps Script, ` +
      'lalu Setelan project: salin ID skrip dan jalankan pbi pasang --skrip ID.',
  );

export async function buatProyek({ klien, tempat }: Mesin, register: string): Promise<string> {
  const script = await klien.script();
  simpanKantor(tempat, { registerId: register, skripDiminta: true });
  const requestBody = { title: 'Usulan PBI', parentId: register };
  const { scriptId } = await sekali((options) => script.projects.create({ requestBody }, options)).catch((error) => {
    // Refused is not made: the next run may ask again.
    if (error instanceof UserError && error.exitCode !== EXIT.unexpected)
      simpanKantor(tempat, { registerId: register, skripDiminta: false });
    throw error;
  });
  if (!scriptId)
    throw new UserError(EXIT.unexpected, 'Google tidak memberi id proyek skrip yang dibuat. Jalankan lagi.');
  simpanKantor(tempat, { registerId: register, scriptId, skripDiminta: false });
  return scriptId;
}
