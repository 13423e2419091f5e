/** Puts the subsystems together into one Workspace, installs the office on first start, and can begin anew. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { readBundle } from './bundle-files.ts';
import { createClock } from './clock.ts';
import { type DataDir, openDataDir } from './data-dir.ts';
import { createSheets } from './engine/create-sheets.ts';
import { createFaults, type FaultControl } from './faults.ts';
import { createFiles } from './files/create-files.ts';
import { createForms } from './forms/create-forms.ts';
import { createMail } from './mail/create-mail.ts';
import { REGISTER_NAME } from './names.ts';
import { createTokens } from './oauth/tokens.ts';
import { type Profile, peopleOf } from './profiles.ts';
import { createScripts, type ScriptsControl } from './runtime/create-scripts.ts';
import { positionReader } from './runtime/source-names.ts';
import { StartError } from './start-error.ts';
import { openStore } from './store/store.ts';
import { createUsers, type User } from './users.ts';
import type { Kernel, Workspace } from './workspace.ts';

export interface WorkspaceOptions {
  /** Data folder, or `:memory:`. */
  dir: string;
  profile: Profile;
  /** The built folder, `dist/apps-script`. */
  bundleDir: string;
  /** Who signs in here, the owner of everything first. Default: the people of the profile. */
  people?: readonly User[];
  /** Whether an empty Workspace begins with practice data. Default true. */
  seed?: boolean;
  /** Begins without any office: people, but no register and no script. What is installed later stays. */
  empty?: boolean;
  /** Puts practice data into a freshly installed Workspace when there is no prebuilt one. */
  seeder?: (workspace: RunningWorkspace) => Promise<void>;
  /** An instant (ISO text) that the clock shows at the start; default is the time that it kept, or real time. */
  clock?: string;
  log?: Logger;
}

export interface RunningWorkspace extends Workspace {
  readonly scripts: ScriptsControl;
  readonly faults: FaultControl;
  /** Tells the Workspace where the server listens. */
  listensAt(origin: string): void;
  /** Ends this one and gives a new one in the initial state, at the same place. */
  reset(options?: { seed?: boolean }): Promise<RunningWorkspace>;
  close(): Promise<void>;
}

/** The function of the bundle that builds the office's files, and is called once. */
const INSTALL_FUNCTION = 'pasang';

const DEFAULT_ORIGIN = 'http://127.0.0.1:8787';

/**
 * Opens the Workspace in a folder; an empty one is installed and filled first.
 * @throws StartError when the folder is in use or of another office, the built folder is missing, or the installation fails
 */
export async function createWorkspace(options: WorkspaceOptions): Promise<RunningWorkspace> {
  const data = openDataDir(options.dir);
  try {
    return await open(options, data, DEFAULT_ORIGIN);
  } catch (error) {
    data.release();
    throw error;
  }
}

async function open(options: WorkspaceOptions, data: DataDir, origin: string): Promise<RunningWorkspace> {
  const bundle = readBundle(options.bundleDir);
  const filled = (options.seed ?? true) && !options.empty;
  const prebuilt = join(options.bundleDir, '..', 'seed', `${options.profile}.sqlite`);
  if (data.empty && filled && !options.people && existsSync(prebuilt)) data.copyFrom(prebuilt);

  let workspace = assemble(options, data, origin);
  if (!workspace.installed && !data.empty) {
    // An installation was interrupted: its halves are worth nothing.
    await workspace.stop();
    data.clear();
    workspace = assemble(options, data, origin);
  }
  try {
    if (options.clock !== undefined) workspace.clock.set(Date.parse(options.clock));
    if (!workspace.installed && options.empty) workspace.markInstalled({ empty: true });
    else if (!workspace.installed) await install(workspace, bundle, filled ? options.seeder : undefined);
    else if (!workspace.startsEmpty) workspace.scripts.push(bundle);
    workspace.scripts.start();
    return workspace;
  } catch (error) {
    await workspace.stop();
    throw error;
  }
}

interface Assembled extends RunningWorkspace {
  /** Whether the beginning is behind it: an office was installed, or it was told to begin without one. */
  readonly installed: boolean;
  markInstalled(how?: { empty: true }): void;
  /** Closes everything except the hold on the data folder. */
  stop(): Promise<void>;
}

function assemble(options: WorkspaceOptions, data: DataDir, initialOrigin: string): Assembled {
  const store = openStore(data.path);
  const marks = store.documents<{ profile: Profile; empty?: true }>('workspace');
  const mark = marks.get('installed');
  if (mark && mark.profile !== options.profile) {
    store.close();
    throw new StartError(`Folder data ini milik profil ${mark.profile}; jalankan dengan --profile ${mark.profile}.`);
  }
  if (mark && options.empty && !mark.empty) {
    store.close();
    throw new StartError(
      'Folder data ini sudah berisi kantor. Pilih folder lain dengan --data, atau jalankan tanpa --kosong.',
    );
  }
  let origin = initialOrigin;
  const clock = createClock(store.documents('clock'));
  const tokens = createTokens(store, clock);
  const kernel: Kernel = {
    store,
    clock,
    users: createUsers(options.people ?? peopleOf(options.profile), tokens.access),
    log: options.log ?? pino({ level: 'silent' }),
    origin: () => origin,
  };
  const files = createFiles(kernel);
  const sheets = createSheets(kernel, files);
  const forms = createForms(kernel, files);
  const faults = createFaults();
  const mail = createMail(kernel, faults);
  const map = join(options.bundleDir, '..', 'Code.js.map');
  const readPositions = positionReader(existsSync(map) ? readFileSync(map, 'utf8') : undefined);
  const scripts = createScripts({ ...kernel, files, sheets, forms, mail }, faults, readPositions);

  const stop = async () => {
    await scripts.close();
    store.close();
  };
  return {
    ...kernel,
    profile: options.profile,
    tokens,
    files,
    sheets,
    forms,
    mail,
    scripts,
    faults,
    installed: mark !== undefined,
    startsEmpty: mark?.empty ?? options.empty ?? false,
    markInstalled: (how) => marks.put('installed', { profile: options.profile, ...how }),
    stop,
    listensAt(address) {
      origin = address;
    },
    async close() {
      await stop();
      data.release();
    },
    async reset(wanted = {}) {
      await stop();
      data.clear();
      const empty = mark?.empty ?? options.empty ?? false;
      return open({ ...options, empty, seed: wanted.seed ?? options.seed ?? true }, data, origin);
    },
  };
}

/** What an office does once: a register with its bound script, the built folder in it, and the bundle's own setup. */
async function install(
  workspace: Assembled,
  bundle: ReturnType<typeof readBundle>,
  seeder: WorkspaceOptions['seeder'],
): Promise<void> {
  const { sheets, scripts, users, profile } = workspace;
  const register = sheets.create(users.owner, { properties: { title: REGISTER_NAME } });
  scripts.create(users.owner, { title: REGISTER_NAME, spreadsheetId: register.spreadsheetId ?? '' });
  scripts.push(bundle);
  const people = users
    .list()
    .map(({ email, role, name, area = '' }) => ({ email, peran: role, nama: name, wilayah: area }));
  const result = await scripts.run({
    function: INSTALL_FUNCTION,
    args: [{ profil: profile, pengguna: people }],
    user: users.owner,
    source: 'editor',
  });
  if (!result.ok) throw new StartError(`Pemasangan gagal: ${result.error}`);
  await seeder?.(workspace);
  workspace.markInstalled();
}
