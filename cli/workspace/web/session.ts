/** Who is signed in to a page: only the cookie says so. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { User, Users } from '../users.ts';

const USER_COOKIE = 'pbi_user';

/** The signed-in user, or undefined without a cookie or with one that stands for nobody. */
export function currentUser(c: Context, users: Users): User | undefined {
  const email = getCookie(c, USER_COOKIE);
  return email ? users.find(email) : undefined;
}
