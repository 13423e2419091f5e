/** The installable triggers. They run as the account that installs them, which must be the office's own account. */
import type { NamaBerbagi } from '#domain/kolom/berbagi.ts';
import type { PetaKantor } from '../google/formulir.ts';

/** The handler of edits in each shared spreadsheet. Kelurahan answer through forms and commands. */
const SAAT_BERBAGI: Record<NamaBerbagi, string> = {
  bpjs: 'saatBpjsDiubah',
  dinkes: 'saatDinkesDiubah',
  disdukcapil: 'saatDukcapilDiubah',
  kecamatan: 'saatKecamatanDiubah',
};

interface Pemicu {
  readonly fungsi: string;
  readonly sumber: string | null;
  readonly pasang: () => void;
}

/** Minutes between ticks. */
const MENIT_TICK = 5;

/** Installs what is missing of this account's triggers. @returns the names of those that were missing */
export function pasangPemicu(
  register: string,
  berkas: Readonly<Partial<Record<NamaBerbagi, string>>>,
  formulir: PetaKantor,
): string[] {
  const saatDiubah = (fungsi: string, sumber: string): Pemicu => ({
    fungsi,
    sumber,
    pasang: () => void ScriptApp.newTrigger(fungsi).forSpreadsheet(sumber).onEdit().create(),
  });
  const mau: Pemicu[] = [
    ...Object.values(formulir).map(
      ({ id }): Pemicu => ({
        fungsi: 'saatFormulirDikirim',
        sumber: id,
        pasang: () => void ScriptApp.newTrigger('saatFormulirDikirim').forForm(id).onFormSubmit().create(),
      }),
    ),
    saatDiubah('saatRegisterDiubah', register),
    ...(Object.entries(berkas) as [NamaBerbagi, string][]).map(([nama, id]) => saatDiubah(SAAT_BERBAGI[nama], id)),
    {
      fungsi: 'tick',
      sumber: null,
      pasang: () => void ScriptApp.newTrigger('tick').timeBased().everyMinutes(MENIT_TICK).create(),
    },
  ];
  const ada = ScriptApp.getProjectTriggers().map(
    (satu) => `${satu.getHandlerFunction()}|${satu.getTriggerSourceId() ?? ''}`,
  );
  const kurang = mau.filter(({ fungsi, sumber }) => !ada.includes(`${fungsi}|${sumber ?? ''}`));
  for (const { pasang } of kurang) pasang();
  return kurang.map(({ fungsi }) => fungsi);
}
