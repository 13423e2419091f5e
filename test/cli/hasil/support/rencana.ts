/** Plans of invented people. */
import { isPasti } from '#domain/cocok/kelas.ts';
import type { HasilCocok } from '../../../../cli/reconcile/bentuk.ts';
import type { EntriCocok, RencanaCocok } from '../../../../cli/reconcile/rencana.ts';
import { hasil } from './hasil.ts';

/** An entry as verification makes it: what is certain is accepted by itself, the rest waits for a person. */
export function entri({ lain: _, ...satu }: HasilCocok, ubah: Partial<EntriCocok> = {}): EntriCocok {
  const jelas = satu.kelas !== 'TIDAK_DITEMUKAN' && satu.kelas !== 'CACAT';
  return structuredClone({
    ...satu,
    versi: '3',
    perubahan: jelas ? { aksi: 'PERIKSA', isi: { [`cek_${satu.referensi}`]: 'TERDAFTAR' }, alasan: satu.alasan } : null,
    putusan: isPasti(satu.kelas) ? 'OTOMATIS' : 'TUNDA',
    pilihan: null,
    ...ubah,
  }) as EntriCocok;
}

/** A plan over the first so many outcomes, or over those given. */
export function rencana(isi: number | readonly HasilCocok[], ubah: Partial<RencanaCocok> = {}): RencanaCocok {
  const semua = typeof isi === 'number' ? Array.from({ length: isi }, (_, n) => hasil(n)) : isi;
  const jumlah: RencanaCocok['jumlah'] = {};
  for (const { kelas } of semua) jumlah[kelas] = (jumlah[kelas] ?? 0) + 1;
  return {
    versi: 2,
    jenis: 'VERIFIKASI',
    dibuat: '2026-11-22T09:00:00+07:00',
    masukan: [{ nama: 'usulan.csv', sha256: 'a'.repeat(64), baris: semua.length }],
    referensi: [{ nama: 'dtks', sidik: 'b'.repeat(64), baris: 1_000_000, dimuat: '2026-11-20T08:00:00+07:00' }],
    ambang: { saran: 10, pasti: 15 },
    jumlah,
    entri: semua.map((satu) => entri(satu)),
    ...ubah,
  };
}
