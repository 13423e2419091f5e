/**
 * Builds the plan of one commit. Every change of a case goes through here, so that each has a version, a copy for
 * noticing later hand edits, and a line in the hash-chained log, all in the same commit.
 */
import { rantai, sha256 } from '#domain/hash/sha256.ts';
import { ID_KOLOM_KASUS, type Kasus, type KolomKasus } from '#domain/kolom/kasus.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { tenggat } from '#domain/usulan/sla.ts';
import { DI_BPJS, isStatus } from '#domain/usulan/status.ts';
import { kurangDari, type Waktu } from '#domain/waktu/waktu.ts';
import type { KunciSistem, Pelaksana, Potret } from './potret.ts';
import type { Rencana, TambahBaris, UbahBaris } from './rencana.ts';
import type { SuratBaru } from './surat.ts';

/** Longest cell text that the copy and the log keep; a cell may hold 50,000 characters and both hold whole rows. */
export const PANJANG_CATAT = 500;

export interface Catatan {
  readonly aksi: string;
  readonly pelaku: Pelaksana;
  readonly alasan?: string;
  /** Form response or command that caused it. */
  readonly rujukan?: string;
}

type Isi = Partial<Record<KolomKasus, string>>;

/** These follow from a change and would only repeat it in the log. */
const TANPA_CATAT: readonly KolomKasus[] = [
  'versi',
  'diubah',
  'diubah_oleh',
  'salinan',
  'jawaban',
  'respons_pada',
  'tautan_ubah',
];

/** Moves of a whole batch at once: whoever makes them writes its counts too. */
const BERSAMA_BATCH: readonly string[] = ['SERAHKAN', 'KIRIM_BPJS'];

const potong = (teks: string) => teks.slice(0, PANJANG_CATAT);

/** A list in one cell with more in it, each once and in order. */
function tambahKe(sel: string, baru: readonly string[], pemisah: string): string {
  const semua = new Set([...sel.split(pemisah), ...baru].filter((satu) => satu !== ''));
  return [...semua].sort().join(pemisah);
}

/** All cells that a later hand edit is compared with. */
export function buatSalinan(kasus: Kasus): string {
  const isi = ID_KOLOM_KASUS.filter((k) => k !== 'salinan' && k !== 'jawaban' && kasus[k] !== '').map(
    (k) => [k, potong(kasus[k])] as const,
  );
  return JSON.stringify(Object.fromEntries(isi));
}

/** The cells that differ from the copy made at the last commit; undefined when there is no readable copy. */
export function bedaSalinan(kasus: Kasus): { kolom: KolomKasus; lama: string }[] | undefined {
  const salinan = bacaSalinan(kasus.salinan);
  if (!salinan) return undefined;
  return ID_KOLOM_KASUS.filter((k) => k !== 'salinan' && k !== 'jawaban')
    .filter((k) => potong(kasus[k]) !== (salinan[k] ?? ''))
    .map((kolom) => ({ kolom, lama: salinan[kolom] ?? '' }));
}

export function bacaSalinan(sel: string): Isi | undefined {
  try {
    const isi: unknown = JSON.parse(sel);
    return typeof isi === 'object' && isi !== null ? (isi as Isi) : undefined;
  } catch {
    return undefined;
  }
}

export class Perancang {
  readonly potret: Potret;
  readonly #ubah = new Map<string, UbahBaris>();
  readonly #tambah: TambahBaris[] = [];
  readonly #sistem: Partial<Record<KunciSistem, string>> = {};
  readonly #kasus = new Map<string, Kasus>();

  constructor(potret: Potret) {
    this.potret = potret;
  }

  /** A marker as this plan leaves it. */
  sistem(kunci: KunciSistem): string {
    return this.#sistem[kunci] ?? this.potret.sistem[kunci] ?? '';
  }

  aturSistem(kunci: KunciSistem, nilai: string): void {
    if (this.sistem(kunci) !== nilai) this.#sistem[kunci] = nilai;
  }

  /** The case as this plan leaves it. */
  kasus(awal: Kasus): Kasus {
    return this.#kasus.get(awal.tiket) ?? awal;
  }

  /** The ticket of the case that was changed last. */
  tiketTerakhir(): string | undefined {
    return [...this.#kasus.keys()].at(-1);
  }

  /** The cases in which this plan's log has another value of a column than before. */
  kasusBerganti(kolom: KolomKasus): Kasus[] {
    const tiket = this.#tambah
      .filter(({ tab, nilai }) => tab === 'Riwayat' && kolom in (JSON.parse(nilai['lama'] ?? '{}') as object))
      .map(({ nilai }) => nilai['tiket'] ?? '');
    return [...new Set(tiket)].flatMap((satu) => this.#kasus.get(satu) ?? []);
  }

  /** Adds a new case and its first log line. */
  kasusBaru(kasus: Kasus, catatan: Catatan): Kasus {
    const jadi = this.#cap({ ...kasus, versi: '1', dibuat: this.potret.kini }, catatan);
    this.#tambah.push({ tab: 'Kasus', nilai: jadi });
    this.#setelahUbah(jadi, '', catatan, {}, isiTerisi(jadi));
    return jadi;
  }

  /** Puts a case back whose row is gone from the register. */
  pulihkanKasus(kasus: Kasus, catatan: Catatan): Kasus {
    const jadi = this.#cap({ ...kasus, versi: String(Number(kasus.versi) + 1) }, catatan);
    this.#tambah.push({ tab: 'Kasus', nilai: jadi });
    this.#setelahUbah(jadi, '', catatan, {}, {});
    return jadi;
  }

  /**
   * Changes cells of a case and logs old and new values. `sudah` lists cells that a person has already changed in the
   * sheet with the value they had: they are logged, and written only if `isi` says something else.
   */
  ubahKasus(
    awal: Kasus,
    isi: Isi,
    catatan: Catatan,
    sudah: readonly { kolom: KolomKasus; lama: string }[] = [],
  ): Kasus {
    const sebelum = this.kasus(awal);
    const jadi = this.#cap({ ...sebelum, ...isi, versi: String(Number(sebelum.versi) + 1) }, catatan);
    const nilai: Isi = {};
    for (const kolom of ID_KOLOM_KASUS) if (jadi[kolom] !== sebelum[kolom]) nilai[kolom] = jadi[kolom];
    // Put back even what `awal` no longer shows as changed: its ticket and version are those of the copy.
    for (const { kolom, lama } of sudah) if (jadi[kolom] === lama) nilai[kolom] = lama;
    this.#gabung({ tab: 'Kasus', kunci: awal.tiket, nilai });
    const lamaTangan = new Map(sudah.map(({ kolom, lama }) => [kolom, lama]));
    const lama: Isi = {};
    const baru: Isi = {};
    for (const kolom of ID_KOLOM_KASUS) {
      if (TANPA_CATAT.includes(kolom)) continue;
      const dulu = lamaTangan.get(kolom) ?? sebelum[kolom];
      if (potong(dulu) === potong(jadi[kolom])) continue;
      lama[kolom] = potong(dulu);
      baru[kolom] = potong(jadi[kolom]);
    }
    this.#setelahUbah(jadi, sebelum.status, catatan, lama, baru);
    return jadi;
  }

  /** Changes cells of a row in a tab other than `Kasus`. */
  ubahBaris(tab: UbahBaris['tab'], kunci: string, nilai: Record<string, string>): void {
    this.#gabung({ tab, kunci, nilai });
  }

  tambahBaris(tab: TambahBaris['tab'], nilai: Record<string, string>): void {
    this.#tambah.push({ tab, nilai });
  }

  /** A log line without a case, e.g. a form that ended at the criteria, or a changed setting. */
  catatSaja(catatan: Catatan, baru: Record<string, string>, lama: Record<string, string> = {}): void {
    this.#riwayat('-', '', catatan, lama, baru);
  }

  /** Queues mail in the same commit. A key that is already in this plan is not queued twice. */
  surat(surat: SuratBaru): void {
    for (const kepada of surat.kepada) {
      const kunci = `${surat.kunci}|${sha256(kepada).slice(0, 12)}`;
      if (this.#tambah.some(({ tab, nilai }) => tab === 'Kotak Keluar' && nilai['kunci'] === kunci)) continue;
      const { tiket, subjek, isi } = surat;
      const keadaan = 'ANTRE';
      this.#tambah.push({
        tab: 'Kotak Keluar',
        nilai: {
          kunci,
          keadaan,
          dibuat: this.potret.kini,
          tiket,
          kepada,
          subjek,
          isi,
          kali: '0',
          berikutnya: '',
          galat: '',
        },
      });
      this.aturSistem('surat_menunggu', String(Number(this.sistem('surat_menunggu') || '0') + 1));
    }
  }

  /** The finished plan. */
  rencana(): Rencana {
    const sistem = (Object.keys(this.#sistem) as KunciSistem[]).map(
      (kunci): UbahBaris => ({ tab: 'Sistem', kunci, nilai: { nilai: this.#sistem[kunci] ?? '' } }),
    );
    return { ubah: [...this.#ubah.values(), ...sistem], tambah: this.#tambah };
  }

  #cap(kasus: Kasus, { pelaku }: Catatan): Kasus {
    const jadi = { ...kasus, diubah: this.potret.kini, diubah_oleh: pelaku.nama };
    return { ...jadi, salinan: buatSalinan(jadi) };
  }

  #gabung(ubah: UbahBaris): void {
    // A row that this very plan adds has no place yet: it is added with the new cells.
    const baru = this.#tambah.findIndex(
      ({ tab, nilai }) => tab === ubah.tab && tab === 'Kasus' && nilai['tiket'] === ubah.kunci,
    );
    const tambah = this.#tambah[baru];
    if (tambah) {
      this.#tambah[baru] = { ...tambah, nilai: { ...tambah.nilai, ...ubah.nilai } };
      return;
    }
    const id = `${ubah.tab}\n${ubah.kunci}`;
    const lama = this.#ubah.get(id);
    this.#ubah.set(id, lama ? { ...ubah, nilai: { ...lama.nilai, ...ubah.nilai } } : ubah);
  }

  #setelahUbah(jadi: Kasus, statusLama: string, catatan: Catatan, lama: Isi, baru: Isi): void {
    this.#kasus.delete(jadi.tiket);
    this.#kasus.set(jadi.tiket, jadi);
    this.#riwayat(jadi.tiket, jadi.percobaan, catatan, lama, baru);
    for (const batas of tenggat(jadi, this.potret.pengaturan)) this.#pantau(batas);
    if (jadi.cek_ulang !== '' && jadi.status === 'DITANGGUHKAN')
      this.#pantau(`${jadi.cek_ulang}T00:00:00+07:00` as Waktu);
    const diBpjs = [jadi.status, statusLama].some((s) => isStatus(s) && DI_BPJS.includes(s));
    if (diBpjs) this.aturSistem('bpjs_tertinggal', 'ya');
    const batch = lama.batch ?? jadi.batch;
    if (batch !== '' && statusLama !== jadi.status && !BERSAMA_BATCH.includes(catatan.aksi)) {
      this.aturSistem('batch_berubah', tambahKe(this.sistem('batch_berubah'), [batch], ','));
    }
    const { rute, kode_wilayah, diserahkan_pada } = jadi;
    if (sifatRute(rute).lewatDinkes) {
      this.tandaiTertinggal('disdukcapil', 'kecamatan', diserahkan_pada === '' ? '' : 'dinkes', kode_wilayah);
    }
  }

  /** Other offices' spreadsheets that show what has changed (`trigger/berbagi-lain.ts` brings them up to date). */
  tandaiTertinggal(...nama: readonly string[]): void {
    this.aturSistem('berbagi_tertinggal', tambahKe(this.sistem('berbagi_tertinggal'), nama, ' '));
  }

  /** The scan of all cases runs no earlier than somebody needs it (`pantau.ts`). */
  #pantau(batas: Waktu): void {
    const kini = this.sistem('pantau_berikutnya');
    if (kurangDari(batas, this.potret.kini)) return;
    if (kini === '' || kurangDari(batas, kini as Waktu)) this.aturSistem('pantau_berikutnya', batas);
  }

  #riwayat(
    tiket: string,
    percobaan: string,
    catatan: Catatan,
    lama: Record<string, string>,
    baru: Record<string, string>,
  ): void {
    const nomor = String(Number(this.sistem('riwayat_nomor') || '0') + 1);
    const sebelum = this.sistem('riwayat_hash');
    const isi = [
      nomor,
      this.potret.kini,
      catatan.pelaku.nama,
      tiket,
      catatan.aksi,
      JSON.stringify(lama),
      JSON.stringify(baru),
      potong(catatan.alasan ?? ''),
      percobaan,
      catatan.rujukan ?? '',
    ];
    const hash = rantai(sebelum, isi);
    const [, waktu = '', pelaku = '', , aksi = '', teksLama = '', teksBaru = '', alasan = '', , rujukan = ''] = isi;
    const nilai = { nomor, waktu, pelaku, tiket, aksi, lama: teksLama, baru: teksBaru, alasan, percobaan, rujukan };
    this.#tambah.push({ tab: 'Riwayat', nilai: { ...nilai, hash_sebelum: sebelum, hash } });
    this.aturSistem('riwayat_nomor', nomor);
    this.aturSistem('riwayat_hash', hash);
  }
}

const isiTerisi = (kasus: Kasus): Isi =>
  Object.fromEntries(
    ID_KOLOM_KASUS.filter((k) => !TANPA_CATAT.includes(k) && kasus[k] !== '').map((k) => [k, potong(kasus[k])]),
  ) as Isi;
