/** Versions and deployments of the script project, with Google's limits and refusals. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { entityNotFound, GoogleError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import type { DeploymentWish, Releases, ScriptDeployment, ScriptVersion } from '../workspace.ts';
import { DEPLOYMENTS_PER_SCRIPT, VERSIONS_PER_SCRIPT } from './limits.ts';
import { MANIFEST_NAME } from './manifest.ts';
import type { Project } from './project.ts';

interface ReleaseControl extends Releases {
  /** Forgets everything: the project is gone. */
  clear(): void;
}

const newDeploymentId = (): string => `AKfycb${randomBytes(39).toString('base64url')}`;

export function createReleases(store: Store, clock: Clock, project: Pick<Project, 'files' | 'facts'>): ReleaseControl {
  const versions = store.documents<ScriptVersion>('script_versions');
  const stored = store.documents<ScriptDeployment>('script_deployments');

  const version = (versionNumber: number): ScriptVersion => {
    const found = versions.get(String(versionNumber));
    if (!found) throw entityNotFound();
    return found;
  };
  /** Every project has one from the beginning. */
  const head = (): ScriptDeployment => {
    const known = stored.get('head');
    if (known) return { ...known, updateTime: project.facts?.updateTime ?? known.updateTime };
    const made = { deploymentId: newDeploymentId(), manifestFileName: MANIFEST_NAME, updateTime: clock.iso() };
    stored.put('head', made);
    return made;
  };
  const versioned = () => [...stored.entries()].flatMap(([id, one]) => (id === 'head' ? [] : [one]));
  const deployment = (deploymentId: string): ScriptDeployment => {
    const found = [head(), ...versioned()].find((one) => one.deploymentId === deploymentId);
    if (!found) throw entityNotFound();
    return found;
  };
  const changeable = (deploymentId: string, change: 'modified' | 'deleted'): string => {
    if (deployment(deploymentId).versionNumber === undefined) {
      throw new GoogleError('INVALID_ARGUMENT', `Read-only deployments may not be ${change}.`);
    }
    return deploymentId;
  };
  const put = (deploymentId: string, wish: DeploymentWish): ScriptDeployment => {
    const { versionNumber, manifestFileName = MANIFEST_NAME, description } = wish;
    if (versionNumber === undefined) throw new GoogleError('INVALID_ARGUMENT', 'Request contains an invalid argument.');
    version(versionNumber);
    const made = {
      deploymentId,
      versionNumber,
      manifestFileName,
      updateTime: clock.iso(),
      ...(description !== undefined && { description }),
    };
    stored.put(deploymentId, made);
    return made;
  };

  return {
    version,
    versions: () => [...versions.entries()].map(([, one]) => one),
    createVersion(description) {
      if (versions.size >= VERSIONS_PER_SCRIPT) {
        // Google's sentence for this limit is not known; this is the one that goes with the status.
        throw new GoogleError('FAILED_PRECONDITION', 'Precondition check failed.');
      }
      const made = {
        versionNumber: versions.size + 1,
        createTime: clock.iso(),
        files: project.files,
        ...(description !== undefined && { description }),
      };
      versions.put(String(made.versionNumber), made);
      return made;
    },
    deployment,
    deployments: () => [head(), ...versioned()],
    createDeployment(wish) {
      if (versioned().length >= DEPLOYMENTS_PER_SCRIPT) {
        throw new GoogleError(
          'FAILED_PRECONDITION',
          `Scripts may only have up to ${DEPLOYMENTS_PER_SCRIPT} versioned deployments at a time.`,
        );
      }
      return put(newDeploymentId(), wish);
    },
    updateDeployment(deploymentId, wish) {
      return put(changeable(deploymentId, 'modified'), wish);
    },
    deleteDeployment: (deploymentId) => stored.delete(changeable(deploymentId, 'deleted')),
    clear() {
      for (const documents of [versions, stored]) for (const [id] of [...documents.entries()]) documents.delete(id);
    },
  };
}
