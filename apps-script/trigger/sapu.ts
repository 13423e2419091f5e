/** The sweep over form responses: what no event delivered is found within one tick (S-31). */
import { epochDariWaktu, kurangDari, tambahMenit, type Waktu } from '#domain/waktu/waktu.ts';
import { Perancang } from '#usecase/perancang.ts';
import { petaFormulir, responsSejak } from '../google/formulir.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, type Terbuka } from '../google/register.ts';
import { sapu, terbaru } from './formulir.ts';
import { denganKunci } from './jaga.ts';

/** The sweep looks this far behind its watermark: a response can become visible a little after its own time. */
const TUMPANG_MENIT = 10;

/** Two days: the daily sweep looks again at everything that recent. */
export const MENIT_DUA_HARI = 2880;

/** @param mundur minutes behind the watermark to look at. @returns whether a response was taken in */
export function sapuFormulir({ potret }: Terbuka, mundur = TUMPANG_MENIT): boolean {
  const formulir = Object.values(petaFormulir(potret));
  const sampai = (potret.sistem.respons_sampai || '2020-01-01T00:00:00+07:00') as Waktu;
  // After a clock was set back, new responses are older than the watermark.
  const dari = kurangDari(potret.kini, sampai) ? potret.kini : sampai;
  const sejak = epochDariWaktu(tambahMenit(dari, -mundur));
  const daftar = formulir.flatMap(({ id }) => responsSejak(id, sejak));
  const akhir = terbaru(daftar);
  if (!akhir) return false;
  const diolah = sapu(daftar);
  // Once the latest response is older than the overlap, the next tick has nothing left to look at.
  const tenang = !kurangDari(potret.kini, tambahMenit(akhir, TUMPANG_MENIT));
  const maju = tenang ? tambahMenit(akhir, TUMPANG_MENIT + 1) : akhir;
  if (kurangDari(sampai, maju)) majukan(maju);
  return diolah > 0;
}

function majukan(sampai: Waktu): void {
  denganKunci(() => {
    const terbuka = bukaRegister();
    const p = new Perancang(terbuka.potret);
    p.aturSistem('respons_sampai', sampai);
    komit(p.rencana(), terbuka.letak);
  });
}
