/** Loaded before the program: the disk is full after the first bytes of each file. */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const ROOM = 4_000;
const { open } = fs;
fs.open = (async (path: string, flags: string, mode: number) => {
  const file = await open(path, flags, mode);
  if (flags === 'r') return file;
  const write = file.writeFile.bind(file);
  let left = ROOM;
  const limited = async (data: string | Uint8Array): Promise<void> => {
    left -= data.length;
    if (left < 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    await write(data);
  };
  return Object.assign(file, { writeFile: limited });
}) as typeof open;
syncBuiltinESMExports();
