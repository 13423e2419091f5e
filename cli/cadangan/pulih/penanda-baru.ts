/**
 * The tab `Sistem` of a restored register: counters and the head of the log go on; what names files of the lost office is
 * left out, so that the script makes new ones and fills them, and closes the old ones where they are still there.
 */
import { versiRegister } from '#domain/skema/versi.ts';
import { type Sel, teksSel } from '../sel.ts';

/** The last two are the first version's names. */
const BERKAS = ['berkas', 'formulir', 'berkas_bpjs', 'formulir_darurat'];

/** To be filled anew. */
const TERTINGGAL = { bpjs_tertinggal: 'ya', berbagi_tertinggal: 'dinkes disdukcapil kecamatan' };

/** Where the heartbeat of the lost script stands, in the header row. */
const KOLOM_DETAK = 5;

export interface BerkasLama {
  readonly formulir: readonly string[];
  readonly buku: readonly string[];
}

export function penandaBaru([tajuk = [], ...isi]: readonly (readonly Sel[])[], berkas: BerkasLama): Sel[][] {
  const letak = (id: string) => tajuk.findIndex((sel) => teksSel(sel) === id);
  const [kunci, nilai] = [letak('kunci'), letak('nilai')];
  const lama = new Map(isi.map((satu) => [teksSel(satu[kunci]), teksSel(satu[nilai])]));
  const baru = new Map<string, string>([
    ...BERKAS.filter((id) => lama.has(id)).map((id): [string, string] => [id, '']),
    ...Object.entries(TERTINGGAL),
    // Without its files a register of the first version would not be known as one.
    ['versi_skema', String(versiRegister(Object.fromEntries(lama)))],
    ['berkas_lama', JSON.stringify(berkas)],
  ]);
  const denganNilai = (satu: readonly Sel[], ganti: string): Sel[] =>
    Object.assign([...satu], { [nilai]: ganti === '' ? null : ganti });
  const tambahan = [...baru].filter(([id]) => !lama.has(id));
  return [
    tajuk.map((sel, i) => (i === KOLOM_DETAK ? null : sel)),
    ...isi.map((satu) => {
      const ganti = baru.get(teksSel(satu[kunci]));
      return ganti === undefined ? [...satu] : denganNilai(satu, ganti);
    }),
    ...tambahan.map(([id, ganti]) => denganNilai(denganKunci(kunci, id), ganti)),
  ];
}

const denganKunci = (kolom: number, id: string): Sel[] =>
  Array.from({ length: kolom + 1 }, (_, i) => (i === kolom ? id : null));
