/** What the register holds: every ticket once, every form response somewhere, settings that count, the day's work done. */
import { type IsiPengaturan, periksaPengaturan, TAB_PENGATURAN } from '#domain/pengaturan/periksa.ts';
import { SALAH } from '#domain/pengaturan/periksa-umum.ts';
import { migrasiTertunda, VERSI_SKEMA, versiRegister } from '#domain/skema/versi.ts';
import { tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import { jamWaktu, tambahHariWaktu, tanggalWaktu } from '#domain/waktu/waktu.ts';
import type { HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import { tiketHilang, tiketKembar } from '#usecase/kasus-hilang.ts';
import { barisTab } from './baca.ts';
import type { Bahan } from './bahan.ts';
import { LEWAT_PERBAIKI, pelapor, sebut, type Temuan } from './temuan.ts';

const { galat, peringatan, lewat, baik } = pelapor('data');

export function periksaTiket({ kasus, sistem }: Pick<Bahan, 'kasus' | 'sistem'>): Temuan[] {
  const ada = kasus.map(({ tiket }) => tiket);
  const hilang = tiketHilang(ada, sistem['tiket_urut'] ?? '');
  const kembar = tiketKembar(ada);
  const temuan: Temuan[] = [];
  if (hilang.length > 0) {
    const kalimat = `${hilang.length} tiket pernah diberikan tetapi tidak ada di tab Kasus: ${sebut(hilang)}.`;
    const perbaikan =
      'Baris dipulihkan sendiri dari Riwayat lewat pukul satu malam. Setelah itu lengkapi jawaban formulirnya lewat tautan ubah.';
    temuan.push(galat('TIKET_HILANG', kalimat, perbaikan));
  }
  if (kembar.length > 0) {
    const kalimat = `${kembar.length} tiket ada di lebih dari satu baris tab Kasus: ${sebut(kembar)}.`;
    temuan.push(galat('TIKET_KEMBAR', kalimat, 'Hapus baris salinannya; yang asli biasanya yang lebih atas.'));
  }
  return temuan.length > 0 ? temuan : [baik('TIKET', `${ada.length} tiket, masing-masing tepat satu baris.`)];
}

/** @param skrip the script's answer: it alone reads responses for everybody */
export function periksaRespons({ respons }: HasilPeriksa, { sistem }: Pick<Bahan, 'sistem'>): Temuan[] {
  if (respons === undefined) return [lewat('RESPONS', 'Tanggapan formulir tidak dapat dibandingkan dengan register.')];
  const belum = Object.entries(respons).filter(([, satu]) => satu.belum > 0);
  const tertahan = sistem['respons_tertahan'] ?? '';
  if (belum.length === 0) {
    const banyak = Object.values(respons).reduce((jumlah, satu) => jumlah + satu.banyak, 0);
    return [baik('RESPONS', `${banyak} tanggapan formulir dua bulan terakhir semuanya tercatat di register.`)];
  }
  return belum.map(([nama, satu]) =>
    tertahan === ''
      ? galat(
          'RESPONS_BELUM',
          `${satu.belum} tanggapan formulir ${nama} tidak meninggalkan jejak di register.`,
          'Jalankan menu Usulan PBI > Jalankan tugas berkala sekarang. Bila tetap: buka Tanggapan formulir itu, dan masukkan yang belum ada lewat tautan ubahnya.',
        )
      : peringatan(
          'RESPONS_TERTAHAN',
          `${satu.belum} tanggapan formulir ${nama} menunggu sejak ${tertahan.slice(0, 10)} karena pengaturan salah.`,
          'Perbaiki baris SALAH di tab pengaturan; tanggapan masuk sendiri setelah itu.',
        ),
  );
}

const AKIBAT = 'Bawaannya yang berlaku, dan pekerjaan bulanan yang memakainya berhenti.';
const AKIBAT_PERAN = 'Orang di baris itu belum dapat bekerja, atau belum mendapat berkas yang diperlukannya.';

export function periksaTabPengaturan({ tab, kini }: Pick<Bahan, 'tab' | 'kini'>): Temuan[] {
  const isi = Object.fromEntries(TAB_PENGATURAN.map(({ nama }) => [nama, barisTab(tab, nama)]));
  const jawaban = periksaPengaturan(isi as unknown as IsiPengaturan, tanggalWaktu(kini));
  const salah = TAB_PENGATURAN.flatMap(({ nama }) => {
    const baris = jawaban[nama].flatMap((satu, i) => (satu.startsWith(SALAH) ? [i + 2] : []));
    return baris.length > 0 ? [{ nama, baris }] : [];
  });
  if (salah.length === 0) return [baik('PENGATURAN', `${TAB_PENGATURAN.length} tab pengaturan sah.`)];
  return salah.map(({ nama, baris }) => {
    const kalimat = `Tab ${nama}: isian salah di baris ${sebut(baris.map(String))}. ${nama === 'Peran' ? AKIBAT_PERAN : AKIBAT}`;
    return galat('PENGATURAN_SALAH', kalimat, 'Perbaiki menurut kalimat di kolom pemeriksaan baris itu.');
  });
}

/** Not before two o'clock the work of the day must be done. */
const JAM_SELESAI = '02:00';

const GAGAL = /[A-Z ]+ GAGAL\./g;

export function periksaJadwal({ tab, kini }: Pick<Bahan, 'tab' | 'kini'>): Temuan[] {
  const harian = barisTab(tab, 'Jadwal').filter(({ pekerjaan }) => pekerjaan === 'harian');
  const akhir = harian.reduce((a, { periode = '' }) => (periode > a ? periode : a), '');
  const seharusnya = tanggalWaktu(jamWaktu(kini) < JAM_SELESAI ? tambahHariWaktu(kini, -1) : kini);
  if (akhir < seharusnya && (harian.length > 0 || jamWaktu(kini) >= JAM_SELESAI)) {
    const hari = parseTanggal(akhir);
    const kalimat = `Pemeriksaan harian terakhir selesai ${hari ? tanggalIndonesia(hari) : 'belum pernah'}.`;
    return [peringatan('JADWAL_HARIAN', kalimat, 'Jalankan menu Usulan PBI > Jalankan tugas berkala sekarang.')];
  }
  const gagal = harian.find(({ periode }) => periode === akhir)?.['rincian']?.match(GAGAL) ?? [];
  if (gagal.length > 0) {
    const kalimat = `Pemeriksaan harian ${akhir} tidak selesai seluruhnya:${gagal.join('')}`;
    const perbaikan = 'Lihat sebabnya di Ekstensi > Apps Script > Eksekusi; bagian itu diulang besok.';
    return [peringatan('JADWAL_GAGAL', kalimat, perbaikan)];
  }
  return [baik('JADWAL', `Pekerjaan harian ${akhir === '' ? 'baru mulai malam ini' : `sampai ${akhir} selesai`}.`)];
}

export function periksaSkema({ sistem }: Pick<Bahan, 'sistem'>): Temuan[] {
  const versi = versiRegister(sistem);
  if (versi > VERSI_SKEMA) {
    const kalimat = `Susunan register versi ${versi} lebih baru dari yang dikenal pbi ini (${VERSI_SKEMA}).`;
    return [galat('SKEMA_BARU', kalimat, 'Perbarui pbi di komputer ini; jangan memasang program yang lebih lama.')];
  }
  const tunda = migrasiTertunda(versi);
  if (tunda.length === 0) return [baik('SKEMA', `Susunan register versi ${versi}, yang terbaru.`)];
  const kalimat = `Susunan register masih versi ${versi}; yang terbaru ${VERSI_SKEMA}.`;
  return [peringatan('SKEMA_LAMA', kalimat, `Jalankan pbi pasang, atau: ${LEWAT_PERBAIKI}`)];
}
