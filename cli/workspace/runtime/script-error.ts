/** Refusals of the script runtime. */
import { GoogleError } from '../errors.ts';

/** A service's refusal that is no API error: becomes an `Exception` inside the script. */
export class ScriptError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Exception';
  }
}

/** The answer to starting a trigger that nobody installed. */
export const noSuchTrigger = (functionName: string): GoogleError =>
  new GoogleError('NOT_FOUND', `Tidak ada pemicu waktu untuk fungsi ${functionName}.`);
