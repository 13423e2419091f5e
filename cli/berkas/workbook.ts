/** A workbook whose sheets are read as streams: little memory, however long they are. */
import { Archive } from './archive.ts';
import { MAX_STREAMED_BYTES } from './limits.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import { readParts, type WorkbookParts, type WorkbookTab } from './workbook-parts.ts';

export class Workbook {
  readonly #archive: Archive;
  readonly #parts: WorkbookParts;

  private constructor(archive: Archive, parts: WorkbookParts) {
    this.#archive = archive;
    this.#parts = parts;
  }

  /**
   * @param maxBytes what all of its parts may unpack to
   * @throws BerkasError for a file that is no workbook, is damaged or would unpack to more
   */
  static async open(path: string, maxBytes = MAX_STREAMED_BYTES): Promise<Workbook> {
    const archive = await Archive.open(path, maxBytes);
    try {
      return new Workbook(archive, await readParts(archive));
    } catch (error) {
      archive.close();
      throw error;
    }
  }

  get tabs(): readonly WorkbookTab[] {
    return this.#parts.tabs;
  }

  /** The rows of a tab in chunks; rows in which nothing stands may be missing. */
  rows({ part }: WorkbookTab): AsyncGenerator<SheetRow[]> {
    return sheetRows(this.#archive.text(part), this.#parts);
  }

  close(): void {
    this.#archive.close();
  }
}
