/** What a person does at the consent page of a Workspace: chooses an account, leaves out what is not wanted, answers. */

interface Answer {
  /** Scopes whose tick is taken away, by the end of their names. */
  without?: readonly string[];
  decision?: 'izinkan' | 'tolak';
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Sends the page's own fields. @returns where the browser is then sent, or the page's status when it stays */
export async function answerConsent(address: string, email: string, answer: Answer = {}): Promise<URL | number> {
  const shown = await fetch(address);
  if (shown.status !== 200) return shown.status;
  const page = await shown.text();
  const value = (name: string) =>
    [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, text = '']) => unescaped(text));
  const scopes = value('izin').filter((scope) => !answer.without?.some((end) => scope.endsWith(end)));
  const body = new URLSearchParams([
    ['permintaan', value('permintaan')[0] ?? ''],
    ['akun', email],
    ...scopes.map((scope) => ['izin', scope]),
    ['putusan', answer.decision ?? 'izinkan'],
  ]);
  const action = new URL(/<form[^>]* action="([^"]*)"/.exec(page)?.[1] ?? '', address);
  const sent = await fetch(action, { method: 'POST', body, redirect: 'manual' });
  const location = sent.headers.get('location');
  return location === null ? sent.status : new URL(location);
}
