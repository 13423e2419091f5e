/** Files in the bin of Drive: they go on working for thirty days, and then they are gone. */
import type { HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import { UserError } from '../errors.ts';
import { asking } from '../google/persist.ts';
import { type Bahan, bacaJson, berkasLain, namaBerkas } from './bahan.ts';
import { pelapor, sebut, type Temuan } from './temuan.ts';

const { galat, lewat, baik } = pelapor('berbagi');

const KELUARKAN =
  'Buka Sampah di Google Drive akun sistem, klik kanan berkasnya, Pulihkan. Sesudah 30 hari Google menghapusnya untuk selamanya.';

/** @param skrip Drive shows each program only files of its own making, so both are asked */
export async function periksaSampah(skrip: HasilPeriksa | undefined, bahan: Bahan): Promise<Temuan[]> {
  const terlihat = await berkasTerlihat(bahan);
  const keadaan = semuaBerkas(bahan).map(([nama, id]) => ({
    nama: namaBerkas(nama),
    buang: terlihat.get(id) ?? skrip?.sampah?.[nama] ?? null,
  }));
  const dibuang = keadaan.filter(({ buang }) => buang === true);
  const takTerlihat = keadaan.filter(({ buang }) => buang === null).map(({ nama }) => nama);
  const temuan = dibuang.map(({ nama }) =>
    galat('DI_SAMPAH', `Berkas ${nama} ada di Sampah Google Drive.`, KELUARKAN, {}),
  );
  if (takTerlihat.length > 0) {
    const kalimat = `Google tidak memperlihatkan kepada pbi dan skrip apakah berkas ini ada di Sampah: ${sebut(takTerlihat)}.`;
    temuan.push(lewat('DI_SAMPAH', kalimat, 'Lihat Sampah di Google Drive akun sistem.'));
  }
  return temuan.length > 0 ? temuan : [baik('DI_SAMPAH', `${keadaan.length} berkas kantor tidak ada yang di Sampah.`)];
}

const semuaBerkas = (bahan: Bahan): [string, string][] => [
  ['register', bahan.register],
  ...berkasLain(bahan),
  ...Object.entries(bacaJson(bahan.sistem['formulir']) as Record<string, { readonly id?: string }>).map(
    ([nama, satu]): [string, string] => [`formulir ${nama}`, satu.id ?? ''],
  ),
];

/** By id whether a file lies in the bin, as far as Drive shows this program files. */
async function berkasTerlihat({ office }: Bahan): Promise<Map<string, boolean>> {
  const drive = await office.klien.drive();
  try {
    const { files = [] } = await asking(
      (opsi) => drive.files.list({ fields: 'files(id,trashed)', pageSize: 1_000 }, opsi),
      (data) => data.files !== undefined,
    );
    return new Map(files.map(({ id, trashed }) => [id ?? '', trashed === true]));
  } catch (error) {
    if (error instanceof UserError) return new Map();
    throw error;
  }
}
