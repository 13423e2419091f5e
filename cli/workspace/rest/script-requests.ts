/** Bodies of Script v1 calls, read as Google's JSON reader reads them: names and types are checked, null means absent. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { GoogleError } from '../errors.ts';
import type { DeploymentWish, ScriptFile } from '../workspace.ts';
import { readJson } from './google-envelope.ts';

const text = z.nullish(z.string());
const number = z.nullish(z.int());
/** What Google says itself in an answer is passed over when a client sends it back. */
const ignored = z.optional(z.unknown());

const PROJECT = z.strictObject({
  title: text,
  parentId: text,
  scriptId: ignored,
  createTime: ignored,
  updateTime: ignored,
  creator: ignored,
  lastModifyUser: ignored,
});

const FILE = z.strictObject({
  name: text,
  type: z.nullish(z.enum(['SERVER_JS', 'HTML', 'JSON', 'ENUM_TYPE_UNSPECIFIED'])),
  source: text,
  createTime: ignored,
  updateTime: ignored,
  lastModifyUser: ignored,
  functionSet: ignored,
});
const CONTENT = z.strictObject({ files: z.nullish(z.array(FILE)), scriptId: ignored });

const VERSION = z.strictObject({ description: text, versionNumber: ignored, createTime: ignored, scriptId: ignored });

const CONFIG = z.strictObject({ versionNumber: number, manifestFileName: text, description: text, scriptId: ignored });
const UPDATE = z.strictObject({ deploymentConfig: z.nullish(CONFIG) });

/** @throws GoogleError for an unknown field or one of the wrong type */
async function read<T>(c: Context, schema: z.ZodMiniType<T>): Promise<T> {
  const { data, error } = schema.safeParse(await readJson(c));
  const [issue] = error?.issues ?? [];
  if (!issue) return data as T;
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const at = path && ` at '${path}'`;
    throw invalid(`Invalid JSON payload received. Unknown name "${issue.keys[0]}"${at}: Cannot find field.`);
  }
  throw invalid(`Invalid value at '${path}' (${TYPES[String(issue.path.at(-1))] ?? 'TYPE_STRING'})`);
}

const TYPES: Record<string, string> = {
  versionNumber: 'TYPE_INT32',
  type: 'type.googleapis.com/google.apps.script.v1.File.FileType',
  files: 'LIST',
};

/** `files[0].deployment_config` */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) =>
      typeof part === 'number'
        ? `[${part}]`
        : `.${String(part).replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`,
    )
    .join('')
    .slice(1);

const invalid = (message: string): GoogleError => new GoogleError('INVALID_ARGUMENT', message);
const invalidArgument = (): GoogleError => invalid('Request contains an invalid argument.');

/** What `projects.create` is to make. @throws GoogleError without a title */
export async function readProject(c: Context): Promise<{ title: string; parentId: string | undefined }> {
  const { title, parentId } = await read(c, PROJECT);
  if (!title) throw invalidArgument();
  return { title, parentId: parentId ?? undefined };
}

/** The files of `projects.updateContent`. @throws GoogleError for a file without name or type */
export async function readContent(c: Context): Promise<ScriptFile[]> {
  const { files } = await read(c, CONTENT);
  return (files ?? []).map(({ name, type, source }) => {
    if (!name || !type || type === 'ENUM_TYPE_UNSPECIFIED') throw invalidArgument();
    return { name, type, source: source ?? '' };
  });
}

export async function readVersion(c: Context): Promise<string | undefined> {
  return (await read(c, VERSION)).description ?? undefined;
}

/** @throws GoogleError when an update says nothing */
export async function readDeployment(c: Context, kind: 'create' | 'update'): Promise<DeploymentWish> {
  const config = kind === 'create' ? await read(c, CONFIG) : (await read(c, UPDATE)).deploymentConfig;
  if (!config) throw invalidArgument();
  const { versionNumber, manifestFileName, description } = config;
  return {
    ...(versionNumber && { versionNumber }),
    ...(manifestFileName && { manifestFileName }),
    ...(description && { description }),
  };
}
