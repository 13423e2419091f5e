/** Who one can be here: a card for each person, and a list to search where many share a role. */
import type { Role, User } from '../../users.ts';
import { type Html, html } from '../html.ts';
import { folded } from './folded.ts';
import { action } from './frame.ts';
import { ROLE } from './roles.ts';

/** People of one role who still get a card each. */
const MOST_CARDS = 4;

/** @param current who is signed in: has a card in any case */
export function people(users: readonly User[], current: User | undefined): Html {
  const roles = [...new Set(users.map(({ role }) => role))];
  const of = (role: Role) => users.filter((user) => user.role === role);
  const many = roles.filter((role) => of(role).length > MOST_CARDS);
  const shown = users.filter((user) => !many.includes(user.role) || user.email === current?.email);
  return html`<section><h2>Masuk sebagai</h2>
<ul class="cards people">${shown.map((user) => card(user, user.email === current?.email))}</ul>
${many.map((role) => folded(`orang-${role}`, `${ROLE[role].name} (${of(role).length} orang)`, of(role).map(line)))}
</section>`;
}

const card = (user: User, on: boolean): Html => html`<li class="card${on ? ' on' : ''}"><h3>${user.name}</h3>
<p class="role">${ROLE[user.role].name}${user.area && ` · ${dotted(user.area)}`}</p><p>${ROLE[user.role].does}</p><p class="email">${user.email}</p>
${on ? html`<p>Anda masuk sebagai pengguna ini.</p>${action('Keluar', '/workspace/session', { user: null })}` : enter(user)}</li>`;

const enter = ({ name, email }: User): Html =>
  action(
    html`Masuk<span class="visually-hidden"> sebagai ${name}</span>`,
    '/workspace/session',
    { user: email },
    { kind: 'primary' },
  );

const line = (user: User) => ({
  text: `${user.name} ${user.email} ${user.area ?? ''}`,
  content: html`<span>${user.name}<br><span class="email">${user.email}${user.area && ` · ${dotted(user.area)}`}</span></span>${enter(user)}`,
});

/** `3271011001` as officials write it: `32.71.01.1001`. */
const dotted = (area: string): string => area.replace(/^(\d\d)(\d\d)(\d\d)(?=\d|$)/, '$1.$2.$3.').replace(/\.$/, '');
