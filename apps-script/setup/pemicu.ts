/** The installable triggers. They run as the account that installs them, which must be the office's own account. */
import type { NamaBerbagi } from '#domain/kolom/berbagi.ts';
import type { HasilPeriksa } from '#usecase/bentuk-perintah.ts';
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
  /** Which form, for the sentence; the other functions say it themselves. */
  readonly untuk?: string;
  readonly pasang: () => void;
}

/** Minutes between ticks. */
const MENIT_TICK = 5;

type Berkas = Readonly<Partial<Record<NamaBerbagi, string>>>;

function semuaPemicu(register: string, berkas: Berkas, formulir: PetaKantor): Pemicu[] {
  const saatDiubah = (fungsi: string, sumber: string): Pemicu => ({
    fungsi,
    sumber,
    pasang: () => void ScriptApp.newTrigger(fungsi).forSpreadsheet(sumber).onEdit().create(),
  });
  return [
    ...Object.entries(formulir).map(
      ([untuk, { id }]): Pemicu => ({
        fungsi: 'saatFormulirDikirim',
        sumber: id,
        untuk: ` untuk formulir ${untuk}`,
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
}

/** Google shows a script only the triggers of the account that runs it. */
const adaPemicu = (): string[] => ScriptApp.getProjectTriggers().map(namaTerpasang);

const namaTerpasang = (satu: GoogleAppsScript.Script.Trigger): string =>
  `${satu.getHandlerFunction()}|${satu.getTriggerSourceId() ?? ''}`;

const nama = ({ fungsi, sumber }: Pemicu): string => `${fungsi}|${sumber ?? ''}`;

/** Installs what is missing of this account's triggers, in place of those of lost files. @returns the names of those that were missing */
export function pasangPemicu(register: string, berkas: Berkas, formulir: PetaKantor): string[] {
  const ada = adaPemicu();
  const semua = semuaPemicu(register, berkas, formulir);
  const [dikenal, fungsi] = [semua.map(nama), semua.map((satu) => satu.fungsi)];
  const kurang = semua.filter((satu) => !ada.includes(nama(satu)));
  // Google goes on counting the triggers of deleted files, and allows twenty.
  for (const satu of ScriptApp.getProjectTriggers())
    if (fungsi.includes(satu.getHandlerFunction()) && !dikenal.includes(namaTerpasang(satu)))
      ScriptApp.deleteTrigger(satu);
  for (const { pasang } of kurang) pasang();
  return kurang.map((satu) => `${satu.fungsi}${satu.untuk ?? ''}`);
}

/** Functions of triggers that are missing, there more than once, or none of the bundle's. Changes nothing. */
export function selisihPemicu(
  register: string,
  berkas: Berkas,
  formulir: PetaKantor,
): Required<HasilPeriksa>['pemicu'] {
  const ada = adaPemicu();
  const mau = semuaPemicu(register, berkas, formulir);
  const dikenal = mau.map(nama);
  return {
    kurang: mau.filter((satu) => !ada.includes(nama(satu))).map(({ fungsi }) => fungsi),
    kembar: mau.filter((satu) => ada.indexOf(nama(satu)) !== ada.lastIndexOf(nama(satu))).map(({ fungsi }) => fungsi),
    asing: ada.filter((satu) => !dikenal.includes(satu)).map((satu) => satu.split('|')[0] ?? ''),
  };
}
