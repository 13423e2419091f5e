/** Checks fault switches that a request sets: a misspelt one must not be taken for "no fault". */
import * as z from 'zod/mini';
import { GoogleError } from '../errors.ts';
import type { FaultSettings } from '../workspace.ts';

const count = z.int().check(z.minimum(1));
const cells = z.array(z.array(z.nullable(z.string())));

const action = z.union([
  z.strictObject({ batchUpdate: z.strictObject({ spreadsheetId: z.string(), requests: z.array(z.unknown()) }) }),
  z.strictObject({ edit: z.strictObject({ spreadsheetId: z.string(), range: z.string(), values: cells }) }),
]);

const settings = z.strictObject({
  failCall: z.optional(
    z.strictObject({
      n: count,
      function: z.optional(z.string()),
      method: z.optional(z.string()),
      after: z.optional(z.boolean()),
      message: z.optional(z.string()),
    }),
  ),
  delayMs: z.optional(z.int().check(z.minimum(0))),
  formEventCopies: z.optional(count),
  blankFormEvents: z.optional(z.boolean()),
  dropFormEventEvery: z.optional(count),
  dropTriggers: z.optional(z.boolean()),
  scriptApiOff: z.optional(z.boolean()),
  mailQuota: z.optional(z.int().check(z.minimum(0))),
  interfere: z.optional(
    z.strictObject({
      function: z.optional(z.string()),
      method: z.string(),
      n: z.optional(count),
      actions: z.array(action),
    }),
  ),
  killAtCall: z.optional(count),
});

/** @throws GoogleError naming the field that is wrong */
export function faultSettings(body: Record<string, unknown>): FaultSettings {
  const parsed = z.safeParse(settings, body);
  if (parsed.success) return parsed.data as FaultSettings;
  const fields = parsed.error.issues.flatMap(({ path, ...issue }) =>
    'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : [path.join('.')],
  );
  throw new GoogleError('INVALID_ARGUMENT', `Sakelar gangguan tidak sah: ${fields.join(', ')}`);
}
