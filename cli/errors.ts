/** Errors that a person at the terminal can do something about, and the exit codes of `pbi`. */

/** What the shell is told. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  badInput: 3,
  needsPerson: 4,
  conflict: 5,
  quota: 6,
  auth: 7,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An expected failure: its message is in Indonesian and says what to do; no stack is shown. */
export class UserError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}
