/** Says on stderr what is being done, each step when it begins and when it is done; a terminal shows that it still goes on. */

const PUTARAN = ['|', '/', '-', '\\'];
const SEKALI_MS = 120;

export interface Kabar {
  /** Runs a step under its name. `hasil` may say more than "selesai". */
  langkah<T>(nama: string, kerja: (hasil: (kata: string) => void) => Promise<T>): Promise<T>;
  kata(kalimat: string): void;
}

/** @param diam says nothing but what a person has to do */
export function createKabar(ke: NodeJS.WriteStream = process.stderr): Kabar {
  return {
    kata: (kalimat) => void ke.write(`${kalimat}\n`),
    async langkah(nama, kerja) {
      const berhenti = putar(ke, nama);
      let kata = 'selesai';
      try {
        const isi = await kerja((hasil) => {
          kata = hasil;
        });
        berhenti();
        ke.write(`${nama}: ${kata}\n`);
        return isi;
      } catch (error) {
        berhenti();
        ke.write(`${nama}: gagal\n`);
        throw error;
      }
    },
  };
}

/** A log file has no use for a wheel. */
function putar(ke: NodeJS.WriteStream, nama: string): () => void {
  if (!ke.isTTY) return () => undefined;
  let kali = 0;
  const gambar = (): void => void ke.write(`\r\u001B[2K${PUTARAN[kali++ % PUTARAN.length]} ${nama}`);
  gambar();
  const jam = setInterval(gambar, SEKALI_MS);
  return () => {
    clearInterval(jam);
    ke.write('\r\u001B[2K');
  };
}
