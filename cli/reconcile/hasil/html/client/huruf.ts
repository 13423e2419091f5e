/** A text with the letters marked in which it differs from another. */
import { make } from '#workspace/web/client/dom.ts';
import { potong } from '../../potong.ts';

export const berTanda = (teks: string, lain: string): (Node | string)[] =>
  potong(teks, lain).map(([satu, beda]) => (beda ? make('mark', {}, satu) : satu));
