/** Every service call that reaches the main thread, by the name under which it is counted. */
import type { Handlers } from '../runtime/host.ts';
import { cacheHandlers } from './cache/host.ts';
import { driveHandlers } from './drive/host.ts';
import { formHandlers } from './form/host.ts';
import { lockHandlers } from './lock/host.ts';
import { mailHandlers } from './mail/host.ts';
import { propertiesHandlers } from './properties/host.ts';
import { scriptHandlers } from './script/host.ts';
import { sheetsHandlers } from './sheets/host.ts';
import { spreadsheetHandlers } from './spreadsheet/host.ts';

export const handlers: Handlers = {
  ...cacheHandlers,
  ...driveHandlers,
  ...formHandlers,
  ...lockHandlers,
  ...mailHandlers,
  ...propertiesHandlers,
  ...scriptHandlers,
  ...sheetsHandlers,
  ...spreadsheetHandlers,
};
