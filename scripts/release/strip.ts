/** JavaScript beside each TypeScript file: Node strips types everywhere except below `node_modules`, where users install. */
import { build, type Plugin } from 'esbuild';

/** Each file stays a file. Relative imports lead to the stripped neighbour, others stay as they are. */
const onlyRename: Plugin = {
  name: 'only-rename',
  setup({ onResolve }) {
    onResolve({ filter: /^\.|^#|^[^/]/ }, ({ kind, path }) => {
      if (kind === 'entry-point') return undefined;
      return { path: path.startsWith('.') ? path.replace(/\.ts$/, '.js') : path, external: true };
    });
  },
};

/** @param root holds the files, and gets the stripped ones at the same places */
export async function stripTypes(root: string, files: readonly string[]): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
    outdir: '.',
    outbase: '.',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    logLevel: 'warning',
    plugins: [onlyRename],
  });
}
