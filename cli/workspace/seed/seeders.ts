/** Which offices have practice data, and who makes them. */
import type { Profile } from '../profiles.ts';
import type { Workspace } from '../workspace.ts';
import { seedBantul } from './seed-bantul.ts';
import { seedKotaBogor } from './seed-kota-bogor.ts';

type Seeder = (workspace: Workspace) => Promise<void>;

/** An office that is missing here starts empty. */
export const SEEDERS: Partial<Record<Profile, Seeder>> = { bantul: seedBantul, 'kota-bogor': seedKotaBogor };
