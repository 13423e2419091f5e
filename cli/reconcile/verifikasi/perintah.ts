/** `pbi verifikasi` for a file of rows: reads, matches, writes what was asked for, says what came of it. */
import { EXIT, type ExitCode, UserError } from '../../errors.ts';
import { Ringkasan } from '../hasil/ringkasan.ts';
import { teksRingkasan } from '../hasil/teks.ts';
import { daftarIndeks, isReferensi, REFERENSI } from '../indeks/gudang.ts';
import type { Sumber } from '../sumber/bentuk.ts';
import { bukaSumber } from '../sumber/sumber.ts';
import { kemajuan } from './kemajuan.ts';
import { type Rujukan, verifikasi } from './verifikasi.ts';

export interface OpsiPerintah {
  readonly register: string;
  readonly referensi: readonly { readonly nama: string; readonly berkas: string }[];
  readonly indeks: string;
  readonly keluaran?: string;
  readonly tepat?: boolean;
  readonly memori?: string;
  readonly lembar?: string;
  readonly urutan?: 'HB' | 'BH';
  readonly json?: boolean;
}

const TIKET = { tiket: ['TIKET', 'NO TIKET', 'NOMOR TIKET'] };

export async function jalankanVerifikasi(opsi: OpsiPerintah): Promise<ExitCode> {
  const mulai = performance.now();
  const rujukan = await pilihRujukan(opsi);
  const { lembar, urutan } = opsi;
  const sumber = await bukaSumber(opsi.register, { lembar, urutan, kolomTambahan: TIKET });
  const ringkasan = new Ringkasan();
  const laju = kemajuan();
  await verifikasi(
    {
      sumber,
      rujukan,
      gudang: opsi.indeks,
      tepat: opsi.tepat ?? false,
      aturan: {},
      ...(opsi.memori === undefined ? {} : { memori: opsi.memori }),
      kemajuan: laju.kata,
    },
    async ({ jumlah, csv }) => {
      for (const { referensi, kelas, baris } of jumlah) ringkasan.tambah(referensi, kelas, baris);
      if (opsi.keluaran !== undefined) await csv(opsi.keluaran, kolomLain(sumber));
    },
  );
  laju.selesai();
  const detik = (performance.now() - mulai) / 1_000;
  process.stdout.write(
    opsi.json ? `${JSON.stringify(ringkasan.json(detik))}\n` : teksRingkasan({ masukan: [], ringkasan, laporan: [] }),
  );
  return ringkasan.perluOrang > 0 ? EXIT.needsPerson : EXIT.ok;
}

const kolomLain = ({ kolom }: Sumber): string[] =>
  kolom.filter(({ sebagai }) => sebagai === 'lain').map(({ judul }) => judul);

async function pilihRujukan({ referensi, indeks }: OpsiPerintah): Promise<Rujukan[]> {
  if (referensi.length === 0) {
    const dimuat = await daftarIndeks(indeks);
    if (dimuat.length > 0) return dimuat.map(({ nama }) => ({ nama }));
    const sentence = 'Belum ada referensi. Sebutkan --referensi nama=berkas, atau muat dengan pbi referensi muat.';
    throw new UserError(EXIT.usage, sentence);
  }
  return referensi.map(({ nama, berkas }) => {
    if (!isReferensi(nama)) {
      throw new UserError(EXIT.usage, `--referensi ${nama}: pakai salah satu dari ${REFERENSI.join(', ')}.`);
    }
    return { nama, berkas };
  });
}
