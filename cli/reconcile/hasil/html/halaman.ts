/** The report's page without its rows: what was matched, the counts with their picture, and the empty table. */
import type { KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import { type Html, html } from '#workspace/web/html.ts';
import { teksAngka, teksWaktu } from '../baris.ts';
import { artiKelas, TEKS_KELAS, URUTAN_KELAS } from '../kelas-teks.ts';
import type { Asal, Ringkasan } from '../ringkasan.ts';

const JUDUL = { VERIFIKASI: 'Laporan verifikasi', REKONSILIASI: 'Laporan rekonsiliasi', GANDA: 'Laporan data ganda' };

export interface IsiHalaman {
  readonly asal: Asal;
  readonly ringkasan: Ringkasan;
  /** NIK and other numbers are written out. */
  readonly lengkap: boolean;
  /** Rows in the table; fewer than were matched when those were too many. */
  readonly termuat: number;
}

export const judulHalaman = ({ jenis }: Asal): string => JUDUL[jenis];

export function badan({ asal, ringkasan, lengkap, termuat }: IsiHalaman): Html {
  const { baris, kelas } = ringkasan;
  const ada = URUTAN_KELAS.filter((kode) => kelas[kode] !== undefined);
  return html`<header class="atas">
<h1>${judulHalaman(asal)}</h1>
<p>Dibuat ${teksWaktu(asal.dibuat)}</p>
${asal.masukan.map(({ nama, baris: banyak }) => html`<p>Masukan: ${nama}, ${teksAngka(banyak)} baris</p>`)}
${asal.referensi.map((satu) => html`<p>Referensi: ${satu.nama}, ${teksAngka(satu.baris)} baris, dimuat ${teksWaktu(satu.dimuat)}</p>`)}
${asal.catatan === undefined ? '' : html`<p>${asal.catatan}</p>`}
<p class="rahasia"><strong>Data pribadi.</strong> ${
    lengkap
      ? 'Laporan ini memuat NIK lengkap. Simpan di tempat yang hanya dapat dibuka petugas.'
      : 'NIK, No KK dan No kartu disamarkan; nama dan tanggal lahir tidak. Jangan diteruskan ke luar kantor.'
  }</p>
</header>
<main>
<dl class="angka-besar">
<div><dd>${teksAngka(baris)}</dd><dt>baris dicocokkan</dt></div>
<div><dd>${teksAngka(ringkasan.perluOrang)}</dd><dt>perlu dilihat orang</dt></div>
<div><dd>${teksAngka(baris - ringkasan.perluOrang)}</dd><dt>tidak perlu dilihat</dt></div>
</dl>
<h2 id="judul-kelas">Menurut kelas</h2>
<ul class="gambar-kelas kartu" aria-labelledby="judul-kelas">
${ada.map((kode) => barisKelas(kode, kelas[kode] ?? 0, baris, asal.jenis))}
</ul>
${ringkasan.referensi.size > 1 ? tabelReferensi(ringkasan, ada) : ''}
<h2 id="judul-baris">Baris</h2>
${termuat < baris ? dipotong(termuat, baris) : ''}
${bagianTabel([...ringkasan.referensi.keys()], ada)}
</main>`;
}

/** A line of the picture; pressing it shows those rows. */
function barisKelas(kode: KelasUmpanBalik, banyak: number, semua: number, jenis: Asal['jenis']): Html {
  const { arti, langkah } = artiKelas(kode, jenis);
  const bagian = (banyak / semua) * 100;
  const persen = bagian > 0 && bagian < 1 ? '< 1%' : `${Math.round(bagian)}%`;
  return html`<li><button type="button" data-kelas="${kode}">
<span class="nama">${TEKS_KELAS[kode].nama}</span>
<span class="banyak">${teksAngka(banyak)} (${persen})</span>
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="k-${kode}" width="${Math.max(bagian, 0.4)}" height="10"/></svg>
<span class="artinya">${arti}. ${langkah}</span>
</button></li>`;
}

const tabelReferensi = (
  { referensi }: Ringkasan,
  ada: readonly KelasUmpanBalik[],
): Html => html`<h2>Menurut referensi</h2>
<div class="kartu gulung" tabindex="0" role="region" aria-label="Jumlah menurut kelas dan referensi"><table>
<thead><tr><th scope="col">Kelas</th>${[...referensi.keys()].map((nama) => html`<th scope="col" class="angka">${nama}</th>`)}</tr></thead>
<tbody>${ada.map(
  (kode) =>
    html`<tr><th scope="row">${TEKS_KELAS[kode].nama}</th>${[...referensi.values()].map(
      (milik) => html`<td class="angka">${teksAngka(milik[kode] ?? 0)}</td>`,
    )}</tr>`,
)}</tbody></table></div>`;

const dipotong = (termuat: number, baris: number): Html => html`<p>Tabel ini memuat ${teksAngka(termuat)} dari
${teksAngka(baris)} baris: lebih dahulu yang perlu dilihat orang. Selebihnya ada di hasil CSV atau XLSX.</p>`;

const KEPALA = [
  ['nomor', 'Baris', 'angka'],
  ['kelas', 'Kelas', ''],
  ['nama', 'Nama', ''],
  ['tiket', 'Tiket', 'lebar'],
  ['referensi', 'Referensi', 'lebar'],
  ['skor', 'Skor', 'angka'],
] as const;

const bagianTabel = (
  referensi: readonly string[],
  ada: readonly KelasUmpanBalik[],
): Html => html`<div class="kartu isi-tabel">
<form id="saring" role="search" aria-label="Saring baris">
<label>Cari nama, tiket, nomor atau alasan<input id="cari" type="search" autocomplete="off"></label>
<label>Kelas<select id="kelas"><option value="">Semua kelas</option><option value="perlu">Perlu dilihat orang</option>
${ada.map((kode) => html`<option value="${kode}">${TEKS_KELAS[kode].nama}</option>`)}</select></label>
<label>Referensi<select id="referensi"><option value="-1">Semua referensi</option>
${referensi.map((nama, ke) => html`<option value="${ke}">${nama}</option>`)}</select></label>
<button type="button" id="hapus">Hapus saringan</button>
</form>
<div class="alat"><p id="keadaan" role="status"></p>
<button type="button" class="tonal" id="buka-semua" aria-pressed="false">Buka semua rincian</button>
<button type="button" class="tonal" id="cetak">Cetak</button></div>
<p id="tercetak" class="hanya-cetak"></p>
<noscript><p class="alat">Tabel dan saringannya memerlukan JavaScript. Jumlah di atas tetap benar.</p></noscript>
<div class="gulung" tabindex="0" role="region" aria-labelledby="judul-baris"><table id="tabel">
<thead><tr>${KEPALA.map(
  ([urut, judul, rupa]) =>
    html`<th scope="col" data-urut="${urut}" class="${rupa}" aria-sort="none"><button type="button">${judul}</button></th>`,
)}<th scope="col" class="lebar"><span>Alasan</span></th><th scope="col"><span class="visually-hidden">Rincian</span></th></tr></thead>
<tbody></tbody></table></div>
<nav class="alat" aria-label="Halaman tabel">
<span id="halaman"></span>
<button type="button" data-ke="awal">Awal</button><button type="button" data-ke="mundur">Sebelumnya</button>
<button type="button" data-ke="maju">Berikutnya</button><button type="button" data-ke="akhir">Akhir</button>
</nav></div>`;
