/**
 * Raises a register of an earlier release to this bundle's version: a private backup copy first, then one atomic commit
 * for each step, which also raises the version. Interrupted anywhere, it goes on where it was.
 */
import { KETENTUAN, type Ketentuan } from '#domain/pengaturan/ketentuan.ts';
import { bacaPengaturan } from '#domain/pengaturan/pengaturan.ts';
import type { Migrasi } from '#domain/skema/migrasi.ts';
import { migrasiTertunda, versiRegister } from '#domain/skema/versi.ts';
import { tanggalWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { Perancang } from '#usecase/perancang.ts';
import { type KunciSistem, SISTEM_SENDIRI } from '#usecase/potret.ts';
import { baca } from '../google/baca.ts';
import { GalatPengguna } from '../google/galat.ts';
import { nomorMenurutKunci } from '../google/kirim.ts';
import { komit } from '../google/komit.ts';
import { berkasBernama, spreadsheets, values } from '../google/layanan.ts';
import { bacaPenanda, jagaPintu, pasangan } from '../google/skema.ts';
import { selaraskanLembar } from './berbagi.ts';

/** To be called inside the lock, before tabs are repaired. @returns what was done; empty where nothing was to be done */
export function naikkanRegister(id: string): string[] {
  const { properties, sheets = [] } = spreadsheets().get(id, { fields: 'properties.title,sheets.properties.title' });
  // A new workbook, or one that lost its markers: the repair builds what belongs there.
  if (!sheets.some((satu) => satu.properties?.title === 'Sistem')) return [];
  const penanda = penandaApaPun(id);
  const langkah = migrasiTertunda(versiRegister(penanda));
  if (langkah.length === 0) {
    jagaPintu(penanda);
    return [];
  }
  const cadangan = buatCadangan(properties?.title ?? '', langkah[0]?.ke ?? 0);
  for (const satu of langkah) jalankan(id, satu, cadangan.id);
  return [cadangan.kalimat, ...langkah.map(({ ke, guna }) => `Register dinaikkan ke versi ${ke}: ${guna}`)];
}

/** A lost header must not keep the repair from it: the markers stand where every version has them. */
function penandaApaPun(id: string): Record<string, string> {
  try {
    return bacaPenanda(id);
  } catch {
    const sel = (values().get(id, "'Sistem'!A2:B").values ?? []) as string[][];
    return Object.fromEntries(sel.map(([kunci = '', nilai = '']) => [kunci, nilai]));
  }
}

const TANDA_CADANGAN = ' - cadangan sebelum versi ';

/** Found by its name when an interrupted upgrade goes on the same day. */
function buatCadangan(judul: string, ke: number): { id: string; kalimat: string } {
  if (judul.includes(TANDA_CADANGAN)) throw new GalatPengguna('Ini salinan cadangan, bukan register kantor.');
  const nama = `${judul}${TANDA_CADANGAN}${ke}, ${tanggalWaktu(waktuDariEpoch(Date.now()))}`;
  const id = berkasBernama(nama) ?? SpreadsheetApp.getActiveSpreadsheet().copy(nama).getId();
  // A folder that others can open must not show them the copy.
  selaraskanLembar(id, []);
  return { id, kalimat: `Salinan cadangan dibuat: ${nama}. Hanya akun ini dapat membukanya.` };
}

/** One step: markers, settings, a line in the log, and the version, at one moment. */
function jalankan(id: string, { ke, guna, ubah }: Migrasi, cadangan: string): void {
  const [sistem, pengaturan, riwayat] = baca(id, [
    { tab: 'Sistem', ambil: 'semua' },
    { tab: 'Pengaturan', ambil: 'semua' },
    { tab: 'Riwayat', ambil: 'tajuk' },
  ]);
  const penanda = pasangan(sistem);
  const ketentuan = pasangan(pengaturan);
  const jadi = ubah({ sistem: penanda, pengaturan: ketentuan });
  const baris = (pengaturan?.baris ?? []).map(({ isi }) => isi);
  const kosong = { libur: [], peran: [], wilayah: [], kalimat: [], alasan: [] };
  const p = new Perancang({
    kini: waktuDariEpoch(Date.now()),
    pengaturan: bacaPengaturan({ pengaturan: baris, ...kosong }),
    sistem: penanda,
  });
  const lama = String(versiRegister(penanda));
  for (const [kunci, nilai] of Object.entries(jadi.pengaturan)) {
    if (kunci in ketentuan) p.ubahBaris('Pengaturan', kunci, { nilai });
    else p.tambahBaris('Pengaturan', { ...keterangan(kunci), kunci, nilai });
  }
  const tetap = { versi_skema: String(ke), cadangan };
  for (const [kunci, nilai] of Object.entries({ ...jadi.sistem, ...tetap })) p.aturSistem(kunci as KunciSistem, nilai);
  p.catatSaja(
    {
      aksi: 'NAIK_VERSI',
      pelaku: { ...SISTEM_SENDIRI, nama: Session.getEffectiveUser().getEmail() },
      alasan: guna,
      rujukan: cadangan,
    },
    { ...jadi.pengaturan, versi_skema: String(ke) },
    { versi_skema: lama },
  );
  komit(p.rencana(), {
    idBuku: id,
    sistem: penanda,
    tajuk: new Map([
      ['Pengaturan', pengaturan?.tajuk ?? new Map()],
      ['Riwayat', riwayat?.tajuk ?? new Map()],
    ]),
    nomor: new Map([['Pengaturan', nomorMenurutKunci(pengaturan?.baris ?? [], 'kunci')]]),
  });
}

function keterangan(kunci: string): Record<string, string> {
  const satu: Ketentuan | undefined = KETENTUAN.find((ketentuan) => ketentuan.kunci === kunci);
  return { keterangan: satu?.keterangan ?? '', contoh: satu?.contoh ?? '' };
}
