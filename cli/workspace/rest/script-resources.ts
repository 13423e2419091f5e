/** The script project as Script v1 shows it. */
import type { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import type { Users } from '../users.ts';
import type { ScriptDeployment, ScriptProject, ScriptVersion, StoredScriptFile } from '../workspace.ts';
import type { KnownFields } from './field-mask.ts';

/** The compiler keeps the lists complete. */
const all = <T>(fields: Record<keyof T, true>): KnownFields => fields;
export const PROJECT_FIELDS = all<script_v1.Schema$Project>({
  createTime: true,
  creator: true,
  lastModifyUser: true,
  parentId: true,
  scriptId: true,
  title: true,
  updateTime: true,
});
const FILE_FIELDS = all<script_v1.Schema$File>({
  createTime: true,
  functionSet: true,
  lastModifyUser: true,
  name: true,
  source: true,
  type: true,
  updateTime: true,
});
export const CONTENT_FIELDS: KnownFields = { files: FILE_FIELDS, scriptId: true };
export const VERSION_FIELDS = all<script_v1.Schema$Version>({
  createTime: true,
  description: true,
  scriptId: true,
  versionNumber: true,
});
export const DEPLOYMENT_FIELDS = all<script_v1.Schema$Deployment>({
  deploymentConfig: true,
  deploymentId: true,
  entryPoints: true,
  updateTime: true,
});

/** undefined for nobody: stores of the first release did not keep who changed something. */
function person(users: Users, email: string): script_v1.Schema$GoogleAppsScriptTypeUser | undefined {
  if (email === '') return undefined;
  return { domain: email.split('@')[1] ?? '', email, name: users.find(email)?.name ?? email };
}

const by = (field: 'creator' | 'lastModifyUser', users: Users, email: string) => {
  const found = person(users, email);
  return found && { [field]: found };
};

export const projectResource = (project: ScriptProject, users: Users): script_v1.Schema$Project => ({
  scriptId: project.scriptId,
  title: project.title,
  parentId: project.spreadsheetId,
  createTime: project.createTime,
  updateTime: project.updateTime,
  ...by('creator', users, project.creator),
  ...by('lastModifyUser', users, project.lastModifyUser),
});

export const contentResource = (
  scriptId: string,
  files: readonly StoredScriptFile[],
  users: Users,
): script_v1.Schema$Content => ({
  scriptId,
  files: files.map(({ name, type, source, createTime, updateTime, lastModifyUser, functions }) => ({
    name,
    type,
    source,
    ...by('lastModifyUser', users, lastModifyUser),
    createTime,
    updateTime,
    ...(type === 'SERVER_JS' && { functionSet: { values: functions.map((function_) => ({ name: function_ })) } }),
  })),
});

export const versionResource = (
  scriptId: string,
  { versionNumber, description, createTime }: ScriptVersion,
): script_v1.Schema$Version => ({
  scriptId,
  versionNumber,
  ...(description !== undefined && { description }),
  createTime,
});

export function deploymentResource(scriptId: string, deployment: ScriptDeployment): script_v1.Schema$Deployment {
  const { deploymentId, updateTime, versionNumber, manifestFileName, description } = deployment;
  const deploymentConfig = {
    scriptId,
    ...(versionNumber !== undefined && { versionNumber }),
    manifestFileName,
    ...(description !== undefined && { description }),
  };
  return { deploymentId, deploymentConfig, updateTime };
}
