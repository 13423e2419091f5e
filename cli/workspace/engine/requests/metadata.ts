/** Developer metadata: keys and values that programs hang on a spreadsheet, a sheet, rows or columns. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { matchesFilter } from '../data-filters.ts';
import { invalid } from '../draft.ts';
import { merge, updateMask } from '../field-mask.ts';
import type { Edit } from '../grid/protection.ts';
import type { DeveloperMetadata } from '../model.ts';

type Location = NonNullable<DeveloperMetadata['location']>;

function locate(edit: Edit, location: Location | undefined): Location {
  if (location?.dimensionRange) {
    const { dimensionRange } = location;
    edit.draft.sheet(dimensionRange.sheetId);
    if ((dimensionRange.endIndex ?? 0) - (dimensionRange.startIndex ?? 0) !== 1) {
      throw invalid('Developer metadata can be associated with exactly one row or column.');
    }
    return { locationType: dimensionRange.dimension === 'ROWS' ? 'ROW' : 'COLUMN', dimensionRange };
  }
  if (location?.sheetId !== undefined) {
    return { locationType: 'SHEET', sheetId: edit.draft.sheet(location.sheetId).id };
  }
  if (location?.spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  throw invalid('developerMetadata.location must be specified.');
}

export function createDeveloperMetadata(edit: Edit, request: Clean<sheets_v4.Schema$CreateDeveloperMetadataRequest>) {
  const wanted = request.developerMetadata ?? {};
  if (!wanted.metadataKey) throw invalid('developerMetadata.metadataKey must be specified.');
  const list = edit.draft.editMeta().developerMetadata;
  const metadataId = wanted.metadataId ?? edit.newId();
  if (list.some((item) => item.metadataId === metadataId)) {
    throw invalid(`Developer metadata with id ${metadataId} already exists.`);
  }
  const developerMetadata: DeveloperMetadata = {
    ...wanted,
    metadataId,
    visibility: wanted.visibility ?? 'DOCUMENT',
    location: locate(edit, wanted.location),
  };
  list.push(developerMetadata);
  return { createDeveloperMetadata: { developerMetadata } };
}

export function updateDeveloperMetadata(edit: Edit, request: Clean<sheets_v4.Schema$UpdateDeveloperMetadataRequest>) {
  const mask = updateMask(request.fields);
  const meta = edit.draft.editMeta();
  const updated: DeveloperMetadata[] = [];
  meta.developerMetadata = meta.developerMetadata.map((item) => {
    if (!(request.dataFilters ?? []).some((filter) => matchesFilter(edit.draft, filter, item))) return item;
    const next = merge<DeveloperMetadata>(item, request.developerMetadata, mask) ?? {};
    const changed = { ...next, location: locate(edit, next.location) };
    updated.push(changed);
    return changed;
  });
  return { updateDeveloperMetadata: { developerMetadata: updated } };
}

export function deleteDeveloperMetadata(edit: Edit, request: Clean<sheets_v4.Schema$DeleteDeveloperMetadataRequest>) {
  const meta = edit.draft.editMeta();
  const filter = request.dataFilter ?? {};
  const deleted = meta.developerMetadata.filter((item) => matchesFilter(edit.draft, filter, item));
  meta.developerMetadata = meta.developerMetadata.filter((item) => !deleted.includes(item));
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: deleted } };
}
