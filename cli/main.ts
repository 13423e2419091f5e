#!/usr/bin/env node
/** The command line `pbi`. */
import { Command, CommanderError } from 'commander';
import { addLokal } from './commands/lokal.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';

/** @internal Exported for tests: the program with all its commands, not yet run. */
export function createProgram(): Command {
  const program = new Command('pbi')
    .description('Usulan PBI JKN: perkakas baris perintah')
    .helpOption('-h, --help', 'tampilkan bantuan')
    .helpCommand('help [perintah]', 'tampilkan bantuan sebuah perintah')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .exitOverride();
  addLokal(program);
  for (const command of program.commands) command.helpOption('-h, --help', 'tampilkan bantuan').exitOverride();
  return program;
}

const TITLES: Record<string, string> = {
  'Usage:': 'Pemakaian:',
  'Options:': 'Pilihan:',
  'Arguments:': 'Argumen:',
  'Commands:': 'Perintah:',
};

/** The exit code for an error; says on stderr what is worth saying. */
function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const expected = error instanceof UserError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`galat: ${message}\n`);
  if (!expected && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return expected ? error.exitCode : EXIT.unexpected;
}

if (import.meta.main) {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}
