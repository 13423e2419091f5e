/** Text from files on its way to a terminal: nothing in it may move the cursor, colour the screen or open a link. */

/**
 * Control characters of both ranges, what turns the direction of writing, what has no width, and halves of characters:
 * each becomes one visible sign, so that a person sees that something is there.
 */
const BERBAHAYA =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}/gu;

export const bersihkanTerminal = (teks: string): string => teks.replace(BERBAHAYA, '\uFFFD');
