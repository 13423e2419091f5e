/** Returned rows: reminders on day 7 and 14, closed after 60 days; an emergency is closed by a person only (BTL-N-03). */
import { formulirKantor } from '#domain/formulir/semua.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { type TindakanKembali, tindakanKembali } from '#domain/periode/menunggu.ts';
import { isBulanan, isRute } from '#domain/usulan/rute.ts';
import { tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import type { Perancang } from '../perancang.ts';
import { type Potret, SISTEM_SENDIRI } from '../potret.ts';
import { kePic } from '../surat.ts';
import { tindak } from '../tindakan.ts';
import { type Bahan, hariSel, kelompok, petugasKelurahan } from './bahan.ts';
import { suratBerkala } from './surat-berkala.ts';
import type { TugasBerkala } from './tugas.ts';

function tindakan(kasus: Kasus, hari: Tanggal, { pengaturan }: Potret): TindakanKembali | undefined {
  const sejak = hariSel(kasus.dikembalikan_pada);
  if (kasus.status !== 'DIKEMBALIKAN' || !sejak) return undefined;
  const { kembaliIngatkan: ingatkan, kembaliTutup: tutup } = pengaturan;
  return tindakanKembali(sejak, hari, !isBulanan(kasus.rute), { ingatkan, tutup });
}

const perluDitutup = (kasus: Kasus, potret: Potret): boolean =>
  tindakan(kasus, tanggalWaktu(potret.kini), potret)?.jenis === 'TUTUP';

/** Tickets whose waiting is over. */
export const ditutup = ({ kasus }: Bahan, potret: Potret): string[] =>
  kasus.filter((satu) => perluDitutup(satu, potret)).map(({ tiket }) => tiket);

/** Plans the closing of a case; the letter says why and how to send again. */
export function tutupKembali(p: Perancang, kasus: Kasus): void {
  if (!perluDitutup(kasus, p.potret)) return;
  const alasan =
    `Tidak diperbaiki dalam ${p.potret.pengaturan.kembaliTutup} hari sejak dikembalikan. ` +
    'Bila masih diperlukan, kirim usulan baru lewat formulir dengan berkas yang lengkap.';
  tindak(p, kasus, { aksi: 'TUTUP', alasan, isi: {} }, SISTEM_SENDIRI);
}

/** Plans one reminder for each sender, about the rows that have reached a day of reminding. @returns for the ledger */
export function ingatkanKembali(p: Perancang, { kunci, terakhir }: TugasBerkala, { kasus }: Bahan): string {
  const { potret } = p;
  const { pengaturan } = potret;
  const hariIni = tanggalWaktu(potret.kini);
  const perlu = kasus.filter((satu) => {
    const kini = tindakan(satu, hariIni, potret);
    const dulu = tindakan(satu, terakhir, potret);
    return kini?.jenis === 'INGATKAN' && !(dulu?.jenis === 'INGATKAN' && dulu.hari === kini.hari);
  });
  const ke = perlu.flatMap((satu) => penerima(satu, potret).map((email) => ({ email, satu })));
  for (const [email, isi] of kelompok(ke, (pasangan) => pasangan.email)) {
    p.surat(
      suratBerkala('belum_diperbaiki', kunci, [email], pengaturan, {
        banyak: String(isi.length),
        daftar: isi.map(({ satu }) => `- ${satu.tiket}, dikembalikan ${sejakKapan(satu)}`).join('\n'),
        hari_tutup: String(pengaturan.kembaliTutup),
        pertanyaan: pertanyaanTiket(isi.map(({ satu }) => satu)),
      }),
    );
  }
  return `${perlu.length} usulan diingatkan.`;
}

/** What the forms of these cases call the ticket that is sent again; an emergency's form does not ask for one. */
function pertanyaanTiket(kasus: readonly Kasus[]): string {
  const butir = formulirKantor(kasus.map(({ rute }) => rute).filter(isRute)).flatMap(({ halaman }) =>
    halaman.flatMap((satu) => satu.butir),
  );
  return butir.find(({ bidang }) => bidang === 'tiket_lama')?.judul ?? '';
}

const sejakKapan = ({ dikembalikan_pada }: Kasus): string =>
  tanggalIndonesia(dikembalikan_pada.slice(0, 10) as Tanggal);

/** The sender; rows that came without an address belong to their kelurahan. */
function penerima(kasus: Kasus, { pengaturan }: Potret): string[] {
  const pengirim = kePic(kasus);
  return pengirim.length > 0 ? pengirim : petugasKelurahan(pengaturan, kasus.kode_wilayah);
}
