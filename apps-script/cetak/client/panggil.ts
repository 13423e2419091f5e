/** Calls the server's functions through `google.script.run`; the answer to an older question is dropped. */
import type { LayananCetak } from '#usecase/cetak/jenis.ts';

type Nama = keyof LayananCetak;

type Pelari = { readonly [K in Nama]: (permintaan: Parameters<LayananCetak[K]>[0]) => void } & {
  withSuccessHandler(jawab: (hasil: unknown) => void): Pelari;
  withFailureHandler(gagal: (galat: unknown) => void): Pelari;
};

const BATAS_MS = 120_000;

const pelari = (): Pelari | undefined => (globalThis as { google?: { script: { run: Pelari } } }).google?.script.run;

/** @throws Error with the server's sentence, or when it stays silent */
export function panggil<K extends Nama>(
  nama: K,
  permintaan: Parameters<LayananCetak[K]>[0],
): Promise<ReturnType<LayananCetak[K]>> {
  return new Promise((selesai, gagal) => {
    const run = pelari();
    if (!run) {
      gagal(new Error('Halaman ini hanya berjalan di dalam spreadsheet.'));
      return;
    }
    const batas = setTimeout(
      () => gagal(new Error('Server tidak menjawab. Periksa sambungan internet, lalu coba lagi.')),
      BATAS_MS,
    );
    const tujuan = run
      .withSuccessHandler((hasil) => {
        clearTimeout(batas);
        selesai(hasil as ReturnType<LayananCetak[K]>);
      })
      .withFailureHandler((galat) => {
        clearTimeout(batas);
        gagal(galat);
      });
    (tujuan[nama] as (isi: typeof permintaan) => void)(permintaan);
  });
}
