/** A CSV file that breaks off at any byte: right rows, or a sentence with the place; never a part taken for the whole. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../cli/errors.ts';
import { nik, readStream, type Terbaca } from './support/sumber.ts';

const HEAD = 'DAFTAR USULAN KALURAHAN PANGGUNGHARJO\r\n"tiket";"NIK";"Nama Lengkap";"Tanggal Lahir";"Alamat"\r\n';
const ROWS = Array.from(
  { length: 60 },
  (_, n) => `"T-${n}";"${nik(n)}";"SITI ""AYU"" JOSÉ";"17/08/1990";"Jl. A; No. ${n}\nRT 2"\r\n`,
);
const BYTES = Buffer.from(HEAD + ROWS.join('')).subarray(0, 4096);

/** Offsets behind each whole row. */
const ENDS = ROWS.map((_, n) => Buffer.byteLength(HEAD + ROWS.slice(0, n + 1).join('')));

const attempt = (bytes: Uint8Array): Promise<Terbaca | UserError> =>
  readStream(bytes, { kolomTambahan: { tiket: ['tiket'] } }).catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });

const expected = (n: number) => ({
  nomor: 3 + n * 2,
  orang: { nik: nik(n), nama: 'SITI "AYU" JOSÉ', tgl_lahir: '1990-08-17' },
  lain: { tiket: `T-${n}`, Alamat: `Jl. A; No. ${n}\nRT 2` },
  cacat: [],
});

const FULL = Buffer.from(HEAD + ROWS.join(''));

describe('a file of 4,096 bytes', () => {
  it('that is whole has all its rows and no warning', async () => {
    const { baris, ringkasan } = (await attempt(FULL)) as Terbaca;
    expect(baris).toMatchObject(ROWS.map((_, n) => expected(n)));
    expect(ringkasan).toMatchObject({ dibaca: 60, data: 60, cacat: 0, lewat: {}, peringatan: [] });
  });

  it('cut at every byte gives the whole rows, or says where it breaks off', async () => {
    const right = ((await attempt(FULL)) as Terbaca).baris.map((one) => JSON.stringify(one));
    for (let cut = 0; cut <= BYTES.length; cut += 1) {
      const result = await attempt(BYTES.subarray(0, cut));
      const whole = ENDS.filter((end) => end <= cut).length;
      if (result instanceof UserError) {
        expect(result.message, `cut at ${cut}`).toMatch(/Baris \d+|Judul kolom tidak ditemukan/);
        expect(ENDS, `refused at the end of a row (${cut})`).not.toContain(cut);
        continue;
      }
      const read = result.baris.map((one) => JSON.stringify(one));
      expect(read.slice(0, whole).join('\n') === right.slice(0, whole).join('\n'), `cut at ${cut}`).toBe(true);
      // Behind the last whole row stands at most a row that lacks nothing but its end, and that is named.
      expect(read.length - whole, `cut at ${cut}`).toBeLessThanOrEqual(1);
      const named = result.ringkasan.peringatan.join().includes(`Baris ${result.baris.at(-1)?.nomor} tidak diakhiri`);
      expect(read.length === whole || named || read[whole] === right[whole], `cut at ${cut}`).toBe(true);
    }
  }, 120_000);
});
