/** The report as one page that opens from disk and fetches nothing. */
import { html, raw } from 'hono/html';
import type { HasilCocok } from '../../bentuk.ts';
import { isPerluDilihat } from '../kelas-teks.ts';
import type { BukaPenulis } from '../penulis.ts';
import { type Asal, Ringkasan } from '../ringkasan.ts';
import { BerkasUtuh } from '../utuh.ts';
import { buatAset } from './aset.ts';
import { bungkus, dataLaporan } from './bungkus.ts';
import { badan, judulHalaman } from './halaman.ts';

/** More rows than anybody looks at in a browser, and what still sorts and filters at once. */
const TERBANYAK = 20_000;

interface Tersimpan {
  readonly ke: number;
  readonly json: string;
}

export interface OpsiHtml {
  readonly asal: Asal;
  /** NIK and other numbers are written out instead of hidden in their middle. */
  readonly lengkap: boolean;
  readonly terbanyak?: number;
}

class HasilHtml {
  readonly #berkas: BerkasUtuh;
  readonly #opsi: OpsiHtml;
  readonly #terbanyak: number;
  readonly #ringkasan = new Ringkasan();
  /** What somebody has to look at; the certain rows only fill the room that it leaves. */
  readonly #perlu: Tersimpan[] = [];
  readonly #pasti: Tersimpan[] = [];

  constructor(berkas: BerkasUtuh, opsi: OpsiHtml) {
    this.#berkas = berkas;
    this.#opsi = opsi;
    this.#terbanyak = opsi.terbanyak ?? TERBANYAK;
  }

  tulis(hasil: HasilCocok): undefined {
    this.#ringkasan.tulis(hasil);
    const daftar = isPerluDilihat(hasil) ? this.#perlu : this.#pasti;
    if (daftar.length >= this.#terbanyak) return;
    const r = [...this.#ringkasan.referensi.keys()].indexOf(hasil.referensi);
    daftar.push({ ke: this.#ringkasan.baris, json: aman(bungkus(hasil, r, this.#opsi.lengkap)) });
  }

  async selesai(): Promise<void> {
    try {
      await this.#tulisHalaman();
    } catch (error) {
      await this.#berkas.batal();
      throw error;
    }
    await this.#berkas.selesai();
  }

  batal(): Promise<void> {
    return this.#berkas.batal();
  }

  async #tulisHalaman(): Promise<void> {
    const baris = [...this.#perlu, ...this.#pasti].slice(0, this.#terbanyak).sort((a, b) => a.ke - b.ke);
    const { asal, lengkap } = this.#opsi;
    const { csp, script, style } = await buatAset();
    const isi = badan({ asal, ringkasan: this.#ringkasan, lengkap, termuat: baris.length });
    await this.#berkas.tulis(
      String(
        await html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${judulHalaman(asal)}</title>
<style>${raw(style)}</style>
</head>
<body>
${isi}
<script type="application/json" id="data">${raw(aman(dataLaporan(this.#ringkasan.referensi.keys(), asal.jenis)))}</script>
<script type="application/json" id="baris">[`,
      ),
    );
    let pemisah = '\n';
    for (const { json } of baris) {
      await this.#berkas.tulis(pemisah + json);
      pemisah = ',\n';
    }
    await this.#berkas.tulis(`\n]</script>\n<script>${script}</script>\n</body>\n</html>\n`);
  }
}

/** JSON in which no text can end the block that it stands in. */
const aman = (isi: unknown): string => JSON.stringify(isi).replaceAll('<', '\\u003c');

export const htmlHasil =
  (path: string, opsi: OpsiHtml): BukaPenulis =>
  async () =>
    new HasilHtml(await BerkasUtuh.buka(path), opsi);
