/**
 * What of Apps Script the Workspace has. The list must equal what the services register: a test compares them.
 * `remote` members are service calls: counted, delayed, failed by the fault switches. `local` members read what an
 * earlier call brought along, or what the execution knows anyway, and cost nothing.
 */
import { FORM_SETTERS, ITEM_CLASS, ITEM_KINDS, ITEM_SETTERS } from './services/form/facts.ts';

export interface Coverage {
  /** `Service.Class.member`; for a remote member also the name in `Execution.calls`. */
  name: string;
  kind: 'remote' | 'local';
  /** `partial`: works, with the difference that `notes` tells. */
  status: 'supported' | 'partial';
  /** The test file that proves it. */
  testedBy: string;
  notes: string;
}

interface Group {
  remote?: string;
  local?: string;
  /** Notes of the members that differ from Google. */
  partial?: Record<string, string>;
}

const services = (file: string): string => `test/workspace/services/${file}.test.ts`;
const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');

function group(owner: string, testedBy: string, { remote, local, partial = {} }: Group): Coverage[] {
  const row =
    (kind: Coverage['kind']) =>
    (member: string): Coverage => {
      const notes = partial[member] ?? '';
      return { name: `${owner}.${member}`, kind, status: notes ? 'partial' : 'supported', testedBy, notes };
    };
  return [...words(remote).map(row('remote')), ...words(local).map(row('local'))];
}

const SPREADSHEET = services('spreadsheet');
const FORM = services('form');
const ADVANCED = services('advanced');
const STORES = services('stores');
const LOCKS = services('locks');
const EXECUTIONS = 'test/workspace/runtime/executions.test.ts';

const IGNORED = 'Accepted without effect: the Workspace shows pages in one way only.';

const spreadsheet = [
  ...group('SpreadsheetApp', SPREADSHEET, {
    remote: 'getActiveSheet getActiveRange getCurrentCell openById flush',
    local: 'getActiveSpreadsheet getUi',
    partial: {
      getActiveSheet: 'The first sheet when no page tells which one is open.',
      getActiveRange: 'A1 when no page tells the selection.',
      getCurrentCell: 'The first cell of the selection.',
      flush: 'Every write is visible at once; the call is only counted.',
    },
  }),
  ...group('SpreadsheetApp.Spreadsheet', SPREADSHEET, {
    remote:
      'copy getName getSpreadsheetTimeZone getSheetByName toast getEditors getViewers addEditor removeEditor removeViewer',
    local: 'getId getUrl createTextFinder',
    partial: { copy: 'The copy has no script of its own: the Workspace holds one script project.' },
  }),
  ...group('SpreadsheetApp.Sheet', SPREADSHEET, { local: 'getName getSheetId getParent createTextFinder' }),
  ...group('SpreadsheetApp.Range', SPREADSHEET, {
    remote: 'getValues getValue getDisplayValues',
    local: 'getRow getColumn getNumRows getNumColumns getLastRow getLastColumn getA1Notation getSheet',
  }),
  ...group('SpreadsheetApp.TextFinder', SPREADSHEET, {
    remote: 'findAll findNext',
    local: 'matchEntireCell matchCase useRegularExpression',
    partial: { useRegularExpression: 'JavaScript’s regular expressions instead of RE2.' },
  }),
  ...group('Ui', SPREADSHEET, {
    remote: 'alert showSidebar showModalDialog showModelessDialog',
    local: 'createMenu Button ButtonSet',
    partial: {
      alert: 'Recorded and shown by the page; the script goes on at once as if OK or Yes was chosen.',
      showModelessDialog: 'Cannot be moved about.',
    },
  }),
  ...group('Ui.Menu', SPREADSHEET, {
    remote: 'addToUi',
    local: 'addItem addSeparator addSubMenu',
    partial: { addSubMenu: 'Entries are shown in the menu itself, with the submenu’s name before them.' },
  }),
  ...group('HtmlService', SPREADSHEET, { local: 'createHtmlOutput createHtmlOutputFromFile XFrameOptionsMode' }),
  ...group('HtmlService.HtmlOutput', SPREADSHEET, {
    local: 'getContent getTitle setTitle setWidth setHeight setXFrameOptionsMode',
    partial: { setXFrameOptionsMode: IGNORED },
  }),
];

const READERS = 'getId getTitle getHelpText';

const forms = [
  ...group('FormApp', FORM, {
    remote: 'create openById',
    local: 'ItemType PageNavigationType createTextValidation createParagraphTextValidation',
  }),
  ...group('FormApp.Form', FORM, {
    remote: [
      ...Object.keys(FORM_SETTERS),
      ...ITEM_KINDS.map((kind) => `add${ITEM_CLASS[kind]}`),
      'collectsEmail isPublished getItems getItemById deleteItem moveItem getResponse getResponses getEditors addEditor removeEditor',
    ].join(' '),
    local: 'getId getTitle getPublishedUrl getEditUrl createResponse',
  }),
  ...group('FormApp.Item', FORM, {
    remote: 'setTitle setHelpText',
    local: [READERS, 'getType', ...ITEM_KINDS.map((kind) => `as${ITEM_CLASS[kind]}`)].join(' '),
  }),
  ...ITEM_KINDS.flatMap((kind) => {
    const setters: readonly string[] = ITEM_SETTERS[kind];
    const question = setters.includes('setRequired') ? 'isRequired createResponse' : '';
    const choices = setters.includes('setChoices') ? 'createChoice getChoices' : '';
    return group(`FormApp.${ITEM_CLASS[kind]}`, FORM, {
      remote: setters.join(' '),
      local: [READERS, question, choices].join(' '),
    });
  }),
  ...group('FormApp.Choice', FORM, { local: 'getValue' }),
  ...group('FormApp.TextValidationBuilder', FORM, {
    local:
      'requireTextMatchesPattern requireTextContainsPattern requireTextIsEmail requireTextIsUrl requireNumber requireTextLengthLessThanOrEqualTo requireTextLengthGreaterThanOrEqualTo setHelpText build',
  }),
  ...group('FormApp.ParagraphTextValidationBuilder', FORM, {
    local:
      'requireTextMatchesPattern requireTextContainsPattern requireTextLengthLessThanOrEqualTo requireTextLengthGreaterThanOrEqualTo setHelpText build',
  }),
  ...group('FormApp.FormResponse', FORM, {
    remote: 'getItemResponses submit',
    local: 'getId getTimestamp getRespondentEmail getEditResponseUrl withItemResponse toPrefilledUrl',
  }),
  ...group('FormApp.ItemResponse', FORM, { local: 'getItem getResponse' }),
];

const advanced = [
  ...group('Sheets', ADVANCED, { local: 'Spreadsheets' }),
  ...group('Sheets.Spreadsheets', ADVANCED, { remote: 'get create batchUpdate', local: 'Values' }),
  ...group('Sheets.Spreadsheets.Values', ADVANCED, {
    remote: 'get batchGet update append clear batchUpdate batchClear',
  }),
  ...group('Drive', ADVANCED, { local: 'Files Permissions' }),
  ...group('Drive.Files', services('drive-changes'), { remote: 'get list' }),
  ...group('Drive.Files', ADVANCED, {
    remote: 'create update remove',
    partial: { create: 'Without file contents.', update: 'Without file contents.' },
  }),
  ...group('Drive.Permissions', ADVANCED, {
    remote: 'list create remove',
    partial: { create: 'Nobody is told by mail.' },
  }),
  ...group('ScriptApp', ADVANCED, {
    remote: 'getProjectTriggers getUserTriggers deleteTrigger',
    local: 'AuthMode EventType TriggerSource getScriptId getService newTrigger',
  }),
  ...group('ScriptApp.Service', ADVANCED, {
    local: 'getUrl',
    partial: { getUrl: 'Always null: there are no web apps.' },
  }),
  ...group('ScriptApp.TriggerBuilder', ADVANCED, { local: 'timeBased forForm forSpreadsheet' }),
  ...group('ScriptApp.ClockTriggerBuilder', ADVANCED, {
    remote: 'create',
    local: 'everyMinutes everyHours everyDays atHour after',
    partial: { atHour: 'At the full hour; Google chooses a minute within it.' },
  }),
  ...group('ScriptApp.FormTriggerBuilder', ADVANCED, { remote: 'create', local: 'onFormSubmit' }),
  ...group('ScriptApp.SpreadsheetTriggerBuilder', ADVANCED, {
    remote: 'create',
    local: 'onEdit onOpen onChange',
    partial: { onChange: 'Fires for edits of cells, not for inserted or deleted rows.' },
  }),
  ...group('ScriptApp.Trigger', ADVANCED, {
    local: 'getUniqueId getHandlerFunction getEventType getTriggerSource getTriggerSourceId',
  }),
  ...group('Utilities', ADVANCED, {
    local: 'getUuid sleep formatDate computeDigest base64Encode DigestAlgorithm Charset',
    partial: { formatDate: 'The pattern letters y M d H h m s S a E u Z X.' },
  }),
  ...group('Session', ADVANCED, { local: 'getActiveUser getEffectiveUser getScriptTimeZone' }),
  ...group('Base.User', ADVANCED, { local: 'getEmail' }),
  ...group('Logger', ADVANCED, { local: 'log getLog clear' }),
  ...group('console', EXECUTIONS, { local: 'log debug info warn error time timeEnd' }),
];

const stores = [
  ...group('PropertiesService', STORES, { local: 'getScriptProperties getUserProperties getDocumentProperties' }),
  ...group('PropertiesService.Properties', STORES, {
    remote: 'getProperty getProperties getKeys setProperty setProperties deleteProperty deleteAllProperties',
  }),
  ...group('CacheService', STORES, { local: 'getScriptCache' }),
  ...group('CacheService.Cache', STORES, { remote: 'get getAll put putAll remove' }),
  ...group('MailApp', STORES, {
    remote: 'sendEmail getRemainingDailyQuota',
    partial: { sendEmail: 'To the outbox. Without cc, bcc and attachments; name, replyTo and noReply have no effect.' },
  }),
  ...group('LockService', LOCKS, { local: 'getScriptLock getDocumentLock getUserLock' }),
  ...group('LockService.Lock', LOCKS, { remote: 'tryLock waitLock releaseLock hasLock' }),
];

export const coverage: readonly Coverage[] = [...spreadsheet, ...forms, ...advanced, ...stores];
