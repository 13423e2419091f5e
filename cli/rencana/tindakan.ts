/** The actions of a matching plan: one for each case, whatever number of its entries ask for it; always with the same ids. */
import { createHash } from 'node:crypto';
import { MAKS_TINDAKAN, type TindakanRencana } from '#usecase/bentuk-perintah.ts';
import type { EntriCocok, RencanaCocok } from '../reconcile/rencana.ts';
import { MAX_MUATAN, type Perintah } from './bagian.ts';

type Baris = Pick<EntriCocok, 'nomor' | 'berkas' | 'tiket' | 'referensi'>;

export interface TindakanBaris {
  readonly tindakan: TindakanRencana;
  /** The entries that ask for it. */
  readonly baris: readonly Baris[];
}

export interface IsiTindakan {
  readonly siap: readonly TindakanBaris[];
  /** Accepted entries that cannot be sent, and why. */
  readonly gagal: readonly (Baris & { readonly kalimat: string })[];
}

const TANPA_REGISTER =
  'Rencana ini dibuat dari berkas, tanpa register kantor. Buat lagi tanpa --register, dengan --sebagai <surel>, lalu putuskan.';
const BERLAWANAN = 'Beberapa baris rencana ini mengisi usulan yang sama berlainan. Tolak yang salah dengan pbi tinjau.';

/** What was decided: by the rules, or by a person. */
const diterima = ({ putusan, perubahan }: EntriCocok): boolean =>
  perubahan !== null && (putusan === 'OTOMATIS' || putusan === 'TERIMA');

/** Where each candidate is a case of its own, the accepted one decides what is sent. */
const menurutPilihan = (entri: EntriCocok): EntriCocok => ({ ...entri, ...entri.calon[entri.pilihan ?? 0]?.tujuan });

export function susunTindakan({ jenis, masukan, entri }: RencanaCocok): IsiTindakan {
  const asal = [jenis, ...masukan.map(({ sha256 }) => sha256)].join(' ');
  const perKasus = Map.groupBy(entri.map(menurutPilihan).filter(diterima), ({ tiket, versi, perubahan }) =>
    JSON.stringify([tiket, versi, perubahan?.aksi]),
  );
  const siap: TindakanBaris[] = [];
  const gagal: (Baris & { kalimat: string })[] = [];
  for (const semua of perKasus.values()) {
    const baris = semua.map(({ nomor, berkas, tiket, referensi }) => ({ nomor, berkas, tiket, referensi }));
    const tindakan = gabung(semua, asal);
    if (typeof tindakan === 'string') gagal.push(...baris.map((satu) => ({ ...satu, kalimat: tindakan })));
    else siap.push({ tindakan, baris });
  }
  return { siap, gagal };
}

/** Four references may each fill a column of one case: a change each would find the case changed by the one before. */
function gabung(semua: readonly EntriCocok[], asal: string): TindakanRencana | string {
  const [{ tiket = '', versi = '', perubahan } = {}] = semua as readonly Partial<EntriCocok>[];
  if (tiket === '' || versi === '' || !perubahan) return TANPA_REGISTER;
  const isi = new Map<string, string>();
  for (const [kolom, nilai] of semua.flatMap((satu) => Object.entries(satu.perubahan?.isi ?? {}))) {
    if ((isi.get(kolom) ?? nilai) !== nilai) return BERLAWANAN;
    isi.set(kolom, nilai);
  }
  const urut = [...isi].sort(([a], [b]) => (a < b ? -1 : 1));
  const { aksi } = perubahan;
  const alasan = [...new Set(semua.map((satu) => satu.perubahan?.alasan ?? ''))].filter(Boolean).join(' ');
  const id = `rencana-${sidik([asal, tiket, versi, aksi, JSON.stringify(urut)]).slice(0, 24)}`;
  return { id, tiket, versi, aksi, alasan, isi: Object.fromEntries(urut) };
}

const sidik = (isi: readonly string[]): string => createHash('sha256').update(isi.join('\n')).digest('hex');

export interface BagianTindakan extends Perintah {
  readonly isi: readonly TindakanBaris[];
}

/** Commands that fit a cell, and whose answers do. @param putaran how often these actions were refused before */
export function potongTindakan(semua: readonly TindakanBaris[], nama: string, putaran: number): BagianTindakan[] {
  const kelompok: TindakanBaris[][] = [];
  let panjang = 0;
  for (const satu of semua) {
    const tambah = JSON.stringify(satu.tindakan).length + 1;
    const terakhir = kelompok.at(-1);
    if (!terakhir || terakhir.length === MAKS_TINDAKAN || panjang + tambah > MAX_MUATAN) {
      kelompok.push([satu]);
      panjang = '{"tindakan":[]}'.length + tambah;
    } else {
      terakhir.push(satu);
      panjang += tambah;
    }
  }
  return kelompok.map((isi) => ({
    nama,
    jenis: 'TINDAKAN_MASSAL',
    muatan: JSON.stringify({ tindakan: isi.map(({ tindakan }) => tindakan) }),
    id: (ulang) =>
      sidik([...isi.map(({ tindakan }) => tindakan.id), `putaran${putaran}`, `ulang${ulang}`]).slice(0, 32),
    isi,
  }));
}
