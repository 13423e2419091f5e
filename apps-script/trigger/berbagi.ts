/** The exchange with other offices: their answers come in, the cases they see go out (BTL-D-04, BTL-D-08, BGR-14). */
import { BUKU_BERBAGI, type NamaBerbagi, type TabBerbagi } from '#domain/kolom/berbagi.ts';
import { ID_KOLOM_KASUS, type KolomKasus } from '#domain/kolom/kasus.ts';
import { tambahMenit } from '#domain/waktu/waktu.ts';
import { type RencanaBerbagi, segarkan, terimaJawaban, terisi } from '#usecase/berbagi-jawab.ts';
import { Perancang } from '#usecase/perancang.ts';
import { berkasBerbagi, type Pelaksana, type Potret } from '#usecase/potret.ts';
import {
  type BarisBerbagi,
  PROYEKSI_BPJS,
  PROYEKSI_DINKES,
  PROYEKSI_DUKCAPIL,
  type Proyeksi,
} from '#usecase/proyeksi.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import { komit } from '../google/komit.ts';
import {
  bacaLembarBerbagi,
  type LembarBerbagi,
  permintaanLembar,
  type TabDibaca,
  tulisLembarBerbagi,
} from '../google/lembar-berbagi.ts';
import { barisKasus, bukaDenganKasus, bukaRegister, keKasus } from '../google/register.ts';
import { jagaDenyut } from './denyut.ts';
import { denganKunci } from './jaga.ts';
import { saatPemicu } from './saat-pemicu.ts';

/** While cases wait at BPJS its spreadsheet is read again after this long: an edit event may be lost. */
const MENIT_LAGI = 60;

/** Spreadsheets whose rows are cases. */
const PROYEKSI: Partial<Record<NamaBerbagi, readonly Proyeksi[]>> = {
  bpjs: PROYEKSI_BPJS,
  disdukcapil: [PROYEKSI_DUKCAPIL],
  dinkes: [PROYEKSI_DINKES],
};

type PeristiwaSunting = GoogleAppsScript.Events.SheetsOnEdit;

/** Handler of the edit trigger on the spreadsheet shared with BPJS. */
export const saatBpjsDiubah = (e: PeristiwaSunting): void =>
  saatPemicu('saatBpjsDiubah', e, () => jawabanDisunting('bpjs', e));

/** Handler of the edit trigger on the spreadsheet shared with Disdukcapil. */
export const saatDukcapilDiubah = (e: PeristiwaSunting): void =>
  saatPemicu('saatDukcapilDiubah', e, () => jawabanDisunting('disdukcapil', e));

function jawabanDisunting(nama: NamaBerbagi, e: PeristiwaSunting): void {
  const [dari, sampai] = [e.range.getRow(), e.range.getLastRow()];
  const proyeksi = (PROYEKSI[nama] ?? []).find(({ tab }) => tab.nama === e.range.getSheet().getName());
  if (!proyeksi) return;
  const terolah = denganKunci(() => {
    const [lembar] = bacaLembarBerbagi(e.source.getId(), [proyeksi]);
    if (!lembar) return undefined;
    const baris = lembar.baris.filter(({ nomor }) => nomor >= dari && nomor <= sampai).map(({ isi }) => isi);
    return olahJawaban(nama, e.source.getId(), proyeksi, lembar, baris, e.user?.getEmail() ?? '');
  });
  if (terolah?.potret) jagaDenyut(terolah.potret);
}

/** Takes answers into the cases and says in the row what became of them. To be called inside the lock. */
function olahJawaban(
  nama: NamaBerbagi,
  id: string,
  proyeksi: Proyeksi,
  lembar: LembarBerbagi,
  baris: LembarBerbagi['baris'][number]['isi'][],
  email: string,
): { diterima: number; potret?: Potret } {
  const tiket = baris.map((satu) => satu['tiket'] ?? '').filter((satu) => satu !== '');
  if (tiket.length === 0) return { diterima: 0 };
  const { potret, isi, letak } = bukaDenganKasus(tiket);
  const perancang = new Perancang(potret);
  const kasus = barisKasus(isi[0]).map((satu) => satu.kasus);
  const hasil = terimaJawaban(perancang, proyeksi, baris, kasus, pelakuBerbagi(nama, email, potret));
  const rencana = perancang.rencana();
  if (!rencanaKosong(rencana)) komit(rencana, letak);
  tulisLembarBerbagi(id, permintaanLembar(lembar, { ubah: hasil.tanggapan, tambah: [] }));
  return { diterima: hasil.diterima, potret };
}

const NAMA_KANTOR: Record<NamaBerbagi, string> = {
  bpjs: 'BPJS Kesehatan',
  dinkes: 'Dinas Kesehatan',
  disdukcapil: 'Disdukcapil',
  kecamatan: 'Kecamatan',
};

/** Whoever may open that spreadsheet may answer in it; accounts of other domains stay nameless at Google. */
export function pelakuBerbagi(nama: NamaBerbagi, email: string, potret: Potret): Pelaksana {
  const peran = potret.pengaturan.pegawai.find((p) => p.email === email.toLowerCase())?.peran;
  return {
    nama: email === '' ? NAMA_KANTOR[nama] : email,
    peran: peran === 'dinsos' || peran === 'admin' ? 'dinsos' : nama,
  };
}

/** What a refresh has to read of every case. */
export const KOLOM_DIBACA: readonly KolomKasus[] = ID_KOLOM_KASUS.filter((id) =>
  [
    ...Object.values(PROYEKSI).flatMap((semua) => semua.flatMap(({ salin }) => salin)),
    ...['status', 'diubah', 'rute', 'keterangan_bpjs', 'cek_ulang', 'kode_hasil', 'tmt_aktif', 'diserahkan_pada'],
    ...['cek_kependudukan', 'cek_kependudukan_pada', 'cek_kependudukan_catatan', 'diusulkan_pada'],
  ].includes(id),
);

/** Brings the spreadsheet of BPJS up to date; answers that no event delivered are taken in first. @param tolak why whoever runs it may not, if so */
export function segarkanBerbagiBpjs(tolak: (potret: Potret) => string = () => ''): string {
  return denganKunci(() => {
    const { potret, isi, letak } = bukaRegister([{ tab: 'Kasus', kolom: KOLOM_DIBACA }]);
    const id = berkasBerbagi(potret).bpjs ?? '';
    const sebab = id === '' ? 'Berbagi BPJS belum dipasang.' : tolak(potret);
    if (sebab !== '') return sebab;
    const kasus = (isi[0]?.baris ?? []).map(({ isi: satu }) => keKasus(satu));
    const hasil = segarkanBuku('bpjs', id, kasus, potret);
    if (hasil.diterima > 0) return `${hasil.diterima} jawaban diterima; segarkan sekali lagi untuk melihatnya.`;
    const menunggu = kasus.some(({ status }) => status === 'DIKIRIM_BPJS');
    const perancang = new Perancang(potret);
    perancang.aturSistem('bpjs_tertinggal', menunggu ? tambahMenit(potret.kini, MENIT_LAGI) : '');
    const akhir = perancang.rencana();
    if (!rencanaKosong(akhir)) komit(akhir, letak);
    return `${hasil.tambah} baris baru, ${hasil.ubah} baris diperbarui.`;
  });
}

/** A tab of such a spreadsheet whose rows are no cases, and what changes in it. */
export interface TabTambahan extends TabBerbagi, Pick<TabDibaca, 'hanyaKunci'> {
  readonly rencana: (baris: readonly BarisBerbagi[]) => RencanaBerbagi;
}

/** One spreadsheet. Answers that no event delivered are taken in first, and then nothing else is done. Inside the lock. */
export function segarkanBuku(
  nama: NamaBerbagi,
  id: string,
  kasus: readonly ReturnType<typeof keKasus>[],
  potret: Potret,
  tambahan: readonly TabTambahan[] = [],
): { diterima: number; tambah: number; ubah: number } {
  const proyeksi = (PROYEKSI[nama] ?? []).filter(({ idLembar }) =>
    BUKU_BERBAGI[nama].some((satu) => satu.idLembar === idLembar),
  );
  const lembar = bacaLembarBerbagi(id, [...proyeksi, ...tambahan]);
  const perTiket = new Map(kasus.map((satu) => [satu.tiket, satu]));
  const diterima = proyeksi.reduce((jumlah, satu, i) => {
    const isi = lembar[i];
    const tertinggal = (isi?.baris ?? [])
      .map((baris) => baris.isi)
      .filter((baris) => {
        const milik = perTiket.get(baris['tiket'] ?? '');
        return milik !== undefined && satu.menunggu(milik) && terisi(baris);
      });
    return isi ? jumlah + olahJawaban(nama, id, satu, isi, tertinggal, '').diterima : jumlah;
  }, 0);
  if (diterima > 0) return { diterima, tambah: 0, ubah: 0 };
  const isiLembar = (i: number) => (lembar[i]?.baris ?? []).map((baris) => baris.isi);
  const rencana = [
    ...proyeksi.map((satu, i) => segarkan(satu, kasus, isiLembar(i), potret.kini)),
    ...tambahan.map((satu, i) => satu.rencana(isiLembar(proyeksi.length + i))),
  ];
  const requests = rencana.flatMap((satu, i) => {
    const isi = lembar[i];
    return isi ? permintaanLembar(isi, satu) : [];
  });
  tulisLembarBerbagi(id, requests);
  const jumlah = (bagian: 'tambah' | 'ubah') => rencana.reduce((n, satu) => n + satu[bagian].length, 0);
  return { diterima: 0, tambah: jumlah('tambah'), ubah: jumlah('ubah') };
}
