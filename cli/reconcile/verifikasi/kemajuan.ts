/** Says on the terminal what is being done; a log file has use for the first of it only. */

const PAUSE_MS = 100;

export interface Kemajuan {
  /** Says at once that something has begun: on a terminal until the next words, elsewhere as a line. */
  mulai(apa: string): void;
  kata(apa: string, bagian?: number): void;
  /** Shows what `bagian` says, from 0 to 1, until the function that it returns is called. */
  ikuti(apa: string, bagian: () => number): () => void;
  /** Leaves the line clean. */
  selesai(): void;
}

export function kemajuan(ke: NodeJS.WriteStream = process.stderr): Kemajuan {
  let terakhir = 0;
  let tertulis = false;
  const tulis = (teks: string) => ke.write(`\r\u001B[2K${teks}`);
  const kata = (apa: string, bagian?: number): void => {
    const kini = performance.now();
    if (!ke.isTTY || kini - terakhir < PAUSE_MS) return;
    terakhir = kini;
    tertulis = true;
    tulis(bagian === undefined ? apa : `${apa}: ${Math.max(0, Math.floor(bagian * 100))}%`);
  };
  return {
    mulai: (apa) => (ke.isTTY ? kata(apa) : void ke.write(`${apa}\n`)),
    kata,
    ikuti(apa, bagian) {
      const jam = setInterval(() => kata(apa, bagian()), 2 * PAUSE_MS);
      return () => clearInterval(jam);
    },
    selesai() {
      if (tertulis) tulis('');
    },
  };
}
