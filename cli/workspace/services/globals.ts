/** Every global that Apps Script adds to the language, and that the Workspace has. What is missing here is absent. */
import { createConsole, createLogger } from '../runtime/guest/console.ts';
import { createCacheService } from './cache/guest.ts';
import { createDriveService } from './drive/guest.ts';
import { createFormApp } from './form/guest.ts';
import { createHtmlService } from './html/guest.ts';
import { createLockService } from './lock/guest.ts';
import { createMailApp } from './mail/guest.ts';
import { createPropertiesService } from './properties/guest.ts';
import { createScriptApp } from './script/guest.ts';
import { createSession } from './session/guest.ts';
import { createSheetsService } from './sheets/guest.ts';
import { createSpreadsheetApp } from './spreadsheet/guest.ts';
import { createUtilities } from './utilities/guest.ts';

export const serviceGlobals = (): Record<string, object> => ({
  console: createConsole(),
  CacheService: createCacheService(),
  Drive: createDriveService(),
  FormApp: createFormApp(),
  HtmlService: createHtmlService(),
  LockService: createLockService(),
  Logger: createLogger(),
  MailApp: createMailApp(),
  PropertiesService: createPropertiesService(),
  ScriptApp: createScriptApp(),
  Session: createSession(),
  Sheets: createSheetsService(),
  SpreadsheetApp: createSpreadsheetApp(),
  Utilities: createUtilities(),
});
