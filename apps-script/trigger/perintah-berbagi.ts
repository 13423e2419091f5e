/**
 * Commands that kelurahan and Dinkes send from their own spreadsheets (BGR-10, BGR-17). Whose file it is says who sent
 * them: a kelurahan cannot reach another's. Drive is asked which files have changed, so that a quiet tick costs one call.
 */
import { ANTREAN_BERBAGI } from '#domain/kolom/berbagi.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { epochDariWaktu, tambahMenit, type Waktu } from '#domain/waktu/waktu.ts';
import type { PengirimImpor } from '#usecase/impor.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { JawabanPerintah } from '#usecase/perintah.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import type { Minta } from '../google/baca.ts';
import { komit } from '../google/komit.ts';
import { berkasBerubah } from '../google/layanan.ts';
import { bacaLembarBerbagi, tulisLembarBerbagi } from '../google/lembar-berbagi.ts';
import { ubahSel } from '../google/permintaan.ts';
import { bukaRegister, type Terbuka } from '../google/register.ts';
import { jalankan, keperintah, secukupnya } from './antrean.ts';
import { bukaUntuk } from './bahan-antrean.ts';
import { catatKiriman } from './dinkes.ts';
import { catatPeringatan, denganKunci } from './jaga.ts';

/** A change may show in Drive a little later than it happened. */
const TUMPANG_MENIT = 2;

/** Without Drive's answer every file is read, but not more often than this. */
const TANPA_DRIVE_MENIT = 60;

/** A spreadsheet from which commands come. */
interface Sumber {
  readonly id: string;
  readonly peran: 'kelurahan' | 'dinkes';
  /** Code of the kelurahan; empty for Dinkes. */
  readonly wilayah: string;
}

function semuaSumber(potret: Potret): Sumber[] {
  const { dinkes } = berkasBerbagi(potret);
  const kelurahan = [...potret.pengaturan.bukuKelurahan].map(
    ([wilayah, id]): Sumber => ({ id, peran: 'kelurahan', wilayah }),
  );
  return [...kelurahan, ...(dinkes ? [{ id: dinkes, peran: 'dinkes', wilayah: '' } as const] : [])];
}

/** @returns whether a command was answered */
export function bacaPerintahBerbagi({ potret }: Terbuka): boolean {
  if (!potret.pengaturan.rute.some((rute) => sifatRute(rute).lewatDinkes)) return false;
  const sumber = semuaSumber(potret);
  const sampai = potret.sistem.berbagi_dibaca ?? '';
  const berubah = sumber.length > 0 ? yangBerubah(sumber, sampai, potret.kini) : undefined;
  if (!berubah) return false;
  const dijawab = berubah.map((satu) => jalankanDari(satu));
  // The event of an edit in the tab Batch may have been lost.
  const dikirim = berubah.filter(({ peran, id }) => peran === 'dinkes' && catatKiriman(id)).length > 0;
  if (berubah.length > 0 || sampai === '') majukan(potret.kini);
  return dikirim || dijawab.some((banyak) => banyak > 0);
}

/** Works off what waits in the spreadsheets of these kelurahan. */
export function jalankanKelurahan(kode: readonly string[], potret: Potret): void {
  for (const satu of semuaSumber(potret)) if (kode.includes(satu.wilayah)) jalankanDari(satu);
}

/** @returns undefined when nothing can be said now */
function yangBerubah(sumber: readonly Sumber[], sampai: string, kini: Waktu): Sumber[] | undefined {
  if (sampai === '') return [...sumber];
  const sejak = new Date(epochDariWaktu(tambahMenit(sampai as Waktu, -TUMPANG_MENIT))).toISOString();
  try {
    const id = berkasBerubah(sejak);
    return sumber.filter((satu) => id.has(satu.id));
  } catch (galat) {
    catatPeringatan('berkas yang berubah', galat);
    return tambahMenit(sampai as Waktu, TANPA_DRIVE_MENIT) <= kini ? [...sumber] : undefined;
  }
}

function majukan(kini: Waktu): void {
  denganKunci(() => {
    const { potret, letak } = bukaRegister();
    const p = new Perancang(potret);
    p.aturSistem('berbagi_dibaca', kini);
    komit(p.rencana(), letak);
  });
}

/** Works off the commands of one spreadsheet. @returns how many were answered */
function jalankanDari(sumber: Sumber): number {
  let dijawab = 0;
  for (;;) {
    const banyak = denganKunci(() => sekali(sumber));
    dijawab += banyak;
    if (banyak === 0) return dijawab;
  }
}

const TERCATAT: Minta = { tab: 'Antrean', kolom: ['id', 'keadaan', 'jawaban'] };

function sekali(sumber: Sumber): number {
  const [lembar] = bacaLembarBerbagi(sumber.id, [ANTREAN_BERBAGI]);
  const menunggu = (lembar?.baris ?? []).filter(({ isi }) => isi['keadaan'] === 'MENUNGGU');
  if (!lembar || menunggu.length === 0) return 0;
  const baris = secukupnya(
    menunggu.map(({ nomor, isi }) => ({ ...keperintah(isi), nomor, pelaku: isi['pelaku'] ?? '' })),
  );
  const bahan = bukaUntuk(baris, [TERCATAT]);
  const { potret, letak, tambahan } = bahan;
  const tercatat = new Map((tambahan[0]?.baris ?? []).map(({ isi }) => [isi['id'] ?? '', isi]));
  const p = new Perancang(potret);
  const jawaban = baris.map((satu): [number, JawabanPerintah] => {
    const kunci = kunciRegister(sumber, satu.id);
    // The register answered before, and the spreadsheet did not hear of it.
    const lama = tercatat.get(kunci);
    if (lama) return [satu.nomor, { keadaan: lama['keadaan'] as 'SELESAI', jawaban: lama['jawaban'] ?? '' }];
    const hasil = jalankan(p, satu, bahan, pengirimBerkas(sumber, satu.pelaku, potret));
    const { jenis, dibuat } = satu;
    p.tambahBaris('Antrean', {
      id: kunci,
      dibuat,
      pelaku: satu.pelaku,
      jenis,
      muatan: '',
      ...hasil,
      dijalankan: potret.kini,
    });
    tercatat.set(kunci, { ...hasil });
    return [satu.nomor, hasil];
  });
  komit(p.rencana(), letak);
  // By row: a command that was appended twice is answered twice.
  const requests = jawaban.flatMap(([nomor, hasil]) =>
    ubahSel(lembar.idLembar, nomor, [{ ...hasil, dijalankan: potret.kini }], lembar.tajuk),
  );
  tulisLembarBerbagi(sumber.id, requests);
  return baris.length;
}

const kunciRegister = ({ wilayah }: Sumber, id: string): string => `${wilayah || 'dinkes'}/${id}`;

/** Whoever may write into the file acts for its owner; the name is only believed if it works there. */
function pengirimBerkas({ peran, wilayah }: Sumber, email: string, potret: Potret): PengirimImpor {
  const pegawai = potret.pengaturan.pegawai.find(
    (satu) => satu.email === email.toLowerCase() && (peran === 'dinkes' || satu.wilayah === wilayah),
  );
  const nama = pegawai?.email ?? `${peran} ${wilayah}`.trim();
  return { nama, peran, wilayah, kontak: { nama: pegawai?.nama ?? '', email: pegawai?.email ?? '' } };
}
