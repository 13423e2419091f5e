/** How the clock is asked to move. */
import { GoogleError } from '../errors.ts';

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const SECONDS = [7 * 86_400, 86_400, 3600, 60, 1];

/** Milliseconds of an ISO duration such as `PT15M` or `P1D`. undefined if it is none. */
function durationMs(text: string): number | undefined {
  const parts = DURATION.exec(text)?.slice(1);
  if (!parts?.some((part) => part !== undefined)) return undefined;
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (SECONDS[index] ?? 0), 0) * 1000;
}

/**
 * The instant that the clock shall show.
 * @throws GoogleError when neither `now` (ISO text) nor `advance` (ISO duration) is there and valid
 */
export function requestedInstant(body: Record<string, unknown>, now: number): number {
  const { now: wanted, advance } = body;
  if (typeof wanted === 'string' && !Number.isNaN(Date.parse(wanted))) return Date.parse(wanted);
  const ahead = typeof advance === 'string' ? durationMs(advance) : undefined;
  if (ahead === undefined) {
    throw new GoogleError('INVALID_ARGUMENT', 'Isi "now" (waktu ISO) atau "advance" (durasi, misalnya PT15M).');
  }
  return now + ahead;
}
