/** Who may change which cells: protected ranges and sheets, their exceptions and their editors. */
import type { User } from '../../users.ts';
import { type Draft, type DraftSheet, invalid } from '../draft.ts';
import type { GridRange, ProtectedRange, Rect } from '../model.ts';
import { intersects, keptRect } from '../ranges.ts';

/** An edit under way: what it changes and who does it. */
export interface Edit {
  readonly draft: Draft;
  readonly actor: User;
  /** Owners of the file may edit whatever is protected. */
  readonly owner: boolean;
  readonly now: number;
  /** A new id for a sheet, a protection and so on. */
  newId(): number;
}

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

export const mayEdit = (edit: Pick<Edit, 'actor' | 'owner'>, protection: ProtectedRange): boolean =>
  edit.owner ||
  (protection.editors?.users ?? []).some((email) => email.toLowerCase() === edit.actor.email.toLowerCase());

/** The protections that cover any of these cells, except where the cells are expressly left open. */
export function protectionsOn(draft: Draft, sheet: DraftSheet, rect: Rect): ProtectedRange[] {
  return sheet.meta.protectedRanges.filter((protection) => {
    const range = protectedRange(draft, protection);
    if (!range || !intersects(keptRect(sheet, range), rect)) return false;
    const open = (protection.unprotectedRanges ?? []).map((item) => keptRect(sheet, item));
    return !covered(rect, open);
  });
}

function protectedRange(draft: Draft, protection: ProtectedRange): GridRange | undefined {
  if (!protection.namedRangeId) return protection.range;
  return draft.meta.namedRanges.find(({ namedRangeId }) => namedRangeId === protection.namedRangeId)?.range;
}

/** Whether the rectangles together cover all of `rect`. */
function covered(rect: Rect, [first, ...others]: Rect[]): boolean {
  if (rect.startRow >= rect.endRow || rect.startColumn >= rect.endColumn) return true;
  if (!first) return false;
  if (!intersects(first, rect)) return covered(rect, others);
  const startRow = Math.max(rect.startRow, first.startRow);
  const endRow = Math.min(rect.endRow, first.endRow);
  return [
    { ...rect, endRow: startRow },
    { ...rect, startRow: endRow },
    { ...rect, startRow, endRow, endColumn: Math.max(rect.startColumn, first.startColumn) },
    { ...rect, startRow, endRow, startColumn: Math.min(rect.endColumn, first.endColumn) },
  ].every((piece) => covered(piece, others));
}

/** @throws GoogleError if a protection (one that does more than warn) keeps this person from changing the cells. */
export function guard(edit: Edit, sheet: DraftSheet, rect: Rect): void {
  if (edit.owner) return;
  for (const protection of protectionsOn(edit.draft, sheet, rect)) {
    if (!protection.warningOnly && !mayEdit(edit, protection)) throw invalid(PROTECTED);
  }
}

/** @throws GoogleError if the sheet as a whole is protected from this person. */
export function guardSheet(edit: Edit, sheet: DraftSheet): void {
  for (const protection of sheet.meta.protectedRanges) {
    if (isWholeSheet(protection) && !protection.warningOnly && !mayEdit(edit, protection)) throw invalid(PROTECTED);
  }
}

const isWholeSheet = ({ range, namedRangeId }: ProtectedRange): boolean =>
  !namedRangeId &&
  [range?.startRowIndex, range?.endRowIndex, range?.startColumnIndex, range?.endColumnIndex].every(
    (edge) => edge === undefined,
  );

/** @throws GoogleError unless this person may change the protection itself. */
export function guardProtection(edit: Edit, protection: ProtectedRange): void {
  if (!protection.warningOnly && !mayEdit(edit, protection)) throw invalid(PROTECTED);
}
