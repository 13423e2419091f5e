/** HtmlService as a script sees it: pages for sidebars and dialogs. All local. */
import { exception, facts, mismatch } from '../../runtime/guest/bridge.ts';
import { enumeration, strict } from '../../runtime/guest/strict.ts';

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlService = GoogleAppsScript.HTML.HtmlService;

/** What a page needs to show it. */
export interface HtmlPage {
  html: string;
  title: string;
  width?: number;
  height?: number;
}

const pages = new WeakMap<object, HtmlPage>();

function createOutput(html: string): HtmlOutput {
  const page: HtmlPage = { html, title: '' };
  const output: HtmlOutput = strict<HtmlOutput>('HtmlService.HtmlOutput', {
    getContent: () => page.html,
    getTitle: () => page.title,
    setTitle: (title: string) => {
      page.title = String(title);
      return output;
    },
    setWidth: (width: number) => {
      page.width = Number(width);
      return output;
    },
    setHeight: (height: number) => {
      page.height = Number(height);
      return output;
    },
    // Sidebars and dialogs are framed by the spreadsheet anyway; the mode only matters for web apps.
    setXFrameOptionsMode: () => output,
  });
  pages.set(output, page);
  return output;
}

/** The page of an HtmlOutput, or of plain text. undefined for anything else. */
export function pageOf(content: unknown): HtmlPage | undefined {
  if (typeof content === 'string') return { html: content, title: '' };
  return typeof content === 'object' && content !== null ? pages.get(content) : undefined;
}

export const createHtmlService = (): HtmlService =>
  strict<HtmlService>('HtmlService', {
    XFrameOptionsMode: enumeration('HtmlService.XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']),
    createHtmlOutput: (...args: unknown[]) => {
      const [html = ''] = args;
      if (args.length > 1 || typeof html !== 'string') throw mismatch('HtmlService.createHtmlOutput', args);
      return createOutput(html);
    },
    createHtmlOutputFromFile: (name: string) => {
      const html = facts().html[String(name).replace(/\.html$/, '')];
      if (html === undefined) throw exception(`No HTML file named ${name} was found.`);
      return createOutput(html);
    },
  });
