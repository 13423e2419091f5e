/** The form's submit event, and the sweep that finds what no event delivered (BTL-D-03, S-31). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { bersihkanNik } from '#domain/nik/nik.ts';
import { kurangDari, type Waktu } from '#domain/waktu/waktu.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { BarisKasus } from '#usecase/potret.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import { type HasilTerima, type Respons, tanpaSyarat, terimaRespons } from '#usecase/terima-respons.ts';
import { cariBaris, harfiah } from '../google/baca.ts';
import { bacaRespons, namaiJawaban, petaFormulir, type ResponsMentah } from '../google/formulir.ts';
import { GalatPengguna } from '../google/galat.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaDenganKasus } from '../google/register.ts';
import { catatGalat, denganKunci } from './jaga.ts';

type PeristiwaFormulir = GoogleAppsScript.Events.FormsOnFormSubmit;

/** Handler of the form's submit trigger. A duplicate or blank event changes nothing. */
export function saatFormulirDikirim(e: PeristiwaFormulir): void {
  catatGalat('saatFormulirDikirim', () =>
    denganKunci(() => {
      const mentah = bacaRespons(e?.response);
      if (mentah) olahRespons([mentah]);
    }),
  );
}

/** Sixteen digits in any answer: the register is searched for all of them at once, so the fields need not be known yet. */
const nomorDalam = (mentah: ResponsMentah): string[] =>
  mentah.jawaban.map(({ isi }) => bersihkanNik(isi)).filter((isi) => /^\d{16}$/.test(isi));

/** Works through responses in one commit. To be called inside the lock. @returns what became of each */
function olahRespons(daftar: readonly ResponsMentah[]): HasilTerima[] {
  const cari = daftar.flatMap((mentah) => [mentah.id, ...nomorDalam(mentah)]);
  const { potret, isi, letak } = bukaDenganKasus(cari);
  const peta = petaFormulir(potret);
  if (!peta) throw new GalatPengguna('Formulir belum dipasang. Jalankan menu Usulan PBI > Perbaiki register.');
  const perancang = new Perancang(potret);
  const ada: BarisKasus[] = barisKasus(isi[0]);
  const hasil = daftar.map((mentah) => olahSatu(perancang, namaiJawaban(mentah, peta), ada));
  const rencana = perancang.rencana();
  if (!rencanaKosong(rencana)) komit(rencana, letak);
  return hasil;
}

function olahSatu(perancang: Perancang, respons: Respons, ada: BarisKasus[]): HasilTerima {
  const nik = bersihkanNik(respons.jawaban['nik'] ?? '');
  const kini = ada.map(({ baris, kasus }) => ({ baris, kasus: perancang.kasus(kasus) }));
  const hasil = terimaRespons(perancang, respons, {
    seId: kini.find(({ kasus }) => kasus.id_respons === respons.id),
    seNik: nik === '' ? [] : kini.filter(({ kasus }) => kasus.nik === nik && kasus.id_respons !== respons.id),
    sudahDicatat: tanpaSyarat(respons) && cariBaris('Riwayat', harfiah(respons.id)).length > 0,
  });
  // The next response of the same commit must see this one's case.
  const baru = perancang
    .rencana()
    .tambah.filter(({ tab }) => tab === 'Kasus')
    .at(-1);
  if (hasil === 'baru' && baru) ada.push({ baris: 0, kasus: baru.nilai as Kasus });
  return hasil;
}

/** How many responses one commit of the sweep takes. */
const SEKALIGUS = 25;

/** Responses that the register does not have yet, or has in an older version, among those a sweep found. */
export function sapu(daftar: readonly ResponsMentah[]): number {
  let diolah = 0;
  for (let awal = 0; awal < daftar.length; awal += SEKALIGUS) {
    const hasil = denganKunci(() => olahRespons(daftar.slice(awal, awal + SEKALIGUS)));
    diolah += hasil.filter((satu) => satu !== 'sudah' && satu !== 'kosong').length;
  }
  return diolah;
}

/** The latest instant among responses; the sweep's watermark. */
export const terbaru = (daftar: readonly ResponsMentah[]): Waktu | undefined =>
  daftar.reduce<Waktu | undefined>((akhir, { pada }) => (akhir && kurangDari(pada, akhir) ? akhir : pada), undefined);
