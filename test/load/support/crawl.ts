/** Every address that a Workspace answers, with the ids of an office put in. */

import { createWorkspace } from '#workspace/create-workspace.ts';
import { createApp } from '#workspace/server.ts';

export interface Endpoint {
  method: string;
  path: string;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The routes that are registered, `*` left out: those only refuse. */
export async function registeredRoutes(): Promise<Endpoint[]> {
  const workspace = await createWorkspace({
    dir: ':memory:',
    profile: 'bantul',
    bundleDir: 'dist/apps-script',
    seed: false,
  });
  const app = createApp(workspace, () => Promise.resolve());
  const routes = app.routes.filter(({ path }) => !path.includes('*'));
  await workspace.close();
  const all = routes.flatMap(({ method, path }) =>
    (method === 'ALL' ? METHODS : [method]).map((one) => ({ method: one, path })),
  );
  return [...new Map(all.map((one) => [`${one.method} ${one.path}`, one])).values()];
}

/**
 * The paths of a route with every combination of values for its parameters.
 * @param values by parameter name
 */
export function addresses(path: string, values: Readonly<Record<string, readonly string[]>>): string[] {
  const parameter = /\/:(\w+)(\{[^}]*\})?/.exec(path);
  const [whole = '', name = '', choice] = parameter ?? [];
  if (!parameter) return [path];
  const found = choice ? choice.slice(1, -1).split('|') : values[name];
  if (!found) throw new Error(`no values for :${name} in ${path}`);
  return found.flatMap((value) =>
    addresses(`${path.slice(0, parameter.index)}/${value}${path.slice(parameter.index + whole.length)}`, values),
  );
}
