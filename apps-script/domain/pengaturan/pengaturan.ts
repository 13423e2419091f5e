/** The settings of one run, read from the office's tabs and checked. A wrong value names itself. */

import type { AlasanKantor } from '../hasil/kode-alasan.ts';
import type { KodePeringatanNik } from '../nik/nik.ts';
import { type AturanLibur, CUTOFF_BAWAAN, type Cutoff, type IdCutoff } from '../periode/cutoff.ts';
import { isRute, type Rute } from '../usulan/rute.ts';
import { JAM_KERJA_BAWAAN, type JamKerja, type Libur } from '../waktu/jam-kerja.ts';
import { parseTanggal, type Tanggal } from '../waktu/tanggal.ts';
import { type DaftarWilayah, susunWilayah } from '../wilayah/wilayah.ts';
import { KETENTUAN, type Ketentuan, type KunciPengaturan, pecah } from './ketentuan.ts';
import { bacaKalimat } from './periksa-kalimat.ts';

export interface Pegawai {
  readonly email: string;
  readonly peran: string;
  readonly nama: string;
  /** Region code of 10 or 6 digits that this person works for; empty: the whole regency. */
  readonly wilayah: string;
}

export interface SalahPengaturan {
  readonly kunci: KunciPengaturan;
  readonly pesan: string;
}

/** The settings of one run, read and checked. */
export interface Pengaturan {
  readonly namaKantor: string;
  readonly kodeWilayah: string;
  readonly namaKabupaten: string;
  readonly labelKecamatan: string;
  readonly labelKelurahan: string;
  readonly labelDtks: string;
  readonly rute: readonly Rute[];
  readonly sop: { readonly nama: string; readonly nomor: string; readonly tanggal: string };
  readonly dedupHari: number;
  readonly menitSaring: number;
  readonly menitKoreksi: number;
  readonly menitPeriksa: number;
  readonly menitUsul: number;
  readonly tangguhHariKerja: number;
  readonly tangguhHari: number;
  readonly tangguhEskalasi: number;
  readonly maksPercobaan: number;
  readonly bayiHari: number;
  readonly jamKerja: JamKerja;
  readonly libur: Libur;
  /** Names of the days off, as written in the tab. */
  readonly namaLibur: ReadonlyMap<Tanggal, string>;
  readonly cutoff: Readonly<Record<IdCutoff, Cutoff>>;
  readonly lamaBpjsBulan: number;
  readonly umpanBalikHari: readonly number[];
  readonly kembaliIngatkan: readonly number[];
  readonly kembaliTutup: number;
  readonly kisHari: readonly number[];
  readonly kisDigital: boolean;
  /** Undefined: no limit. */
  readonly kuotaPeriode: number | undefined;
  readonly prioritas: readonly string[];
  readonly premiBulan: number;
  readonly modeAktivasi: 'PRIORITAS' | 'CUT_OFF';
  readonly mutasiFormat: '34' | '37';
  readonly kawinVarian: '1-5' | '0-3';
  readonly urutanTanggal: 'HB' | 'BH';
  /** Number of each kind of change, as the branch of BPJS has told it. */
  readonly kodeMutasi: ReadonlyMap<string, string>;
  readonly dokumenWajib: { readonly btlN: readonly string[]; readonly bgr: readonly string[] };
  readonly satuKk: boolean;
  readonly surelDinsos: readonly string[];
  readonly surelBpjs: readonly string[];
  readonly surelDinkes: readonly string[];
  readonly piket: string;
  readonly jalurAlternatif: string;
  readonly abaikan: readonly KodePeringatanNik[];
  readonly sisaKuotaSurel: number;
  readonly pegawai: readonly Pegawai[];
  readonly wilayah: DaftarWilayah;
  /** Spreadsheets of kelurahan by region code. */
  readonly bukuKelurahan: ReadonlyMap<string, string>;
  /** The office's reasons and codes, in the order of its tab. */
  readonly alasan: readonly AlasanKantor[];
  /** The office's own sentences by key; where there is none the built-in one counts. */
  readonly kalimat: ReadonlyMap<string, string>;
  /** Keys with a wrong value: their default counts meanwhile. */
  readonly salah: readonly SalahPengaturan[];
}

const jam = (nilai: string) => ({ buka: nilai.slice(0, 5), tutup: nilai.slice(6) });

type BarisTab = readonly Readonly<Record<string, string>>[];

/**
 * Settings from the rows of their tabs. A missing or wrong value counts as its default, so that an emergency never waits
 * for a typing error; monthly work refuses to run on it (`settingSalah`).
 */
export function bacaPengaturan(baris: {
  pengaturan: BarisTab;
  libur: BarisTab;
  peran: BarisTab;
  wilayah?: BarisTab;
  kalimat?: BarisTab;
  alasan?: BarisTab;
}): Pengaturan {
  const isi = new Map(baris.pengaturan.map((b) => [b['kunci'] ?? '', (b['nilai'] ?? '').trim()]));
  const salah: SalahPengaturan[] = [];
  const nilai = (kunci: KunciPengaturan): string => {
    const ketentuan: Ketentuan | undefined = KETENTUAN.find((k) => k.kunci === kunci);
    const bawaan = ketentuan?.bawaan ?? '';
    const tertulis = isi.get(kunci) ?? '';
    if (tertulis === '') return bawaan;
    const pesan = ketentuan?.periksa(tertulis);
    if (pesan) salah.push({ kunci, pesan });
    return pesan ? bawaan : tertulis;
  };
  const angka = (kunci: KunciPengaturan) => Number(nilai(kunci));
  const deret = (kunci: KunciPengaturan) => pecah(nilai(kunci)).map(Number);
  const pegawai = bacaPegawai(baris.peran);
  const penerima = (kunci: 'surel_dinsos' | 'surel_bpjs' | 'surel_dinkes', peran: string) => {
    const tertulis = pecah(nilai(kunci));
    return tertulis.length > 0 ? tertulis : pegawai.filter((p) => p.peran === peran).map((p) => p.email);
  };
  const seninKamis = jam(nilai('jam_kerja_senin_kamis'));
  const jumat = jam(nilai('jam_kerja_jumat'));
  const namaLibur = bacaLibur(baris.libur);
  const kantor = {
    kode: nilai('kode_wilayah'),
    nama: nilai('nama_kabupaten'),
    label: { kecamatan: nilai('label_kecamatan'), desa: nilai('label_kelurahan') },
  };
  return {
    namaKantor: nilai('nama_kantor'),
    kodeWilayah: kantor.kode,
    namaKabupaten: kantor.nama,
    labelKecamatan: kantor.label.kecamatan,
    labelKelurahan: kantor.label.desa,
    labelDtks: nilai('label_dtks'),
    rute: rute(nilai('rute_aktif'), isi.get('rute_aktif') ?? ''),
    sop: { nama: nilai('sop_nama'), nomor: nilai('sop_nomor'), tanggal: nilai('sop_tanggal') },
    dedupHari: angka('dedup_hari'),
    menitSaring: angka('menit_saring'),
    menitKoreksi: angka('menit_koreksi'),
    menitPeriksa: angka('menit_periksa'),
    menitUsul: angka('menit_usul'),
    tangguhHariKerja: angka('tangguh_hari_kerja'),
    tangguhHari: angka('tangguh_hari'),
    tangguhEskalasi: angka('tangguh_eskalasi'),
    maksPercobaan: angka('maks_percobaan'),
    bayiHari: angka('bayi_hari'),
    jamKerja: JAM_KERJA_BAWAAN.map((b, hari) => (b === null ? null : hari === 5 ? jumat : seninKamis)),
    libur: new Set(namaLibur.keys()),
    namaLibur,
    cutoff: susunCutoff(angka, nilai('cutoff_libur') as AturanLibur, deret('pengingat_hari')),
    lamaBpjsBulan: angka('lama_bpjs_bulan'),
    umpanBalikHari: deret('umpan_balik_hari'),
    kembaliIngatkan: deret('kembali_ingatkan'),
    kembaliTutup: angka('kembali_tutup'),
    kisHari: deret('kis_hari'),
    kisDigital: nilai('kis_digital') === 'ya',
    kuotaPeriode: nilai('kuota_periode') === '' ? undefined : angka('kuota_periode'),
    prioritas: pecah(nilai('prioritas')),
    premiBulan: angka('premi_bulan'),
    modeAktivasi: nilai('mode_aktivasi') as Pengaturan['modeAktivasi'],
    mutasiFormat: nilai('mutasi_format') as Pengaturan['mutasiFormat'],
    kawinVarian: nilai('kawin_varian') as Pengaturan['kawinVarian'],
    urutanTanggal: nilai('urutan_tanggal') as Pengaturan['urutanTanggal'],
    kodeMutasi: new Map(pecah(nilai('kode_mutasi')).map((satu) => satu.split('=') as [string, string])),
    dokumenWajib: { btlN: pecah(nilai('dokumen_btl_n')), bgr: pecah(nilai('dokumen_bgr')) },
    satuKk: nilai('satu_kk') === 'ya',
    surelDinsos: penerima('surel_dinsos', 'dinsos'),
    surelBpjs: penerima('surel_bpjs', 'bpjs'),
    surelDinkes: penerima('surel_dinkes', 'dinkes'),
    piket: nilai('piket'),
    jalurAlternatif: nilai('jalur_alternatif'),
    abaikan: pecah(nilai('abaikan_peringatan')) as KodePeringatanNik[],
    sisaKuotaSurel: angka('sisa_kuota_surel'),
    pegawai,
    wilayah: susunWilayah(
      kantor,
      (baris.wilayah ?? []).map((b) => ({
        kode: b['kode'] ?? '',
        nama: b['nama'] ?? '',
        kecamatan: b['kecamatan'] ?? '',
      })),
    ),
    bukuKelurahan: new Map(
      (baris.wilayah ?? [])
        .map((b) => [(b['kode'] ?? '').replace(/[\s.]/g, ''), b['berkas'] ?? ''] as const)
        .filter(([, berkas]) => berkas !== ''),
    ),
    alasan: (baris.alasan ?? []).map((b) => ({
      kode: (b['kode'] ?? '').trim(),
      untuk: (b['untuk'] ?? '').trim(),
      teks: (b['teks'] ?? '').trim(),
      pola: b['pola'] ?? '',
    })),
    kalimat: bacaKalimat(baris.kalimat ?? []),
    salah,
  };
}

function bacaPegawai(peran: BarisTab): Pegawai[] {
  return peran
    .filter((b) => (b['aktif'] ?? 'ya').trim().toLowerCase() !== 'tidak' && (b['email'] ?? '').trim() !== '')
    .map((b) => ({
      email: (b['email'] ?? '').trim().toLowerCase(),
      peran: (b['peran'] ?? '').trim().toLowerCase(),
      nama: (b['nama'] ?? '').trim(),
      wilayah: (b['wilayah'] ?? '').replace(/[\s.]/g, ''),
    }));
}

function bacaLibur(libur: BarisTab): Map<Tanggal, string> {
  const nama = new Map<Tanggal, string>();
  for (const b of libur) {
    const tanggal = parseTanggal(b['tanggal'] ?? '');
    if (tanggal) nama.set(tanggal, (b['nama'] ?? '').trim());
  }
  return nama;
}

function susunCutoff(
  angka: (kunci: KunciPengaturan) => number,
  aturanLibur: AturanLibur,
  hariPengingat: readonly number[],
): Record<IdCutoff, Cutoff> {
  const satu = (id: IdCutoff, kunci: KunciPengaturan): Cutoff => ({
    ...CUTOFF_BAWAAN[id],
    hari: angka(kunci),
    aturanLibur,
    hariPengingat,
  });
  return {
    kelurahan: satu('kelurahan', 'cutoff_kelurahan'),
    dinsos: satu('dinsos', 'cutoff_dinsos'),
    dinkes: satu('dinkes', 'cutoff_dinkes'),
    bantul: { ...satu('bantul', 'cutoff_kolektif'), hariInternal: angka('cutoff_internal') },
  };
}

/** Of a wrong list what is right in it counts, never the routes of another office. */
const rute = (berlaku: string, tertulis: string) => pecah(tertulis === '' ? berlaku : tertulis).filter(isRute);

/** A sentence that stops monthly work which depends on `kunci`, or undefined when those settings are right. */
export function settingSalah({ salah }: Pengaturan, kunci: readonly KunciPengaturan[]): string | undefined {
  const kena = salah.filter((satu) => kunci.includes(satu.kunci));
  if (kena.length === 0) return undefined;
  const daftar = kena.map((satu) => `${satu.kunci}: ${satu.pesan}`).join(' ');
  return `Pekerjaan ini dihentikan karena pengaturan salah. ${daftar} Perbaiki di tab Pengaturan; tidak ada yang berubah.`;
}
