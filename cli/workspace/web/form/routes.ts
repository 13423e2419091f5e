/** Addresses of published forms, as Google's: `/forms/d/e/{publishedId}/viewform` and `/formResponse`. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { GoogleError } from '../../errors.ts';
import type { Answers, FormDefinition, StoredResponse } from '../../forms/model.ts';
import type { Workspace } from '../../workspace.ts';
import { currentUser } from '../session.ts';
import { readEntries } from './entries.ts';
import { closedPage, notPublishedPage, sentPage, unknownFormPage, unknownResponsePage } from './messages.ts';
import { formPage } from './page.ts';

/** Bytes of a submission; the longest honest one is a few kilobytes. */
const MAX_BODY = 1_000_000;

type Found =
  | { definition: FormDefinition; refusal?: undefined }
  | { definition?: undefined; refusal: Response | Promise<Response> };

export function formRoutes({ forms, users }: Pick<Workspace, 'forms' | 'users'>): Hono {
  const app = new Hono();

  /** The form of this address, or the page that says why it cannot be filled in. */
  const find = (c: Context): Found => {
    const definition = forms.byPublishedId(c.req.param('publishedId') ?? '');
    if (!definition) return { refusal: c.html(unknownFormPage(), 404) };
    if (!definition.published) return { refusal: c.html(notPublishedPage(definition.title), 404) };
    if (!definition.acceptingResponses) return { refusal: c.html(closedPage(definition.title)) };
    return { definition };
  };

  /** The response that an edit link opens; `null` when the link is worthless. */
  const edited = (definition: FormDefinition, token: string | undefined): StoredResponse | undefined | null => {
    if (!token) return undefined;
    if (!definition.allowResponseEdits) return null;
    return forms.responseByEditToken(definition.id, token) ?? null;
  };

  app.get('/forms/d/e/:publishedId/viewform', (c) => {
    const { definition, refusal } = find(c);
    if (refusal) return refusal;
    const url = new URL(c.req.url);
    const stored = edited(definition, c.req.query('edit2'));
    if (stored === null) return c.html(unknownResponsePage(definition), 404);
    const answers = stored?.answers ?? readEntries(definition, url.searchParams);
    const user = currentUser(c, users);
    return c.html(formPage({ definition, answers, errors: {}, user, editToken: stored?.editToken }));
  });

  app.get('/forms/d/e/:publishedId/formResponse', (c) =>
    c.redirect(`/forms/d/e/${encodeURIComponent(c.req.param('publishedId'))}/viewform`),
  );

  app.post('/forms/d/e/:publishedId/formResponse', bodyLimit({ maxSize: MAX_BODY }), async (c) => {
    const { definition, refusal } = find(c);
    if (refusal) return refusal;
    const params = new URLSearchParams(await c.req.text());
    const stored = edited(definition, params.get('edit2') ?? c.req.query('edit2'));
    if (stored === null) return c.html(unknownResponsePage(definition), 404);
    return send(c, definition, readEntries(definition, params), stored);
  });

  /** Stores the answers, or shows them again with what is wrong. */
  const send = (c: Context, definition: FormDefinition, answers: Answers, stored: StoredResponse | undefined) => {
    const user = currentUser(c, users);
    try {
      const result = forms.submit(definition, answers, {
        ...(definition.collectEmail && user ? { respondentEmail: user.email } : {}),
        ...(stored ? { editToken: stored.editToken } : {}),
      });
      if (result.ok) return c.html(sentPage(definition, result.response));
      return c.html(formPage({ definition, answers, errors: result.errors, user, editToken: stored?.editToken }), 400);
    } catch (error) {
      if (!(error instanceof GoogleError && error.status === 'FAILED_PRECONDITION')) throw error;
      return c.html(closedPage(definition.title));
    }
  };

  return app;
}
