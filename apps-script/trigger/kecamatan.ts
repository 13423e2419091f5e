/** The kecamatan's recap: counts go out, acknowledgements come back (BGR-11). */
import { KECAMATAN_REKAP } from '#domain/kolom/berbagi.ts';
import { ID_KOLOM_KASUS, type Kasus } from '#domain/kolom/kasus.ts';
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { Pelaksana, Potret } from '#usecase/potret.ts';
import type { BarisBerbagi } from '#usecase/proyeksi.ts';
import {
  centangBaru,
  dalamRekap,
  kunciRekap,
  susunRekap,
  ubahBarisRekap,
  urutRekap,
} from '#usecase/rekap-kecamatan.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import { tindak } from '#usecase/tindakan.ts';
import { komit } from '../google/komit.ts';
import { bacaLembarBerbagi, permintaanLembar, tulisLembarBerbagi } from '../google/lembar-berbagi.ts';
import { barisKasus, bukaRegister, keKasus } from '../google/register.ts';
import { denganKunci } from './jaga.ts';
import { saatPemicu } from './saat-pemicu.ts';

const TAB = { idLembar: 230, tab: KECAMATAN_REKAP };

/** Cases that one acknowledgement takes at once. */
const SEKALI_JALAN = 500;
const SEBAGIAN = 'Terlalu banyak sekaligus; baru sebagian tercatat. Pilih ya sekali lagi.';

/** Writes what has changed. A tick that nobody has worked on yet stays. */
export function segarkanRekap(id: string, kasus: readonly Kasus[], potret: Potret): void {
  const [lembar] = bacaLembarBerbagi(id, [TAB]);
  if (!lembar) return;
  const ada = new Map(lembar.baris.map(({ isi }) => [isi['kunci'] ?? '', isi]));
  const rekap = susunRekap(kasus, potret.pengaturan.wilayah);
  const ubah = rekap.flatMap((baris) => {
    const lama = ada.get(baris['kunci'] ?? '');
    const beda = lama ? ubahBarisRekap(baris, lama) : {};
    return Object.keys(beda).length > 0 ? [{ tiket: baris['kunci'] ?? '', nilai: beda }] : [];
  });
  const tambah = rekap.filter((baris) => !ada.has(baris['kunci'] ?? ''));
  tulisLembarBerbagi(id, permintaanLembar(lembar, { ubah, tambah }, urutRekap));
}

/** Handler of the edit trigger on the recap. */
export function saatKecamatanDiubah(e: GoogleAppsScript.Events.SheetsOnEdit): void {
  saatPemicu('saatKecamatanDiubah', e, () => {
    const [dari, sampai] = [e.range.getRow(), e.range.getLastRow()];
    denganKunci(() => {
      const [lembar] = bacaLembarBerbagi(e.source.getId(), [TAB]);
      const disunting = (nomor: number) => nomor >= dari && nomor <= sampai;
      // A row may have moved down since it was ticked: new periods come in above it.
      const baris = (lembar?.baris ?? []).filter(
        ({ nomor, isi }) => centangBaru(isi) || (disunting(nomor) && isi['diketahui']),
      );
      if (!lembar || baris.length === 0) return;
      const pindah = new Set(baris.filter(({ nomor }) => !disunting(nomor)).map(({ isi }) => isi['kunci'] ?? ''));
      const ubah = ketahui(
        baris.map(({ isi }) => isi),
        e.user?.getEmail() ?? '',
        pindah,
      );
      tulisLembarBerbagi(e.source.getId(), permintaanLembar(lembar, { ubah, tambah: [] }));
    });
  });
}

/**
 * Acknowledges the cases of these rows.
 * @param pindah rows that this person may have ticked; those of another kecamatan are left to whoever did
 * @returns what the rows are to say
 */
function ketahui(
  baris: readonly BarisBerbagi[],
  email: string,
  pindah: ReadonlySet<string>,
): { tiket: string; nilai: BarisBerbagi }[] {
  const kunci = new Set(baris.map((satu) => satu['kunci'] ?? ''));
  const sekilas = bukaRegister([{ tab: 'Kasus', kolom: SEKILAS }]);
  const kena = (sekilas.isi[0]?.baris ?? []).filter(({ isi }) => {
    const kasus = keKasus(isi);
    return dalamRekap(kasus) && kunci.has(kunciRekap(kasus)) && kasus.diketahui_pada === '';
  });
  const { potret, isi, letak } = bukaRegister([
    { tab: 'Kasus', baris: kena.slice(0, SEKALI_JALAN).map(({ nomor }) => nomor) },
  ]);
  const pegawai = potret.pengaturan.pegawai.find((satu) => satu.email === email.toLowerCase());
  const pelaku: Pelaksana = { nama: pegawai?.nama || email || 'Kecamatan', peran: 'kecamatan' };
  const wilayah = pegawai?.peran === 'kecamatan' ? pegawai.wilayah : undefined;
  const p = new Perancang(potret);
  const tunda = new Set(kena.slice(SEKALI_JALAN).map(({ isi: satu }) => kunciRekap(keKasus(satu))));
  const hasil = baris.flatMap((satu) => {
    const milik = satu['kunci'] ?? '';
    if (!wilayah || !milik.split(' ')[2]?.startsWith(wilayah)) {
      if (pindah.has(milik)) return [];
      return { tiket: milik, nilai: { diketahui: '', tanggapan: 'Baris ini milik kecamatan lain; tidak dicatat.' } };
    }
    for (const { kasus } of barisKasus(isi[0])) {
      if (kunciRekap(kasus) !== milik) continue;
      tindak(p, kasus, { aksi: 'KETAHUI', alasan: '', isi: {}, rujukan: 'Berbagi Kecamatan' }, pelaku);
    }
    if (tunda.has(milik)) return { tiket: milik, nilai: { diketahui: '', tanggapan: SEBAGIAN } };
    return { tiket: milik, nilai: { tanggapan: `Diketahui ${pelaku.nama}, ${waktuIndonesia(potret.kini)}.` } };
  });
  if (!rencanaKosong(p.rencana())) komit(p.rencana(), letak);
  return hasil;
}

const SEKILAS = ID_KOLOM_KASUS.filter((id) =>
  ['tiket', 'periode', 'rute', 'kode_wilayah', 'status', 'diketahui_pada'].includes(id),
);
