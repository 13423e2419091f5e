/** Writes entries into the file of a plan while they come. */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { type EntriCocok, type KepalaRencana, tulisRencanaCocok } from '../reconcile/rencana.ts';

export interface PenulisRencana {
  tulis(entri: EntriCocok): Promise<unknown> | undefined;
  /** The plan is whole and gets its name. */
  selesai(): Promise<void>;
  /** Nothing of it stays. */
  batal(): Promise<void>;
}

/** @param kepala may be filled in until the last entry has come. @throws UserError code 2 as `tulisRencanaCocok` */
export function penulisRencana(path: string, kepala: KepalaRencana): PenulisRencana {
  const aliran = new PassThrough({ objectMode: true });
  const ditulis = tulisRencanaCocok(path, Object.assign(kepala, { entri: aliran as AsyncIterable<EntriCocok> }));
  // What went wrong is told to whoever writes next, or at the end.
  ditulis.catch((error: Error) => aliran.destroy(error));
  aliran.on('error', () => undefined);
  return {
    tulis: (entri) => (aliran.write(entri) ? undefined : Promise.race([once(aliran, 'drain'), ditulis])),
    async selesai() {
      aliran.end();
      await ditulis;
    },
    async batal() {
      aliran.destroy(new Error('cancelled'));
      await ditulis.catch(() => undefined);
    },
  };
}
