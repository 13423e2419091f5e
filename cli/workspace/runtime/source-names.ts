/** Reads positions of a minified project file back to the source it was built from. */
import { SourceMap, type SourceMapPayload } from 'node:module';

/** What turns `Code.js:634:72` inside a text into `apps-script/google/register.ts:88`. */
export type ReadPositions = (text: string) => string;

/** @param map source map of Code.js as JSON; without one, texts stay as they are */
export function positionReader(map: string | undefined): ReadPositions {
  if (map === undefined) return (text) => text;
  const source = new SourceMap(JSON.parse(map) as SourceMapPayload);
  return (text) =>
    text.replace(/Code\.js:(\d+):(\d+)/g, (whole, line: string, column: string) => {
      const entry = source.findEntry(Number(line) - 1, Number(column) - 1);
      return 'originalSource' in entry ? `${entry.originalSource}:${entry.originalLine + 1}` : whole;
    });
}
