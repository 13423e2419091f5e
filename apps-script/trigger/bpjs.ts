/** The exchange with BPJS: its answers come in, the proposed cases go out (BTL-D-04, BTL-D-07, BTL-D-08). */
import { tambahMenit } from '#domain/waktu/waktu.ts';
import { type BarisBpjs, KOLOM_DIBACA, segarkanBpjs, terimaJawaban, terisi } from '#usecase/bpjs.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { Pelaksana, Potret } from '#usecase/potret.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import { komit } from '../google/komit.ts';
import { bacaLembarBpjs, type LembarBpjs, tulisLembarBpjs } from '../google/lembar-bpjs.ts';
import { barisKasus, bukaDenganKasus, bukaRegister, keKasus } from '../google/register.ts';
import { catatGalat, denganKunci } from './jaga.ts';

/** While cases wait at BPJS its spreadsheet is read again after this long: an edit event may be lost. */
const MENIT_LAGI = 60;

type PeristiwaSunting = GoogleAppsScript.Events.SheetsOnEdit;

/** Handler of the edit trigger on the spreadsheet shared with BPJS. */
export function saatBpjsDiubah(e: PeristiwaSunting): void {
  catatGalat('saatBpjsDiubah', () => {
    const [dari, sampai] = [e.range.getRow(), e.range.getLastRow()];
    denganKunci(() => {
      const lembar = bacaLembarBpjs(e.source.getId());
      const baris = lembar.baris.filter(({ nomor }) => nomor >= dari && nomor <= sampai).map(({ isi }) => isi);
      olahJawaban(lembar, baris, e.user?.getEmail() ?? '');
    });
  });
}

/** Takes answers into the cases and says in the row what became of them. To be called inside the lock. */
function olahJawaban(lembar: LembarBpjs, baris: readonly BarisBpjs[], email: string): number {
  const tiket = baris.map((satu) => satu['tiket'] ?? '').filter((satu) => satu !== '');
  if (tiket.length === 0) return 0;
  const { potret, isi, letak } = bukaDenganKasus(tiket);
  const perancang = new Perancang(potret);
  const kasus = barisKasus(isi[0]).map((satu) => satu.kasus);
  const hasil = terimaJawaban(perancang, baris, kasus, pelakuBpjs(email, potret));
  const rencana = perancang.rencana();
  if (!rencanaKosong(rencana)) komit(rencana, letak);
  tulisLembarBpjs(lembar, { ubah: hasil.tanggapan, tambah: [] });
  return hasil.diterima;
}

/** Whoever may open that spreadsheet may answer in it; accounts of other domains stay nameless at Google. */
function pelakuBpjs(email: string, potret: Potret): Pelaksana {
  const peran = potret.pengaturan.pegawai.find((p) => p.email === email.toLowerCase())?.peran;
  return {
    nama: email === '' ? 'BPJS Kesehatan' : email,
    peran: peran === 'dinsos' || peran === 'admin' ? 'dinsos' : 'bpjs',
  };
}

/** Brings the shared spreadsheet up to date; answers that no event delivered are taken in first. @param tolak why whoever runs it may not, if so */
export function segarkanBerbagiBpjs(tolak: (potret: Potret) => string = () => ''): string {
  return denganKunci(() => {
    const { potret, isi, letak } = bukaRegister([{ tab: 'Kasus', kolom: KOLOM_DIBACA }]);
    const id = potret.sistem.berkas_bpjs ?? '';
    const sebab = id === '' ? 'Berbagi BPJS belum dipasang.' : tolak(potret);
    if (sebab !== '') return sebab;
    const lembar = bacaLembarBpjs(id);
    const kasus = (isi[0]?.baris ?? []).map(({ isi: satu }) => keKasus(satu));
    const menunggu = new Set(kasus.filter(({ status }) => status === 'DIKIRIM_BPJS').map(({ tiket }) => tiket));
    const tertinggal = lembar.baris
      .map((satu) => satu.isi)
      .filter((satu) => menunggu.has(satu['tiket'] ?? '') && terisi(satu));
    const diterima = olahJawaban(lembar, tertinggal, '');
    if (diterima > 0) return `${diterima} jawaban diterima; segarkan sekali lagi untuk melihatnya.`;
    const rencana = segarkanBpjs(
      kasus,
      lembar.baris.map((satu) => satu.isi),
      potret.kini,
    );
    tulisLembarBpjs(lembar, rencana);
    const perancang = new Perancang(potret);
    perancang.aturSistem('bpjs_tertinggal', menunggu.size > 0 ? tambahMenit(potret.kini, MENIT_LAGI) : '');
    const akhir = perancang.rencana();
    if (!rencanaKosong(akhir)) komit(akhir, letak);
    return `${rencana.tambah.length} baris baru, ${rencana.ubah.length} baris diperbarui.`;
  });
}
