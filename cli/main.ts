/** Runs a command line of `pbi`; `pbi.cjs` starts it. */
import { CommanderError } from 'commander';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { complaint } from './indonesian.ts';
import { createProgram } from './program.ts';

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
