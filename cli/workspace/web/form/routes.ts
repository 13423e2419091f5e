/** Addresses of published forms, as Google's: `/forms/d/e/{publishedId}/viewform` and `/formResponse`. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { GoogleError } from '../../errors.ts';
import type { Answers, FormDefinition, StoredResponse } from '../../forms/model.ts';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { respondent, signIn } from '../session.ts';
import { readEntries } from './entries.ts';
import { closedPage, notPublishedPage, sentPage, unknownFormPage, unknownResponsePage } from './messages.ts';
import { formPage } from './page.ts';
import { RETURN_TO, signInPage, WHO } from './sign-in.ts';

/** Bytes of a submission; the longest honest one is a few kilobytes. */
const MAX_BODY = 1_000_000;

type Found =
  | { definition: FormDefinition; refusal?: undefined }
  | { definition?: undefined; refusal: Response | Promise<Response> };

/** What somebody sends: the form with the answers, and which response they are to replace. */
interface Sent {
  definition: FormDefinition;
  answers: Answers;
  stored: StoredResponse | undefined;
  user: User | undefined;
}

const queryOf = (c: Context): string => new URL(c.req.url).search.replace(/^\?/, '');

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
    const user = respondent(c, users);
    if (definition.collectEmail && !user) return c.html(signInPage(definition, users.list(), queryOf(c)));
    const stored = edited(definition, c.req.query('edit2'));
    if (stored === null) return c.html(unknownResponsePage(definition), 404);
    const answers = stored?.answers ?? readEntries(definition, new URL(c.req.url).searchParams);
    return c.html(formPage({ definition, answers, user, editToken: stored?.editToken, query: queryOf(c) }));
  });

  app.get('/forms/d/e/:publishedId/formResponse', (c) =>
    c.redirect(`/forms/d/e/${encodeURIComponent(c.req.param('publishedId'))}/viewform`),
  );

  app.get('/forms/d/e/:publishedId/masuk', (c) => {
    const { definition, refusal } = find(c);
    return refusal ?? c.html(signInPage(definition, users.list(), queryOf(c), respondent(c, users)));
  });

  app.post('/forms/d/e/:publishedId/masuk', bodyLimit({ maxSize: MAX_BODY }), async (c) => {
    const { definition, refusal } = find(c);
    if (refusal) return refusal;
    const params = new URLSearchParams(await c.req.text());
    const query = params.get(RETURN_TO);
    const user = users.find(params.get(WHO) ?? '');
    if (user) signIn(c, user);
    if (query !== null) {
      const address = `/forms/d/e/${encodeURIComponent(definition.publishedId)}/viewform`;
      // Written anew, so that nothing but a query can follow the address.
      return c.redirect(query === '' ? address : `${address}?${new URLSearchParams(query)}`, 303);
    }
    const stored = edited(definition, params.get('edit2') ?? undefined);
    if (stored === null) return c.html(unknownResponsePage(definition), 404);
    const sent = { definition, answers: readEntries(definition, params), stored, user };
    return user ? again(c, sent) : askToSignIn(c, sent);
  });

  app.post('/forms/d/e/:publishedId/formResponse', bodyLimit({ maxSize: MAX_BODY }), async (c) => {
    const { definition, refusal } = find(c);
    if (refusal) return refusal;
    const params = new URLSearchParams(await c.req.text());
    const stored = edited(definition, params.get('edit2') ?? c.req.query('edit2'));
    if (stored === null) return c.html(unknownResponsePage(definition), 404);
    const sent = { definition, answers: readEntries(definition, params), stored, user: respondent(c, users) };
    return definition.collectEmail && !sent.user ? askToSignIn(c, sent) : send(c, sent);
  });

  /** The form as it was sent, with what else there is to say. */
  const again = (c: Context, { stored, ...sent }: Sent, more: Partial<Parameters<typeof formPage>[0]> = {}) => {
    const editToken = stored?.editToken;
    const query = editToken === undefined ? '' : String(new URLSearchParams({ edit2: editToken }));
    return c.html(formPage({ ...sent, editToken, query, ...more }), more.errors ? 400 : more.people ? 401 : 200);
  };
  const askToSignIn = (c: Context, sent: Sent) => again(c, sent, { people: users.list() });

  /** Stores the answers, or shows them again with what is wrong. */
  const send = (c: Context, sent: Sent) => {
    const { definition, answers, stored, user } = sent;
    try {
      const result = forms.submit(definition, answers, {
        // Whoever edits a response becomes its respondent, as at Google: the edit link is all that is asked for.
        ...(definition.collectEmail && user ? { respondentEmail: user.email } : {}),
        ...(stored ? { editToken: stored.editToken } : {}),
      });
      return result.ok ? c.html(sentPage(definition, result.response)) : again(c, sent, { errors: result.errors });
    } catch (error) {
      if (!(error instanceof GoogleError && error.status === 'FAILED_PRECONDITION')) throw error;
      return c.html(closedPage(definition.title));
    }
  };

  return app;
}
