/** Who may open which file: the tab `Peran` is the wish, Drive is made to follow it. No link sharing. */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import type { Potret } from '#usecase/potret.ts';
import { petaFormulir } from '../google/formulir.ts';
import { idRegister, izinBerkas } from '../google/layanan.ts';

/** Brings the register, the BPJS spreadsheet and the form in line. @returns what was changed, as counts */
export function selaraskanBerbagi({ pengaturan, sistem }: Pick<Potret, 'pengaturan' | 'sistem'>): string {
  const berkas: [string, string[]][] = [[idRegister(), ['admin', 'dinsos']]];
  if (sistem.berkas_bpjs) berkas.push([sistem.berkas_bpjs, ['admin', 'dinsos', 'bpjs']]);
  const formulir = petaFormulir({ sistem });
  if (formulir) berkas.push([formulir.id, ['admin']]);
  let dibagi = 0;
  let dicabut = 0;
  for (const [id, peran] of berkas) {
    const hasil = selaraskan(id, emailPeran(pengaturan, peran));
    dibagi += hasil.dibagi;
    dicabut += hasil.dicabut;
  }
  return `Berbagi: ${dibagi} izin ditambah, ${dicabut} izin dicabut.`;
}

const emailPeran = ({ pegawai }: Pengaturan, peran: readonly string[]): string[] =>
  pegawai.filter((satu) => peran.includes(satu.peran)).map(({ email }) => email);

function selaraskan(idBerkas: string, mau: readonly string[]): { dibagi: number; dicabut: number } {
  const layanan = izinBerkas();
  const ada = layanan.list(idBerkas, { fields: 'permissions(id,type,role,emailAddress)' }).permissions ?? [];
  const pemilik = ada.filter(({ role }) => role === 'owner').map((izin) => izin.emailAddress?.toLowerCase());
  const punya = (email: string) =>
    ada.some((izin) => izin.emailAddress?.toLowerCase() === email && izin.role === 'writer');
  const baru = mau.filter((email) => !pemilik.includes(email) && !punya(email));
  for (const emailAddress of baru) {
    layanan.create({ type: 'user', role: 'writer', emailAddress }, idBerkas, { sendNotificationEmail: false });
  }
  const lebih = ada.filter(
    ({ role, type, emailAddress }) =>
      role !== 'owner' && (type !== 'user' || !mau.includes(emailAddress?.toLowerCase() ?? '')),
  );
  for (const { id } of lebih) if (id) layanan.remove(idBerkas, id);
  return { dibagi: baru.length, dicabut: lebih.length };
}
