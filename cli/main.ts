#!/usr/bin/env node
/** The command line `pbi`. */
import { Command, CommanderError } from 'commander';
import { addBatch } from './commands/batch.ts';
import { addCutoff } from './commands/cutoff.ts';
import { addEkspor } from './commands/ekspor.ts';
import { addGanda } from './commands/ganda.ts';
import { addImpor } from './commands/impor.ts';
import { addLokal } from './commands/lokal.ts';
import { addReferensi } from './commands/referensi.ts';
import { addRekonsiliasi } from './commands/rekonsiliasi.ts';
import { addTemplat } from './commands/templat.ts';
import { addTerapkan } from './commands/terapkan.ts';
import { addTinjau } from './commands/tinjau.ts';
import { addVerifikasi } from './commands/verifikasi.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { complaint, speakIndonesian } from './indonesian.ts';

function createProgram(): Command {
  const program = new Command('pbi').description('Usulan PBI JKN: perkakas baris perintah');
  addLokal(program);
  addTemplat(program);
  addImpor(program);
  addTerapkan(program);
  addEkspor(program);
  addReferensi(program);
  addRekonsiliasi(program);
  addTinjau(program);
  addVerifikasi(program);
  addGanda(program);
  addBatch(program);
  addCutoff(program);
  speakIndonesian(program);
  return program;
}

/** The exit code for an error; says on stderr what is worth saying. */
function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // Help that was asked for, or shown because no command was given, is already on the terminal.
    if (error.exitCode === 0) return EXIT.ok;
    if (error.code !== 'commander.help') process.stderr.write(`galat: ${complaint(error)}\n`);
    return EXIT.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`galat: ${message}\n`);
  if (error instanceof UserError) return error.exitCode;
  if (error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return EXIT.unexpected;
}

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
