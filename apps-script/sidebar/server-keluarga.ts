/** Family, possible duplicates and suggested NIKs of a case: what the sidebar asks for only when somebody wants it. */
import { sha256 } from '#domain/hash/sha256.ts';
import { halanganAksi } from '#domain/usulan/aksi.ts';
import { POLA_TIKET } from '#domain/usulan/tiket.ts';
import { KOLOM_KELUARGA, susunKeluarga } from '#usecase/keluarga.ts';
import { TOLAK_SARAN } from '#usecase/panel.ts';
import type { JawabanKeluarga } from '#usecase/panel-jenis.ts';
import { Perancang } from '#usecase/perancang.ts';
import { type Baris, cariBaris, harfiah } from '../google/baca.ts';
import { GalatPengguna } from '../google/galat.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, keKasus, pelaksana, type Terbuka } from '../google/register.ts';
import { denganKunci, untukPanel } from '../trigger/jaga.ts';

/** The log names a rejected NIK only so that it is known again, hence not the number itself. */
const sidik = (nik: string): string => sha256(nik).slice(0, 16);

interface Bacaan extends Terbuka {
  readonly jawaban: (ditolakJuga?: string) => JawabanKeluarga;
  readonly kasus: ReturnType<typeof keKasus>;
}

/** Every case by the few columns that matter, and what was rejected for this one: two service calls. */
function bacaKeluarga(tiket: string): Bacaan {
  if (!POLA_TIKET.test(tiket)) throw new GalatPengguna('Nomor tiket tidak dikenal.');
  const terbuka = bukaRegister([
    { tab: 'Kasus', kolom: KOLOM_KELUARGA },
    { tab: 'Riwayat', baris: cariBaris('Riwayat', harfiah(tiket)) },
  ]);
  const semua = (terbuka.isi[0]?.baris ?? []).map(({ isi }) => keKasus(isi));
  const kasus = semua.find((satu) => satu.tiket === tiket);
  if (!kasus) throw new GalatPengguna(`Tiket ${tiket} tidak ada di register.`);
  const ditolak = (terbuka.isi[1]?.baris ?? [])
    .filter(({ isi }) => penolakan(isi, tiket))
    .map(({ isi }) => isi['baru']);
  const jawaban = (ditolakJuga = '') =>
    susunKeluarga(
      kasus,
      semua,
      terbuka.potret,
      (nik) => nik === ditolakJuga || ditolak.includes(JSON.stringify({ sidik: sidik(nik) })),
    );
  return { ...terbuka, kasus, jawaban };
}

const penolakan = (isi: Baris, tiket: string): boolean => isi['aksi'] === TOLAK_SARAN && isi['rujukan'] === tiket;

export function panelKeluarga(permintaan: { tiket: string }): JawabanKeluarga {
  return untukPanel('panelKeluarga', () => bacaKeluarga(permintaan.tiket).jawaban());
}

/** Logs that an officer turned a suggested NIK down. The case itself does not change, so nobody else is disturbed. */
export function panelTolakSaran({ tiket, nik }: { tiket: string; nik: string }): JawabanKeluarga {
  return untukPanel('panelTolakSaran', () =>
    denganKunci(() => {
      const { potret, letak, kasus, jawaban } = bacaKeluarga(tiket);
      const pelaku = pelaksana(Session.getEffectiveUser().getEmail(), potret);
      const sebab = halanganAksi('KOREKSI', kasus, pelaku.peran);
      if (sebab.length > 0) throw new GalatPengguna(sebab.join(' '));
      if (!jawaban().saranNik.some((saran) => saran.nik === nik)) return jawaban();
      const p = new Perancang(potret);
      const alasan = 'Saran NIK ditolak petugas.';
      p.catatSaja({ aksi: TOLAK_SARAN, pelaku, alasan, rujukan: tiket }, { sidik: sidik(nik) });
      komit(p.rencana(), letak);
      return jawaban(nik);
    }),
  );
}
