/** The installable triggers. They run as the account that installs them, which must be the office's own account. */

interface Pemicu {
  readonly fungsi: string;
  readonly sumber: string | null;
  readonly pasang: () => void;
}

/** Minutes between ticks. */
const MENIT_TICK = 5;

/** Installs what is missing of this account's triggers. @returns the names of those that were missing */
export function pasangPemicu(register: string, bpjs: string, formulir: string): string[] {
  const mau: Pemicu[] = [
    {
      fungsi: 'saatFormulirDikirim',
      sumber: formulir,
      pasang: () => void ScriptApp.newTrigger('saatFormulirDikirim').forForm(formulir).onFormSubmit().create(),
    },
    {
      fungsi: 'saatRegisterDiubah',
      sumber: register,
      pasang: () => void ScriptApp.newTrigger('saatRegisterDiubah').forSpreadsheet(register).onEdit().create(),
    },
    {
      fungsi: 'saatBpjsDiubah',
      sumber: bpjs,
      pasang: () => void ScriptApp.newTrigger('saatBpjsDiubah').forSpreadsheet(bpjs).onEdit().create(),
    },
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
