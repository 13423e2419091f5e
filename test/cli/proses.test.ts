/** Whether another process runs: a lock of one that is gone must not hold. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { isHidup } from '../../cli/proses.ts';

it.runIf(process.platform === 'linux')('does not run when nobody took note that it has ended', async () => {
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [text] = (await once(parent.stdout, 'data')) as [Buffer];
    const child = Number(String(text));
    expect(isHidup(child)).toBe(true);
    await vi.waitFor(() => expect(isHidup(child)).toBe(false), { timeout: 10_000 });
    // It is still there, for its parent.
    expect(() => process.kill(child, 0)).not.toThrow();
    expect(isHidup(parent.pid ?? 0)).toBe(true);
  } finally {
    parent.kill('SIGKILL');
  }
});
