/** How much a file may hold before reading it would cost the machine more than any real file is worth. */

/** A kelurahan sends some dozens of rows a month, a regency some thousands. */
export const MAX_ROWS = 20_000;

/** What all parts of a workbook may unpack to. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Parts of an archive: a workbook has some dozens. */
export const MAX_ENTRIES = 2000;

/** A sheet packs to a tenth or a thirtieth of its size; small parts may be any ratio. */
export const MAX_RATIO = 100;
export const RATIO_FROM_BYTES = 1024 * 1024;

/** Of a workbook that is read as a stream: a million rows of Format 34 are one gigabyte. */
export const MAX_STREAMED_BYTES = 4 * 1024 ** 3;

/** Texts that cells share are held in memory. */
export const MAX_SHARED_BYTES = 256 * 1024 * 1024;

/** A value further to the right is a slip, and would make every row wide. */
export const MAX_COLUMNS = 500;
