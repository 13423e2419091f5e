/** `Date` inside a script: reads the Workspace's clock instead of the machine's. */

/** Replaces the global `Date` by one whose "now" is `offset` milliseconds ahead; everything else stays V8's own. */
export function installDate(offset: number): void {
  const Real = Date;
  const now = () => Real.now() + offset;
  function ScriptDate(...args: unknown[]): unknown {
    if (!new.target) return new Real(now()).toString();
    return Reflect.construct(Real, args.length === 0 ? [now()] : args, new.target);
  }
  Object.defineProperty(ScriptDate, 'name', { value: 'Date' });
  Object.defineProperty(ScriptDate, 'length', { value: 7 });
  const replacement = Object.assign(ScriptDate, { now, parse: Real.parse, UTC: Real.UTC });
  replacement.prototype = Real.prototype;
  Object.defineProperty(Real.prototype, 'constructor', { value: replacement, configurable: true, writable: true });
  Object.defineProperty(globalThis, 'Date', { value: replacement, configurable: true, writable: true });
}
