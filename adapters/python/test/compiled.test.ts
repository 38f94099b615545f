import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../../conformance/test/where-found.ts';
import type { Run } from '../../../conformance/adapter.ts';
import { encodeForPython } from '../encode.ts';
import { pythonAdapter } from '../python-adapter.ts';
import { noPython, python } from './at-hand.ts';
import { budget, programFrom } from './scenario-from-text.ts';

const compiled = suite<{ folder: string; environment: NodeJS.ProcessEnv }>('what a Python compiled');
const withPython = whereFound(compiled, noPython);

/** The harness in a folder of its own, where Python may keep what it makes of it. */
compiled.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  context.environment = { ...process.env };
  delete process.env['PYTHONDONTWRITEBYTECODE'];
  delete process.env['PYTHONPYCACHEPREFIX'];
  const harness = fileURLToPath(new URL('../', import.meta.url));
  for (const file of readdirSync(harness).filter((name) => name.endsWith('.py'))) cpSync(join(harness, file), join(context.folder, file));
});
compiled.after.each(({ folder, environment }) => {
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

const checks = (value: number): ReturnType<typeof programFrom> => programFrom(`
coroutines:
  main:
    - check: list([${value}])
      is: [${value}]
`);

/** Runs a program in a fresh session, and gives what its first step showed. */
async function seen(folder: string, program: ReturnType<typeof programFrom>): Promise<unknown> {
  const session = await pythonAdapter(`python:${python}`, { startMilliseconds: 5000, folder: pathToFileURL(`${folder}/`) }).start();
  let run: Run;
  try {
    run = await session.run(program, budget, { notes: false });
  } finally {
    await session.stop();
  }
  const first = run.kind === 'trace' ? run.trace.observations[0] : undefined;
  return first?.kind === 'value' ? first.value : run;
}

/** The file where it is kept, or null. */
function kept(folder: string): string | null {
  const cache = join(folder, '__pycache__');
  const name = existsSync(cache) ? readdirSync(cache).find((file) => file.startsWith('scenarios.')) : undefined;
  return name === undefined ? null : join(cache, name);
}

/** What is kept, or throws. */
function keptFile(folder: string): string {
  const file = kept(folder);
  if (file === null) throw new Error('nothing was kept');
  return file;
}

/** Writes a file as the harness would, with one line of Python changed that makes up what is kept. */
function forge(folder: string, script: string): void {
  const sources = [1, 2].map((value) => {
    const data: { readonly source: string } = JSON.parse(encodeForPython(checks(value)));
    return data.source;
  });
  execFileSync(python ?? '', ['-B', '-c', `import marshal, sys
sys.path.insert(0, sys.argv[1])
import compiled
path, one, two = sys.argv[2:5]
${script}
`, folder, keptFile(folder), ...sources]);
}

withPython('is kept, and is what runs the next time', async ({ folder }) => {
  assert.equal(await seen(folder, checks(1)), [1]);
  // So that it can be told from what would be compiled: the code of another source.
  forge(folder, 'open(path, "wb").write(compiled.pack({one: marshal.dumps(compiled.compile_source(two))}))');
  assert.equal(await seen(folder, checks(1)), [2]);
});

withPython('is found by the whole text of a source only, and what is new joins it', async ({ folder }) => {
  assert.equal(await seen(folder, checks(1)), [1]);
  assert.equal(await seen(folder, checks(2)), [2]);
  forge(folder, 'assert set(compiled.read(path)) == {one, two}, compiled.read(path)');
});

withPython('is ignored where a byte of it is wrong, where it is cut short, and where another Python made it', async ({ folder }) => {
  await seen(folder, checks(1));
  const other = 'open(path, "wb").write(compiled.pack({one: marshal.dumps(compiled.compile_source(two))}))';
  forge(folder, other);
  const wrong = readFileSync(keptFile(folder));
  const at = wrong.length - 20;
  wrong[at] = (wrong[at] ?? 0) ^ 1;
  const spoilt = [wrong, wrong.subarray(0, 40), Buffer.alloc(0), Buffer.from('no such thing')];
  for (const content of spoilt) {
    writeFileSync(keptFile(folder), content);
    assert.equal(await seen(folder, checks(1)), [1]);
  }
  forge(folder, `sys.version = "another build"\n${other}`);
  assert.equal(await seen(folder, checks(1)), [1]);
});

withPython('is not kept where Python keeps nothing of its own, nor where nothing can be written', async ({ folder }) => {
  process.env['PYTHONDONTWRITEBYTECODE'] = '1';
  assert.equal(await seen(folder, checks(1)), [1]);
  assert.is(kept(folder), null);
  delete process.env['PYTHONDONTWRITEBYTECODE'];
  writeFileSync(join(folder, '__pycache__'), 'no folder');
  assert.equal(await seen(folder, checks(1)), [1]);
});

withPython('leaves no unfinished file beside it', async ({ folder }) => {
  await seen(folder, checks(1));
  await seen(folder, checks(2));
  assert.equal(readdirSync(join(folder, '__pycache__')).filter((name) => !name.endsWith('.pyc')), []);
});

compiled.run();
