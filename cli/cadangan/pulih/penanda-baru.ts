/**
 * The tab `Sistem` of a restored register: counters and the head of the log go on; what names files of the lost office is
 * left out, so that the script makes new ones and fills them.
 */
import { versiRegister } from '#domain/skema/versi.ts';
import { type Sel, teksSel } from '../sel.ts';

/** The last two are the first version's names. */
const BERKAS_LAMA = ['berkas', 'formulir', 'berkas_bpjs', 'formulir_darurat'];

/** To be filled anew. */
const TERTINGGAL = { bpjs_tertinggal: 'ya', berbagi_tertinggal: 'dinkes disdukcapil kecamatan' };

/** Where the heartbeat of the lost script stands, in the header row. */
const KOLOM_DETAK = 5;

export function penandaBaru(baris: readonly (readonly Sel[])[]): Sel[][] {
  const [tajuk = [], ...isi] = baris;
  const letak = (id: string) => tajuk.findIndex((sel) => teksSel(sel) === id);
  const [kunci, nilai] = [letak('kunci'), letak('nilai')];
  const lama = Object.fromEntries(isi.map((satu) => [teksSel(satu[kunci]), teksSel(satu[nilai])]));
  const baru: Readonly<Record<string, string>> = {
    ...Object.fromEntries(BERKAS_LAMA.map((id) => [id, ''])),
    ...TERTINGGAL,
    // Without its files a register of the first version would not be known as one.
    versi_skema: String(versiRegister(lama)),
  };
  return [
    tajuk.map((sel, i) => (i === KOLOM_DETAK ? null : sel)),
    ...isi.map((satu) => {
      const ganti = baru[teksSel(satu[kunci])];
      return ganti === undefined ? [...satu] : Object.assign([...satu], { [nilai]: ganti === '' ? null : ganti });
    }),
  ];
}
