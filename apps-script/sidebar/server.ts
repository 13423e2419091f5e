/** The functions that the sidebar may call through `google.script.run`. They run with the officer's own rights. */
import { POLA_TIKET } from '#domain/usulan/tiket.ts';
import { susunPanel, susunRiwayat } from '#usecase/panel.ts';
import type {
  BarisRiwayat,
  JawabanBuka,
  JawabanTindakan,
  LayananPanel,
  Panel,
  PermintaanTindakan,
} from '#usecase/panel-jenis.ts';
import { bedaSalinan, Perancang } from '#usecase/perancang.ts';
import type { BarisKasus } from '#usecase/potret.ts';
import { tindak } from '#usecase/tindakan.ts';
import { cariBaris, harfiah, type Minta } from '../google/baca.ts';
import { GalatPengguna } from '../google/galat.ts';
import { komit } from '../google/komit.ts';
import { idRegister, values } from '../google/layanan.ts';
import { barisKasus, bukaKasus, bukaRegister, pelaksana, type Terbuka } from '../google/register.ts';
import { jagaDenyut } from '../trigger/denyut.ts';
import { tandaiGandaBaru } from '../trigger/ganda.ts';
import { denganKunci, untukPanel } from '../trigger/jaga.ts';
import { panelKeluarga, panelTolakSaran } from './server-keluarga.ts';

/** A sidebar function runs as the officer; the effective user is known even where the active one stays hidden. */
const email = () => Session.getEffectiveUser().getEmail();

/** Without the row's copy nobody knows which of its cells were typed by hand. */
const SALINAN_RUSAK =
  'Kolom salinan di baris ini kosong atau rusak. Ubah sel mana saja di baris ini; sistem memulihkannya dari Riwayat, lalu ulangi.';

/** Which months a proposal can still be moved to. */
const BATCH: readonly Minta[] = [{ tab: 'Batch', ambil: 'semua' }];

const PILIH_BARIS = 'Pilih sel mana saja di baris usulan pada tab Kasus, lalu tekan "Muat baris terpilih".';

/** Opens the case of a ticket, or of the selected row. */
export function panelBuka(permintaan: { tiket?: string }): JawabanBuka {
  return untukPanel('panelBuka', () => {
    const tiket = (permintaan?.tiket ?? '').trim().toUpperCase();
    if (tiket !== '' && !POLA_TIKET.test(tiket)) {
      return { jenis: 'kosong', pesan: 'Nomor tiket ditulis seperti BTL-D-2026-000123.' };
    }
    const terbuka = tiket === '' ? bukaTerpilih() : bukaKasus(tiket, undefined, BATCH);
    if (!terbuka) return { jenis: 'kosong', pesan: PILIH_BARIS };
    const { kasus, potret } = terbuka;
    jagaDenyut(potret);
    return { jenis: 'panel', panel: susunPanel(kasus, potret, pelaksana(email(), potret)) };
  });
}

function bukaTerpilih(): (Terbuka & { kasus: BarisKasus }) | undefined {
  const rentang = SpreadsheetApp.getActiveRange();
  if (rentang?.getSheet().getName() !== 'Kasus' || rentang.getRow() < 2) return undefined;
  const terbuka = bukaRegister([{ tab: 'Kasus', baris: [rentang.getRow()] }, ...BATCH]);
  const [kasus] = barisKasus(terbuka.isi[0]);
  return kasus && kasus.kasus.tiket !== '' ? { ...terbuka, kasus } : undefined;
}

/** The ticket in the selected row, or an empty text. */
export function panelPilihan(): string {
  return untukPanel('panelPilihan', () => {
    const rentang = SpreadsheetApp.getActiveRange();
    if (rentang?.getSheet().getName() !== 'Kasus' || rentang.getRow() < 2) return '';
    const sel = values().get(idRegister(), `'Kasus'!A${rentang.getRow()}`).values?.[0]?.[0];
    return typeof sel === 'string' && POLA_TIKET.test(sel) ? sel : '';
  });
}

/** Does one action. A case that changed since the officer saw it is shown, not overwritten. */
export function panelTindakan(permintaan: PermintaanTindakan): JawabanTindakan {
  return untukPanel('panelTindakan', () => {
    if (!POLA_TIKET.test(permintaan.tiket)) throw new GalatPengguna('Nomor tiket tidak dikenal.');
    return denganKunci(() => lakukan(permintaan));
  });
}

function lakukan(permintaan: PermintaanTindakan): JawabanTindakan {
  const { potret, letak, kasus: baris } = bukaKasus(permintaan.tiket, permintaan.baris, BATCH);
  const pelaku = pelaksana(email(), potret);
  const tampil = (kasus = baris.kasus) => susunPanel({ ...baris, kasus }, potret, pelaku);
  if (baris.kasus.versi !== permintaan.versi) return bentrok(tampil(), baris);
  if (bedaSalinan(baris.kasus) === undefined) throw new GalatPengguna(SALINAN_RUSAK);
  const p = new Perancang(potret);
  const { aksi, alasan, isi } = permintaan;
  const hasil = tindak(p, baris.kasus, { aksi, alasan, isi }, pelaku);
  if (!hasil.ok) return { jenis: 'ditolak', panel: tampil(), sebab: hasil.error };
  tandaiGandaBaru(p);
  komit(p.rencana(), letak);
  return { jenis: 'selesai', panel: tampil(p.kasus(hasil.value.kasus)), pesan: hasil.value.pesan };
}

function bentrok(kini: Panel, { kasus }: BarisKasus): JawabanTindakan {
  return {
    jenis: 'bentrok',
    panel: kini,
    pesan: `Usulan ini baru saja diubah oleh ${kasus.diubah_oleh}. Belum ada yang disimpan; periksa isinya, lalu ulangi.`,
    perubahan: kini.data.filter(({ label }) => label === 'Diubah').concat({ label: 'Status', nilai: kini.labelStatus }),
  };
}

/** The log of a case, newest first. */
export function panelRiwayat(permintaan: { tiket: string }): BarisRiwayat[] {
  return untukPanel('panelRiwayat', () => {
    const nomor = cariBaris('Riwayat', harfiah(permintaan.tiket));
    const { isi } = bukaRegister([{ tab: 'Riwayat', baris: nomor }]);
    return susunRiwayat(
      (isi[0]?.baris ?? []).map((satu) => satu.isi),
      permintaan.tiket,
    );
  });
}

/**
 * Proof that every function of the contract is here; printing is `server-cetak.ts`'s.
 * @public nothing imports it; the type check is its use
 */
export const LAYANAN = {
  panelBuka,
  panelTindakan,
  panelRiwayat,
  panelPilihan,
  panelKeluarga,
  panelTolakSaran,
} satisfies Omit<LayananPanel, 'cetakCatatanPemohon' | 'cetakSaranDukcapil'>;
