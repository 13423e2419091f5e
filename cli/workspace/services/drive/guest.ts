/** The advanced service `Drive` (v3), as a script sees it. */
import { advancedMethods } from '../../runtime/guest/advanced.ts';
import { strict } from '../../runtime/guest/strict.ts';

type Members = Record<string, unknown>;

export function createDriveService(): object {
  const files = advancedMethods('Drive.Files', { get: 1, list: 0, create: 1, update: 2, remove: 1 });
  const permissions = advancedMethods('Drive.Permissions', { list: 1, create: 2, remove: 2 });
  return strict<Members>('Drive', {
    Files: strict<Members>('Drive.Files', files),
    Permissions: strict<Members>('Drive.Permissions', permissions),
  });
}
