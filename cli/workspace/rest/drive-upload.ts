/** Uploads to Drive that become spreadsheets: CSV and TSV. Other contents have no home in the Workspace. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { Hono } from 'hono';
import { GoogleError, NotEmulatedError } from '../errors.ts';
import { MIME } from '../files/file-record.ts';
import type { User } from '../users.ts';
import type { Files, Kernel, Sheets } from '../workspace.ts';
import { KNOWN_FILE_FIELDS } from './drive-fields.ts';
import { driveFieldError, fieldMask } from './field-mask.ts';
import { type GoogleContext, type GoogleEnv, googleApi, refuseOtherRoutes } from './google-envelope.ts';

const DELIMITERS: Record<string, string> = { 'text/csv': ',', 'text/tab-separated-values': '\t' };

interface Upload {
  metadata: drive_v3.Schema$File;
  type: string;
  content: string;
}

export interface UploadTargets {
  files: Files;
  sheets: Pick<Sheets, 'get' | 'batchUpdate' | 'values'>;
}

/** Drive v3's upload addresses, and the one of Drive v2 that replaces the content of a spreadsheet by a CSV. */
export function uploadRoutes(kernel: Kernel, { files, sheets }: UploadTargets): Hono<GoogleEnv> {
  const app = googleApi(kernel, '/upload/drive', 'drive');
  const answer = (c: GoogleContext, file: drive_v3.Schema$File) => {
    const fields = c.req.query('fields') || 'kind,id,name,mimeType';
    return c.json(fieldMask(fields, { known: KNOWN_FILE_FIELDS, fieldError: driveFieldError })(file));
  };
  app.post('/v3/files', async (c) => {
    const { metadata, type, content } = await readUpload(c);
    if (metadata.mimeType !== MIME.spreadsheet)
      throw new NotEmulatedError(`Drive upload of ${type} without conversion`);
    const delimiter = delimiterOf(type);
    const file = files.create(c.var.actor, metadata);
    replaceContent(sheets, c.var.actor, file.id ?? '', content, delimiter);
    return answer(c, files.get(c.var.actor, file.id ?? ''));
  });
  app.patch('/v3/files/:id', async (c) => {
    const { metadata, type, content } = await readUpload(c);
    const id = c.req.param('id');
    requireSpreadsheet(files.get(c.var.actor, id));
    replaceContent(sheets, c.var.actor, id, content, delimiterOf(type));
    return answer(c, files.update(c.var.actor, id, metadata));
  });
  app.put('/v2/files/:id', async (c) => {
    const { type, content } = await readUpload(c);
    const file = files.get(c.var.actor, c.req.param('id'));
    requireSpreadsheet(file);
    replaceContent(sheets, c.var.actor, file.id ?? '', content, delimiterOf(type));
    return c.json({ kind: 'drive#file', id: file.id, title: file.name, mimeType: file.mimeType });
  });
  refuseOtherRoutes(app);
  return new Hono<GoogleEnv>().route('/', app);
}

function delimiterOf(type: string): string {
  const delimiter = DELIMITERS[type];
  if (!delimiter) throw new NotEmulatedError(`Drive upload of ${type}`);
  return delimiter;
}

function requireSpreadsheet({ mimeType }: drive_v3.Schema$File): void {
  if (mimeType !== MIME.spreadsheet) throw new NotEmulatedError(`Drive upload into ${mimeType}`);
}

/** The first sheet alone stays, with only what is uploaded, read as if it had been typed. */
function replaceContent(
  sheets: UploadTargets['sheets'],
  actor: User,
  id: string,
  data: string,
  delimiter: string,
): void {
  const { sheets: tabs = [] } = sheets.get(actor, id, { fields: 'sheets.properties(sheetId,hidden)' });
  const [first, ...others] = tabs.map(({ properties }) => properties?.sheetId ?? 0);
  const sheetId = first ?? 0;
  sheets.batchUpdate(actor, id, {
    requests: [
      { updateSheetProperties: { properties: { sheetId, hidden: false }, fields: 'hidden' } },
      ...others.map((other) => ({ deleteSheet: { sheetId: other } })),
      { unmergeCells: { range: { sheetId } } },
      { updateCells: { range: { sheetId }, fields: '*' } },
      { pasteData: { coordinate: { sheetId }, data, delimiter, type: 'PASTE_NORMAL' } },
    ],
  });
}

/** Reads `media` (the body is the content) and `multipart` (metadata as JSON, then the content). */
async function readUpload(c: GoogleContext): Promise<Upload> {
  const kind = c.req.query('uploadType');
  const type = c.req.header('content-type') ?? '';
  if (kind === 'media') return { metadata: {}, type: plainType(type), content: await c.req.text() };
  if (kind !== 'multipart') throw new NotEmulatedError(`Drive uploadType ${kind}`);
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  const parts = boundary ? (await c.req.text()).split(`--${boundary}`).slice(1, -1) : [];
  const [metadata, media] = parts.map(readPart);
  if (!metadata || !media) throw malformed();
  return { metadata: parseMetadata(metadata.content), type: plainType(media.type), content: media.content };
}

function readPart(part: string): { type: string; content: string } {
  const [, head = '', content = ''] = /^\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?\n?$/.exec(part) ?? [];
  return { type: /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? '', content };
}

const plainType = (type: string): string => type.split(';')[0]?.trim().toLowerCase() ?? '';

function parseMetadata(text: string): drive_v3.Schema$File {
  try {
    return JSON.parse(text) as drive_v3.Schema$File;
  } catch {
    throw malformed();
  }
}

const malformed = (): GoogleError => new GoogleError('INVALID_ARGUMENT', 'Malformed multipart body.', 'badContent');
