/** Cases that BPJS has suspended for too long, however often they were proposed again: a superior must know (S-06). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { ambangBaru } from '#domain/periode/umur.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import { selisihHari } from '#domain/waktu/tanggal.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import type { Perancang } from '../perancang.ts';
import type { Potret } from '../potret.ts';
import { surelAdmin } from '../surat.ts';
import { type Bahan, hariSel } from './bahan.ts';
import { suratBerkala } from './surat-berkala.ts';
import type { TugasBerkala } from './tugas.ts';

const MASIH: readonly string[] = ['DITANGGUHKAN', 'DIKIRIM_BPJS'];

const lamaTangguh = (kasus: Kasus, { kini }: Potret): number => {
  const sejak = hariSel(kasus.ditangguhkan_pada);
  return sejak && MASIH.includes(kasus.status) ? selisihHari(sejak, tanggalWaktu(kini)) : -1;
};

/** Tickets that get the flag of lateness. */
export const tertangguhLama = ({ kasus }: Bahan, potret: Potret): string[] =>
  kasus
    .filter((satu) => lamaTangguh(satu, potret) >= potret.pengaturan.tangguhEskalasi)
    .filter(({ tanda }) => !bacaTanda(tanda).has('sla_lewat'))
    .map(({ tiket }) => tiket);

/** Plans one letter about all that have newly waited too long. @returns what was done, for the ledger */
export function laporkanTangguh(p: Perancang, { kunci, terakhir }: TugasBerkala, { kasus }: Bahan): string {
  const { pengaturan, kini } = p.potret;
  const ambang = [pengaturan.tangguhEskalasi];
  const perlu = kasus.filter((satu) => {
    const sejak = hariSel(satu.ditangguhkan_pada);
    return sejak && MASIH.includes(satu.status) && ambangBaru(sejak, terakhir, tanggalWaktu(kini), ambang);
  });
  if (perlu.length === 0) return 'Tidak ada yang baru tertangguh lama.';
  const kepada = [...new Set([...surelAdmin(pengaturan), ...pengaturan.surelDinsos])];
  p.surat(
    suratBerkala('tangguh_lama', kunci, kepada, pengaturan, {
      banyak: String(perlu.length),
      hari: String(pengaturan.tangguhEskalasi),
      daftar: perlu.map((satu) => `- ${satu.tiket}: ${lamaTangguh(satu, p.potret)} hari`).join('\n'),
    }),
  );
  return `${perlu.length} usulan dilaporkan.`;
}
