/** The functions that the panel of monthly batches calls. They run with the officer's own rights. */
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Periode } from '#domain/periode/periode.ts';
import type { Rute } from '#domain/usulan/rute.ts';
import { bacaBerjalan, batchKini } from '#usecase/batch/baris.ts';
import { bersih, gulirkan, loloskanBersih } from '#usecase/batch/massal.ts';
import { pilihanAwal, ruteBatch, susunPanelBatch } from '#usecase/batch/panel.ts';
import type { JawabanBatch, LayananBatch, PanelBatch, PermintaanBatch } from '#usecase/batch/panel-jenis.ts';
import { ajukanTutup, setujuiTutup, tarikAjuan } from '#usecase/batch/persetujuan.ts';
import { BELUM_DIPUTUS, milikPeriode, siapIkut } from '#usecase/batch/pilih.ts';
import { type BahanBatch, hitungBatch } from '#usecase/batch/tinjau.ts';
import { Perancang } from '#usecase/perancang.ts';
import { type Pelaksana, semuaBatch } from '#usecase/potret.ts';
import { GalatPengguna } from '../google/galat.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, pelaksana } from '../google/register.ts';
import { batasKunci, kerjakanBatch, kerjaUntuk, lanjutkanSatu, pastikanPengaturan } from '../trigger/batch.ts';
import { type BukaanBatch, bukaBatch } from '../trigger/batch-buka.ts';
import { denganKunci, untukPanel } from '../trigger/jaga.ts';

/** Cases that one request decides: short enough that others get their turn. */
const SEKALI_PUTUS = 500;

const email = () => Session.getEffectiveUser().getEmail();

interface Terpilih {
  rute: Rute;
  periode: Periode;
}

/** A route and period with the whole rows that pass `perlu`. */
function buka(
  minta: { rute?: string; periode?: string },
  perlu: (kasus: Kasus, terpilih: Terpilih) => boolean,
): { buka: BukaanBatch; bahan: BahanBatch; pelaku: Pelaksana } {
  const terbaca = bukaBatch((_semua, potret) => {
    const terpilih = pilihanAwal(minta, potret);
    return { kasus: (kasus) => perlu(kasus, terpilih) };
  });
  const { potret } = terbaca;
  if (ruteBatch(potret).length === 0) throw new GalatPengguna('Kantor ini tidak melayani jalur bulanan.');
  pastikanPengaturan(potret);
  return { buka: terbaca, bahan: { ...pilihanAwal(minta, potret), ...terbaca }, pelaku: pelaksana(email(), potret) };
}

const dapatPergi = (kasus: Kasus, { rute, periode }: Terpilih) => siapIkut(kasus, rute, periode);

const belumDiputus = (kasus: Kasus, { rute, periode }: Terpilih) =>
  milikPeriode(kasus, rute, periode) && BELUM_DIPUTUS.includes(kasus.status);

/** Shows a route and period. */
export function batchBuka(permintaan: { rute?: string; periode?: string }): PanelBatch {
  return untukPanel('batchBuka', () => {
    const {
      buka: terbaca,
      bahan,
      pelaku,
    } = buka(permintaan ?? {}, (kasus, terpilih) => dapatPergi(kasus, terpilih) || belumDiputus(kasus, terpilih));
    return susunPanelBatch(bahan, terbaca.potret, pelaku);
  });
}

/** Does one step. */
export function batchTindakan(permintaan: PermintaanBatch): JawabanBatch {
  return untukPanel('batchTindakan', () => {
    switch (permintaan.aksi) {
      case 'LOLOSKAN':
        return denganKunci(() => putuskan(permintaan));
      case 'GULIRKAN':
        if (permintaan.alasan.trim() === '') return { jenis: 'ditolak', sebab: ['Tulis alasannya.'] };
        return denganKunci(() => putuskan(permintaan));
      case 'AJUKAN':
      case 'TARIK':
        return denganKunci(() => ajukan(permintaan));
      case 'SETUJUI':
        return setujui(permintaan);
      case 'LANJUTKAN':
        return lanjutkan(permintaan);
    }
  });
}

/** Decides many cases, some at a time. */
function putuskan(permintaan: PermintaanBatch): JawabanBatch {
  const { buka: terbaca, bahan, pelaku } = buka(permintaan, belumDiputus);
  if (pelaku.peran !== 'dinsos') return { jenis: 'ditolak', sebab: ['Tindakan ini bukan wewenang peran Anda.'] };
  const { baris } = batchKini(bahan.rute, bahan.periode, bahan.semua);
  if (baris && baris.keadaan !== 'DITARIK')
    return { jenis: 'ditolak', sebab: ['Penutupan sudah diajukan. Tarik pengajuan lebih dahulu.'] };
  const loloskan = permintaan.aksi === 'LOLOSKAN';
  const semua = loloskan ? terbaca.rinci.filter(bersih) : terbaca.rinci;
  const kini = semua.slice(0, SEKALI_PUTUS);
  const p = new Perancang(terbaca.potret);
  const banyak = loloskan ? loloskanBersih(p, kini, pelaku) : gulirkan(p, kini, bahan, permintaan.alasan, pelaku);
  if (banyak === 0) return { jenis: 'ditolak', sebab: ['Tidak ada usulan yang dapat diproses.'] };
  komit(p.rencana(), terbaca.letak);
  const kata = loloskan ? 'dinyatakan lolos' : 'pindah ke periode berikut';
  return { jenis: 'selesai', pesan: `${banyak} usulan ${kata}.`, lagi: semua.length > kini.length };
}

function ajukan(permintaan: PermintaanBatch): JawabanBatch {
  const { buka: terbaca, bahan, pelaku } = buka(permintaan, dapatPergi);
  const hitungan = hitungBatch(bahan, terbaca.potret.pengaturan);
  const p = new Perancang(terbaca.potret);
  const hasil =
    permintaan.aksi === 'AJUKAN'
      ? ajukanTutup(p, bahan, hitungan, pelaku, permintaan.hash)
      : tarikAjuan(p, hitungan, pelaku);
  if (!hasil.ok) return { jenis: 'ditolak', sebab: hasil.error };
  komit(p.rencana(), terbaca.letak);
  return { jenis: 'selesai', pesan: hasil.value, lagi: false };
}

/** Approves and closes: the approval goes into the commit of the first part. */
function setujui(permintaan: PermintaanBatch): JawabanBatch {
  const hasil = denganKunci((): { nama: string; selesai: boolean } | { sebab: string[] } => {
    const { buka: terbaca, bahan, pelaku } = buka(permintaan, dapatPergi);
    const p = new Perancang(terbaca.potret);
    const setuju = setujuiTutup(p, bahan, hitungBatch(bahan, terbaca.potret.pengaturan), pelaku);
    if (!setuju.ok) return { sebab: setuju.error };
    const kerja = kerjaUntuk(terbaca, setuju.value);
    return {
      nama: setuju.value.batch,
      selesai: kerja === undefined || kerjakanBatch(kerja, p, terbaca.letak, batasKunci()),
    };
  });
  if ('sebab' in hasil) return { jenis: 'ditolak', sebab: hasil.sebab };
  if (!hasil.selesai) lanjutkanSatu(hasil.nama);
  return { jenis: 'selesai', pesan: `Batch ${hasil.nama} disetujui dan ditutup.`, lagi: false };
}

function lanjutkan(permintaan: PermintaanBatch): JawabanBatch {
  const { potret } = bukaRegister([{ tab: 'Batch', ambil: 'semua' }]);
  const { rute, periode } = pilihanAwal(permintaan, potret);
  if (pelaksana(email(), potret).peran !== 'dinsos')
    return { jenis: 'ditolak', sebab: ['Tindakan ini bukan wewenang peran Anda.'] };
  const { nama } = batchKini(rute, periode, semuaBatch(potret));
  lanjutkanSatu(nama);
  return { jenis: 'selesai', pesan: `Penutupan batch ${nama} diteruskan.`, lagi: false };
}

/** How far a batch is; asked every few seconds while it closes. */
export function batchKemajuan({ batch }: { batch: string }): { keadaan: string; selesai: number; dari: number } {
  return untukPanel('batchKemajuan', () => {
    const { potret } = bukaRegister([{ tab: 'Batch', ambil: 'semua' }]);
    const baris = semuaBatch(potret).find((satu) => satu.batch === batch);
    const banyak = Number(baris?.baris ?? '0');
    const kemajuan = bacaBerjalan(potret.sistem.batch_berjalan ?? '')[batch] ?? `${banyak}/${banyak}`;
    const [selesai = 0, dari = 0] = kemajuan.split('/').map(Number);
    return { keadaan: baris?.keadaan ?? '', selesai, dari };
  });
}

/**
 * Proof that every function of the contract is here.
 * @public nothing imports it; the type check is its use
 */
export const LAYANAN_BATCH = { batchBuka, batchTindakan, batchKemajuan } satisfies LayananBatch;
