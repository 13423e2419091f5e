/** Session as a script sees it: who runs it and in which zone. All local: known when the execution starts. */
import { facts } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';

type Session = GoogleAppsScript.Base.Session;

export const createUser = (email: string): GoogleAppsScript.Base.User =>
  strict<GoogleAppsScript.Base.User>('Base.User', { getEmail: () => email });

export const createSession = (): Session =>
  strict<Session>('Session', {
    getActiveUser: () => createUser(facts().activeUser),
    getEffectiveUser: () => createUser(facts().effectiveUser),
    getScriptTimeZone: () => facts().timeZone,
  });
