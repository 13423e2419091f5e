/** The empty document that a script's HTML is written into: a sandbox with an origin of its own and no network. */
import { type Html, html } from '../html.ts';

/** Inline code is the script's own; `sandbox` takes away this origin, its cookie and its storage. Printing is a modal. */
export const FRAME_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts allow-modals',
].join('; ');

/** `frame.js` waits for the HTML, provides `google.script.run` and then writes the document. */
export const framePage = (): Html => html`<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Skrip</title><script src="/assets/frame.js"></script></head><body></body></html>
`;
