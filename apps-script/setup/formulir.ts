/** Builds the emergency form with FormApp from its data, and keeps its lists in step with the settings tabs. */
import { type Butir, type Formulir, type Halaman, semuaButir, type Tujuan } from '#domain/formulir/butir.ts';
import { FORMULIR_DARURAT } from '#domain/formulir/darurat.ts';
import { kalurahan, kapanewon, labelKalurahan } from '#domain/wilayah/wilayah.ts';
import type { PetaFormulir } from '../google/formulir.ts';

/** The lists that a form's dropdowns are filled from. */
export interface Daftar {
  readonly faskes: readonly string[];
  readonly alasan: readonly string[];
  readonly kodeWilayah: string;
}

type Form = GoogleAppsScript.Forms.Form;
type PageBreak = GoogleAppsScript.Forms.PageBreakItem;
type Pilihan = GoogleAppsScript.Forms.MultipleChoiceItem | GoogleAppsScript.Forms.ListItem;

/** Makes the form, publishes it. @returns its id and which item asks for which field */
export function buatFormulir(daftar: Daftar): PetaFormulir {
  const isi = FORMULIR_DARURAT;
  const form = FormApp.create(isi.judul);
  form
    .setDescription(isi.keterangan)
    .setConfirmationMessage(isi.konfirmasi)
    .setAllowResponseEdits(true)
    .setCollectEmail(false)
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
    .setTitle(butir.judul)
    .setHelpText(butir.bantuan ?? '')
    .setRequired(butir.wajib);
  if (butir.jenis === 'teks' && butir.pola) {
    const { regex, salah } = butir.pola;
    const aturan = FormApp.createTextValidation().setHelpText(salah).requireTextMatchesPattern(regex).build();
    (item as GoogleAppsScript.Forms.TextItem).setValidation(aturan);
  }
  if (butir.jenis === 'pilihan' || butir.jenis === 'daftar') {
    const pilihan = item as Pilihan;
    if (butir.cabang) cabang.push(() => pasangCabang(pilihan, butir, batas));
    else pilihan.setChoiceValues([...isiPilihan(butir, daftar)]);
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

function isiPilihan(butir: Extract<Butir, { pilihan: unknown }>, daftar: Daftar): readonly string[] {
  if (!('dari' in butir.pilihan)) return butir.pilihan;
  switch (butir.pilihan.dari) {
    case 'faskes':
      return daftar.faskes;
    case 'alasan':
      return daftar.alasan;
    case 'kapanewon':
      return kapanewon(daftar.kodeWilayah).map(({ nama }) => nama);
    case 'kalurahan':
      return kalurahan(daftar.kodeWilayah).map(labelKalurahan);
  }
}

/** Sets every list anew from the settings; a form that people are filling in keeps working. */
export function segarkanFormulir(peta: PetaFormulir, daftar: Daftar): void {
  const form = FormApp.openById(peta.id);
  for (const butir of semuaButir(FORMULIR_DARURAT)) {
    if (butir.jenis !== 'daftar' || !('dari' in butir.pilihan)) continue;
    const item = form.getItemById(peta.butir[butir.bidang] ?? 0);
    item?.asListItem().setChoiceValues([...isiPilihan(butir, daftar)]);
  }
  if (!form.isPublished()) form.setPublished(true);
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
