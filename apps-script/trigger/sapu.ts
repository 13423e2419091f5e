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

/** How far behind the watermark the other forms are looked at: the main form moves it meanwhile. */
const MENIT_LAIN = 120;

/** One tick of an hour, which looks at the other forms instead of the main one. */
const sekaliSejam = (kini: Waktu): boolean => kini.slice(14, 16) >= '40' && kini.slice(14, 16) < '45';

/** @param mundur minutes behind the watermark to look at. @returns whether a response was taken in */
export function sapuFormulir({ potret }: Terbuka, mundur = TUMPANG_MENIT): boolean {
  const [utama, ...lain] = Object.values(petaFormulir(potret));
  if (!utama) return false;
  const sampai = (potret.sistem.respons_sampai || '2020-01-01T00:00:00+07:00') as Waktu;
  // After a clock was set back, new responses are older than the watermark.
  const dari = kurangDari(potret.kini, sampai) ? potret.kini : sampai;
  const sejak = (menit: number) => epochDariWaktu(tambahMenit(dari, -menit));
  const semua = mundur > TUMPANG_MENIT;
  // All forms in every tick would cost two calls each; what events of the others lost is found within the hour.
  const giliranLain = !semua && lain.length > 0 && sekaliSejam(potret.kini);
  const daftar = giliranLain ? [] : responsSejak(utama.id, sejak(mundur));
  if (semua || giliranLain) {
    for (const { id } of lain) daftar.push(...responsSejak(id, sejak(Math.max(mundur, MENIT_LAIN))));
  }
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
