/** Sheets v4 on the paths that Google serves it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Hono } from 'hono';
import { invalid } from '../engine/draft.ts';
import { NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import type { Kernel, Sheets, ValueParams } from '../workspace.ts';
import { fieldMask } from './field-mask.ts';
import {
  type GoogleContext,
  type GoogleEnv,
  googleApi,
  queryBoolean,
  queryList,
  readJson,
  refuseOtherRoutes,
} from './google-envelope.ts';

type Body = Record<string, unknown>;

/** Methods that stand behind a colon: `/spreadsheets/{id}:batchUpdate`, `/values/{range}:append`. */
type Method = (call: {
  sheets: Sheets;
  actor: User;
  id: string;
  range: string;
  body: Body;
  params: ValueParams;
  fields: string | undefined;
}) => object;

const BOOK_METHODS: Record<string, Method> = {
  batchUpdate: ({ sheets, actor, id, body }) => sheets.batchUpdate(actor, id, body),
  getByDataFilter: ({ sheets, actor, id, body, fields }) => sheets.getByDataFilter(actor, id, body, fields),
};

const SHEET_METHODS: Record<string, Method> = {
  copyTo: ({ sheets, actor, id, range, body }) => sheets.copySheetTo(actor, id, integer('sheet_id', range), body),
};

/** `values:batchGetByDataFilter` and the like: the whole body says what is meant. */
const VALUES_METHODS: Record<string, Method> = {
  batchUpdate: ({ sheets, actor, id, body }) => sheets.values.batchUpdate(actor, id, body),
  batchClear: ({ sheets, actor, id, body }) =>
    sheets.values.batchClear(actor, id, (body as sheets_v4.Schema$BatchClearValuesRequest).ranges ?? []),
  batchGetByDataFilter: ({ sheets, actor, id, body }) => sheets.values.batchGetByDataFilter(actor, id, body),
  batchUpdateByDataFilter: ({ sheets, actor, id, body }) => sheets.values.batchUpdateByDataFilter(actor, id, body),
  batchClearByDataFilter: ({ sheets, actor, id, body }) => sheets.values.batchClearByDataFilter(actor, id, body),
};

const METADATA_METHODS: Record<string, Method> = {
  search: ({ sheets, actor, id, body }) => sheets.developerMetadata.search(actor, id, body),
};

/** A number in a path. @throws GoogleError unless it is one */
function integer(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw invalid(`Invalid value at '${name}' (TYPE_INT32), "${text}"`);
  return Number(text);
}

const RANGE_METHODS: Record<string, Method> = {
  append: ({ sheets, actor, id, range, body, params }) =>
    sheets.values.append(actor, id, range, body as sheets_v4.Schema$ValueRange, params),
  clear: ({ sheets, actor, id, range }) => sheets.values.clear(actor, id, range),
};

/** Everything below `/v4/spreadsheets`; a path that is not emulated answers 501. */
export function sheetsRoutes(workspace: Kernel & { readonly sheets: Sheets }): Hono<GoogleEnv> {
  const { sheets } = workspace;
  const app = googleApi(workspace, '/v4', 'rpc');
  // A mask that cannot be read must stop a change before it happens.
  app.use('*', (c, next) => {
    fieldMask(c.req.query('fields'));
    return next();
  });
  app.post('/spreadsheets', async (c) => answer(c, sheets.create(c.var.actor, await readJson(c))));
  app.get('/spreadsheets/:id', (c) =>
    c.json(
      sheets.get(c.var.actor, c.req.param('id'), {
        ranges: queryList(c, 'ranges'),
        includeGridData: queryBoolean(c, 'includeGridData') ?? false,
        fields: c.req.query('fields'),
      }),
    ),
  );
  // Some clients put a slash before the colon; Google does not mind.
  app.post('/spreadsheets/:id/:method{:[A-Za-z]+}', (c) =>
    call(c, sheets, BOOK_METHODS, `${c.req.param('id')}${c.req.param('method')}`, ''),
  );
  app.post('/spreadsheets/:target', (c) => call(c, sheets, BOOK_METHODS, c.req.param('target'), ''));
  app.post('/spreadsheets/:id/sheets/:target', (c) =>
    call(c, sheets, SHEET_METHODS, c.req.param('target'), c.req.param('id')),
  );
  app.post('/spreadsheets/:id/:method{developerMetadata:[A-Za-z]+}', (c) =>
    call(c, sheets, METADATA_METHODS, c.req.param('method'), c.req.param('id')),
  );
  app.get('/spreadsheets/:id/developerMetadata/:metadataId', (c) => {
    const { id, metadataId } = c.req.param();
    return answer(c, sheets.developerMetadata.get(c.var.actor, id, integer('metadata_id', metadataId)));
  });
  valueRoutes(app, sheets);
  refuseOtherRoutes(app);
  return app;
}

function valueRoutes(app: Hono<GoogleEnv>, sheets: Sheets): void {
  app.get('/spreadsheets/:id/values:batchGet', (c) =>
    answer(c, sheets.values.batchGet(c.var.actor, c.req.param('id'), queryList(c, 'ranges'), valueParams(c))),
  );
  app.post('/spreadsheets/:id/:method{values:[A-Za-z]+}', (c) =>
    call(c, sheets, VALUES_METHODS, c.req.param('method'), c.req.param('id')),
  );
  app.get('/spreadsheets/:id/values/:range', (c) =>
    answer(c, sheets.values.get(c.var.actor, c.req.param('id'), c.req.param('range'), valueParams(c))),
  );
  app.put('/spreadsheets/:id/values/:range', async (c) => {
    const { id, range } = c.req.param();
    return answer(c, sheets.values.update(c.var.actor, id, range, await readJson(c), valueParams(c)));
  });
  app.post('/spreadsheets/:id/values/:range', (c) =>
    call(c, sheets, RANGE_METHODS, c.req.param('range'), c.req.param('id')),
  );
}

const answer = (c: GoogleContext, body: object) => c.json(fieldMask(c.req.query('fields'))(body));

/** Runs the method after the last colon of `target`; what is before it is the id, or the range if `id` is given. */
async function call(c: GoogleContext, sheets: Sheets, methods: Record<string, Method>, target: string, id: string) {
  const colon = target.lastIndexOf(':');
  const name = target.slice(colon + 1);
  const method = colon > 0 && Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method) throw new NotEmulatedError(`${c.req.method} ${c.req.path}`);
  const before = target.slice(0, colon);
  const body = await readJson<Body>(c);
  const place = id ? { id, range: before } : { id: before, range: '' };
  const fields = c.req.query('fields');
  return answer(c, method({ sheets, actor: c.var.actor, ...place, body, params: valueParams(c), fields }));
}

const VALUE_PARAMS = [
  'majorDimension',
  'valueRenderOption',
  'dateTimeRenderOption',
  'valueInputOption',
  'insertDataOption',
  'responseValueRenderOption',
  'responseDateTimeRenderOption',
] as const;

function valueParams(c: GoogleContext): ValueParams {
  const given = VALUE_PARAMS.map((name) => [name, c.req.query(name)] as const).filter(
    ([, value]) => value !== undefined,
  );
  return { ...Object.fromEntries(given), includeValuesInResponse: queryBoolean(c, 'includeValuesInResponse') };
}
