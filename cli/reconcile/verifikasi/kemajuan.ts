/** Says on the terminal what is being done; a log file has no use for it. */

const PAUSE_MS = 100;

export interface Kemajuan {
  kata(apa: string, bagian?: number): void;
  /** Leaves the line clean. */
  selesai(): void;
}

export function kemajuan(ke: NodeJS.WriteStream = process.stderr): Kemajuan {
  let terakhir = 0;
  let tertulis = false;
  const tulis = (teks: string) => ke.write(`\r\u001B[2K${teks}`);
  return {
    kata(apa, bagian) {
      const kini = performance.now();
      if (!ke.isTTY || kini - terakhir < PAUSE_MS) return;
      terakhir = kini;
      tertulis = true;
      tulis(bagian === undefined ? apa : `${apa}: ${Math.floor(bagian * 100)}%`);
    },
    selesai() {
      if (tertulis) tulis('');
    },
  };
}
