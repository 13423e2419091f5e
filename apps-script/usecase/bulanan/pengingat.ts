/** Reminders before a limit: to each kelurahan its own counts, to Dinsos what is undecided, to Dinkes what waits (BGR-12). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { penjelasan } from '#domain/periode/penjelasan.ts';
import { namaPeriode, type Periode } from '#domain/periode/periode.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { namaHari, tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import { cariKalurahan } from '#domain/wilayah/wilayah.ts';
import type { Perancang } from '../perancang.ts';
import { type Bahan, kelompok } from './bahan.ts';
import { suratBerkala } from './surat-berkala.ts';
import type { TugasPengingat } from './tugas.ts';

/** Plans the letters. @returns what was done, for the ledger */
export function ingatkan(p: Perancang, tugas: TugasPengingat, bahan: Bahan): string {
  const { pengaturan } = p.potret;
  const kirim = (kepada: readonly string[], ...keadaan: string[]) =>
    p.surat(
      suratBerkala('pengingat', tugas.kunci, kepada, pengaturan, {
        ...judul(tugas),
        batasan: batasan(tugas, pengaturan).join('\n'),
        keadaan: keadaan.join('\n'),
      }),
    );
  switch (tugas.batas) {
    case 'kelurahan':
      return ingatkanKelurahan(tugas, bahan, pengaturan, kirim);
    case 'dinkes':
      kirim(pengaturan.surelDinkes, ...batchMenunggu(bahan));
      return `${pengaturan.surelDinkes.length} surel ke Dinas Kesehatan.`;
    default:
      kirim(pengaturan.surelDinsos, ...belumSelesai(tugas, bahan));
      return `${pengaturan.surelDinsos.length} surel ke Dinas Sosial.`;
  }
}

const judul = ({ ingat, batas }: TugasPengingat): Record<string, string> => ({
  kode: ingat.kode,
  nama_batas: batas === 'internal' ? 'target internal' : 'batas',
  periode: namaPeriode(ingat.periode),
  target: tanggalIndonesia(ingat.target),
});

/** The limit in sentences: legal date, work target with its reason, what happens to late rows. */
function batasan({ batas, ingat }: TugasPengingat, p: Pengaturan): string[] {
  const cutoff = p.cutoff[batas === 'internal' ? 'bantul' : batas];
  const { kalimat } = penjelasan(ingat.periode, cutoff, p.libur, p.namaLibur);
  const [resmi = '', target = ''] = kalimat;
  if (batas === 'internal') {
    const hari = `${namaHari(ingat.target)}, ${tanggalIndonesia(ingat.target)}`;
    return [`Target internal penyaringan periode ${namaPeriode(ingat.periode)}: ${hari}.`, resmi];
  }
  return [resmi, target, ...(batas === 'kelurahan' ? [kalimat.at(-1) ?? ''] : [])];
}

/** A letter for each person; whoever works for several kelurahan reads all of them in one. */
function ingatkanKelurahan(
  { ingat }: TugasPengingat,
  { kasus }: Bahan,
  p: Pengaturan,
  kirim: (kepada: readonly string[], ...isi: string[]) => void,
): string {
  const petugas = p.pegawai.filter(
    ({ peran, wilayah }) => ['kelurahan', 'pendukung'].includes(peran) && wilayah !== '',
  );
  const perWilayah = kelompok(kasus, ({ kode_wilayah }) => kode_wilayah);
  for (const [email, tugasnya] of kelompok(petugas, (satu) => satu.email)) {
    const isi = tugasnya.map(({ wilayah }) => {
      const nama = cariKalurahan(wilayah, p.wilayah)?.nama ?? wilayah;
      return `${p.labelKelurahan} ${nama}: ${hitungan(perWilayah.get(wilayah) ?? [], ingat.periode)}`;
    });
    kirim([email], `Keadaan usulan periode ${namaPeriode(ingat.periode)}:`, ...isi);
  }
  return `${new Set(petugas.map(({ email }) => email)).size} surel ke petugas kelurahan.`;
}

/** What a kelurahan has sent for a period, what came back, and what it still has to mend of any period. */
export function hitungan(kasus: readonly Kasus[], periode: Periode): string {
  const masuk = kasus.filter((satu) => satu.periode === periode);
  const kembali = masuk.filter(({ dikembalikan_pada }) => dikembalikan_pada !== '').length;
  const belum = kasus.filter((satu) => satu.status === 'DIKEMBALIKAN' && satu.periode <= periode).length;
  return `masuk ${masuk.length}, pernah dikembalikan ${kembali}, masih harus diperbaiki ${belum}.`;
}

/** What Dinsos has to decide before this limit; older periods count, they wait just as well. */
function belumSelesai({ batas, ingat }: TugasPengingat, { kasus }: Bahan): string[] {
  const milik = kasus.filter(
    ({ rute, periode }) =>
      periode <= ingat.periode && sifatRute(rute).cutoff === (batas === 'dinsos' ? 'kelurahan' : 'bantul'),
  );
  const banyak = (status: string) => milik.filter((satu) => satu.status === status).length;
  const [diajukan, diverifikasi] = [banyak('DIAJUKAN'), banyak('DIVERIFIKASI')];
  return [
    `Belum diputus: ${diajukan + diverifikasi} (diajukan ${diajukan}, diverifikasi ${diverifikasi}).`,
    `Dikembalikan dan belum diperbaiki: ${banyak('DIKEMBALIKAN')}.`,
    `Lolos dan menunggu penutupan batch: ${banyak('LOLOS')}.`,
  ];
}

function batchMenunggu({ batch }: Bahan): string[] {
  const menunggu = batch.filter(
    (satu) =>
      sifatRute(satu['rute'] ?? '').lewatDinkes && satu['keadaan'] === 'DITUTUP' && (satu['dikirim_pada'] ?? '') === '',
  );
  if (menunggu.length === 0) return ['Belum ada batch yang menunggu: Dinas Sosial belum menyerahkan batch.'];
  return [
    'Batch yang menunggu dikirim ke BPJS Kesehatan:',
    ...menunggu.map((b) => `- ${b['batch']}: ${b['baris']} usulan`),
  ];
}
