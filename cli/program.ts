/** All commands of `pbi` and what they take. */
import { Command } from 'commander';
import { addBatch } from './commands/batch.ts';
import { addCadangkan } from './commands/cadangkan.ts';
import { addCutoff } from './commands/cutoff.ts';
import { addEkspor } from './commands/ekspor.ts';
import { addGanda } from './commands/ganda.ts';
import { addImpor } from './commands/impor.ts';
import { addLokal } from './commands/lokal.ts';
import { addKeluar, addMasuk } from './commands/masuk.ts';
import { addPasang } from './commands/pasang.ts';
import { addPeriksa } from './commands/periksa.ts';
import { addPulihkan } from './commands/pulihkan.ts';
import { addReferensi } from './commands/referensi.ts';
import { addRekonsiliasi } from './commands/rekonsiliasi.ts';
import { addTemplat } from './commands/templat.ts';
import { addTerapkan } from './commands/terapkan.ts';
import { addTinjau } from './commands/tinjau.ts';
import { addVerifikasi } from './commands/verifikasi.ts';
import { config } from './config.ts';
import { speakIndonesian } from './indonesian.ts';

export function createProgram(): Command {
  const program = new Command('pbi')
    .description('Usulan PBI JKN: perkakas baris perintah')
    .version(config.version, '-v, --version', 'tampilkan versi');
  addLokal(program);
  addMasuk(program);
  addPasang(program);
  addPeriksa(program);
  addCadangkan(program);
  addPulihkan(program);
  addKeluar(program);
  addTemplat(program);
  addImpor(program);
  addTerapkan(program);
  addEkspor(program);
  addBatch(program);
  addCutoff(program);
  addReferensi(program);
  addVerifikasi(program);
  addRekonsiliasi(program);
  addGanda(program);
  addTinjau(program);
  speakIndonesian(program);
  return program;
}
