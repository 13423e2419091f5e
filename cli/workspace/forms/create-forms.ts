/** Forms of the local Workspace: their definitions and the responses that people gave, kept in the store. */
import { entityNotFound, GoogleError } from '../errors.ts';
import { MIME } from '../files/file-record.ts';
import type { Files, Forms, Kernel } from '../workspace.ts';
import { check } from './check.ts';
import { newEditToken, newPublishedId, newResponseId } from './ids.ts';
import type { Answers, FormDefinition, StoredResponse } from './model.ts';
import { keptAnswers } from './path.ts';
import { validateDefinition } from './validate-definition.ts';

/** @param files every form is a Drive file; deleting the file deletes the form and its responses */
export function createForms(kernel: Kernel, files: Files): Forms {
  const { store, clock } = kernel;
  const definitions = store.documents<FormDefinition>('forms');
  const stored = store.documents<StoredResponse>('form-responses');
  const submitted: ((event: { formId: string; responseId: string }) => void)[] = [];

  const responsesOf = (formId: string): StoredResponse[] =>
    [...stored.entries()].flatMap(([, response]) => (response.formId === formId ? [response] : []));
  const byToken = (formId: string, token: string) => responsesOf(formId).find(({ editToken }) => editToken === token);

  files.onCreate(MIME.form, (fileId, name) => definitions.put(fileId, newDefinition(fileId, name)));
  files.onDelete((fileId) => {
    if (!definitions.get(fileId)) return;
    definitions.delete(fileId);
    for (const { id } of responsesOf(fileId)) stored.delete(id);
  });

  const save = (formId: string, answers: Answers, options: Parameters<Forms['submit']>[2]) => {
    const now = clock.iso();
    const before = options.editToken === undefined ? undefined : byToken(formId, options.editToken);
    if (options.editToken !== undefined && !before) throw entityNotFound();
    const response: StoredResponse = {
      id: before?.id ?? newResponseId(),
      formId,
      created: before?.created ?? now,
      lastSubmitted: now,
      respondentEmail: options.respondentEmail ?? before?.respondentEmail ?? '',
      editToken: before?.editToken ?? newEditToken(),
      answers,
    };
    stored.put(response.id, response);
    if (!options.byScript) for (const listener of submitted) listener({ formId, responseId: response.id });
    return response;
  };

  return {
    get: (formId) => definitions.get(formId),
    byPublishedId(publishedId) {
      for (const [, definition] of definitions.entries()) {
        if (definition.publishedId === publishedId) return definition;
      }
      return undefined;
    },
    put: (definition) =>
      store.transaction(() => {
        if (!definitions.get(definition.id)) throw new Error(`no such form: ${definition.id}`);
        validateDefinition(definition);
        definitions.put(definition.id, structuredClone(definition));
        files.touch(definition.id);
      }),
    create: (owner, title) =>
      store.transaction(() => {
        const definition = newDefinition(files.register(owner, { name: title, mimeType: MIME.form }), title);
        definitions.put(definition.id, definition);
        return definition;
      }),
    check,
    submit: ({ id }, answers, options) =>
      store.transaction(() => {
        // The caller's copy may be older than the form.
        const definition = definitions.get(id);
        if (!definition) throw entityNotFound();
        requireOpen(definition, options.editToken !== undefined);
        requireRespondent(definition, options);
        const errors = check(definition, answers);
        if (Object.keys(errors).length > 0) return { ok: false, errors };
        return { ok: true, response: save(id, keptAnswers(definition, answers), options) };
      }),
    response(formId, responseId) {
      const response = stored.get(responseId);
      return response?.formId === formId ? response : undefined;
    },
    responseByEditToken: byToken,
    responses: (formId, since) =>
      responsesOf(formId).filter(
        ({ lastSubmitted }) => since === undefined || Date.parse(lastSubmitted) > Date.parse(since),
      ),
    onSubmit: (listener) => void submitted.push(listener),
  };
}

function requireOpen(definition: FormDefinition, editing: boolean): void {
  if (!definition.published) throw new GoogleError('FAILED_PRECONDITION', 'The form is not published.');
  if (!definition.acceptingResponses) {
    throw new GoogleError('FAILED_PRECONDITION', 'The form is not accepting responses.');
  }
  if (editing && !definition.allowResponseEdits) {
    throw new GoogleError('FAILED_PRECONDITION', 'The form does not allow changes to responses.');
  }
}

/** A form that collects addresses takes no answers of somebody who is not signed in, also no changed ones. */
function requireRespondent({ collectEmail }: FormDefinition, options: Parameters<Forms['submit']>[2]): void {
  if (!collectEmail || options.byScript || options.respondentEmail) return;
  throw new GoogleError('UNAUTHENTICATED', 'The form collects email addresses: sign in to respond.');
}

/** A new form as Google makes it: unpublished, and ready to accept responses once it is published. */
function newDefinition(id: string, title: string): FormDefinition {
  return {
    id,
    publishedId: newPublishedId(),
    title,
    description: '',
    published: false,
    acceptingResponses: true,
    confirmationMessage: '',
    allowResponseEdits: false,
    collectEmail: false,
    progressBar: false,
    showLinkToRespondAgain: true,
    items: [],
  };
}
