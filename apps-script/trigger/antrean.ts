/** Commands that the command line has appended to `Antrean`: each is applied exactly once, in the commit that answers it. */
import { isAksi } from '#domain/usulan/aturan.ts';
import { Perancang } from '#usecase/perancang.ts';
import { tindak } from '#usecase/tindakan.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaDenganKasus, bukaRegister, pelaksana, type Terbuka } from '../google/register.ts';
import { denganKunci } from './jaga.ts';

/** Commands of one run. */
const SEKALI_JALAN = 200;

const SUDAH = 'Perintah dengan penanda ini sudah pernah dijawab; yang ini tidak dijalankan.';

interface Perintah {
  tiket: string;
  /** The version that the sender saw; a newer case is refused. */
  versi?: string;
  aksi: string;
  alasan?: string;
  isi?: Record<string, string>;
}

/** @param sudah ids of commands that were answered before. @returns how many commands were answered */
export function jalankanAntrean(nomor: readonly number[], sudah: ReadonlySet<string>): number {
  return denganKunci(() => {
    const awal = bukaRegister([{ tab: 'Antrean', baris: nomor.slice(0, SEKALI_JALAN) }]);
    const menunggu = (awal.isi[0]?.baris ?? []).map(({ isi }) => isi).filter((isi) => isi['keadaan'] === 'MENUNGGU');
    // A sender that heard no answer may have appended its command twice: one row of each id a run, the others later.
    const baris = [...new Map(menunggu.filter(({ id }) => id !== '').map((isi) => [isi['id'], isi])).values()];
    const perintah = baris.map((isi) => ({
      isi,
      perintah: sudah.has(isi['id'] ?? '') ? 'ulangan' : bacaPerintah(isi['muatan'] ?? ''),
    }));
    const tiket = [
      ...new Set(perintah.flatMap(({ perintah: satu }) => (typeof satu === 'object' ? [satu.tiket] : []))),
    ];
    const kasus = tiket.length > 0 ? bukaDenganKasus(tiket) : awal;
    const perancang = new Perancang(kasus.potret);
    for (const { isi, perintah: satu } of perintah) {
      const jawaban =
        typeof satu === 'object'
          ? jalankan(perancang, kasus, satu, isi['pelaku'] ?? '')
          : { keadaan: 'DITOLAK', jawaban: satu ? SUDAH : 'Muatan bukan perintah yang dikenal.' };
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
    const teks = [isi.tiket, isi.aksi, isi.alasan ?? '', isi.versi ?? '', ...Object.values(isi.isi ?? {})];
    const sah = teks.every((satu) => typeof satu === 'string') && typeof (isi.isi ?? {}) === 'object';
    return sah ? { ...(isi as Perintah), isi: isi.isi ?? {} } : undefined;
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
  if (perintah.versi !== undefined && perintah.versi !== kasus.versi) {
    return ditolak(`Usulan sudah berubah: versi ${kasus.versi}, perintah dibuat untuk versi ${perintah.versi}.`);
  }
  const { aksi, alasan = '', isi = {} } = perintah;
  const hasil = tindak(p, kasus, { aksi, alasan, isi, rujukan: 'Antrean' }, pelaksana(email, terbuka.potret));
  return hasil.ok ? { keadaan: 'SELESAI', jawaban: hasil.value.pesan } : ditolak(hasil.error.join(' '));
}
