/** Commands that the command line has appended to `Antrean`: each is applied exactly once, in the commit that answers it. */
import { isAksi } from '#domain/usulan/aksi.ts';
import { Perancang } from '#usecase/perancang.ts';
import { tindak } from '#usecase/tindakan.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaDenganKasus, bukaRegister, pelaksana, type Terbuka } from '../google/register.ts';
import { denganKunci } from './jaga.ts';

/** Commands of one run. */
const SEKALI_JALAN = 200;

interface Perintah {
  tiket: string;
  /** The version that the sender saw; a newer case is refused. */
  versi?: string;
  aksi: string;
  alasan?: string;
  isi?: Record<string, string>;
}

/** @returns how many commands were answered */
export function jalankanAntrean(nomor: readonly number[]): number {
  return denganKunci(() => {
    const awal = bukaRegister([{ tab: 'Antrean', baris: nomor.slice(0, SEKALI_JALAN) }]);
    const baris = (awal.isi[0]?.baris ?? []).map(({ isi }) => isi).filter((isi) => isi['keadaan'] === 'MENUNGGU');
    const perintah = baris.map((isi) => ({ isi, perintah: bacaPerintah(isi['muatan'] ?? '') }));
    const tiket = [...new Set(perintah.flatMap(({ perintah: satu }) => (satu ? [satu.tiket] : [])))];
    const kasus = tiket.length > 0 ? bukaDenganKasus(tiket) : awal;
    const perancang = new Perancang(kasus.potret);
    for (const { isi, perintah: satu } of perintah) {
      const jawaban = satu
        ? jalankan(perancang, kasus, satu, isi['pelaku'] ?? '')
        : { keadaan: 'DITOLAK', jawaban: 'Muatan bukan perintah yang dikenal.' };
      perancang.ubahBaris('Antrean', isi['id'] ?? '', { ...jawaban, dijalankan: kasus.potret.kini });
    }
    const nomorTab = new Map([...awal.letak.nomor, ...kasus.letak.nomor]);
    const tajuk = new Map([...awal.letak.tajuk, ...kasus.letak.tajuk]);
    komit(perancang.rencana(), { ...kasus.letak, nomor: nomorTab, tajuk });
    return baris.length;
  });
}

function bacaPerintah(muatan: string): Perintah | undefined {
  try {
    const isi = JSON.parse(muatan) as Partial<Perintah>;
    return typeof isi.tiket === 'string' && typeof isi.aksi === 'string' ? (isi as Perintah) : undefined;
  } catch {
    return undefined;
  }
}

function jalankan(
  p: Perancang,
  terbuka: Terbuka,
  perintah: Perintah,
  email: string,
): { keadaan: string; jawaban: string } {
  const ditolak = (jawaban: string) => ({ keadaan: 'DITOLAK', jawaban });
  const awal = barisKasus(terbuka.isi[0]).find(({ kasus }) => kasus.tiket === perintah.tiket)?.kasus;
  if (!awal) return ditolak('Tiket tidak ada di register.');
  if (!isAksi(perintah.aksi)) return ditolak(`Tindakan "${perintah.aksi}" tidak dikenal.`);
  const kasus = p.kasus(awal);
  if (perintah.versi !== undefined && perintah.versi !== awal.versi) {
    return ditolak(`Usulan sudah berubah: versi ${awal.versi}, perintah dibuat untuk versi ${perintah.versi}.`);
  }
  const { aksi, alasan = '', isi = {} } = perintah;
  const hasil = tindak(p, kasus, { aksi, alasan, isi, rujukan: 'Antrean' }, pelaksana(email, terbuka.potret));
  return hasil.ok ? { keadaan: 'SELESAI', jawaban: hasil.value.pesan } : ditolak(hasil.error.join(' '));
}
