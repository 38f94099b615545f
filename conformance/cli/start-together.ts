// The only place that decides which sources the bundle keeps together: what every short run loads is one file, and not fifty.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/** With what these import, all that judges the reference or a CPython and prints what came out. None does anything when it is loaded. */
const neededAtStart = [
  'conformance/cli/dispatch.ts', 'conformance/cli/terminal.ts', 'conformance/cli/commands/run.ts', 'reports/console.ts',
  'adapters/reference/reference-adapter.ts', 'adapters/python/python-adapter.ts',
];

const together = 'start-together';

/**
 * A bundler makes a file for each set of entries that share a source, and each `import()` is an entry: that comes to half a hundred
 * small files, which Node takes longer to find and to link than to run. Where all entries import the sources that are `needed`, these
 * share one set. Entries in `apart` do not: they are processes and libraries that never judge.
 */
export async function startTogether(
  options: BuildOptions & { readonly absWorkingDir: string }, apart: readonly string[], needed: readonly string[] = neededAtStart,
): Promise<Plugin> {
  const { metafile } = await build({ ...options, metafile: true, write: false });
  const entries = Object.values(metafile.outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
  const joined = new Set(entries.filter((path) => !apart.includes(path)).map((path) => join(options.absWorkingDir, path)));
  return {
    name: together,
    // The filters are read by Go, which knows no flag of theirs.
    setup(builder) {
      builder.onResolve({ filter: /^start-together$/ }, () => ({ path: together, namespace: together }));
      builder.onLoad({ filter: /./, namespace: together }, () => (
        { contents: needed.map((path) => `import ${JSON.stringify(`./${path}`)};`).join('\n'), resolveDir: options.absWorkingDir }
      ));
      builder.onLoad({ filter: /\.ts$/ }, ({ path }) => (
        joined.has(path) ? { contents: `${readFileSync(path, 'utf8')}\nimport '${together}';\n`, loader: 'ts' } : null
      ));
    },
  };
}
