/** Whether the scheduled work runs: its heartbeat, its triggers, its mail. A dead office is told at once, without waiting. */

import { VERSI_SKEMA, versiRegister } from '#domain/skema/versi.ts';
import { durasiIndonesia, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { selisihMenit, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import type { HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import { bilaAda } from '../pasang/mesin.ts';
import { barisTab } from './baca.ts';
import { type Bahan, menitSejak } from './bahan.ts';
import { LEWAT_PERBAIKI, pelapor, sebut, type Temuan } from './temuan.ts';

const { galat, peringatan, baik } = pelapor('denyut');

/** Written once an hour at most, by a run every five minutes. */
const MENIT_MATI = 75;

/** A command is worked off within five minutes. */
const MENIT_MACET = 15;

/** What brings the scheduled work back. */
export const HIDUPKAN =
  'Buka Register PBI dengan akun sistem, pilih menu Usulan PBI > Perbaiki register (bila menunya tidak ada: muat ulang halaman), lalu Jalankan tugas berkala sekarang. Bila Google meminta izin lagi, berikan.';

/** What stands against asking the script anything; undefined while it seems to be alive. */
export async function tandaMati(bahan: Bahan): Promise<Temuan | undefined> {
  const { detak, tab, kini } = bahan;
  if (!detak && (await umurRegister(bahan)) > MENIT_MATI) {
    const kalimat =
      'Tugas berkala belum pernah berjalan sejak kantor dipasang: surel, antrean, dan berkas kantor lain diam.';
    return galat('DENYUT_MATI', kalimat, HIDUPKAN);
  }
  const diam = detak ? selisihMenit(detak, kini) : 0;
  if (detak && diam > MENIT_MATI) {
    const kalimat = `Tugas berkala tidak berdenyut sejak ${waktuIndonesia(detak)} (${durasiIndonesia(diam)}): surel, antrean, dan berkas kantor lain berhenti.`;
    return galat('DENYUT_MATI', kalimat, HIDUPKAN);
  }
  const antrean = barisTab(tab, 'Antrean').filter(({ id }) => id !== '');
  const menunggu = antrean.filter(({ keadaan }) => keadaan === 'MENUNGGU');
  const lama = Math.max(0, ...menunggu.map(({ dibuat = '' }) => menitSejak(dibuat, kini)));
  const dijawab = Math.min(
    ...antrean.map(({ dijalankan = '' }) => (dijalankan === '' ? lama : menitSejak(dijalankan, kini))),
  );
  // A long queue is worked off over many runs.
  if (lama <= MENIT_MACET || dijawab <= MENIT_MACET) return undefined;
  const kalimat = `${menunggu.length} perintah menunggu di tab Antrean, yang terlama sejak ${durasiIndonesia(lama)} lalu, padahal antrean dikerjakan setiap 5 menit.`;
  return galat('ANTREAN_MACET', kalimat, `${HIDUPKAN} Bila tetap menunggu, lihat Ekstensi > Apps Script > Eksekusi.`);
}

/** Minutes since the register was made; 0 where Drive does not tell. */
async function umurRegister({ office, register, kini, sistem }: Bahan): Promise<number> {
  // Earlier releases have noted no heartbeat.
  if (versiRegister(sistem) < VERSI_SKEMA) return 0;
  const drive = await office.klien.drive();
  const berkas = await bilaAda((opsi) => drive.files.get({ fileId: register, fields: 'createdTime' }, opsi));
  return berkas?.createdTime ? selisihMenit(waktuDariEpoch(Date.parse(berkas.createdTime)), kini) : 0;
}

/** Findings after which no command would be answered. */
export const TAK_BERJALAN: readonly string[] = ['DENYUT_MATI', 'ANTREAN_MACET', 'SKRIP_DIAM'];

/** The script was asked, and no answer came. */
export const skripDiam = (menit: number): Temuan =>
  galat(
    'SKRIP_DIAM',
    `Skrip tidak menjawab perintah pemeriksaan ${menit > 0 ? `dalam ${menit} menit` : 'walau tugas berkala dijalankan'}: pemicu tick tidak ada, atau gagal setiap kali.`,
    `${HIDUPKAN} Sebab kegagalan ada di Ekstensi > Apps Script > Eksekusi.`,
  );

/** What the script says of its triggers and its mail. */
export function periksaPemicu(skrip: HasilPeriksa, { pengaturan, detak }: Bahan): Temuan[] {
  const { pemicu, akun, kuota } = skrip;
  const hidup = detak ? `, denyut terakhir ${waktuIndonesia(detak)}` : '';
  return [
    ...(pemicu ? sebutPemicu(pemicu, akun) : []),
    kuotaSurel(kuota, pengaturan.sisaKuotaSurel),
    baik('DENYUT', `Tugas berkala berjalan dengan akun ${akun}${hidup}.`),
  ];
}

function sebutPemicu({ kurang, kembar, asing }: Required<HasilPeriksa>['pemicu'], akun: string): Temuan[] {
  const temuan: Temuan[] = [];
  if (kurang.length > 0) {
    const kalimat = `Pemicu ${sebut(kurang)} milik akun ${akun} tidak ada: yang seharusnya dikerjakannya baru dikerjakan sapuan berkala.`;
    temuan.push(galat('PEMICU_KURANG', kalimat, LEWAT_PERBAIKI, {}));
  }
  if (kembar.length > 0) {
    const kalimat = `Pemicu ${sebut(kembar)} terpasang lebih dari sekali. Tidak merusak, tetapi memboroskan jatah waktu Google.`;
    const perbaikan = 'Buka Ekstensi > Apps Script > Pemicu, lalu hapus kembarannya.';
    temuan.push(peringatan('PEMICU_KEMBAR', kalimat, perbaikan));
  }
  if (asing.length > 0) {
    const kalimat = `Ada pemicu yang tidak dipasang program ini: ${sebut(asing)}.`;
    const perbaikan = 'Buka Ekstensi > Apps Script > Pemicu, tanyakan pemasangnya, lalu hapus bila tidak diperlukan.';
    temuan.push(peringatan('PEMICU_ASING', kalimat, perbaikan));
  }
  if (temuan.length > 0) return temuan;
  return [baik('PEMICU', `Semua pemicu akun ${akun} terpasang. Pemicu akun lain tidak terlihat oleh skrip ini.`)];
}

function kuotaSurel(kuota: number, sisih: number): Temuan {
  if (kuota <= 0) {
    const kalimat = 'Jatah surel akun sistem hari ini habis: surel menunggu di Kotak Keluar sampai besok.';
    return galat('KUOTA_HABIS', kalimat, 'Tidak ada yang hilang. Kabari yang mendesak lewat telepon hari ini.');
  }
  if (kuota > sisih) return baik('KUOTA', `Jatah surel hari ini tinggal ${kuota}.`);
  const kalimat = `Jatah surel hari ini tinggal ${kuota}, dan ${sisih} terakhir disisihkan: surel biasa menunggu sampai besok.`;
  return peringatan('KUOTA_TIPIS', kalimat, 'Tidak ada yang hilang. Kabari yang mendesak lewat telepon hari ini.');
}
