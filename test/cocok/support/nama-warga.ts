/** Names put together from syllables and whole words, as parents do; thousands of different ones. */
import type { Acak } from './acak.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const AWAL = words('SU WI HAR NOR RAH MUR KUS PRA DAR SAR KAR TAR MAR YUL WAR RUS NGA TU PAR KAS SOL BAR LAS JU');
const AKHIR_L = words('DIYANTO MANTO DIMAN YONO DIRMAN TAMA JITO GIYO MADI WANDI NARTO SONO TIJO LIYONO KIJAN DARTO');
const AKHIR_P = words('DIYATI MINAH TINI YANTI MIYATI SIYEM TIJAH GIYEM WANTI NARTI SINAH TIYAH LIYAH KINEM DARWATI');
const KOTA_L = words(`KEVIN BRIAN ALDO RIFKY FARHAN NAUFAL HAFIZ DANIL RAKA REYHAN ARKAN GIBRAN VINO JONATHAN FELIX
  AZKA DAFFA GALANG SATRIA BAGAS YOGA TAUFIK HANIF ILYAS ZIDAN LUKMAN RASYID HARIS FIKRI NABIL WILDAN ALIF RAYHAN`);
const KOTA_P = words(`AURELIA KEYSHA NADIA CHELSEA TIARA ALYA SALWA NAYLA ZASKIA VANIA MICHELLE CLARA FELICIA JESSICA
  AQILA SHAKILA CITRA BELLA MONIKA RANI SELVI YOLANDA HANIFAH NISA SAKINAH QONITA ULFA WARDAH RAISA LAILA MEISYA`);
const AGAMA_L = words('MUHAMMAD MUHAMMAD MUHAMMAD AHMAD ABDURRAHMAN ABDULLAH MUHAMAD MOCHAMMAD SAID TEUKU ANDI');
const AGAMA_P = words('SITI SITI NUR UMMU CUT ANDI SITTI NURUL DEWI PUTRI');
const KELUARGA = words(`TANJUNG CHANIAGO KOTO PILIANG LATUHERU RUMBIAK WAROUW LUMENTUT MANDAGI SIMATUPANG GINTING BANGUN
  HALIM WIJAYA LESMANA GUNADI TANDIONO SALIM HARTANTO LIMBONG PAKPAHAN PATTY TAHITOE NGABITO MAKALEW`);
const RUMPUN = ['LA ODE', 'WA ODE', 'I GUSTI', 'RADEN', 'DAENG'] as const;

export type Kelamin = 'L' | 'P';

const syllables = (acak: Acak, jk: Kelamin): string => acak.pick(AWAL) + acak.pick(jk === 'L' ? AKHIR_L : AKHIR_P);
const modern = (acak: Acak, jk: Kelamin): string => acak.pick(jk === 'L' ? KOTA_L : KOTA_P);

/** @param keluarga the family name, if the family has one */
export function namaBaru(acak: Acak, jk: Kelamin, keluarga: string): string {
  const kind = acak.weighted({ satu: 22, desa: 26, kota: 22, agama: 22, tiga: 6, rumpun: 2 });
  const religious = acak.pick(jk === 'L' ? AGAMA_L : AGAMA_P);
  const parts = {
    satu: () => [syllables(acak, jk)],
    desa: () => [syllables(acak, jk), syllables(acak, jk)],
    kota: () => [modern(acak, jk), syllables(acak, jk)],
    agama: () => [religious, modern(acak, jk)],
    tiga: () => [religious, modern(acak, jk), syllables(acak, jk)],
    rumpun: () => [acak.pick(RUMPUN), modern(acak, jk)],
  }[kind]();
  return [...parts, keluarga].filter((part) => part !== '').join(' ');
}

/** One family in eight has a name of its own. */
export const keluargaBaru = (acak: Acak): string => (acak.chance(0.125) ? acak.pick(KELUARGA) : '');

/** A twin's name: one first name more for the family, seldom the other's with its last letter changed. */
export function namaKembar(acak: Acak, other: string, jk: Kelamin): string {
  const [first = '', ...rest] = other.split(' ');
  if (acak.chance(0.9)) {
    const names = jk === 'L' ? KOTA_L : KOTA_P;
    return [acak.pick(names.filter((name) => !other.split(' ').includes(name))), ...rest].join(' ');
  }
  const changed = first.endsWith('I') ? `${first.slice(0, -1)}A` : `${first.slice(0, -1)}I`;
  return [changed, ...rest].join(' ');
}
