/** The office's settings: every key with its default, what it means, and how it is read. A wrong value names itself. */
import type { KodePeringatanNik } from '../nik/nik.ts';
import { JAM_KERJA_BAWAAN, type JamKerja, type Libur } from '../waktu/jam-kerja.ts';
import { parseTanggal, type Tanggal } from '../waktu/tanggal.ts';

export interface Ketentuan {
  readonly kunci: string;
  readonly bawaan: string;
  readonly keterangan: string;
  readonly contoh: string;
  /** A sentence that says what is wrong with a value, or undefined. */
  readonly periksa: (nilai: string) => string | undefined;
}

const bilangan = (min: number, max: number) => (nilai: string) =>
  /^\d{1,6}$/.test(nilai) && Number(nilai) >= min && Number(nilai) <= max
    ? undefined
    : `Tulis bilangan bulat ${min} sampai ${max}.`;

const teks = (nilai: string) => (nilai.trim() === '' ? 'Tidak boleh kosong.' : undefined);

const POLA_EMAIL = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

const daftarEmail = (nilai: string) => {
  const salah = pecah(nilai).filter((alamat) => !POLA_EMAIL.test(alamat));
  return salah.length > 0 ? `${salah.length} alamat surel tidak lengkap; pisahkan dengan koma.` : undefined;
};

const JAM = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

const jamBuka = (nilai: string) =>
  JAM.test(nilai) && nilai.slice(0, 5) < nilai.slice(6) ? undefined : 'Tulis seperti 07:30-16:00.';

const pecah = (nilai: string): string[] =>
  nilai
    .split(',')
    .map((bagian) => bagian.trim())
    .filter((bagian) => bagian !== '');

const K = (
  kunci: string,
  bawaan: string,
  keterangan: string,
  contoh: string,
  periksa: Ketentuan['periksa'],
): Ketentuan => ({ kunci, bawaan, keterangan, contoh, periksa });

export const KETENTUAN = [
  K('nama_kantor', 'Dinas Sosial Kabupaten Bantul', 'Nama kantor di surel dan panel.', 'Dinas Sosial Kota Bogor', teks),
  K('kode_wilayah', '3402', 'Kode kabupaten/kota, 4 angka.', '3271', (n) =>
    /^\d{4}$/.test(n) ? undefined : 'Tulis 4 angka kode kabupaten/kota.',
  ),
  K('label_dtks', 'DTSEN', 'Sebutan data kemiskinan: DTKS atau DTSEN.', 'DTSEN', teks),
  K('dedup_hari', '30', 'NIK yang sama dalam sekian hari ditandai mungkin ganda (S-18).', '30', bilangan(1, 365)),
  K('menit_koreksi', '15', 'Batas langkah koreksi, menit jam kerja (BTL-D-05).', '15', bilangan(1, 1440)),
  K('menit_periksa', '15', 'Batas langkah pemeriksaan, menit jam kerja (BTL-D-06).', '15', bilangan(1, 1440)),
  K('menit_usul', '1440', 'Batas mengusulkan ke BPJS sejak diterima, menit (BTL-D-07).', '1440', bilangan(1, 10_080)),
  K('tangguh_hari_kerja', '1', 'DITANGGUHKAN diajukan kembali setelah sekian hari kerja (S-06).', '1', bilangan(1, 60)),
  K(
    'maks_percobaan',
    '3',
    'Setelah sekian percobaan usulan ditandai untuk ditelaah atasan (S-05).',
    '3',
    bilangan(1, 20),
  ),
  K('bayi_hari', '28', 'Umur bayi, hari, yang boleh diusulkan dengan NIK ibu (S-11).', '28', bilangan(1, 365)),
  K('jam_kerja_senin_kamis', '07:30-16:00', 'Jam kerja Senin sampai Kamis (S-21).', '07:30-16:00', jamBuka),
  K('jam_kerja_jumat', '07:30-14:30', 'Jam kerja Jumat (S-21).', '07:30-14:30', jamBuka),
  K(
    'surel_dinsos',
    '',
    'Penerima kabar usulan baru; kosong berarti semua petugas dinsos di tab Peran.',
    'pfm@contoh.go.id',
    daftarEmail,
  ),
  K(
    'surel_bpjs',
    '',
    'Penerima kabar usulan terkirim; kosong berarti semua peran bpjs di tab Peran.',
    'pic@contoh.go.id',
    daftarEmail,
  ),
  K('piket', '', 'Kontak piket di luar jam kerja, dicantumkan di surel ke PIC (S-20).', '0274 000000', () => undefined),
  K(
    'jalur_alternatif',
    'Ajukan Jamkesda/pendampingan pembiayaan kesehatan (Perda Bantul 4/2020, Perbup 116/2020) ke Dinas Sosial.',
    'Saran bila BPJS menjawab tidak berhasil (BTL-G-02).',
    'Jamkesda',
    () => undefined,
  ),
  K('abaikan_peringatan', '', 'Kode peringatan yang tidak ditampilkan, dipisah koma.', 'W_LUAR', () => undefined),
  K('sisa_kuota_surel', '10', 'Jatah surel harian yang disisakan untuk keadaan penting.', '10', bilangan(0, 1000)),
] as const satisfies readonly Ketentuan[];

export type KunciPengaturan =
  | 'nama_kantor'
  | 'kode_wilayah'
  | 'label_dtks'
  | 'dedup_hari'
  | 'menit_koreksi'
  | 'menit_periksa'
  | 'menit_usul'
  | 'tangguh_hari_kerja'
  | 'maks_percobaan'
  | 'bayi_hari'
  | 'jam_kerja_senin_kamis'
  | 'jam_kerja_jumat'
  | 'surel_dinsos'
  | 'surel_bpjs'
  | 'piket'
  | 'jalur_alternatif'
  | 'abaikan_peringatan'
  | 'sisa_kuota_surel';

export interface Pegawai {
  readonly email: string;
  readonly peran: string;
  readonly nama: string;
}

/** The settings of one run, read and checked. */
export interface Pengaturan {
  readonly namaKantor: string;
  readonly kodeWilayah: string;
  readonly labelDtks: string;
  readonly dedupHari: number;
  readonly menitKoreksi: number;
  readonly menitPeriksa: number;
  readonly menitUsul: number;
  readonly tangguhHariKerja: number;
  readonly maksPercobaan: number;
  readonly bayiHari: number;
  readonly jamKerja: JamKerja;
  readonly libur: Libur;
  readonly surelDinsos: readonly string[];
  readonly surelBpjs: readonly string[];
  readonly piket: string;
  readonly jalurAlternatif: string;
  readonly abaikan: readonly KodePeringatanNik[];
  readonly sisaKuotaSurel: number;
  readonly pegawai: readonly Pegawai[];
}

const jam = (nilai: string) => ({ buka: nilai.slice(0, 5), tutup: nilai.slice(6) });

/**
 * Settings from the rows of `Pengaturan`, `Libur` and `Peran`. A missing or wrong value counts as its default, so that
 * an emergency never waits for a typing error; `salah` names each wrong key with its sentence.
 */
export function bacaPengaturan(baris: {
  pengaturan: readonly Record<string, string>[];
  libur: readonly Record<string, string>[];
  peran: readonly Record<string, string>[];
}): { pengaturan: Pengaturan; salah: { kunci: string; pesan: string }[] } {
  const isi = new Map(baris.pengaturan.map((b) => [b['kunci'] ?? '', (b['nilai'] ?? '').trim()]));
  const salah: { kunci: string; pesan: string }[] = [];
  const nilai = (kunci: KunciPengaturan): string => {
    const ketentuan: Ketentuan | undefined = KETENTUAN.find((k) => k.kunci === kunci);
    const bawaan = ketentuan?.bawaan ?? '';
    const tertulis = isi.get(kunci) ?? '';
    if (tertulis === '') return bawaan;
    const pesan = ketentuan?.periksa(tertulis);
    if (pesan) salah.push({ kunci, pesan });
    return pesan ? bawaan : tertulis;
  };
  const seninKamis = jam(nilai('jam_kerja_senin_kamis'));
  const jumat = jam(nilai('jam_kerja_jumat'));
  const pegawai = baris.peran
    .filter((b) => (b['aktif'] ?? 'ya').trim().toLowerCase() !== 'tidak' && (b['email'] ?? '').trim() !== '')
    .map((b) => ({
      email: (b['email'] ?? '').trim().toLowerCase(),
      peran: (b['peran'] ?? '').trim().toLowerCase(),
      nama: (b['nama'] ?? '').trim(),
    }));
  const penerima = (kunci: 'surel_dinsos' | 'surel_bpjs', peran: string) => {
    const tertulis = pecah(nilai(kunci));
    return tertulis.length > 0 ? tertulis : pegawai.filter((p) => p.peran === peran).map((p) => p.email);
  };
  const libur = baris.libur.map((b) => parseTanggal(b['tanggal'] ?? '')).filter((t): t is Tanggal => t !== undefined);
  const pengaturan: Pengaturan = {
    namaKantor: nilai('nama_kantor'),
    kodeWilayah: nilai('kode_wilayah'),
    labelDtks: nilai('label_dtks'),
    dedupHari: Number(nilai('dedup_hari')),
    menitKoreksi: Number(nilai('menit_koreksi')),
    menitPeriksa: Number(nilai('menit_periksa')),
    menitUsul: Number(nilai('menit_usul')),
    tangguhHariKerja: Number(nilai('tangguh_hari_kerja')),
    maksPercobaan: Number(nilai('maks_percobaan')),
    bayiHari: Number(nilai('bayi_hari')),
    jamKerja: JAM_KERJA_BAWAAN.map((b, hari) => (b === null ? null : hari === 5 ? jumat : seninKamis)),
    libur: new Set(libur),
    surelDinsos: penerima('surel_dinsos', 'dinsos'),
    surelBpjs: penerima('surel_bpjs', 'bpjs'),
    piket: nilai('piket'),
    jalurAlternatif: nilai('jalur_alternatif'),
    abaikan: pecah(nilai('abaikan_peringatan')) as KodePeringatanNik[],
    sisaKuotaSurel: Number(nilai('sisa_kuota_surel')),
    pegawai,
  };
  return { pengaturan, salah };
}
