/** How much a file may hold before reading it would cost the machine more than any real file is worth. */

/** A kelurahan sends some dozens of rows a month, a regency some thousands. */
export const MAX_ROWS = 20_000;

/** What all parts of a workbook may unpack to. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
