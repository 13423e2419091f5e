/** Google's published limits of a script, enforced by the runtime. Source: developers.google.com/apps-script/guides/services/quotas. */

const KB = 1024;

/** An execution is ended after this much real time. */
export const EXECUTION_MS = 6 * 60_000;
/** Simple triggers (`onOpen`, `onEdit`) are ended earlier. */
export const SIMPLE_TRIGGER_MS = 30_000;
/** More executions of one user than this wait for their turn. */
export const SIMULTANEOUS_EXECUTIONS_PER_USER = 30;
export const TRIGGERS_PER_USER = 20;
export const VERSIONS_PER_SCRIPT = 200;
/** Besides the one that follows the newest files. */
export const DEPLOYMENTS_PER_SCRIPT = 20;
/** Recipients in any 24 hours of an ordinary (consumer) account. */
export const MAIL_RECIPIENTS_PER_DAY = 100;
export const MAIL_RECIPIENTS_PER_MESSAGE = 50;
export const MAIL_BODY_BYTES = 200 * KB;
export const PROPERTY_VALUE_BYTES = 9 * KB;
export const PROPERTY_STORE_BYTES = 500 * KB;
export const CACHE_KEY_CHARACTERS = 250;
export const CACHE_VALUE_BYTES = 100 * KB;
export const CACHE_ITEMS = 1000;
/** How many of the oldest items go when the cache is full. */
export const CACHE_DROP = 100;
export const CACHE_DEFAULT_SECONDS = 600;
export const CACHE_MAX_SECONDS = 21_600;
export const SLEEP_MAX_MS = 300_000;

/** What one service call takes at Google: on a good, a usual and a bad day. */
export const GOOGLE_CALL_MS = { good: 50, usual: 300, bad: 700 } as const;
/** How many executions are remembered. */
export const EXECUTIONS_KEPT = 500;
/** How often clock triggers are looked at. */
export const CLOCK_CHECK_MS = 10_000;
/** How many lines of one execution's log are kept. */
export const LOG_LINES_KEPT = 1000;
