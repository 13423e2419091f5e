/** Builds the office's forms with FormApp from their data, and keeps their lists in step with the settings tabs. */
import { JENIS_MUTASI } from '#domain/format/kode.ts';
import {
  type Butir,
  type DaftarPilihan,
  type Formulir,
  type Halaman,
  semuaButir,
  type Tujuan,
} from '#domain/formulir/butir.ts';
import { sebutMutasi } from '#domain/formulir/mutasi.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { kalurahan, kapanewon, labelKalurahan } from '#domain/wilayah/wilayah.ts';
import type { PetaFormulir } from '../google/formulir.ts';

/** What the settings put into the forms: lists of choices, and what the office calls its levels. */
export type Daftar = Readonly<Record<DaftarPilihan, readonly string[]>> & {
  readonly sebutan: { readonly kecamatan: string; readonly kelurahan: string };
};

type BarisTab = readonly Readonly<Record<string, string>>[];

/** @param faskes rows of the tab `Faskes`. @param alasan rows of the tab `Alasan` */
export function daftarPilihan(pengaturan: Pengaturan, faskes: BarisTab, alasan: BarisTab): Daftar {
  const { kodeWilayah, wilayah, dokumenWajib } = pengaturan;
  const aktif = faskes.filter((satu) => satu['aktif'] !== 'tidak' && (satu['nama'] ?? '') !== '');
  const teksAlasan = (untuk: string) =>
    alasan.filter((satu) => satu['untuk'] === untuk && (satu['teks'] ?? '') !== '').map((satu) => satu['teks'] ?? '');
  const puskesmas = aktif.filter((satu) => satu['jenis'] !== 'RS');
  const isi = (daftar: readonly string[]) => (daftar.length > 0 ? daftar : ['-']);
  return {
    faskes: isi(aktif.map((satu) => satu['nama'] ?? '')),
    fktp: isi(puskesmas.map((satu) => satu['nama'] ?? '')),
    alasan: isi(teksAlasan('usul')),
    gagal_kis: isi(teksAlasan('gagal_kis')),
    kapanewon: isi(kapanewon(kodeWilayah, wilayah).map(({ nama }) => nama)),
    kalurahan: isi(kalurahan(kodeWilayah, wilayah).map(labelKalurahan)),
    dokumen_bgr: dokumenWajib.bgr,
    dokumen_btl_n: dokumenWajib.btlN,
    jenis_mutasi: JENIS_MUTASI.map(({ label }) => sebutMutasi(label)),
    sebutan: { kecamatan: pengaturan.labelKecamatan, kelurahan: pengaturan.labelKelurahan },
  };
}

/** The text of a question as the office's people know its words. */
const sebut = (teks: string, { sebutan }: Daftar): string =>
  teks.replace('{kecamatan}', sebutan.kecamatan).replace('{kelurahan}', sebutan.kelurahan);

type Form = GoogleAppsScript.Forms.Form;
type PageBreak = GoogleAppsScript.Forms.PageBreakItem;
type Pilihan = GoogleAppsScript.Forms.MultipleChoiceItem | GoogleAppsScript.Forms.ListItem;
type BerDaftar = Pilihan | GoogleAppsScript.Forms.CheckboxItem;

/** Makes the form, publishes it. @returns its id and which item asks for which field */
export function buatFormulir(isi: Formulir, daftar: Daftar): PetaFormulir {
  const form = FormApp.create(isi.judul);
  form
    .setDescription(isi.keterangan)
    .setConfirmationMessage(isi.konfirmasi)
    .setAllowResponseEdits(true)
    .setCollectEmail(isi.surel)
    .setProgressBar(true)
    .setShowLinkToRespondAgain(true);
  const batas = new Map<string, PageBreak>();
  const butir: Record<string, number> = {};
  const cabang: (() => void)[] = [];
  isi.halaman.forEach((halaman, i) => {
    if (i === 0) form.addSectionHeaderItem().setTitle(halaman.judul).setHelpText(halaman.bantuan);
    else batas.set(halaman.id, form.addPageBreakItem().setTitle(halaman.judul).setHelpText(halaman.bantuan));
    for (const satu of halaman.butir) butir[satu.bidang] = tambahButir(form, satu, daftar, batas, cabang);
  });
  // Pages that choices lead to exist only now.
  for (const pasang of cabang) pasang();
  isi.halaman.forEach((halaman, i) => {
    aturLanjut(isi, halaman, i, batas);
  });
  form.setPublished(true);
  return { id: form.getId(), butir };
}

/** FormApp says where to go after a page on the break that FOLLOWS it. */
function aturLanjut(formulir: Formulir, { lanjut }: Halaman, i: number, batas: ReadonlyMap<string, PageBreak>): void {
  const berikut = batas.get(formulir.halaman[i + 1]?.id ?? '');
  if (!lanjut || !berikut) return;
  if (lanjut === 'kirim') berikut.setGoToPage(FormApp.PageNavigationType.SUBMIT);
  else berikut.setGoToPage(halamanTujuan(lanjut, batas));
}

function halamanTujuan(tujuan: Exclude<Tujuan, 'kirim'>, batas: ReadonlyMap<string, PageBreak>): PageBreak {
  const halaman = batas.get(tujuan.halaman);
  if (!halaman) throw new Error(`halaman ${tujuan.halaman} tidak ada di data formulir`);
  return halaman;
}

function tambahButir(
  form: Form,
  butir: Butir,
  daftar: Daftar,
  batas: ReadonlyMap<string, PageBreak>,
  cabang: (() => void)[],
): number {
  const item = itemKosong(form, butir);
  item
    .setTitle(sebut(butir.judul, daftar))
    .setHelpText(sebut(butir.bantuan ?? '', daftar))
    .setRequired(butir.wajib);
  if (butir.jenis === 'teks' && butir.pola) {
    const { regex, salah } = butir.pola;
    const aturan = FormApp.createTextValidation().setHelpText(salah).requireTextMatchesPattern(regex).build();
    (item as GoogleAppsScript.Forms.TextItem).setValidation(aturan);
  }
  if ('pilihan' in butir) {
    if (butir.cabang) cabang.push(() => pasangCabang(item as Pilihan, butir, batas));
    else (item as BerDaftar).setChoiceValues([...isiPilihan(butir, daftar)]);
  }
  return item.getId();
}

function itemKosong(form: Form, { jenis }: Butir) {
  switch (jenis) {
    case 'teks':
      return form.addTextItem();
    case 'paragraf':
      return form.addParagraphTextItem();
    case 'pilihan':
      return form.addMultipleChoiceItem();
    case 'daftar':
      return form.addListItem();
    case 'centang':
      return form.addCheckboxItem();
    case 'tanggal':
      return form.addDateItem();
    case 'tanggal_jam':
      return form.addDateTimeItem();
  }
}

/** In one question either all choices navigate or none does. */
function pasangCabang(
  item: Pilihan,
  butir: Extract<Butir, { cabang?: unknown }>,
  batas: ReadonlyMap<string, PageBreak>,
): void {
  const nilai = Array.isArray(butir.pilihan) ? (butir.pilihan as readonly string[]) : [];
  const pilihan = nilai.map((teks) => {
    const tujuan = butir.cabang?.[teks];
    if (tujuan === undefined) return item.createChoice(teks, FormApp.PageNavigationType.CONTINUE);
    if (tujuan === 'kirim') return item.createChoice(teks, FormApp.PageNavigationType.SUBMIT);
    return item.createChoice(teks, halamanTujuan(tujuan, batas));
  });
  item.setChoices(pilihan);
}

const isiPilihan = ({ pilihan }: Extract<Butir, { pilihan: unknown }>, daftar: Daftar): readonly string[] =>
  'dari' in pilihan ? daftar[pilihan.dari] : pilihan;

/**
 * Brings the lists in line with the settings; a form that people are filling in keeps working.
 * @returns what was changed, one sentence each
 */
export function segarkanFormulir(isi: Formulir, peta: PetaFormulir, daftar: Daftar): string[] {
  const form = FormApp.openById(peta.id);
  const disegarkan = semuaButir(isi).filter((butir) => {
    const item = form.getItemById(peta.butir[butir.bidang] ?? 0);
    return 'pilihan' in butir && 'dari' in butir.pilihan && item && segarkanButir(item, butir, daftar);
  });
  const bidang = disegarkan.map((satu) => satu.bidang).join(', ');
  const laporan = bidang === '' ? [] : [`Pertanyaan ${bidang} di formulir ${isi.nama} disegarkan.`];
  if (form.isPublished()) return laporan;
  form.setPublished(true);
  return [...laporan, `Formulir ${isi.nama} diterbitkan lagi.`];
}

/** @returns whether anything was not as the settings say */
function segarkanButir(
  item: GoogleAppsScript.Forms.Item,
  butir: Extract<Butir, { pilihan: unknown }>,
  daftar: Daftar,
): boolean {
  const judul = sebut(butir.judul, daftar);
  const bantuan = sebut(butir.bantuan ?? '', daftar);
  const lain = item.getTitle() !== judul || item.getHelpText() !== bantuan;
  if (lain) item.setTitle(judul).setHelpText(bantuan);
  const berdaftar = butir.jenis === 'centang' ? item.asCheckboxItem() : item.asListItem();
  const nilai = [...isiPilihan(butir, daftar)];
  const sama =
    berdaftar
      .getChoices()
      .map((satu) => satu.getValue())
      .join('\n') === nilai.join('\n');
  if (!sama) berdaftar.setChoiceValues(nilai);
  return lain || !sama;
}

/** A link to the form in which the hospital is already chosen. */
export function tautanFaskes(peta: PetaFormulir, faskes: readonly string[]): Map<string, string> {
  const form = FormApp.openById(peta.id);
  const item = form.getItemById(peta.butir['rs'] ?? 0)?.asListItem();
  if (!item) return new Map();
  return new Map(
    faskes.map((nama) => [nama, form.createResponse().withItemResponse(item.createResponse(nama)).toPrefilledUrl()]),
  );
}
