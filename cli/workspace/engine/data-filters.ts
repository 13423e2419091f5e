/** Data filters: ranges by A1 text, by grid range, or by the developer metadata that hangs on them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from './clean.ts';
import { invalid } from './draft.ts';
import type { Book, DeveloperMetadata, GridRange, Rect, SheetState } from './model.ts';
import { type Found, findRange, gridRect, intersects, wholeSheet } from './ranges.ts';

export type DataFilter = Clean<sheets_v4.Schema$DataFilter>;
type Lookup = NonNullable<DataFilter['developerMetadataLookup']>;
type Location = NonNullable<DeveloperMetadata['location']>;
type Findable<S> = Pick<Book, 'meta'> & { readonly sheets: readonly S[] };
type Sized = Pick<SheetState, 'meta'>;

/** Every range that a filter means: one for A1 and grid ranges, one for each piece of metadata that is looked up. */
export function filteredRanges<S extends Sized>(book: Findable<S>, filter: DataFilter): Found<S>[] {
  if (filter.developerMetadataLookup) {
    return book.meta.developerMetadata
      .filter((item) => matchesFilter(book, filter, item))
      .flatMap(({ location }) => (location ? placesOf(book, location) : []));
  }
  return [namedPlace(book, filter)];
}

function namedPlace<S extends Sized>(book: Findable<S>, { a1Range, gridRange }: DataFilter): Found<S> {
  if (a1Range !== undefined) return findRange(book, a1Range);
  if (gridRange) return gridPlace(book, gridRange);
  throw invalid('DataFilter must specify exactly one of a1Range, gridRange or developerMetadataLookup.');
}

function gridPlace<S extends Sized>(book: Findable<S>, range: GridRange): Found<S> {
  const sheet = book.sheets.find(({ meta }) => meta.properties.sheetId === (range.sheetId ?? 0));
  if (!sheet) throw invalid(`No grid with id: ${range.sheetId ?? 0}`);
  return { sheet, rect: gridRect(sheet, range) };
}

/** Where metadata hangs, as cells; metadata of the spreadsheet hangs on all sheets. */
function placesOf<S extends Sized>(book: Findable<S>, { spreadsheet, sheetId, dimensionRange }: Location): Found<S>[] {
  if (spreadsheet) return book.sheets.map((sheet) => ({ sheet, rect: wholeSheet(sheet) }));
  const id = dimensionRange ? (dimensionRange.sheetId ?? 0) : (sheetId ?? 0);
  const sheet = book.sheets.find(({ meta }) => meta.properties.sheetId === id);
  if (!sheet) return [];
  const whole = wholeSheet(sheet);
  if (!dimensionRange) return [{ sheet, rect: whole }];
  const { dimension, startIndex = 0, endIndex } = dimensionRange;
  const rect: Rect =
    dimension === 'COLUMNS'
      ? { ...whole, startColumn: startIndex, endColumn: endIndex ?? whole.endColumn }
      : { ...whole, startRow: startIndex, endRow: endIndex ?? whole.endRow };
  return [{ sheet, rect }];
}

/** Whether a filter means this piece of metadata: by what it is, or because its place touches the filter's range. */
export function matchesFilter<S extends Sized>(
  book: Findable<S>,
  filter: DataFilter,
  item: DeveloperMetadata,
): boolean {
  if (filter.developerMetadataLookup) return matchesLookup(book, filter.developerMetadataLookup, item);
  return touches(book, [namedPlace(book, filter)], item.location ?? {});
}

function matchesLookup<S extends Sized>(book: Findable<S>, lookup: Lookup, item: DeveloperMetadata): boolean {
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  const pairs: [unknown, unknown][] = [
    [metadataId, item.metadataId],
    [metadataKey, item.metadataKey],
    [metadataValue, item.metadataValue],
    [visibility, item.visibility],
    [locationType, item.location?.locationType],
  ];
  if (!pairs.every(([wanted, actual]) => wanted === undefined || wanted === actual)) return false;
  if (!metadataLocation) return true;
  if (lookup.locationMatchingStrategy === 'EXACT_LOCATION') return samePlace(metadataLocation, item.location ?? {});
  return touches(book, placesOf(book, metadataLocation), item.location ?? {});
}

function touches<S extends Sized>(book: Findable<S>, places: Found<S>[], location: Location): boolean {
  return placesOf(book, location).some(({ sheet, rect }) =>
    places.some((place) => place.sheet === sheet && intersects(place.rect, rect)),
  );
}

function samePlace(one: Location, other: Location): boolean {
  const text = ({ spreadsheet, sheetId, dimensionRange: range }: Location) =>
    JSON.stringify([
      spreadsheet ?? false,
      range ? undefined : sheetId,
      range && [range.sheetId ?? 0, range.dimension, range.startIndex ?? 0, range.endIndex],
    ]);
  return text(one) === text(other);
}
