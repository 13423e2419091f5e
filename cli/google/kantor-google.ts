/** An office at Google: its register is known by its id, everything else is written in the register. */
import { waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { EXIT, UserError } from '../errors.ts';
import { bacaKantorTersimpan } from './kantor-tersimpan.ts';
import { createKlien, type Klien } from './klien.ts';
import { otorisasi } from './otorisasi.ts';
import { peranDari } from './peran.ts';
import { type Row, readTab } from './tab.ts';
import type { Office } from './target.ts';
import type { TargetOptions } from './target-options.ts';
import type { Tempat } from './tempat.ts';

/** @throws UserError code 2 where no office is known, 7 where nobody has signed in or the office does not know them */
export async function connectGoogle(options: TargetOptions, tempat: Tempat): Promise<Office> {
  const { client, email } = await otorisasi(options, tempat);
  const register = options.kantor ?? bacaKantorTersimpan(tempat)?.registerId;
  if (register === undefined && options.buku === undefined) {
    const kalimat = 'Kantor di Google belum dikenal di komputer ini. Sebutkan id Register PBI dengan --kantor';
    throw new UserError(EXIT.usage, `${kalimat} (ada di alamatnya, sesudah /d/), atau jalankan pbi pasang.`);
  }
  const kantor = await kantorDi({ klien: createKlien(client, tempat), email }, { role: '', spreadsheets: {} });
  return register === undefined ? kantor : { ...kantor, ...(await isiRegister(kantor, register, options.buku)) };
}

/** The office as its clock and its queue are at Google. */
export async function kantorDi(
  { klien, email }: { readonly klien: Klien; readonly email: string },
  milik: Pick<Office, 'role' | 'spreadsheets'>,
): Promise<Office> {
  return {
    sheets: await klien.sheets(),
    klien,
    email,
    ...milik,
    now: waktuDariEpoch(Date.now()),
    // Nobody but Google's clock can start the script: the queue is worked on within five minutes.
    nudge: () => Promise.resolve(),
  };
}

/** People of other offices cannot open the register; they work in the spreadsheet that `--buku` names. */
async function isiRegister(
  kantor: Office,
  register: string,
  buku: string | undefined,
): Promise<Pick<Office, 'role' | 'spreadsheets'>> {
  let tab: Row[][];
  try {
    tab = await Promise.all(['Peran', 'Sistem', 'Wilayah'].map((nama) => readTab(kantor, register, nama)));
  } catch (error) {
    if (buku !== undefined && error instanceof UserError && error.exitCode === EXIT.auth) {
      return { role: '', spreadsheets: {} };
    }
    throw error;
  }
  const [peran = [], sistem = [], wilayah = []] = tab;
  return {
    role: peranDari(peran, kantor.email),
    spreadsheets: { register, ...berkasLain(sistem), ...kelurahan(wilayah) },
  };
}

const berkasLain = (sistem: readonly Row[]): Record<string, string> =>
  JSON.parse(sistem.find(({ kunci }) => kunci === 'berkas')?.['nilai'] || '{}') as Record<string, string>;

const kelurahan = (wilayah: readonly Row[]): Record<string, string> =>
  Object.fromEntries(
    wilayah.flatMap(({ kode = '', berkas = '' }) =>
      berkas === '' ? [] : [[`kelurahan_${kode.replace(/\./g, '')}`, berkas]],
    ),
  );
