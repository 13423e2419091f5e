/** What a clock on the wall shows in a time zone. */

export interface ZonedParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 is Sunday. */
  weekday: number;
  /** Minutes ahead of UTC. */
  offsetMinutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl knows `+07:00` but not Java's `GMT+7` and `GMT+07:00`. */
export function intlZone(zone: string): string {
  const offset = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  return offset ? `${offset[1]}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}` : zone;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const created = new Intl.DateTimeFormat('en-US', {
    timeZone: intlZone(zone),
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, created);
  return created;
}

/** @throws RangeError for an invalid instant or an unknown zone. */
export function zonedParts(instant: number, zone: string): ZonedParts {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const number = (type: string) => Number(parts[type]);
  const year = parts['era'] === 'BC' ? 1 - number('year') : number('year');
  const millisecond = ((instant % 1000) + 1000) % 1000;
  const wall = Date.UTC(2000, number('month') - 1, number('day'), number('hour'), number('minute'), number('second'));
  const shown = new Date(wall);
  shown.setUTCFullYear(year);
  return {
    year,
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    millisecond,
    weekday: shown.getUTCDay(),
    offsetMinutes: Math.round((shown.getTime() + millisecond - instant) / 60_000),
  };
}
