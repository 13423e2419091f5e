/** The tab `Pengaturan`: each value by its own rule, and values that contradict each other. */
import { KETENTUAN, type Ketentuan } from './ketentuan.ts';
import { type BarisTab, type PeriksaTab, pencariKembar, sel } from './periksa-umum.ts';

/** Monthly intake stops on these: they decide the month of a case, and whether it goes back at once. */
export const MENAHAN_USULAN = ['cutoff_kelurahan', 'cutoff_kolektif', 'dokumen_bgr', 'dokumen_btl_n'] as const;

/** Each of these has to be done before the next begins. */
const BERURUT = ['cutoff_kelurahan', 'cutoff_dinsos', 'cutoff_dinkes'] as const;

export const periksaKetentuan: PeriksaTab = (baris, { kodeKelurahan }) => {
  const kembar = pencariKembar(baris, (satu) => sel(satu, 'kunci'));
  const nilai = (kunci: string) => {
    const tertulis = baris.find((satu) => sel(satu, 'kunci') === kunci);
    return (tertulis && sel(tertulis, 'nilai')) || (KETENTUAN.find((k) => k.kunci === kunci)?.bawaan ?? '');
  };
  return baris.map((satu) => {
    const kunci = sel(satu, 'kunci');
    const ketentuan: Ketentuan | undefined = KETENTUAN.find((k) => k.kunci === kunci);
    const isi = sel(satu, 'nilai');
    const pesan = isi === '' ? undefined : ketentuan?.periksa(isi);
    return {
      salah: [
        ketentuan ? undefined : 'Kunci ini tidak dikenal; barisnya tidak dipakai.',
        kembar(satu, 'Kunci ini ada di baris lain juga; hapus salah satunya.'),
        pesan && `${pesan} ${akibat(kunci, ketentuan?.bawaan ?? '')}`,
      ],
      ragu: [...urutan(kunci, nilai), wilayahAsing(kunci, nilai('kode_wilayah'), kodeKelurahan)],
    };
  });
};

function akibat(kunci: string, bawaan: string): string {
  if ((MENAHAN_USULAN as readonly string[]).includes(kunci))
    return 'Usulan bulanan menunggu di formulir sampai ini diperbaiki; jalur darurat tetap berjalan.';
  if (kunci === 'rute_aktif')
    return 'Usulan yang masuk tetap diterima; batch, pengingat dan formulir menunggu sampai ini diperbaiki.';
  return kunci.startsWith('cutoff_')
    ? 'Penutupan batch menunggu sampai ini diperbaiki.'
    : `Sementara dipakai bawaan "${bawaan}".`;
}

/** Told at both limits: whoever changes one looks at that one. */
function urutan(kunci: string, nilai: (kunci: string) => string): string[] {
  const i = (BERURUT as readonly string[]).indexOf(kunci);
  if (i < 0) return [];
  const angka = Number(nilai(kunci));
  return [
    ...BERURUT.slice(0, i)
      .filter((lain) => angka <= Number(nilai(lain)))
      .map((lain) => `Batas ini tidak sesudah ${lain} (${nilai(lain)}).`),
    ...BERURUT.slice(i + 1)
      .filter((lain) => angka >= Number(nilai(lain)))
      .map((lain) => `Batas ini tidak sebelum ${lain} (${nilai(lain)}).`),
  ];
}

const wilayahAsing = (kunci: string, kode: string, kodeKelurahan: readonly string[]): string | undefined =>
  kunci === 'kode_wilayah' && !kodeKelurahan.some((satu) => satu.startsWith(kode))
    ? `Tab Wilayah belum memuat kelurahan berkode ${kode}; isi tab itu juga.`
    : undefined;

/** An empty value is no mistake: the answer says what counts instead. */
export const jawabKosong = (baris: BarisTab): string => {
  const bawaan = KETENTUAN.find(({ kunci }) => kunci === sel(baris, 'kunci'))?.bawaan ?? '';
  return bawaan === '' ? 'Kosong.' : `Kosong: dipakai bawaan "${bawaan}".`;
};
