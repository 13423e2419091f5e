/** Outcomes of cases as entries of a plan: what each would write into the register, or that a person is to look. */
import { usulCek } from '#domain/cocok/usul-cek.ts';
import type { IdCek } from '#domain/pemeriksaan/cek.ts';
import type { HasilCocok } from '../bentuk.ts';
import { kolomBeda } from '../hasil/baris.ts';
import { perluOrang } from '../hasil/kelas-teks.ts';
import type { CalonBerstatus } from '../pencocok/baca-hasil.ts';
import type { EntriCocok } from '../rencana.ts';
import type { KasusCek } from './kantor.ts';

export interface BahanEntri {
  /** By ticket; empty for rows of a file. */
  readonly kasus: ReadonlyMap<string, KasusCek>;
  /** What a whole reference says of its members, by its name. */
  readonly status: ReadonlyMap<string, string>;
}

/** The person is certain, but not what to write. */
const TANPA_USUL =
  'referensi tidak menyebut status yang dikenal: isi pemeriksaannya di register, atau muat ulang referensi dengan --status';

const idCek = (referensi: string): IdCek => referensi.replace('-', '_') as IdCek;

/** Null for a row that changes nothing and that nobody has to look at. */
export function entri(hasil: HasilCocok, { kasus, status }: BahanEntri): EntriCocok | null {
  const { urutan, nomor, tiket, referensi, kelas, orang, alasan, beda } = hasil;
  const cek = idCek(referensi);
  const milik = kasus.get(tiket);
  // Somebody has answered this check already.
  if (milik && milik[`cek_${cek}`] !== '') return null;
  const semua = hasil.calon as readonly CalonBerstatus[];
  const usul = semua.map((calon, ke) => perubahan(hasil, cek, calon.status || (status.get(referensi) ?? ''), ke));
  const utama = semua.length === 0 ? perubahan(hasil, cek, '', 0) : (usul[0] ?? null);
  if (!perluOrang(kelas) && milik === undefined) return null;
  const versi = milik?.versi ?? '';
  // One number on several records that say different things: no rule knows which of them counts.
  const berlainan = usul.some((satu) => JSON.stringify(satu?.isi) !== JSON.stringify(utama?.isi));
  const tanpaUsul = milik !== undefined && kelas === 'COCOK' && utama === null;
  return {
    ...{
      urutan,
      nomor,
      tiket,
      versi,
      referensi,
      kelas,
      orang,
      alasan: tanpaUsul ? `${alasan}; ${TANPA_USUL}` : alasan,
    },
    // Each candidate may have another NIK and another status, so each has its own change.
    calon: semua.map(({ orang: siapa, skor, bagian }, ke) => ({
      ...{ orang: siapa, skor, bagian: [...bagian] },
      ...(semua.length > 1 ? { tujuan: { tiket, versi, perubahan: usul[ke] ?? null } } : {}),
    })),
    beda: [...beda],
    perubahan: utama,
    putusan: kelas === 'COCOK' && utama !== null && !berlainan ? 'OTOMATIS' : 'TUNDA',
    pilihan: null,
  };
}

function perubahan(hasil: HasilCocok, cek: IdCek, status: string, ke: number): EntriCocok['perubahan'] {
  const usul = usulCek({
    ...{ cek, kelas: hasil.kelas, status },
    nik: { kasus: hasil.orang.nik, referensi: hasil.calon[ke]?.orang.nik ?? '' },
    beda: kolomBeda(hasil, ke).filter((kolom) => hasil.orang[kolom] !== '' && hasil.calon[ke]?.orang[kolom] !== ''),
  });
  return usul ? { aksi: 'PERIKSA', isi: { ...usul.isi }, alasan: usul.alasan } : null;
}
