/** Who is signed in to a page: the cookie says so, and for programs that send a form a token does. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { USER_COOKIE } from '../control/respond.ts';
import { GoogleError } from '../errors.ts';
import type { User, Users } from '../users.ts';

/** The signed-in user, or undefined without a cookie or with one that stands for nobody. */
export function currentUser(c: Context, users: Users): User | undefined {
  const email = getCookie(c, USER_COOKIE);
  return email ? users.find(email) : undefined;
}

/** Who answers a form. A page of another origin cannot send the header unasked, so it may outrank the cookie. */
export function respondent(c: Context, users: Users): User | undefined {
  const header = c.req.header('authorization');
  if (header === undefined) return currentUser(c, users);
  try {
    return users.authenticate(header).user;
  } catch (error) {
    if (error instanceof GoogleError) return undefined;
    throw error;
  }
}

export function signIn(c: Context, user: User): void {
  setCookie(c, USER_COOKIE, user.email, { path: '/', httpOnly: true, sameSite: 'Strict' });
}
