/** The pictures of Kota Bogor, in the order in which the month goes on: each finds what the one before has left. */
import { keep, type Studio, visit } from './camera.ts';
import { dinsosBogorPictures } from './dinsos-bogor.ts';
import { kelurahanPictures } from './kelurahan.ts';
import { bpjsMonthlyPicture, dinkesPictures, disdukcapilPicture, kecamatanPicture } from './neighbours.ts';

export async function kotaBogorPictures(studio: Studio): Promise<void> {
  const home = await visit(studio, 'sistem.pbi@kotabogor.test');
  await home.goto('/');
  await keep(home, 'beranda-kota-bogor');
  await kelurahanPictures(studio);
  await dinsosBogorPictures(studio);
  await kecamatanPicture(studio);
  await disdukcapilPicture(studio);
  await dinkesPictures(studio);
  await bpjsMonthlyPicture(studio);
}
