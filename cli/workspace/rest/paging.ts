/** Lists of the Forms and Script APIs, a page at a time; the token is the place where the next page begins. */
import type { Context } from 'hono';
import { GoogleError } from '../errors.ts';

/** More than this is not sent at once, whatever is asked for. */
const MAX_PAGE_SIZE = 5000;

/**
 * A whole number in the query; 0 when absent.
 * @throws GoogleError for anything else
 */
export function wholeNumber(c: Context, name: string): number {
  const text = c.req.query(name);
  if (!text) return 0;
  if (!/^\d{1,9}$/.test(text)) throw new GoogleError('INVALID_ARGUMENT', `Invalid value at '${name}': ${text}`);
  return Number(text);
}

/** The page that `pageSize` and `pageToken` ask for, as the answer's body. */
export function pageOf<T>(
  c: Context,
  field: string,
  items: readonly T[],
  resource: (item: T) => object,
): Record<string, unknown> {
  const asked = wholeNumber(c, 'pageSize');
  const start = wholeNumber(c, 'pageToken');
  const end = start + Math.min(asked === 0 ? MAX_PAGE_SIZE : asked, MAX_PAGE_SIZE);
  return {
    // An empty list is left out, as protocol buffers do.
    ...(items.length > start && { [field]: items.slice(start, end).map(resource) }),
    ...(items.length > end && { nextPageToken: String(end) }),
  };
}
