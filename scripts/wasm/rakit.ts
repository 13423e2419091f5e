/** The assembler of WebAssembly. */
import wabt from 'wabt';

/** @throws Error with the line of what cannot be read */
export async function rakit(teks: string): Promise<Uint8Array> {
  const modul = (await wabt()).parseWat('garis.wat', teks, { simd: true, multi_value: true });
  try {
    modul.validate();
    return modul.toBinary({}).buffer;
  } finally {
    modul.destroy();
  }
}
