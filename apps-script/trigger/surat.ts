/** Sends what waits in `Kotak Keluar`, within the day's quota. The lock is not held while mail is on its way. */
import {
  type BarisSurat,
  BELUM_TERKIRIM,
  ganti,
  pilihSurat,
  setelahKirim,
  tahan,
  tandaiMengirim,
} from '#usecase/kirim.ts';
import { gantikan, tiketBerganti } from '#usecase/kirim-ganti.ts';
import { Perancang } from '#usecase/perancang.ts';
import { cariBaris, harfiah } from '../google/baca.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, type Terbuka } from '../google/register.ts';
import { kirimSurel, sisaKuota } from '../google/surel.ts';
import { catatPeringatan, denganKunci } from './jaga.ts';

/** Mails that one run sends: each takes about a second at Google, and a run has six minutes. */
const SEKALI_JALAN = 60;

/** @param cari a pattern that finds the rows by one of their cells; without it, all that has not left yet */
function bacaKotak(cari = BELUM_TERKIRIM.join('|')): { terbuka: Terbuka; surat: BarisSurat[] } {
  const baris = cariBaris('Kotak Keluar', cari);
  const terbuka = bukaRegister([{ tab: 'Kotak Keluar', baris }]);
  return { terbuka, surat: (terbuka.isi[0]?.baris ?? []).map(({ isi }) => isi as unknown as BarisSurat) };
}

/** @returns how many were sent */
export function kirimSurat(): number {
  const kuota = sisaKuota();
  const { pilihan, pengaturan } = denganKunci(() => {
    const kotak = bacaKotak();
    const { terbuka } = kotak;
    const p = new Perancang(terbuka.potret);
    const surat = tanpaUsang(p, kotak.surat);
    const jatah = Math.min(SEKALI_JALAN, kuota - terbuka.potret.pengaturan.sisaKuotaSurel);
    const terpilih = pilihSurat(surat, terbuka.potret.kini, jatah);
    for (const satu of terpilih) p.ubahBaris('Kotak Keluar', satu.kunci, tandaiMengirim(satu, terbuka.potret.kini));
    if (jatah <= 0)
      for (const satu of surat) if (satu.keadaan === 'ANTRE') p.ubahBaris('Kotak Keluar', satu.kunci, tahan());
    if (kotak.surat.length === 0) p.aturSistem('surat_menunggu', '0');
    komit(p.rencana(), terbuka.letak);
    return { pilihan: terpilih, pengaturan: terbuka.potret.pengaturan };
  });
  if (pilihan.length === 0) return 0;
  const galat = new Map(pilihan.map((satu) => [satu.kunci, kirimSurel(satu, pengaturan.namaKantor)]));
  try {
    tandaiHasil(pilihan, galat);
  } catch (gagal) {
    // What is not marked is sent again a quarter of an hour later: worth a second try.
    catatPeringatan('kirimSurat', gagal);
    tandaiHasil(pilihan, galat);
  }
  return [...galat.values()].filter((satu) => satu === undefined).length;
}

/** Leaves out answers of BPJS that a later one has overtaken, and marks them. */
function tanpaUsang(p: Perancang, surat: readonly BarisSurat[]): BarisSurat[] {
  const tiket = tiketBerganti(surat);
  if (tiket.length === 0) return [...surat];
  const { usang, ubah } = gantikan(surat, bacaKotak(tiket.map(harfiah).join('|')).surat, p.potret.pengaturan);
  for (const { kunci } of usang) p.ubahBaris('Kotak Keluar', kunci, ganti());
  for (const { kunci, subjek, isi } of ubah) p.ubahBaris('Kotak Keluar', kunci, { subjek, isi });
  const baru = new Map(ubah.map((satu) => [satu.kunci, satu]));
  const lepas = new Set(usang.map(({ kunci }) => kunci));
  return surat.filter(({ kunci }) => !lepas.has(kunci)).map((satu) => baru.get(satu.kunci) ?? satu);
}

/** Writes what became of each mail. A row that somebody has deleted meanwhile needs no mark. */
function tandaiHasil(pilihan: readonly BarisSurat[], galat: ReadonlyMap<string, string | undefined>): void {
  denganKunci(() => {
    const { terbuka, surat } = bacaKotak();
    const p = new Perancang(terbuka.potret);
    const ada = terbuka.letak.nomor.get('Kotak Keluar');
    for (const satu of pilihan)
      if (ada?.has(satu.kunci))
        p.ubahBaris('Kotak Keluar', satu.kunci, setelahKirim(satu, terbuka.potret.kini, galat.get(satu.kunci)));
    const terkirim = surat.filter(({ kunci }) => galat.has(kunci) && galat.get(kunci) === undefined).length;
    p.aturSistem('surat_menunggu', String(surat.length - terkirim));
    komit(p.rencana(), terbuka.letak);
  });
}
