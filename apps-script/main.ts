/** The ONLY list of global functions: what Google's triggers, menus and the sidebar call by name. */

import { type OpsiPasang, pasangDiminta } from './setup/pasang.ts';
import { panelBuka, panelPilihan, panelRiwayat, panelTindakan } from './sidebar/server.ts';
import { batchBuka, batchKemajuan, batchTindakan } from './sidebar/server-batch.ts';
import {
  cetakBeritaAcara,
  cetakBukuRegister,
  cetakCatatanPemohon,
  cetakDokumen,
  cetakPilihan,
  cetakRekap,
  cetakSaranDukcapil,
  cetakSuratBpjs,
} from './sidebar/server-cetak.ts';
import { panelKeluarga, panelTolakSaran } from './sidebar/server-keluarga.ts';
import { saatBpjsDiubah, saatDukcapilDiubah } from './trigger/berbagi.ts';
import { saatDinkesDiubah } from './trigger/dinkes.ts';
import { saatFormulirDikirim } from './trigger/formulir.ts';
import { catatGalat, denganKunci } from './trigger/jaga.ts';
import { saatKecamatanDiubah } from './trigger/kecamatan.ts';
import {
  ambilAlihKantor,
  bukaPanel,
  bukaPanelBatch,
  jalankanSekarang,
  kirimSuratSekarang,
  onOpen,
  pasangAtauPerbaiki,
  perbaikiRegister,
  periksaRiwayat,
  segarkanDasborSekarang,
  segarkanSekarang,
} from './trigger/menu.ts';
import { saatRegisterDiubah } from './trigger/sunting.ts';
import { tick } from './trigger/tick.ts';

/** Installs the office; run once from the menu or the editor, or by the command line. Again: repairs what differs. */
function pasang(opsi?: OpsiPasang): string[] {
  return catatGalat('pasang', () => denganKunci(() => pasangDiminta(opsi)));
}

export {
  ambilAlihKantor,
  batchBuka,
  batchKemajuan,
  batchTindakan,
  bukaPanel,
  bukaPanelBatch,
  cetakBeritaAcara,
  cetakBukuRegister,
  cetakCatatanPemohon,
  cetakDokumen,
  cetakPilihan,
  cetakRekap,
  cetakSaranDukcapil,
  cetakSuratBpjs,
  jalankanSekarang,
  kirimSuratSekarang,
  onOpen,
  panelBuka,
  panelKeluarga,
  panelPilihan,
  panelRiwayat,
  panelTindakan,
  panelTolakSaran,
  pasang,
  pasangAtauPerbaiki,
  perbaikiRegister,
  periksaRiwayat,
  saatBpjsDiubah,
  saatDinkesDiubah,
  saatDukcapilDiubah,
  saatFormulirDikirim,
  saatKecamatanDiubah,
  saatRegisterDiubah,
  segarkanDasborSekarang,
  segarkanSekarang,
  tick,
};
