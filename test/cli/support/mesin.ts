/** A database that stays open for a whole suite. */
import { denganMesin, type Mesin } from '../../../cli/reconcile/db/mesin.ts';

export interface MesinTerbuka {
  readonly mesin: Mesin;
  tutup(): Promise<void>;
}

export function bukaMesin(): Promise<MesinTerbuka> {
  return new Promise((siap, gagal) => {
    const tertutup = denganMesin({}, (mesin) => {
      return new Promise<void>((selesai) => {
        const tutup = (): Promise<void> => {
          selesai();
          return tertutup;
        };
        siap({ mesin, tutup });
      });
    });
    tertutup.catch(gagal);
  });
}
