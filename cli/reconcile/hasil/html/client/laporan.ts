/** The report's page: filters, order and pages of the table, and printing. */
import { data, element, elements } from '#workspace/web/client/dom.ts';
import type { BarisLaporan, DataLaporan } from '../wire.ts';
import { type Saringan, Tabel, type Urut } from './saring.ts';
import { Tampilan } from './tampilan.ts';

const PER_HALAMAN = 50;
/** On paper there are no pages to turn; more than this nobody prints on purpose. */
const TERBANYAK_CETAK = 1_000;

const isi = data<DataLaporan>('data');
const tabel = new Tabel(isi, data<BarisLaporan[]>('baris'));
const tampilan = new Tampilan(isi, tabel);

const formulir = element('#saring', HTMLFormElement);
const cari = element('#cari', HTMLInputElement);
const kelas = element('#kelas', HTMLSelectElement);
const referensi = element('#referensi', HTMLSelectElement);
const keadaan = element('#keadaan', HTMLElement);
const halamanTeks = element('#halaman', HTMLElement);
const buka = element('#buka-semua', HTMLButtonElement);

let saringan: Saringan = { kelas: '', referensi: -1, teks: '', urut: isi.berkelompok ? 'asli' : 'nomor', turun: false };
let baris: BarisLaporan[] = [];
let halaman = 0;

const angka = (banyak: number): string => banyak.toLocaleString('id-ID');
const banyakHalaman = (): number => Math.max(1, Math.ceil(baris.length / PER_HALAMAN));

function saringUlang(ubah: Partial<Saringan>): void {
  saringan = { ...saringan, ...ubah };
  baris = tabel.saring(saringan);
  halaman = 0;
  tampilan.urutan(saringan);
  tampilkan();
}

function tampilkan(): void {
  const mulai = halaman * PER_HALAMAN;
  const tampil = baris.slice(mulai, mulai + PER_HALAMAN);
  tampilan.tampilkan(tampil);
  keadaan.textContent =
    tampil.length === 0
      ? 'Tidak ada baris yang sesuai'
      : `Baris ${angka(mulai + 1)} sampai ${angka(mulai + tampil.length)} dari ${angka(baris.length)}`;
  halamanTeks.textContent = `Halaman ${angka(halaman + 1)} dari ${angka(banyakHalaman())}`;
  for (const tombol of elements('button[data-ke]')) {
    const tujuan = tujuanHalaman(tombol.dataset['ke']);
    // Not `disabled`: the button with the focus would lose it on the last page.
    tombol.setAttribute('aria-disabled', String(tujuan === halaman));
  }
  aturBuka(false);
}

function tujuanHalaman(ke: string | undefined): number {
  const akhir = banyakHalaman() - 1;
  const tujuan = { awal: 0, mundur: halaman - 1, maju: halaman + 1, akhir }[ke ?? ''] ?? halaman;
  return Math.min(Math.max(tujuan, 0), akhir);
}

function aturBuka(terbuka: boolean): void {
  buka.setAttribute('aria-pressed', String(terbuka));
  buka.textContent = terbuka ? 'Tutup semua rincian' : 'Buka semua rincian';
}

cari.addEventListener('input', () => saringUlang({ teks: cari.value }));
kelas.addEventListener('change', () => saringUlang({ kelas: kelas.value }));
referensi.addEventListener('change', () => saringUlang({ referensi: Number(referensi.value) }));
formulir.addEventListener('submit', (event) => event.preventDefault());
element('#hapus', HTMLButtonElement).addEventListener('click', () => {
  formulir.reset();
  saringUlang({ kelas: '', referensi: -1, teks: '' });
});

for (const tombol of elements('button[data-kelas]')) {
  tombol.addEventListener('click', () => {
    kelas.value = tombol.dataset['kelas'] ?? '';
    saringUlang({ kelas: kelas.value });
    kelas.focus();
    kelas.scrollIntoView({ block: 'center' });
  });
}
for (const kepala of elements('#tabel th[data-urut]')) {
  kepala.querySelector('button')?.addEventListener('click', () => {
    const urut = kepala.dataset['urut'] as Urut;
    saringUlang({ urut, turun: urut === saringan.urut && !saringan.turun });
  });
}
for (const tombol of elements('button[data-ke]')) {
  tombol.addEventListener('click', () => {
    const tujuan = tujuanHalaman(tombol.dataset['ke']);
    if (tujuan === halaman) return;
    halaman = tujuan;
    tampilkan();
  });
}
buka.addEventListener('click', () => {
  const terbuka = buka.getAttribute('aria-pressed') !== 'true';
  tampilan.semua(terbuka);
  aturBuka(terbuka);
});

element('#cetak', HTMLButtonElement).addEventListener('click', () => print());
addEventListener('beforeprint', () => {
  if (baris.length > PER_HALAMAN) tampilan.tampilkan(baris.slice(0, TERBANYAK_CETAK));
  const dipotong = baris.length > TERBANYAK_CETAK;
  element('#tercetak', HTMLElement).textContent = dipotong
    ? `Dicetak ${angka(TERBANYAK_CETAK)} baris pertama dari ${angka(baris.length)}. Saring tabelnya untuk mencetak yang lain.`
    : `${angka(baris.length)} baris.`;
});
addEventListener('afterprint', () => {
  if (baris.length > PER_HALAMAN) tampilkan();
});

saringUlang({});
