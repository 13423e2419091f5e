/** What only the script can see of its office: its triggers, its mail, its forms, who may open its files. Changes nothing. */

import { epochDariWaktu, kurangDari, tambahMenit } from '#domain/waktu/waktu.ts';
import type { HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import { berkasBerbagi } from '#usecase/potret.ts';
import { petaFormulir, responsSejak } from '../google/formulir.ts';
import { idRegister } from '../google/layanan.ts';
import { bukaRegister, type Terbuka } from '../google/register.ts';
import { sisaKuota } from '../google/surel.ts';
import { versiRilis } from '../google/versi.ts';
import { selisihBerbagi } from '../setup/berbagi.ts';
import { bilaFormulirAda, diSampah } from '../setup/berkas-hilang.ts';
import { bentukBerubah } from '../setup/pasang.ts';
import { selisihPemicu } from '../setup/pemicu.ts';
import { periksaRantai } from './harian.ts';
import { coba } from './jaga.ts';

/** Two months of responses; older ones were seen by sixty nightly sweeps. */
const MENIT_RESPONS = 60 * 24 * 60;

/** A response that has just arrived is still on its way. */
const MENIT_DIJALAN = 30;

/** Each costs a call, and so many lost ones are one story. */
const MAKS_DIBACA = 30;

/** To be called outside the lock: a repair elsewhere meanwhile only makes a finding out of date. */
export function periksaKantor(): HasilPeriksa {
  const terbuka = bukaRegister([
    { tab: 'Kasus', kolom: ['id_respons'] },
    { tab: 'Riwayat', kolom: ['rujukan'] },
  ]);
  const { potret } = terbuka;
  const gagal: string[] = [];
  const bagian = <K extends string, T>(nama: K, kerja: () => T): Partial<Record<K, T>> => {
    const hasil = coba(`periksa: ${nama}`, kerja);
    if (hasil === undefined) gagal.push(nama);
    return hasil === undefined ? {} : ({ [nama]: hasil } as Record<K, T>);
  };
  return {
    akun: Session.getEffectiveUser().getEmail(),
    versi: versiRilis(),
    skema: potret.sistem.versi_skema ?? '',
    kuota: sisaKuota(),
    ...bagian('pemicu', () => selisihPemicu(idRegister(), berkasBerbagi(potret), petaFormulir(potret))),
    ...bagian('rantai', () => periksaRantai(terbuka)),
    ...bagian('respons', () => responsTanpaJejak(terbuka)),
    ...bagian('bentuk', () => bentukBerubah(potret)),
    ...bagian('berbagi', () => selisihBerbagi(potret)),
    ...bagian('sampah', () => diSampah(potret)),
    gagal,
  };
}

function responsTanpaJejak({ potret, isi }: Terbuka): Record<string, { banyak: number; belum: number }> {
  const [kasus, riwayat] = isi;
  const tercatat = new Set([
    ...(kasus?.baris ?? []).map((satu) => satu.isi['id_respons'] ?? ''),
    ...(riwayat?.baris ?? []).map((satu) => satu.isi['rujukan'] ?? ''),
  ]);
  const sejak = epochDariWaktu(tambahMenit(potret.kini, -MENIT_RESPONS));
  const tunda = tambahMenit(potret.kini, -MENIT_DIJALAN);
  return Object.fromEntries(
    Object.entries(petaFormulir(potret)).map(([nama, { id }]) => {
      const semua = bilaFormulirAda(id, () => responsSejak(id, sejak)) ?? [];
      const asing = semua.filter((satu) => !tercatat.has(satu.id) && kurangDari(satu.pada, tunda));
      // A blank one leaves no trace, and need not.
      const belum = asing.slice(0, MAKS_DIBACA).filter((satu) => satu.baca() !== undefined);
      return [nama, { banyak: semua.length, belum: belum.length }];
    }),
  );
}
