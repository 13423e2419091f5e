/** Editors and viewers of a spreadsheet or form, as SpreadsheetApp and FormApp manage them: the same list as Drive's. */
import type { Host } from '../runtime/host.ts';
import { ScriptError } from '../runtime/script-error.ts';

type Kind = 'writer' | 'reader';

const shared = ({ workspace, user }: Host, id: string) => {
  if (!workspace.files.role(user, id)) {
    throw new ScriptError('You do not have permission to access the requested document.');
  }
  return workspace.files.listPermissions(user, id);
};

/** Addresses of the people who may edit (owner included) or only view. */
const people = (kind: Kind) => (host: Host, id: string) =>
  shared(host, id)
    .filter(({ role }) => (kind === 'writer' ? role === 'owner' || role === 'writer' : role === 'reader'))
    .flatMap(({ emailAddress }) => emailAddress ?? []);

const addEditor = (host: Host, id: string, emailAddress: string) => {
  shared(host, id);
  host.workspace.files.createPermission(host.user, id, { type: 'user', role: 'writer', emailAddress });
};

/** Somebody who has no such right stays as they are, as at Google. */
const remove = (kind: Kind) => (host: Host, id: string, email: string) => {
  const found = shared(host, id).find(({ role, emailAddress }) => role === kind && emailAddress === email);
  if (found?.id) host.workspace.files.deletePermission(host.user, id, found.id);
};

/** The members that a file has whichever application opens it. */
export const sharingOf = {
  getEditors: people('writer'),
  getViewers: people('reader'),
  addEditor,
  removeEditor: remove('writer'),
  removeViewer: remove('reader'),
};
