/** An archive that was cut, changed or locked with another password is refused, and says where; never half of it is used. */
import { readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { ArsipBaca } from '../../cli/cadangan/arsip-baca.ts';
import { PembacaTertutup, tutup } from '../../cli/cadangan/arsip-sandi.ts';
import { ArsipTulis } from '../../cli/cadangan/arsip-tulis.ts';
import { type Anggota, FORMAT, type Manifes, NAMA_MANIFES } from '../../cli/cadangan/manifes.ts';
import { kunciBaru } from '../../cli/cadangan/sandi.ts';
import { tulisAnggota } from '../../cli/cadangan/wadah.ts';
import { UserError } from '../../cli/errors.ts';
import { folder } from './support/cadangan.ts';

const dir = folder();
const SANDI = 'dua belas huruf lebih';
const ISI: Record<string, string> = {
  'register/100-Kasus.jsonl': '["tiket","nama"]\n["BTL-D-2026-000001","WARGA SATU"]\n',
  'register/101-Riwayat.jsonl': '["nomor"]\n["1"]\n["2"]\n',
  'register/bentuk.json': '{}\n',
};

const manifesDari = (anggota: Anggota[]): Manifes => ({
  format: FORMAT,
  versi: 1,
  pbi: '0.0.0',
  skema: '2',
  dibuat: '2026-11-23T10:00:00+07:00',
  oleh: 'sistem.pbi@bantul.test',
  kantor: 'Dinas Sosial',
  register: { nama: 'register', id: 'x', judul: 'Register PBI', tab: [], bentuk: 'register/bentuk.json' },
  berbagi: [],
  formulir: [],
  riwayat: { nomor: '2', hash: '' },
  catatan: [],
  anggota,
});

interface Susunan {
  sandi?: string;
  /** What the manifest says otherwise. */
  ubah?: (manifes: Manifes) => object;
  lain?: Record<string, string>;
}

async function buat(nama: string, { sandi, ubah = (manifes) => manifes, lain = {} }: Susunan = {}): Promise<string> {
  const path = join(dir, nama);
  const arsip = await ArsipTulis.buka(path, sandi === undefined ? undefined : await kunciBaru(sandi));
  const anggota: Anggota[] = [];
  for (const [satu, isi] of Object.entries(ISI)) anggota.push(await tulisAnggota(arsip, satu, isi, 1));
  for (const [satu, isi] of Object.entries(lain)) await tulisAnggota(arsip, satu, isi);
  await tulisAnggota(arsip, NAMA_MANIFES, JSON.stringify(ubah(manifesDari(anggota))));
  await arsip.selesai();
  return path;
}

/** Everything in it, or why not. */
async function baca(path: string, sandi?: string): Promise<Record<string, string> | UserError> {
  try {
    const arsip = await ArsipBaca.buka(path, sandi);
    try {
      await arsip.periksa();
      const isi: Record<string, string> = {};
      for (const { nama } of arsip.manifes.anggota) {
        isi[nama] = '';
        for await (const baris of arsip.baris(nama)) isi[nama] += `${baris}\n`;
      }
      return isi;
    } finally {
      await arsip.tutup();
    }
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

const sebab = async (path: string, sandi?: string): Promise<string> => {
  const hasil = await baca(path, sandi);
  return hasil instanceof UserError ? hasil.message : 'dibaca';
};

/** The file with other bytes, under another name. */
function ganti(path: string, bytes: Uint8Array): string {
  const lain = join(dir, 'ganti.zip');
  writeFileSync(lain, bytes);
  expect(path).not.toBe(lain);
  return lain;
}

let utuh: string;
let terkunci: string;
beforeAll(async () => {
  utuh = await buat('utuh.zip');
  terkunci = await buat('terkunci.zip', { sandi: SANDI });
});

describe('an archive', () => {
  it('gives back what was put in, with and without a password', async () => {
    expect(await baca(utuh)).toEqual(ISI);
    expect(await baca(terkunci, SANDI)).toEqual(ISI);
    expect(readFileSync(terkunci).includes('WARGA')).toBe(false);
  });

  it('that was cut at any byte is refused', async () => {
    const bytes = readFileSync(utuh);
    for (let panjang = 0; panjang < bytes.length; panjang += 1) {
      const hasil = await baca(ganti(utuh, bytes.subarray(0, panjang)));
      expect(hasil, `cut to ${panjang}`).toBeInstanceOf(UserError);
    }
  });

  it('with any byte changed is refused, or gives the same contents', async () => {
    const bytes = readFileSync(utuh);
    let ditolak = 0;
    for (let letak = 0; letak < bytes.length; letak += 1) {
      const lain = Uint8Array.from(bytes);
      lain[letak] = (lain[letak] ?? 0) ^ 0x41;
      const hasil = await baca(ganti(utuh, lain));
      if (hasil instanceof UserError) ditolak += 1;
      else expect(hasil, `byte ${letak}`).toEqual(ISI);
    }
    expect(ditolak).toBeGreaterThan(bytes.length / 2);
  });

  it('names the member that is not what the manifest says', async () => {
    const [pertama = ''] = Object.keys(ISI);
    const anggota = (ubah: Partial<Anggota>) => (manifes: Manifes) => ({
      ...manifes,
      anggota: manifes.anggota.map((satu) => (satu.nama === pertama ? { ...satu, ...ubah } : satu)),
    });
    expect(await sebab(await buat('hash.zip', { ubah: anggota({ sha256: '0'.repeat(64) }) }))).toContain(pertama);
    expect(await sebab(await buat('pendek.zip', { ubah: anggota({ bita: 3 }) }))).toContain(pertama);
    expect(await sebab(await buat('hilang.zip', { ubah: anggota({ nama: 'register/hilang.jsonl' }) }))).toContain(
      'kehilangan register/hilang.jsonl',
    );
    expect(await sebab(await buat('lebih.zip', { lain: { 'asing.txt': 'x' } }))).toContain('asing.txt');
  });

  it('of another kind or of a newer version is refused', async () => {
    expect(await sebab(await buat('lain.zip', { ubah: () => ({ format: 'lain' }) }))).toContain('bukan cadangan');
    expect(await sebab(await buat('baru.zip', { ubah: (manifes) => ({ ...manifes, versi: 2 }) }))).toContain(
      'pbi yang lebih baru',
    );
    expect(await sebab(join(dir, 'tiada.zip'))).toContain('tidak dapat dibaca');
  });
});

describe('a locked archive', () => {
  it('asks for its password, and says when it is the wrong one', async () => {
    expect(await sebab(terkunci)).toContain('--sandi-berkas');
    expect(await sebab(terkunci, 'bukan kata sandinya')).toMatch(/^Kata sandi untuk .* salah/);
  });

  it('that was cut or changed anywhere is refused', async () => {
    const bytes = readFileSync(terkunci);
    const letak = [0, 3, 8, 9, 12, 30, 46, 51, 52, 60, Math.floor(bytes.length / 2), bytes.length - 1];
    for (const satu of letak) {
      const lain = Uint8Array.from(bytes);
      lain[satu] = (lain[satu] ?? 0) ^ 1;
      expect(await baca(ganti(terkunci, lain), SANDI), `byte ${satu}`).toBeInstanceOf(UserError);
      if (satu > 0) expect(await baca(ganti(terkunci, bytes.subarray(0, satu)), SANDI)).toBeInstanceOf(UserError);
    }
  }, 60_000);

  it('of many pieces is read whole', async () => {
    const besar = Array.from({ length: 60_000 }, (_, i) => `["${(i * 7919) % 100_003}","${i}"]\n`).join('');
    const path = join(dir, 'besar.zip');
    const arsip = await ArsipTulis.buka(path, await kunciBaru(SANDI));
    const anggota = [await tulisAnggota(arsip, 'register/besar.jsonl', besar, 60_000)];
    await tulisAnggota(arsip, NAMA_MANIFES, JSON.stringify(manifesDari(anggota)));
    await arsip.selesai();
    expect(await baca(path, SANDI)).toEqual({ 'register/besar.jsonl': besar });
  }, 60_000);

  it('gives any part of its contents, and none once a piece was left out, moved or cut off', async () => {
    const [kepala, potong] = [52, 65_536 + 16];
    const isi = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 251));
    const kunci = await kunciBaru(SANDI);
    const bytes = Buffer.concat(
      (await Readable.from(tutup(kunci, Readable.from([isi.subarray(0, 7), isi.subarray(7)]))).toArray()) as Buffer[],
    );
    expect(bytes.length).toBe(kepala + isi.length + 4 * 16);
    const bagian = async (berkas: Uint8Array, dari: number, sampai: number): Promise<Buffer | undefined> => {
      const path = join(dir, 'bagian');
      writeFileSync(path, berkas);
      const handle = await open(path);
      const pembaca = new PembacaTertutup(handle, kunci, berkas.length);
      try {
        return Buffer.concat((await pembaca._readStreamForRange(dari, sampai).toArray()) as Buffer[]);
      } catch {
        return undefined;
      } finally {
        await handle.close();
      }
    };
    for (const [dari, sampai] of [
      [0, 10],
      [65_530, 65_540],
      [65_536, 131_072],
      [131_000, 200_000],
    ] as const)
      expect((await bagian(bytes, dari, sampai))?.equals(isi.subarray(dari, sampai)), `${dari}-${sampai}`).toBe(true);
    const ke = (nomor: number) => bytes.subarray(kepala + nomor * potong, kepala + (nomor + 1) * potong);
    const susun = (...nomor: number[]) => Buffer.concat([bytes.subarray(0, kepala), ...nomor.map(ke)]);
    // Cut at a border of pieces, where nothing looks broken: what is last now was not.
    expect(await bagian(susun(0, 1, 2), 131_072, 131_082)).toBeUndefined();
    expect(await bagian(susun(1, 2, 3), 0, 10)).toBeUndefined();
    expect(await bagian(susun(1, 0, 2, 3), 0, 10)).toBeUndefined();
    expect(await bagian(susun(0, 0, 2, 3), 65_536, 65_546)).toBeUndefined();
  });
});
