/** The sharing members that spreadsheets and forms have in common, as a script sees them. */
import { call, mismatch } from '../runtime/guest/bridge.ts';
import { createUser } from './session/guest.ts';

type User = GoogleAppsScript.Base.User;

/** @param owner the class's name in calls. @param self the object that chained calls go on with */
export function sharingMembers<T>(owner: string, id: string, self: () => T) {
  const list = (method: string) => (): User[] => call<string[]>(`${owner}.${method}`, id).map(createUser);
  const change =
    (method: string) =>
    (...args: unknown[]): T => {
      const [user] = args;
      const email = typeof user === 'object' && user !== null ? (user as User).getEmail() : user;
      if (args.length !== 1 || typeof email !== 'string') throw mismatch(`${owner}.${method}`, args);
      call(`${owner}.${method}`, id, email);
      return self();
    };
  return {
    getEditors: list('getEditors'),
    addEditor: change('addEditor'),
    removeEditor: change('removeEditor'),
    viewers: { getViewers: list('getViewers'), removeViewer: change('removeViewer') },
  };
}
