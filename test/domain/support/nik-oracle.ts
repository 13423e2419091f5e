/**
 * Second opinion on a NIK for property tests: one regular expression for the shape, JS Date for the calendar, the list of
 * provinces spelled as ranges. Shares nothing with the code under test.
 */

const SHAPE = /^(?<prov>[1-9]\d)\d{4}(?<dd>\d\d)(?<mm>\d\d)(?<yy>\d\d)(?<serial>\d{4})$/;
const PROVINCES = /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6])$/;

export interface Opinion {
  readonly codes: readonly string[];
  readonly births: readonly string[];
  readonly sex: 'L' | 'P';
}

function births(dd: number, mm: number, yy: number, today: string): string[] {
  const found: string[] = [];
  for (const year of [1900 + yy, 2000 + yy]) {
    const date = new Date(0);
    date.setUTCFullYear(year, mm - 1, dd);
    const same = date.getUTCFullYear() === year && date.getUTCMonth() === mm - 1 && date.getUTCDate() === dd;
    const iso = date.toISOString().slice(0, 10);
    if (same && Date.parse(iso) <= Date.parse(today)) found.push(iso);
  }
  return found;
}

/** Opinion on sixteen digits that do not start with 0. */
export function opinion(nik: string, today: string): Opinion {
  const part = SHAPE.exec(nik)?.groups;
  if (part === undefined) throw new Error('the oracle judges only sixteen digits without a leading 0');
  const written = Number(part['dd']);
  const woman = written >= 41;
  const dates = births(woman ? written - 40 : written, Number(part['mm']), Number(part['yy']), today);
  const codes: string[] = [];
  if (!PROVINCES.test(String(part['prov']))) codes.push('E_PROV');
  if (dates.length === 0) codes.push('E_TGL');
  if (part['serial'] === '0000') codes.push('E_SERI');
  if (/^9/.test(String(part['serial']))) codes.push('W_SERI9');
  if (new Set(nik).size === 1) codes.push('W_ULANG_16');
  return { codes: codes.sort(), births: dates, sex: woman ? 'P' : 'L' };
}
