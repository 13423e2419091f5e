/** Closing a batch by two people: one asks for it, the other agrees to exactly the same rows (BGR-15, BTL-N-05). */
import { bedaKontrol, type TotalKontrol } from '#domain/periode/total-kontrol.ts';
import { gagal, ok, type Result } from '#domain/result.ts';
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type { Perancang } from '../perancang.ts';
import type { Pelaksana } from '../potret.ts';
import { type BarisBatch, bacaTotal, labelKeadaan, tandaiBerjalan } from './baris.ts';
import { type BahanBatch, belumMulai, type HitunganBatch } from './tinjau.ts';

type Jawab = Result<string, string[]>;

/** Tickets that a sentence names; the panel lists them all. */
const SEBUT = 5;

const sidik = ({ baris, jumlahNik, hash }: TotalKontrol) => ({
  baris: String(baris),
  jumlahNik: String(jumlahNik),
  hash,
});

/** Why nobody can close now, whoever it is. */
function halangan(hitungan: HitunganBatch, { periode }: BahanBatch, kini: Waktu): string[] {
  const { belum, pilihan } = hitungan;
  const awal = belumMulai(periode, kini);
  const sebagian = belum.slice(0, SEBUT).map(({ tiket }) => tiket);
  const lagi = belum.length > SEBUT ? `, dan ${belum.length - SEBUT} lagi` : '';
  return [
    ...(awal ? [awal] : []),
    ...(belum.length > 0
      ? [
          `${belum.length} usulan belum diputus: ${sebagian.join(', ')}${lagi}. Putuskan semuanya, atau gulirkan ke periode berikut.`,
        ]
      : []),
    ...(belum.length === 0 && pilihan.ikut.length === 0 ? ['Tidak ada usulan yang lolos untuk ditutup.'] : []),
  ];
}

const bukanPetugas = ({ nama, peran }: Pelaksana): string[] =>
  peran === 'dinsos' && nama.includes('@') ? [] : ['Hanya petugas dinsos di tab Peran yang dapat menutup batch.'];

/**
 * The first officer asks for the closing.
 * @param dilihat the hash that the officer had on the screen
 */
export function ajukanTutup(
  p: Perancang,
  bahan: BahanBatch,
  hitungan: HitunganBatch,
  pelaku: Pelaksana,
  dilihat: string,
): Jawab {
  const { nama, baris, total } = hitungan;
  const sebab = [...bukanPetugas(pelaku), ...halangan(hitungan, bahan, p.potret.kini)];
  if (baris && baris.keadaan !== 'DITARIK') sebab.push(`Batch ${nama}: ${labelKeadaan(baris.keadaan).toLowerCase()}.`);
  if (sebab.length === 0 && dilihat !== total.hash)
    sebab.push('Usulan di periode ini berubah sejak Anda melihatnya. Periksa angkanya, lalu ajukan lagi.');
  if (sebab.length > 0) return gagal(sebab);
  const isi = {
    rute: bahan.rute,
    periode: bahan.periode,
    keadaan: 'DIAJUKAN_TUTUP',
    baris: String(total.baris),
    total_kontrol: JSON.stringify(total),
    hash: total.hash,
    diajukan_oleh: pelaku.nama,
    diajukan_pada: p.potret.kini,
    disetujui_oleh: '',
  };
  if (baris) p.ubahBaris('Batch', nama, isi);
  else p.tambahBaris('Batch', { batch: nama, ...isi });
  p.catatSaja({ aksi: 'BATCH_AJUKAN', pelaku, rujukan: nama }, sidik(total));
  return ok(`Penutupan batch ${nama} diajukan: ${total.baris} usulan. Petugas lain menyetujui dari panel ini.`);
}

/** Takes the request back; any officer may, and rows can be changed again without anybody noticing a difference. */
export function tarikAjuan(p: Perancang, { nama, baris }: HitunganBatch, pelaku: Pelaksana): Jawab {
  const sebab = bukanPetugas(pelaku);
  if (baris?.keadaan !== 'DIAJUKAN_TUTUP') sebab.push(`Batch ${nama} tidak sedang menunggu persetujuan.`);
  if (sebab.length > 0) return gagal(sebab);
  p.ubahBaris('Batch', nama, { keadaan: 'DITARIK' });
  p.catatSaja({ aksi: 'BATCH_TARIK', pelaku, rujukan: nama }, {});
  return ok(`Pengajuan penutupan batch ${nama} ditarik.`);
}

/**
 * The second officer agrees. From here on the batch closes by itself, however often it is interrupted.
 * @returns the batch as the plan leaves it
 */
export function setujuiTutup(
  p: Perancang,
  bahan: BahanBatch,
  hitungan: HitunganBatch,
  pelaku: Pelaksana,
): Result<BarisBatch, string[]> {
  const { nama, baris, total } = hitungan;
  if (baris?.keadaan !== 'DIAJUKAN_TUTUP') return gagal([`Batch ${nama} tidak sedang menunggu persetujuan.`]);
  const sebab = [...bukanPetugas(pelaku), ...halangan(hitungan, bahan, p.potret.kini)];
  if (baris.diajukan_oleh.toLowerCase() === pelaku.nama.toLowerCase())
    sebab.push('Penutupan ini Anda ajukan sendiri. Persetujuan diberikan petugas lain (BGR-15).');
  const beda = bedaAjuan(baris.total_kontrol, baris.hash, total);
  if (beda) {
    sebab.push(
      `Sejak diajukan ${waktuIndonesia(baris.diajukan_pada as Waktu)} usulan berubah. ${beda} Tarik pengajuan, periksa, lalu ajukan lagi.`,
    );
  }
  if (sebab.length > 0) return gagal(sebab);
  const isi = {
    keadaan: 'MENUTUP',
    disetujui_oleh: pelaku.nama,
    total_kontrol: JSON.stringify({ ...total, disetujui: { ...total, pada: p.potret.kini } }),
  };
  p.ubahBaris('Batch', nama, isi);
  tandaiBerjalan(p, nama, `0/${total.baris}`);
  p.catatSaja({ aksi: 'BATCH_SETUJUI', pelaku, rujukan: nama }, sidik(total));
  return ok({ ...baris, ...isi });
}

function bedaAjuan(sel: string, hash: string, kini: TotalKontrol): string | undefined {
  const tercatat = bacaTotal(sel);
  if (!tercatat || tercatat.hash !== hash) return 'Total yang diajukan tidak terbaca lagi; sel di tab Batch berubah.';
  return bedaKontrol(tercatat, kini);
}
