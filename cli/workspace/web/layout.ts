/** The frame of every page: head, style sheets, scripts and the notice that this is not Google. */
import { type Html, html } from './html.ts';

export interface PageParts {
  title: string;
  /** Names of bundles in /assets, without suffix: the style sheet and, if `script`, the script of the same name. */
  asset: 'form' | 'sheet' | 'pages';
  script?: boolean;
  body: Html;
}

/** A whole HTML document in Indonesian. Nothing in it is loaded from another origin. */
export const document = ({ title, asset, script = true, body }: PageParts): Html => html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/${asset}.css">
${script && html`<script type="module" src="/assets/${asset}.js"></script>`}
</head>
<body>
${body}
</body>
</html>
`;
