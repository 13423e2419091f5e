/** Every service call that reaches the main thread, by the name under which it is counted. */
import type { Handlers } from '../runtime/host.ts';
import { lockHandlers } from './lock/host.ts';
import { propertiesHandlers } from './properties/host.ts';
import { scriptHandlers } from './script/host.ts';
import { sheetsHandlers } from './sheets/host.ts';

export const handlers: Handlers = {
  ...lockHandlers,
  ...propertiesHandlers,
  ...scriptHandlers,
  ...sheetsHandlers,
};
