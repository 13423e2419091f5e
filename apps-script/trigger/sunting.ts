/** Hand edits of the register: checked, completed, logged (BTL-D-05, BTL-D-06). */
import { isStatus, sudahAkhir } from '#domain/usulan/status.ts';
import { POLA_TIKET } from '#domain/usulan/tiket.ts';
import { lipatRiwayat } from '#usecase/kasus-hilang.ts';
import { koreksi } from '#usecase/koreksi.ts';
import { bedaSalinan, buatSalinan, Perancang } from '#usecase/perancang.ts';
import type { BarisKasus, Pelaksana, Potret } from '#usecase/potret.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import { cariBaris, harfiah } from '../google/baca.ts';
import { GalatPengguna } from '../google/galat.ts';
import { namaTampak } from '../google/kirim.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaRegister, pelaksana } from '../google/register.ts';
import { isTabPengaturan, periksaTabPengaturan } from '../setup/pengaturan.ts';
import { jagaDenyut } from './denyut.ts';
import { tandaiGandaBaru } from './ganda.ts';
import { denganKunci } from './jaga.ts';
import { saatPemicu } from './saat-pemicu.ts';

/** Rows of one commit; a larger paste is taken in parts. */
const SEKALI_SIMPAN = 500;

type PeristiwaSunting = GoogleAppsScript.Events.SheetsOnEdit;

/** Handler of the register's installable edit trigger. */
export function saatRegisterDiubah(e: PeristiwaSunting): void {
  saatPemicu('saatRegisterDiubah', e, () => {
    const tab = e.range.getSheet().getName();
    const dari = Math.max(2, e.range.getRow());
    const sampai = e.range.getLastRow();
    if (sampai < dari) return;
    try {
      if (tab === 'Kasus') {
        for (let awal = dari; awal <= sampai; awal += SEKALI_SIMPAN) {
          const baris = deret(awal, Math.min(sampai, awal + SEKALI_SIMPAN - 1));
          jagaDenyut(denganKunci(() => olahSuntingan(baris, e.user?.getEmail() ?? '')));
        }
      }
      if (isTabPengaturan(tab)) kabari(denganKunci(() => periksaTabPengaturan(e.user?.getEmail() ?? '', [tab])));
    } catch (galat) {
      if (galat instanceof GalatPengguna) kabari(galat.message);
      throw galat;
    }
  });
}

function kabari(pesan: string): void {
  if (pesan !== '') SpreadsheetApp.getActiveSpreadsheet().toast(pesan, 'Usulan PBI', 30);
}

const deret = (dari: number, sampai: number) => Array.from({ length: sampai - dari + 1 }, (_, i) => dari + i);

/** Rows of `Kasus` that somebody has edited, in one commit however many they are. @returns what was read of the office */
function olahSuntingan(baris: readonly number[], email: string): Potret {
  const { potret, isi, letak } = bukaRegister([{ tab: 'Kasus', baris }]);
  const perancang = new Perancang(potret);
  const { nama, peran } = pelaksana(email, potret);
  // Whoever may edit the register works for Dinsos; the counter screens and does not verify (BTL-N-02).
  const pelaku: Pelaksana = { nama, peran: peran === 'loket' ? 'loket' : 'dinsos' };
  const nomor = new Map(letak.nomor);
  const nomorKasus = new Map(nomor.get('Kasus'));
  const tampak = new Map<string, string>();
  for (const { baris: nomorBaris, kasus } of denganSalinan(barisKasus(isi[0]))) {
    const hasil = koreksi(perancang, kasus, pelaku);
    // Typed over the ticket itself: the row is still found under the ticket that its copy remembers.
    const tiket = hasil === 'asing' || hasil === 'sama' ? undefined : perancang.tiketTerakhir();
    if (!tiket || tiket === kasus.tiket) continue;
    nomorKasus.set(tiket, nomorBaris);
    tampak.set(namaTampak('Kasus', tiket), kasus.tiket);
  }
  tandaiGandaBaru(perancang);
  nomor.set('Kasus', nomorKasus);
  const rencana = perancang.rencana();
  if (!rencanaKosong(rencana)) komit(rencana, { ...letak, nomor, tampak });
  return potret;
}

/** Rows whose copy somebody has cleared get it back from the log, so that what was typed into them is noticed. */
function denganSalinan(baris: readonly BarisKasus[]): BarisKasus[] {
  const rusak = baris.filter(({ kasus }) => POLA_TIKET.test(kasus.tiket) && bedaSalinan(kasus) === undefined);
  if (rusak.length === 0) return [...baris];
  const nomor = cariBaris('Riwayat', rusak.map(({ kasus }) => harfiah(kasus.tiket)).join('|'));
  const catatan = (bukaRegister([{ tab: 'Riwayat', baris: nomor }]).isi[0]?.baris ?? []).map(({ isi }) => isi);
  return baris.map((satu) => {
    const asal = rusak.includes(satu) ? lipatRiwayat(satu.kasus.tiket, catatan) : undefined;
    if (!asal) return satu;
    const { jawaban, respons_pada, tautan_ubah, diubah, diubah_oleh } = satu.kasus;
    const salinan = buatSalinan({ ...asal, jawaban, respons_pada, tautan_ubah, diubah, diubah_oleh });
    return { ...satu, kasus: { ...satu.kasus, salinan } };
  });
}

/** Edits of open cases whose event never came or failed are found and logged. @returns how many rows were looked at */
export function susulSuntingan(): number {
  const { isi } = bukaRegister([{ tab: 'Kasus', kolom: ['tiket', 'status'] }]);
  const terbuka = (isi[0]?.baris ?? []).filter(
    ({ isi: { tiket = '', status = '' } }) => tiket !== '' && !(isStatus(status) && sudahAkhir(status)),
  );
  const nomor = terbuka.map((satu) => satu.nomor);
  for (let awal = 0; awal < nomor.length; awal += SEKALI_SIMPAN) {
    denganKunci(() => olahSuntingan(nomor.slice(awal, awal + SEKALI_SIMPAN), ''));
  }
  return nomor.length;
}
