/** Opens an address in the officer's browser, where there is one. */
import { spawn } from 'node:child_process';

const PEMBUKA: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** A machine without a browser is no failure: the address is on the terminal as well. */
export function bukaPeramban(url: string): void {
  const [perintah, ...args] = PEMBUKA[process.platform] ?? ['xdg-open'];
  const child = spawn(perintah, [...args, url], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
