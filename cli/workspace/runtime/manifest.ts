/** The manifest of a script project, checked as Google checks it when content is replaced. */
import * as z from 'zod/mini';
import { GoogleError } from '../errors.ts';
import type { ScriptFile } from '../workspace.ts';

/** What the runtime obeys of a manifest. */
export interface ManifestFacts {
  timeZone: string | undefined;
  /** undefined when the script does not say which permissions it wants; Google then asks for what it uses. */
  scopes: readonly string[] | undefined;
  /** Names of the advanced services that are switched on. */
  advanced: readonly string[];
}

/** Add-ons, chat apps and macros have fields of their own that nothing here reads. */
const anything = z.optional(z.unknown());
const text = z.optional(z.string());
const texts = z.optional(z.array(z.string()));

const MANIFEST = z.strictObject({
  timeZone: text,
  runtimeVersion: z.optional(z.enum(['V8', 'STABLE', 'DEPRECATED_ES5'])),
  exceptionLogging: z.optional(z.enum(['STACKDRIVER', 'NONE'])),
  oauthScopes: texts,
  urlFetchWhitelist: texts,
  dependencies: z.optional(
    z.strictObject({
      enabledAdvancedServices: z.optional(
        z.array(z.strictObject({ userSymbol: z.string(), serviceId: z.string(), version: z.string() })),
      ),
      libraries: z.optional(
        z.array(
          z.strictObject({
            userSymbol: z.string(),
            libraryId: z.string(),
            version: text,
            developmentMode: z.optional(z.boolean()),
          }),
        ),
      ),
    }),
  ),
  webapp: z.optional(z.strictObject({ access: text, executeAs: text })),
  executionApi: z.optional(z.strictObject({ access: text })),
  addOns: anything,
  chat: anything,
  sheets: anything,
  dataStudio: anything,
});

export const MANIFEST_NAME = 'appsscript';

/** @throws GoogleError when it is missing or Google would not take it */
export function manifestOf(files: readonly ScriptFile[]): ManifestFacts {
  const file = files.find(({ name, type }) => name === MANIFEST_NAME && type === 'JSON');
  if (!file) {
    throw new GoogleError('INVALID_ARGUMENT', 'Project contents must include a manifest file named appsscript.');
  }
  const { success, data, error } = MANIFEST.safeParse(json(file.source));
  if (!success) throw hasErrors(problem(error));
  const advanced = data.dependencies?.enabledAdvancedServices?.map(({ userSymbol }) => userSymbol) ?? [];
  const twice = advanced.find((symbol, index) => advanced.indexOf(symbol) !== index);
  if (twice !== undefined) throw hasErrors(`Found a service identifier used more than once: ${twice}`);
  return { timeZone: data.timeZone, scopes: data.oauthScopes, advanced };
}

const hasErrors = (what: string): GoogleError =>
  new GoogleError('INVALID_ARGUMENT', `"appsscript.json" has errors: ${what}`);

function json(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw hasErrors('Invalid JSON syntax');
  }
}

/** What Google names first: every unknown field at once, else the first wrong one. */
function problem({ issues }: z.core.$ZodError): string {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => dotted([...issue.path, key])) : [],
  );
  if (unknown.length > 0) return `Invalid manifest: unknown fields: [${unknown.join(', ')}]`;
  const [first] = issues;
  const path = dotted(first?.path ?? []);
  const missing = first?.code === 'invalid_type' && first.input === undefined;
  return missing ? `Missing required field: ${path}` : `Invalid manifest: invalid value for field ${path}`;
}

/** `dependencies.libraries.libraryId`: places in a list are not counted. */
const dotted = (path: readonly PropertyKey[]): string => path.filter((part) => typeof part === 'string').join('.');
