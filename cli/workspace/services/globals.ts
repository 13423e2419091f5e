/** Every global that Apps Script adds to the language, and that the Workspace has. What is missing here is absent. */
import { createConsole, createLogger } from '../runtime/guest/console.ts';
import { createLockService } from './lock/guest.ts';
import { createPropertiesService } from './properties/guest.ts';
import { createScriptApp } from './script/guest.ts';
import { createSession } from './session/guest.ts';
import { createSheetsService } from './sheets/guest.ts';
import { createUtilities } from './utilities/guest.ts';

export const serviceGlobals = (): Record<string, object> => ({
  console: createConsole(),
  Logger: createLogger(),
  LockService: createLockService(),
  PropertiesService: createPropertiesService(),
  ScriptApp: createScriptApp(),
  Session: createSession(),
  Sheets: createSheetsService(),
  Utilities: createUtilities(),
});
