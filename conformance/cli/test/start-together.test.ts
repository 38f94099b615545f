import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startTogether } from '../start-together.ts';

const test = suite('start together');

/** Three that are shared by different sets of entries, so that a bundler has a reason to keep each apart. */
const sources = {
  'main.ts': "const name = process.argv[2];\nif (name === 'run') (await import('./run.ts')).run();\nelse (await import('./list.ts')).list();\n",
  'run.ts': "import { one } from './one.ts';\nimport { two } from './two.ts';\nexport const run = (): void => console.log(one, two);\n",
  'list.ts': "import { two } from './two.ts';\nimport { three } from './three.ts';\nexport const list = (): void => console.log(two, three);\n",
  'host.ts': "import { one } from './one.ts';\nconsole.log(one);\n",
  'one.ts': "export const one: string = 'first';\n",
  'two.ts': "export const two: string = 'second';\n",
  'three.ts': "export const three: string = 'third';\n",
};

/** The sources behind each entry of the bundle, that of what it imports statically included. */
async function bundled(needed: readonly string[]): Promise<(entry: string) => { readonly files: number; readonly sources: readonly string[] }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'taskspec-together-')));
  try {
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
    const options = {
      absWorkingDir: folder, entryPoints: ['main.ts', 'host.ts'], outdir: 'dist', bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20',
    } satisfies BuildOptions;
    const plugin = await startTogether(options, ['host.ts'], needed);
    const { outputs } = (await build({ ...options, plugins: [plugin], metafile: true, write: false })).metafile;
    return (entry) => {
      const first = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
      const files = new Set(first === undefined ? [] : [first]);
      for (const file of files) {
        for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') files.add(path);
      }
      const inputs = [...files].flatMap((file) => Object.entries(outputs[file]?.inputs ?? {}));
      return { files: files.size, sources: inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path).sort() };
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('what is needed at the start is loaded with the command, in as few files as there are entries apart', async () => {
  const of = await bundled(['run.ts']);
  // One file for what the host needs too, one for the rest, and that of the entry.
  assert.equal(of('main.ts'), { files: 3, sources: ['main.ts', 'one.ts', 'run.ts', 'two.ts'] });
});

test('what is not needed stays behind its import()', async () => {
  const of = await bundled(['run.ts']);
  assert.ok(of('list.ts').sources.includes('three.ts'));
  assert.not.ok(of('main.ts').sources.includes('three.ts'));
});

test('an entry that is kept apart loads what it imports itself, and nothing else', async () => {
  const of = await bundled(['run.ts']);
  assert.equal(of('host.ts').sources, ['host.ts', 'one.ts']);
});

test.run();
