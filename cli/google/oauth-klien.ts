/** The OAuth client of the office: none is shipped, so an administrator makes one at Google and hands in its file. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { EXIT, UserError } from '../errors.ts';
import { bacaSimpanan, simpan } from './simpanan.ts';
import type { Tempat } from './tempat.ts';

export interface OauthKlien {
  readonly clientId: string;
  readonly clientSecret: string;
}

const NAMA = 'klien.json';
const SIMPANAN = z.object({ clientId: z.string(), clientSecret: z.string() });

/** As Google hands it out for a client of the kind "Desktop". */
const BERKAS = z.object({ installed: z.object({ client_id: z.string(), client_secret: z.string() }) });

/** The local Workspace takes any client. */
const LOKAL: OauthKlien = { clientId: 'workspace-lokal', clientSecret: 'workspace-lokal' };

const PANDUAN = 'Cara membuatnya: docs/panduan-pasang.md, bagian 1.';

/**
 * @param path the file that Google handed out; it is remembered
 * @throws UserError when there is none, or the file is something else
 */
export function oauthKlien({ asal }: Tempat, path: string | undefined): OauthKlien {
  if (asal !== undefined) return LOKAL;
  if (path === undefined) {
    const ada = bacaSimpanan(NAMA, SIMPANAN);
    if (ada) return ada;
    const kalimat = 'Klien OAuth kantor belum ada di mesin ini. Jalankan pbi masuk --klien client_secret.json.';
    throw new UserError(EXIT.usage, `${kalimat} ${PANDUAN}`);
  }
  const { installed } = bacaBerkas(path);
  const klien = { clientId: installed.client_id, clientSecret: installed.client_secret };
  simpan(NAMA, klien);
  return klien;
}

function bacaBerkas(path: string): z.infer<typeof BERKAS> {
  let isi: unknown;
  try {
    isi = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const sebab = error instanceof SyntaxError ? 'bukan JSON' : 'tidak dapat dibaca';
    throw new UserError(EXIT.badInput, `Berkas --klien ${path} ${sebab}. ${PANDUAN}`, { cause: error });
  }
  const { data } = BERKAS.safeParse(isi);
  if (data) return data;
  const kalimat = `Berkas --klien ${path} bukan klien OAuth jenis Desktop: unduh lagi JSON-nya dari Google Cloud.`;
  throw new UserError(EXIT.badInput, `${kalimat} ${PANDUAN}`);
}
