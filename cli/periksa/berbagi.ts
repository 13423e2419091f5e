/** Spreadsheets of other offices against the register: do they show every case they should, and as it is now? */
import { BUKU_BERBAGI } from '#domain/kolom/berbagi.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { ANTREAN } from '#domain/kolom/tab.ts';
import { durasiIndonesia } from '#domain/waktu/bahasa.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type { HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import { segarkan } from '#usecase/berbagi-jawab.ts';
import { isiBukuKelurahan } from '#usecase/buku-kelurahan.ts';
import { PROYEKSI_BPJS, PROYEKSI_DINKES, PROYEKSI_DUKCAPIL, type Proyeksi } from '#usecase/proyeksi.ts';
import { susunRekap, ubahBarisRekap } from '#usecase/rekap-kecamatan.ts';
import { EXIT, UserError } from '../errors.ts';
import { statusOf } from '../google/google-error.ts';
import { type Baris, bacaTab, barisTab, type IsiTab } from './baca.ts';
import { type Bahan, berkasLain, menitSejak, namaBerkas } from './bahan.ts';
import { BUAT_BARU, LEWAT_PERBAIKI, pelapor, sebut, type Temuan } from './temuan.ts';

const { galat, peringatan, lewat, baik } = pelapor('berbagi');

const PROYEKSI: Readonly<Record<string, readonly Proyeksi[]>> = {
  bpjs: PROYEKSI_BPJS,
  disdukcapil: [PROYEKSI_DUKCAPIL],
  dinkes: [PROYEKSI_DINKES],
};

/** What a file shows wrongly: names of rows that are missing, and of such that say something else than the register. */
interface Selisih {
  readonly kurang: readonly string[];
  readonly beda: readonly string[];
}

export async function periksaBerbagi(bahan: Bahan): Promise<Temuan[]> {
  const temuan: Temuan[] = [];
  const tertutup: string[] = [];
  let banyak = 0;
  for (const [nama, id] of berkasLain(bahan)) {
    try {
      const { selisih, antrean } = await bacaBerkas(bahan, nama, id);
      // Cases change all the time: what is still to be written is no fault.
      if (!tertunda(bahan, nama)) temuan.push(...sebutSelisih(nama, selisih));
      temuan.push(...antreanMacet(nama, antrean, bahan.kini));
      banyak += 1;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error.exitCode === EXIT.auth && bahan.office.role !== 'admin') tertutup.push(namaBerkas(nama));
      else temuan.push(takTerbuka(nama, error));
    }
  }
  if (tertutup.length > 0) {
    const kalimat = `Spreadsheet ${sebut(tertutup)} tidak dibandingkan: hanya admin dan kantor itu yang dapat membukanya.`;
    temuan.push(lewat('BERBAGI', kalimat));
  }
  if (temuan.length > 0) return temuan;
  return [baik('BERBAGI', `${banyak} berkas kantor lain menampilkan kasus seperti di register.`)];
}

function takTerbuka(nama: string, error: UserError): Temuan {
  const berkas = `Spreadsheet ${namaBerkas(nama)}`;
  if (statusOf(error.cause) === 404) return galat('BERKAS_HILANG', `${berkas} sudah terhapus.`, BUAT_BARU, {});
  const lihat = 'Lihat temuan lain tentang berkas itu, jalankan pbi pasang, lalu periksa lagi.';
  return galat('BERKAS_HILANG', `${berkas} tidak dapat dibaca: ${error.message}`, lihat, {});
}

function tertunda({ sistem }: Bahan, nama: string): boolean {
  if (nama === 'bpjs') return sistem['bpjs_tertinggal'] === 'ya';
  return (sistem['berbagi_tertinggal'] ?? '').split(' ').includes(nama);
}

async function bacaBerkas(bahan: Bahan, nama: string, id: string): Promise<{ selisih: Selisih; antrean: Baris[] }> {
  const buku = BUKU_BERBAGI[(nama in BUKU_BERBAGI ? nama : 'kelurahan') as keyof typeof BUKU_BERBAGI];
  const proyeksi = PROYEKSI[nama] ?? [];
  const utama = buku[0]?.tab.nama ?? '';
  const antrean = buku.some(({ tab }) => tab.nama === ANTREAN.nama) ? [ANTREAN.nama] : [];
  const dibaca = proyeksi.length > 0 ? proyeksi.map(({ tab }) => tab.nama) : [utama];
  const tab = await bacaTab(bahan.office, id, [...dibaca, ...antrean]);
  const selisih = () => {
    if (proyeksi.length > 0) return gabung(proyeksi.map((satu) => selisihProyeksi(satu, bahan, tab)));
    const baris = barisTab(tab, utama);
    return nama === 'kecamatan' ? selisihRekap(bahan, baris) : selisihKelurahan(bahan, nama, baris);
  };
  return { selisih: selisih(), antrean: barisTab(tab, ANTREAN.nama) };
}

/** Commands of kelurahan and Dinkes are looked for with every run, at the latest within the hour. */
const MENIT_MACET = 75;

function antreanMacet(nama: string, antrean: readonly Baris[], kini: Waktu): Temuan[] {
  const menunggu = antrean.filter(({ keadaan }) => keadaan === 'MENUNGGU');
  const lama = Math.max(0, ...menunggu.map(({ dibuat = '' }) => menitSejak(dibuat, kini)));
  if (lama <= MENIT_MACET) return [];
  const kalimat = `${menunggu.length} perintah di spreadsheet ${namaBerkas(nama)} belum dikerjakan, yang terlama ${durasiIndonesia(lama)}.`;
  const perbaikan =
    'Jalankan menu Usulan PBI > Jalankan tugas berkala sekarang; bila tetap, lihat Apps Script > Eksekusi.';
  return [galat('ANTREAN_BERBAGI', kalimat, perbaikan)];
}

const gabung = (semua: readonly Selisih[]): Selisih => ({
  kurang: semua.flatMap(({ kurang }) => kurang),
  beda: semua.flatMap(({ beda }) => beda),
});

function selisihProyeksi(proyeksi: Proyeksi, { kasus, kini }: Bahan, tab: ReadonlyMap<string, IsiTab>): Selisih {
  const perTiket = new Map(kasus.map((satu) => [satu.tiket, satu]));
  const { ubah, tambah } = segarkan(proyeksi, kasus, barisTab(tab, proyeksi.tab.nama), kini);
  // A row that has merely been there long enough goes with the next refresh, whenever that is.
  const kedaluwarsa = (satu: Kasus | undefined): boolean =>
    satu !== undefined && !proyeksi.tampil(satu, kini) && proyeksi.tampil(satu, satu.diubah as Waktu);
  return {
    kurang: tambah.map(({ tiket = '' }) => tiket),
    beda: ubah.filter(({ tiket }) => !kedaluwarsa(perTiket.get(tiket))).map(({ tiket }) => tiket),
  };
}

function selisihRekap({ kasus, pengaturan }: Bahan, baris: readonly Baris[]): Selisih {
  const ada = new Map(baris.map((satu) => [satu['kunci'] ?? '', { ...satu }]));
  const rekap = susunRekap(kasus, pengaturan.wilayah);
  const kunci = (satu: Readonly<Record<string, string>>): string => satu['kunci'] ?? '';
  return {
    kurang: rekap.map(kunci).filter((satu) => !ada.has(satu)),
    beda: rekap.filter((satu) => Object.keys(ubahBarisRekap(satu, ada.get(kunci(satu)) ?? satu)).length > 0).map(kunci),
  };
}

function selisihKelurahan({ kasus, tab, kini }: Bahan, kode: string, baris: readonly Baris[]): Selisih {
  const alasan = new Map(barisTab(tab, 'Alasan').map((satu) => [satu['kode'] ?? '', satu['teks'] ?? '']));
  const ada = new Map(baris.map((satu) => [satu['tiket'] ?? '', satu]));
  const mau = isiBukuKelurahan(kode, kasus, alasan, kini);
  const berbeda = (satu: Readonly<Record<string, string>>): boolean => {
    const lama = ada.get(satu['tiket'] ?? '');
    return lama !== undefined && Object.entries(satu).some(([kolom, isi]) => (lama[kolom] ?? '') !== isi);
  };
  const milik = new Set(kasus.filter(({ kode_wilayah }) => kode_wilayah === kode).map(({ tiket }) => tiket));
  return {
    kurang: mau.map(({ tiket = '' }) => tiket).filter((tiket) => !ada.has(tiket)),
    // People of another kelurahan have no business there.
    beda: [
      ...mau.filter(berbeda).map(({ tiket = '' }) => tiket),
      ...[...ada.keys()].filter((tiket) => tiket !== '' && !milik.has(tiket)),
    ],
  };
}

function sebutSelisih(nama: string, { kurang, beda }: Selisih): Temuan[] {
  const temuan: Temuan[] = [];
  const aman = { berbagi: [nama] };
  if (kurang.length > 0) {
    const kalimat = `Spreadsheet ${namaBerkas(nama)} tidak memuat ${kurang.length} baris yang ada di register: ${sebut(kurang)}.`;
    temuan.push(galat('BERBAGI_KURANG', kalimat, LEWAT_PERBAIKI, aman));
  }
  if (beda.length > 0) {
    const kalimat = `Spreadsheet ${namaBerkas(nama)} menampilkan ${beda.length} baris yang berbeda dari register: ${sebut(beda)}.`;
    temuan.push(galat('BERBAGI_BEDA', kalimat, LEWAT_PERBAIKI, aman));
  }
  return temuan;
}

/** Who may open which file, as the script sees it. */
export function periksaIzin({ berbagi }: HasilPeriksa): Temuan[] {
  if (berbagi === undefined) return [lewat('IZIN', 'Izin berkas tidak dapat diperiksa oleh skrip.')];
  const temuan = Object.entries(berbagi).flatMap(([nama, { kurang, lebih, tautan }]): Temuan[] => [
    ...(lebih > 0
      ? [galat('IZIN_LEBIH', `${lebih} orang di luar tab Peran dapat membuka ${namaBerkas(nama)}.`, LEWAT_PERBAIKI, {})]
      : []),
    ...((tautan ?? 0) > 0
      ? [galat('IZIN_TAUTAN', `${namaBerkas(nama)} dapat dibuka siapa pun yang punya tautannya.`, LEWAT_PERBAIKI, {})]
      : []),
    ...(kurang > 0
      ? [
          peringatan(
            'IZIN_KURANG',
            `${kurang} orang di tab Peran belum dapat membuka ${namaBerkas(nama)}.`,
            LEWAT_PERBAIKI,
            {},
          ),
        ]
      : []),
    ...(tautan === null
      ? [
          lewat(
            'IZIN_TAUTAN',
            `Google tidak memperlihatkan kepada skrip apakah ${namaBerkas(nama)} dibagikan lewat tautan.`,
            'Lihat tombol Bagikan di berkas itu: Akses umum harus Dibatasi.',
          ),
        ]
      : []),
  ]);
  if (temuan.length > 0) return temuan;
  return [baik('IZIN', `${Object.keys(berbagi).length} berkas hanya terbuka bagi orang yang ditulis tab Peran.`)];
}
