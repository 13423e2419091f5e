/**
 * Fills the register with copies of cases that the bundle made: the case's row with its `salinan`, its log lines as
 * further links of the same hash chain, its sent mails, and the counters in `Sistem`.
 */

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { rantai } from '#domain/hash/sha256.ts';
import { identity } from './identity.ts';
import type { Office, Row } from './office.ts';

/** A case as the bundle left it in all tabs. */
export interface Template {
  kasus: Row;
  log: Row[];
  mails: Row[];
}

/** Copies per request of `spreadsheets.batchUpdate`. */
const CHUNK = 1000;

/** The columns of a log line that its hash covers. */
const HASHED = ['nomor', 'waktu', 'pelaku', 'tiket', 'aksi', 'lama', 'baru', 'alasan', 'percobaan', 'rujukan'];

const TABS = ['Kasus', 'Riwayat', 'Kotak Keluar'] as const;
type Tab = (typeof TABS)[number];

/** What the bundle has written of a case. @throws when there is no such case */
export function templateOf(office: Office, tiket: string): Template {
  const of = (tab: string) => office.rows(`'${tab}'`).filter((row) => row['tiket'] === tiket);
  const [kasus] = of('Kasus');
  if (!kasus) throw new Error(`no case ${tiket}`);
  return { kasus, log: of('Riwayat'), mails: of('Kotak Keluar') };
}

/** Texts of a JSON object in a cell, with those replaced that the copy has otherwise. */
function replaced(json: string, by: Row): string {
  const before = JSON.parse(json || '{}') as Row;
  return JSON.stringify(Object.fromEntries(Object.entries(before).map(([key, text]) => [key, by[key] ?? text])));
}

export class Filler {
  readonly #office: Office;
  readonly #cells = new Map<Tab, { header: string[]; sheetId: number; look: sheets_v4.Schema$CellData[] }>();
  #markers: Row;

  /** The register must have at least one row in each tab, made by the bundle. */
  constructor(office: Office) {
    this.#office = office;
    this.#markers = Object.fromEntries(office.rows('Sistem').map((row) => [row['kunci'], row['nilai'] ?? '']));
    for (const tab of TABS) this.#learn(tab);
  }

  /** Adds the copies number `from` to `to` (excluded) of a template. */
  add(template: Template, from: number, to: number): void {
    for (let start = from; start < to; start += CHUNK) {
      const rows: Record<Tab, Row[]> = { Kasus: [], Riwayat: [], 'Kotak Keluar': [] };
      for (let n = start; n < Math.min(to, start + CHUNK); n += 1) this.#copy(template, n, rows);
      const requests = TABS.map((tab) => this.#append(tab, rows[tab]));
      this.#send([...requests, this.#writeMarkers()]);
    }
  }

  #copy({ kasus, log, mails }: Template, n: number, rows: Record<Tab, Row[]>): void {
    const tiket = this.#nextTicket();
    const own: Row = { ...identity(n), tiket, id_respons: `bench-${n}`, tautan_ubah: `${kasus['tautan_ubah']}-${n}` };
    const copy = { ...kasus, ...own };
    const answers = replaced(kasus['jawaban'] ?? '', own);
    rows.Kasus.push({ ...copy, jawaban: answers, salinan: replaced(kasus['salinan'] ?? '', own) });
    for (const line of log) rows.Riwayat.push(this.#link(line, own));
    const named = (text = '') => text.replaceAll(kasus['tiket'] ?? '', tiket);
    for (const mail of mails) {
      const { kunci, subjek, isi } = mail;
      rows['Kotak Keluar'].push({ ...mail, tiket, kunci: named(kunci), subjek: named(subjek), isi: named(isi) });
    }
  }

  /** A log line as the next link of the chain. */
  #link(line: Row, own: Row): Row {
    const nomor = String(Number(this.#markers['riwayat_nomor']) + 1);
    const before = this.#markers['riwayat_hash'] ?? '';
    const rujukan = line['rujukan'] === '' ? '' : (own['id_respons'] ?? '');
    const lama = replaced(line['lama'] ?? '', own);
    const next: Row = {
      ...line,
      nomor,
      tiket: own['tiket'] ?? '',
      lama,
      baru: replaced(line['baru'] ?? '', own),
      rujukan,
    };
    const hash = rantai(
      before,
      HASHED.map((column) => next[column] ?? ''),
    );
    this.#markers = { ...this.#markers, riwayat_nomor: nomor, riwayat_hash: hash };
    return { ...next, hash_sebelum: before, hash };
  }

  #nextTicket(): string {
    const counters = JSON.parse(this.#markers['tiket_urut'] || '{}') as Record<string, number>;
    const [series = ''] = Object.keys(counters);
    const number = (counters[series] ?? 0) + 1;
    this.#markers = { ...this.#markers, tiket_urut: JSON.stringify({ ...counters, [series]: number }) };
    return `${series}-${String(number).padStart(6, '0')}`;
  }

  /** How the bundle formats the cells of a new row of this tab. */
  #learn(tab: Tab): void {
    const { sheets, users } = this.#office.workspace;
    const book = sheets.get(users.owner, this.#office.register, {
      ranges: [`'${tab}'!1:2`],
      fields:
        'sheets(properties(sheetId),data(rowData(values(formattedValue,userEnteredFormat(numberFormat),dataValidation))))',
    });
    const [header, row] = book.sheets?.[0]?.data?.[0]?.rowData ?? [];
    this.#cells.set(tab, {
      header: (header?.values ?? []).map(({ formattedValue }) => formattedValue ?? ''),
      sheetId: book.sheets?.[0]?.properties?.sheetId ?? 0,
      look: (row?.values ?? []).map(({ formattedValue: _, ...look }) => look),
    });
  }

  #append(tab: Tab, rows: readonly Row[]): sheets_v4.Schema$Request {
    const { header = [], sheetId = 0, look = [] } = this.#cells.get(tab) ?? {};
    const cell = (text: string | undefined, index: number): sheets_v4.Schema$CellData =>
      text ? { ...look[index], userEnteredValue: { stringValue: text } } : (look[index] ?? {});
    return {
      appendCells: {
        sheetId,
        rows: rows.map((row) => ({ values: header.map((column, index) => cell(row[column], index)) })),
        fields: 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation',
      },
    };
  }

  #writeMarkers(): sheets_v4.Schema$Request {
    const { sheets, users } = this.#office.workspace;
    const book = sheets.get(users.owner, this.#office.register, {
      ranges: ['Sistem!A1'],
      fields: 'sheets.properties.sheetId',
    });
    const rows = this.#office
      .rows('Sistem')
      .map(({ kunci = '' }) => ({ values: [{ userEnteredValue: { stringValue: this.#markers[kunci] ?? '' } }] }));
    const start = { sheetId: book.sheets?.[0]?.properties?.sheetId ?? 0, rowIndex: 1, columnIndex: 1 };
    return { updateCells: { start, rows, fields: 'userEnteredValue' } };
  }

  #send(requests: sheets_v4.Schema$Request[]): void {
    const { sheets, users } = this.#office.workspace;
    sheets.batchUpdate(users.owner, this.#office.register, { requests });
  }
}
