/** What a new office begins with, judged before anything is made; an office that is there already takes none of it. */
import { KODE_PROFIL, type NamaProfil } from '#usecase/keinginan-pasang.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Mesin } from './mesin.ts';
import type { OpsiPasang } from './opsi.ts';
import { adalahAdmin, bacaPengguna, type Pengguna } from './pengguna.ts';
import type { Keadaan } from './rencana.ts';

const PROFIL = Object.keys(KODE_PROFIL) as NamaProfil[];

export interface Awal {
  readonly profil?: NamaProfil;
  readonly pengguna?: readonly Pengguna[];
}

/** @throws UserError where the office would lock out who installs it, or is another than the one that is meant */
export async function bacaAwal(mesin: Mesin, opsi: OpsiPasang, keadaan: Keadaan): Promise<Awal> {
  const { lokal, email } = mesin;
  tolakProfilLain(opsi, keadaan);
  tolakBukanAdmin(email, keadaan);
  // A tab that was lost comes back as the office had it.
  const profil = profilDari(keadaan) ?? opsi.profil ?? lokal?.profile;
  if (profil === undefined && !keadaan.terpasang) {
    throw new UserError(EXIT.usage, 'Sebutkan ketentuan awal kantor: --profil bantul atau --profil kota-bogor.');
  }
  const kosong = keadaan.orang.length === 0;
  const baru = kosong && profil ? { profil, email } : undefined;
  const berkas = opsi.pengguna === undefined ? undefined : await bacaPengguna(opsi.pengguna, baru);
  const pengguna = berkas ?? (kosong ? latihan(mesin) : undefined);
  return { ...(profil ? { profil } : {}), ...(pengguna ? { pengguna } : {}) };
}

/** People of a local Workspace are known; at Google they come from a file, or are entered in the tab. */
function latihan({ lokal, email }: Mesin): Pengguna[] | undefined {
  const orang = lokal?.users.map(({ email, role, name, area = '' }) => ({
    email,
    peran: role as string,
    nama: name,
    wilayah: area,
  }));
  if (!orang || adalahAdmin(email, orang)) return orang;
  const admin = orang.filter(({ peran }) => peran === 'admin').map((satu) => satu.email);
  const kalimat = `Tanpa --pengguna kantor ini dipasang oleh admin latihan: ${admin.join(', ')}. ${email} bukan admin di sana.`;
  throw new UserError(EXIT.auth, `${kalimat} Sebutkan --sebagai, atau --pengguna.`);
}

const profilDari = ({ kodeWilayah }: Keadaan): NamaProfil | undefined =>
  PROFIL.find((nama) => KODE_PROFIL[nama] === kodeWilayah);

function tolakProfilLain({ profil }: OpsiPasang, keadaan: Keadaan): void {
  const ada = profilDari(keadaan);
  if (profil === undefined || ada === undefined || ada === profil) return;
  throw new UserError(
    EXIT.usage,
    `Kantor ini sudah dibuat dengan ketentuan awal ${ada}; --profil ${profil} tidak dapat menggantinya. ` +
      'Hilangkan --profil untuk memperbaiki kantor ini, atau buat kantor lain dengan --baru.',
  );
}

/** The script would refuse as well, but only after a person's step. */
function tolakBukanAdmin(email: string, { orang }: Keadaan): void {
  const admin = orang
    .filter(({ peran = '', aktif }) => peran.trim().toLowerCase() === 'admin' && aktif !== 'tidak')
    .map((satu) => (satu['email'] ?? '').trim().toLowerCase());
  if (admin.length === 0 || admin.includes(email)) return;
  throw new UserError(
    EXIT.auth,
    `${email} tidak berperan admin di tab Peran kantor ini, jadi tidak dapat memasang atau memperbaikinya. ` +
      `Masuk sebagai ${admin.join(' atau ')} (pbi masuk, atau --sebagai di Workspace lokal).`,
  );
}

/** What a new office is made of, said before it is made. */
export function sebutAwal({ profil, pengguna }: Awal, email: string): string[] {
  const orang = pengguna ?? [{ email, peran: 'admin' }];
  return [
    ...(profil ? [`Ketentuan awal: ${profil}.`] : []),
    `Petugas di tab Peran: ${orang.length} orang: ${orang.map(sebut).join(', ')}.`,
  ];
}

/** What of the wishes an existing office does not follow. */
export function takTerpakai(opsi: OpsiPasang, { pengguna = [] }: Awal, { orang, kodeWilayah }: Keadaan): string[] {
  const ada = new Set(orang.map(({ email = '', peran = '' }) => sebut({ email, peran }).toLowerCase()));
  const belum = opsi.pengguna === undefined ? [] : pengguna.map(sebut).filter((satu) => !ada.has(satu));
  const lain = opsi.profil !== undefined && kodeWilayah !== '' && kodeWilayah !== KODE_PROFIL[opsi.profil];
  return [
    ...(belum.length > 0
      ? [
          `Berkas petugas hanya dipakai saat kantor dibuat; ${belum.length} orang belum ada di tab Peran dengan peran itu: ` +
            `${belum.join(', ')}. Tambahkan di tab Peran.`,
        ]
      : []),
    ...(lain
      ? [`--profil hanya dipakai saat kantor dibuat; kantor ini bekerja untuk kode wilayah ${kodeWilayah}.`]
      : []),
  ];
}

const sebut = ({ email, peran }: Pick<Pengguna, 'email' | 'peran'>): string => `${email.trim()} (${peran.trim()})`;
