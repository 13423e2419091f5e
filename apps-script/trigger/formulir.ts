/** The submit event of all forms, and the sweep that finds what no event delivered (BTL-D-03, BGR-06, S-31). */
import type { NamaFormulir } from '#domain/formulir/butir.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { bersihkanNik } from '#domain/nik/nik.ts';
import { POLA_TIKET } from '#domain/usulan/tiket.ts';
import { kurangDari, type Waktu } from '#domain/waktu/waktu.ts';
import type { HasilTerima, KonteksRespons, Respons } from '#usecase/isi-respons.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { BarisKasus, Potret } from '#usecase/potret.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import { terimaLoket, terimaUsulan } from '#usecase/terima-kantor.ts';
import { terimaKis } from '#usecase/terima-kis.ts';
import { terimaDarurat } from '#usecase/terima-respons.ts';
import { cariBaris, cariDiSemuaTab, harfiah, type Minta } from '../google/baca.ts';
import {
  bacaRespons,
  namaFormulir,
  namaiJawaban,
  petaFormulir,
  type ResponsDitemukan,
  type ResponsMentah,
} from '../google/formulir.ts';
import { GalatPengguna } from '../google/galat.ts';
import { komit } from '../google/komit.ts';
import { barisKasus, bukaDenganKasus, bukaRegister } from '../google/register.ts';
import { jagaDenyut } from './denyut.ts';
import { coba, denganKunci } from './jaga.ts';
import { pulihkanKasus, pulihkanKasusHilang } from './pulihkan.ts';
import { saatPemicu } from './saat-pemicu.ts';

type PeristiwaFormulir = GoogleAppsScript.Events.FormsOnFormSubmit;

/** Handler of the form's submit trigger. A duplicate or blank event changes nothing. */
export function saatFormulirDikirim(e: PeristiwaFormulir): void {
  saatPemicu('saatFormulirDikirim', e, () => {
    const potret = denganKunci(() => {
      const mentah = bacaRespons(e?.response, e?.source?.getId() ?? '');
      return mentah && olahRespons([mentah]).potret;
    });
    if (potret) jagaDenyut(potret);
  });
}

const TERIMA: Record<NamaFormulir, (p: Perancang, respons: Respons, konteks: KonteksRespons) => HasilTerima> = {
  darurat: terimaDarurat,
  loket: terimaLoket,
  usulan: terimaUsulan,
  kis: terimaKis,
};

/** Sixteen digits in any answer: the register is searched for all of them at once, so the fields need not be known yet. */
const nomorDalam = (mentah: ResponsMentah): string[] =>
  mentah.jawaban.map(({ isi }) => bersihkanNik(isi)).filter((isi) => /^\d{16}$/.test(isi));

/** Tickets that a response names. */
const tiketDalam = (mentah: ResponsMentah): string[] =>
  mentah.jawaban.map(({ isi }) => isi.trim().toUpperCase()).filter((isi) => POLA_TIKET.test(isi));

/** Works through responses in one commit. To be called inside the lock. @returns what became of each */
function olahRespons(daftar: readonly ResponsMentah[]): { hasil: HasilTerima[]; potret: Potret } {
  const cari = daftar.flatMap((mentah) => [mentah.id, ...nomorDalam(mentah), ...tiketDalam(mentah)]);
  let diRiwayat: number[] = [];
  const kis: Minta[] = daftar.some((mentah) => tiketDalam(mentah).length > 0) ? [{ tab: 'KIS', kolom: ['tiket'] }] : [];
  const { potret, isi, letak } = bukaDenganKasus(cari, kis, (pola) => {
    const ketemu = cariDiSemuaTab(pola);
    diRiwayat = ketemu.get('Riwayat') ?? [];
    return ketemu.get('Kasus') ?? [];
  });
  const perancang = new Perancang(potret);
  const terbaca = barisKasus(isi[0]);
  const jejak = jejakRespons(daftar, terbaca, diRiwayat);
  const ada = [...terbaca, ...kasusLain(perancang, terbaca, jejak)];
  const hasil = daftar.map((mentah) => olahSatu(perancang, mentah, ada, jejak));
  const rencana = perancang.rencana();
  // A case that was found later than the rest has no place yet among those that were read.
  const nomor = new Map(letak.nomor).set('Kasus', new Map(ada.map(({ baris, kasus }) => [kasus.tiket, baris])));
  if (!rencanaKosong(rencana)) komit(rencana, { ...letak, nomor });
  return { hasil, potret };
}

/** Responses of which no case remembers the id, but the log does: their tickets (`-` where none came of it). */
function jejakRespons(
  daftar: readonly ResponsMentah[],
  ada: readonly BarisKasus[],
  diRiwayat: readonly number[],
): ReadonlyMap<string, string> {
  const punya = new Set(ada.map(({ kasus }) => kasus.id_respons));
  const cari = new Set(daftar.map(({ id }) => id).filter((id) => !punya.has(id)));
  if (diRiwayat.length === 0 || cari.size === 0) return new Map();
  const catatan = (bukaRegister([{ tab: 'Riwayat', baris: diRiwayat }]).isi[0]?.baris ?? []).map((satu) => satu.isi);
  return new Map(
    catatan.filter(({ rujukan = '' }) => cari.has(rujukan)).map(({ rujukan = '', tiket = '-' }) => [rujukan, tiket]),
  );
}

/**
 * The cases behind such responses: some follow a newer response by now, some have lost their row. The latter are put
 * back first, so that an answer that is corrected stays on its ticket.
 */
function kasusLain(p: Perancang, ada: readonly BarisKasus[], jejak: ReadonlyMap<string, string>): BarisKasus[] {
  const punya = new Set(ada.map(({ kasus }) => kasus.tiket));
  const cari = [...new Set(jejak.values())].filter((tiket) => tiket !== '-' && !punya.has(tiket));
  if (cari.length === 0) return [];
  const masih = barisKasus(bukaDenganKasus(cari).isi[0]).filter(({ kasus }) => cari.includes(kasus.tiket));
  const hilang = cari.filter((tiket) => !masih.some(({ kasus }) => kasus.tiket === tiket));
  return [...masih, ...pulihkanKasus(p, hilang).map((kasus) => ({ baris: 0, kasus }))];
}

function olahSatu(
  perancang: Perancang,
  mentah: ResponsMentah,
  ada: BarisKasus[],
  jejak: ReadonlyMap<string, string>,
): HasilTerima {
  const peta = petaFormulir(perancang.potret);
  const nama = namaFormulir(peta, mentah.formulir);
  const butir = nama && peta[nama];
  if (!nama || !butir)
    throw new GalatPengguna('Formulir belum dipasang. Jalankan menu Usulan PBI > Perbaiki register.');
  const respons = namaiJawaban(mentah, butir);
  if (Object.values(respons.jawaban).every((satu) => satu.trim() === '')) return 'kosong';
  const nik = bersihkanNik(respons.jawaban['nik'] ?? '');
  const kini = ada.map(({ baris, kasus }) => ({ baris, kasus: perancang.kasus(kasus) }));
  const [tiket] = tiketDalam(mentah);
  const hasil = TERIMA[nama](perancang, respons, {
    seId:
      kini.find(({ kasus }) => kasus.id_respons === respons.id) ??
      kini.find(({ kasus }) => kasus.tiket === jejak.get(respons.id)),
    seNik: nik === '' ? [] : kini.filter(({ kasus }) => kasus.nik === nik && kasus.id_respons !== respons.id),
    seTiket: kini.find(({ kasus }) => kasus.tiket === tiket),
    sudahDicatat: jejak.has(respons.id),
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

/** What leaves the register as it was. */
const TAK_BERUBAH: readonly HasilTerima[] = ['sudah', 'kosong', 'ditahan'];

/** Takes in responses that the register does not have yet, or has in an older version. @returns how many there were */
export function sapu(daftar: readonly ResponsDitemukan[]): number {
  let diolah = 0;
  const belum = belumTercatat(daftar);
  for (let awal = 0; awal < belum.length; awal += SEKALIGUS) {
    const mentah = belum
      .slice(awal, awal + SEKALIGUS)
      .map((satu) => satu.baca())
      .filter((satu): satu is ResponsMentah => satu !== undefined);
    diolah += olahTerpisah(mentah).filter((satu) => !TAK_BERUBAH.includes(satu)).length;
  }
  return diolah;
}

/** All in one commit; if one of them cannot be taken in, each by itself, so that no patient waits for another's. */
function olahTerpisah(mentah: readonly ResponsMentah[]): HasilTerima[] {
  try {
    return denganKunci(() => olahRespons(mentah)).hasil;
  } catch (galat) {
    if (galat instanceof GalatPengguna) throw galat;
    return mentah.flatMap((satu) => coba('sapu', () => denganKunci(() => olahRespons([satu])).hasil) ?? []);
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
