/** Numbers of people inside a sentence: what somebody wrote may leave the office, the numbers in it may not. */
import { samarkanEnamBelas } from './enam-belas.ts';

/** NIK and family card have 16 digits, the card of JKN 13; people group them with blanks, dots or hyphens. */
const RENTET = /(?<!\d)\d(?:[ .-]?\d){12,}(?!\d)/g;
/** Two dates in a row make a run as well. */
const TANGGAL = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[.-](?:0?[1-9]|1[0-2])[.-](?:19|20)\d{2}(?!\d)/;

/** The text with every such number masked as it is elsewhere. */
export const samarkanNomor = (teks: string): string =>
  teks.replace(RENTET, (angka) => (TANGGAL.test(angka) ? angka : samarkanEnamBelas(angka.replace(/\D/g, ''))));
