/** The form's submit event, and the sweep that finds what no event delivered (BTL-D-03, S-31). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { bersihkanNik } from '#domain/nik/nik.ts';
import { kurangDari, type Waktu } from '#domain/waktu/waktu.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { BarisKasus } from '#usecase/potret.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import { type HasilTerima, type Respons, tanpaSyarat, terimaRespons } from '#usecase/terima-respons.ts';
import { cariBaris, cariDiSemuaTab, harfiah } from '../google/baca.ts';
import {
  bacaRespons,
  namaiJawaban,
  petaFormulir,
  type ResponsDitemukan,
  type ResponsMentah,
} from '../google/formulir.ts';
import { GalatPengguna } from '../google/galat.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaDenganKasus, bukaRegister } from '../google/register.ts';
import { catatGalat, coba, denganKunci } from './jaga.ts';
import { pulihkanKasus, pulihkanKasusHilang } from './pulihkan.ts';

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
  let diRiwayat: number[] = [];
  const { potret, isi, letak } = bukaDenganKasus(cari, [], (pola) => {
    const ketemu = cariDiSemuaTab(pola);
    diRiwayat = ketemu.get('Riwayat') ?? [];
    return ketemu.get('Kasus') ?? [];
  });
  const peta = petaFormulir(potret);
  if (!peta) throw new GalatPengguna('Formulir belum dipasang. Jalankan menu Usulan PBI > Perbaiki register.');
  const perancang = new Perancang(potret);
  const ada: BarisKasus[] = [
    ...barisKasus(isi[0]),
    ...kasusTanpaBaris(perancang, daftar, barisKasus(isi[0]), diRiwayat),
  ];
  const hasil = daftar.map((mentah) => olahSatu(perancang, namaiJawaban(mentah, peta), ada));
  const rencana = perancang.rencana();
  if (!rencanaKosong(rencana)) komit(rencana, letak);
  return hasil;
}

/**
 * Cases of these responses that the log knows and the register has lost. They are put back first, so that an answer the
 * PIC corrects stays on its ticket.
 */
function kasusTanpaBaris(
  p: Perancang,
  daftar: readonly ResponsMentah[],
  ada: readonly BarisKasus[],
  diRiwayat: readonly number[],
): BarisKasus[] {
  if (diRiwayat.length === 0) return [];
  const punya = new Set(ada.map(({ kasus }) => kasus.id_respons));
  const cari = new Set(daftar.map(({ id }) => id).filter((id) => !punya.has(id)));
  if (cari.size === 0) return [];
  const rujukan = (bukaRegister([{ tab: 'Riwayat', baris: diRiwayat }]).isi[0]?.baris ?? []).map((satu) => satu.isi);
  const hilang = rujukan
    .filter(({ rujukan: id = '', tiket }) => cari.has(id) && tiket !== '-')
    .map(({ tiket = '' }) => tiket);
  return pulihkanKasus(p, [...new Set(hilang)]).map((kasus) => ({ baris: 0, kasus }));
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

/** How many responses one commit of the sweep takes, and how many one look-up asks about. */
const SEKALIGUS = 25;
const SEKALI_CARI = 100;

/** Takes in responses that the register does not have yet, or has in an older version. @returns how many there were */
export function sapu(daftar: readonly ResponsDitemukan[]): number {
  let diolah = 0;
  const belum = belumTercatat(daftar);
  for (let awal = 0; awal < belum.length; awal += SEKALIGUS) {
    const mentah = belum
      .slice(awal, awal + SEKALIGUS)
      .map((satu) => satu.baca())
      .filter((satu): satu is ResponsMentah => satu !== undefined);
    diolah += olahTerpisah(mentah).filter((satu) => satu !== 'sudah' && satu !== 'kosong').length;
  }
  return diolah;
}

/** All in one commit; if one of them cannot be taken in, each by itself, so that no patient waits for another's. */
function olahTerpisah(mentah: readonly ResponsMentah[]): HasilTerima[] {
  try {
    return denganKunci(() => olahRespons(mentah));
  } catch (galat) {
    if (galat instanceof GalatPengguna) throw galat;
    return mentah.flatMap((satu) => coba('sapu', () => denganKunci(() => olahRespons([satu]))) ?? []);
  }
}

/** Those whose case has not seen this very version. What another run takes in meanwhile is recognised under the lock. */
function belumTercatat(daftar: readonly ResponsDitemukan[]): ResponsDitemukan[] {
  const tercatat = new Map<string, string>();
  for (let awal = 0; awal < daftar.length; awal += SEKALI_CARI) {
    const { isi } = bukaDenganKasus(daftar.slice(awal, awal + SEKALI_CARI).map(({ id }) => id));
    for (const { kasus } of barisKasus(isi[0])) tercatat.set(kasus.id_respons, kasus.respons_pada);
  }
  const berubah = daftar.filter(({ id, persis }) => tercatat.get(id) !== persis);
  const asing = berubah.filter(({ id }) => !tercatat.has(id));
  const dikenal = sudahDiRiwayat(asing.map(({ id }) => id));
  return berubah.filter(({ id }) => !dikenal.has(id));
}

/**
 * Responses without a row that the log knows: a form that ended at the criteria, or a case whose row is gone. The latter
 * is put back, not made a second time.
 */
function sudahDiRiwayat(id: readonly string[]): ReadonlySet<string> {
  if (id.length === 0) return new Set();
  const baris = cariBaris('Riwayat', id.map(harfiah).join('|'));
  if (baris.length === 0) return new Set();
  const { isi } = bukaRegister([{ tab: 'Riwayat', baris }]);
  const catatan = (isi[0]?.baris ?? []).map((satu) => satu.isi);
  if (catatan.some(({ tiket }) => tiket !== '-')) pulihkanKasusHilang();
  return new Set(catatan.map(({ rujukan }) => rujukan ?? ''));
}

/** The latest instant among responses; the sweep's watermark. */
export const terbaru = (daftar: readonly ResponsDitemukan[]): Waktu | undefined =>
  daftar.reduce<Waktu | undefined>((akhir, { pada }) => (akhir && kurangDari(pada, akhir) ? akhir : pada), undefined);
