/** The account that an office runs with: whose triggers work, and how another account takes over. */

import { emailPeran } from '#usecase/hak-berkas.ts';
import { Perancang } from '#usecase/perancang.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import { petaFormulir } from '../google/formulir.ts';
import { GalatPengguna } from '../google/galat.ts';
import { komit } from '../google/komit.ts';
import { idRegister, izinBerkas } from '../google/layanan.ts';
import { sama } from '../google/pemicu-akun.ts';
import { bukaRegister } from '../google/register.ts';
import { bacaKantor } from './kantor.ts';
import { pasangPemicu } from './pemicu.ts';

/**
 * Why this account must not install triggers, or an empty string. Triggers belong to a script project: one that has not
 * served the office yet is anybody's, and an office without a note belongs to whoever has triggers in it.
 */
export function bukanAkunKantor({ sistem }: Pick<Potret, 'sistem'>, saya: string): string {
  const { akun = '', formulir = '' } = sistem;
  if (formulir === '' || !bacaKantor()) return '';
  const milikSaya = akun === '' ? ScriptApp.getProjectTriggers().length > 0 : sama(akun, saya);
  if (milikSaya) return '';
  const siapa = akun === '' ? 'akun lain' : `akun ${akun}`;
  return `Kantor ini dijalankan ${siapa}; pemicu tidak dipasang. Untuk menjalankannya dengan akun Anda, pilih menu Usulan PBI > Ambil alih kantor ini.`;
}

/** To be called inside the lock. First the triggers, which do nothing until the note is changed; so it may be interrupted. */
export function ambilAlih(): string[] {
  const { potret, letak } = bukaRegister();
  const saya = Session.getEffectiveUser().getEmail();
  if (!emailPeran(potret.pengaturan, ['admin']).some((email) => sama(email, saya)))
    throw new GalatPengguna('Hanya akun berperan admin di tab Peran yang dapat mengambil alih kantor.');
  const lama = potret.sistem.akun ?? '';
  const pemicu = pasangPemicu(idRegister(), berkasBerbagi(potret), petaFormulir(potret));
  const p = new Perancang(potret);
  if (!sama(lama, saya)) {
    p.aturSistem('akun', saya);
    p.catatSaja({ aksi: 'AMBIL_ALIH', pelaku: { nama: saya, peran: 'dinsos' } }, { akun: saya }, { akun: lama });
    komit(p.rencana(), letak);
  }
  return [
    `Kantor dijalankan akun ${saya}; ${pemicu.length} pemicu dipasang.`,
    ...(sama(lama, saya) ? [] : [`Pemicu ${lama || 'akun sebelumnya'} tidak berbuat apa-apa lagi.`]),
    ...tugasPemilikLama(potret, saya),
  ];
}

/** What only the old account can do, as long as it has not. */
function tugasPemilikLama(potret: Potret, saya: string): string[] {
  const berkas: [string, string][] = [
    ['register', idRegister()],
    ...Object.entries(berkasBerbagi(potret)),
    ...Object.entries(petaFormulir(potret)).map(([nama, { id }]): [string, string] => [`formulir ${nama}`, id]),
    ...potret.pengaturan.bukuKelurahan,
  ];
  const belum = berkas.filter(([, id]) => !milik(id, saya)).map(([nama]) => nama);
  if (belum.length === 0) return [];
  return [
    `Pemilik lama masih perlu memindahkan kepemilikan berkas ini kepada ${saya} lewat Bagikan: ${belum.join(', ')}. Sebelum itu sel terkunci di sana tidak dapat ditulis akun baru.`,
    'Pemilik lama juga perlu menghapus pemicunya: register, Ekstensi > Apps Script > Pemicu. Sesudah itu pilih Ambil alih kantor ini sekali lagi.',
  ];
}

/** Files that Drive does not show the script count as somebody else's. */
function milik(id: string, saya: string): boolean {
  try {
    const { permissions = [] } = izinBerkas().list(id, { fields: 'permissions(role,emailAddress)' });
    return permissions.some(({ role, emailAddress }) => role === 'owner' && sama(emailAddress ?? '', saya));
  } catch {
    return false;
  }
}
