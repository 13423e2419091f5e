/** Forms v1 on the paths that Google serves it: forms, publishing, responses. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { Hono } from 'hono';
import { entityNotFound, GoogleError, NotEmulatedError, permissionDenied } from '../errors.ts';
import type { FormDefinition, StoredResponse } from '../forms/model.ts';
import type { User } from '../users.ts';
import type { Files, Forms, Kernel } from '../workspace.ts';
import { fieldMask, type KnownFields } from './field-mask.ts';
import { formResource, publishSettings, responseResource } from './form-resource.ts';
import {
  type GoogleContext,
  type GoogleEnv,
  googleApi,
  queryBoolean,
  readJson,
  refuseOtherRoutes,
} from './google-envelope.ts';
import { pageOf } from './paging.ts';

/** The compiler keeps the lists complete. */
const FORM_FIELDS: Record<keyof forms_v1.Schema$Form, true> = {
  formId: true,
  info: true,
  items: true,
  linkedSheetId: true,
  publishSettings: true,
  responderUri: true,
  revisionId: true,
  settings: true,
};
const RESPONSE_FIELDS: Record<keyof forms_v1.Schema$FormResponse, true> = {
  answers: true,
  createTime: true,
  formId: true,
  lastSubmittedTime: true,
  respondentEmail: true,
  responseId: true,
  totalScore: true,
};

/** Items are changed through FormApp; `batchUpdate` answers 501. */
export function formsRoutes(kernel: Kernel, { files, forms }: { files: Files; forms: Forms }): Hono<GoogleEnv> {
  const app = googleApi(kernel, '/v1/forms', 'rpc');
  /** @throws GoogleError when there is no such form or the actor may not edit it */
  const open = (actor: User, formId: string): FormDefinition => {
    const definition = forms.get(formId);
    if (!definition) throw entityNotFound();
    const role = files.role(actor, formId);
    // A form has editors and respondents only; whoever may merely view the file sees neither items nor responses.
    if (role !== 'owner' && role !== 'writer') throw permissionDenied();
    return definition;
  };
  const resource = (actor: User, definition: FormDefinition) =>
    formResource(definition, files.get(actor, definition.id).name ?? '', kernel.origin());

  app.post('/', async (c) => {
    const mask = maskOf(c, FORM_FIELDS);
    const { title, documentTitle } = newFormInfo(await readJson<forms_v1.Schema$Form>(c));
    // Google publishes a new form unless told otherwise; since 30 June 2026 it leaves every new form unpublished.
    queryBoolean(c, 'unpublished');
    const definition = kernel.store.transaction(() => {
      const created = forms.create(c.var.actor, title);
      if (documentTitle) files.update(c.var.actor, created.id, { name: documentTitle });
      return created;
    });
    return c.json(mask(resource(c.var.actor, definition)));
  });

  app.get('/:id', (c) => c.json(maskOf(c, FORM_FIELDS)(resource(c.var.actor, open(c.var.actor, c.req.param('id'))))));

  app.post('/:target', async (c) => {
    const mask = maskOf(c, { formId: true, publishSettings: true });
    const [id = '', method = ''] = c.req.param('target').split(':');
    if (method !== 'setPublishSettings') throw new NotEmulatedError(`Forms API forms.${method || 'post'}`);
    const definition = open(c.var.actor, id);
    const changed = published(definition, await readJson<forms_v1.Schema$SetPublishSettingsRequest>(c));
    forms.put(changed);
    return c.json(mask({ formId: id, publishSettings: publishSettings(changed) }));
  });

  app.get('/:id/responses', (c) => {
    const mask = maskOf(c, { responses: RESPONSE_FIELDS, nextPageToken: true });
    const definition = open(c.var.actor, c.req.param('id'));
    const matching = forms.responses(definition.id).filter(parseFilter(c.req.query('filter')));
    return c.json(mask(pageOf(c, 'responses', matching, (response) => responseResource(definition, response))));
  });

  app.get('/:id/responses/:responseId', (c) => {
    const mask = maskOf(c, RESPONSE_FIELDS);
    const definition = open(c.var.actor, c.req.param('id'));
    const response = forms.response(definition.id, c.req.param('responseId'));
    if (!response) throw entityNotFound();
    return c.json(mask(responseResource(definition, response, definition.id)));
  });

  refuseOtherRoutes(app);
  return app;
}

const maskOf = (c: GoogleContext, known: KnownFields) => fieldMask(c.req.query('fields'), { known });

function newFormInfo({ info, ...rest }: forms_v1.Schema$Form): { title: string; documentTitle: string } {
  const { title, documentTitle, ...others } = info ?? {};
  if (Object.keys(rest).length > 0 || Object.keys(others).length > 0) {
    throw new GoogleError(
      'INVALID_ARGUMENT',
      'Only info.title can be set when creating a form. To add items and change settings, use batchUpdate.',
    );
  }
  if (!title) throw new GoogleError('INVALID_ARGUMENT', 'Title is required to create a new form.');
  return { title, documentTitle: documentTitle ?? '' };
}

function published(definition: FormDefinition, body: forms_v1.Schema$SetPublishSettingsRequest): FormDefinition {
  const { isPublished, isAcceptingResponses } = body.publishSettings?.publishState ?? {};
  if (typeof isPublished !== 'boolean' || typeof isAcceptingResponses !== 'boolean') {
    throw new GoogleError('INVALID_ARGUMENT', 'publish_state must set both is_published and is_accepting_responses.');
  }
  if (isAcceptingResponses && !isPublished) {
    throw new GoogleError('INVALID_ARGUMENT', 'A form that is not published cannot accept responses.');
  }
  return { ...definition, published: isPublished, acceptingResponses: isAcceptingResponses };
}

/** `timestamp > N` and `timestamp >= N`, compared with the latest submission. */
function parseFilter(filter: string | undefined): (response: StoredResponse) => boolean {
  if (!filter) return () => true;
  const [, operator, instant = ''] = /^\s*timestamp\s*(>=|>)\s*"?(\d{4}-\d\d-\d\dT[\d:.]+Z)"?\s*$/.exec(filter) ?? [];
  const limit = Date.parse(instant);
  if (Number.isNaN(limit)) throw new GoogleError('INVALID_ARGUMENT', 'Invalid filter.');
  return operator === '>='
    ? (response) => Date.parse(response.lastSubmitted) >= limit
    : (response) => Date.parse(response.lastSubmitted) > limit;
}
