import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { changes, narrowing, watchedFolders } from '../watch.ts';
import { aFolder } from './folder.ts';
import { argumentsOf, withoutColour } from './taskspec.ts';

const watching = suite('watching files');
const { path, remove } = aFolder();
watching.after(remove);
const root = fileURLToPath(new URL('../../..', import.meta.url));

watching('a scenario that changed is run alone, anything else runs everything', () => {
  const spec = join(path, 'spec');
  assert.equal(narrowing([join(spec, 'scenarios', 'cancel', 'deny.yaml'), join(spec, 'scenarios', 'done', 'x.yaml')], spec), ['--filter', 'cancel/deny', '--filter', 'done/x']);
  assert.equal(narrowing([join(spec, 'scenarios', 'cancel', 'deny.yaml'), join(spec, 'clauses', 'done.yaml')], spec), []);
  assert.equal(narrowing([join(path, 'adapter.ts')], spec), []);
  assert.equal(narrowing([join(spec, 'scenarios', 'cancel')], spec), []);
});

watching('what is watched: the specification, the reference where it is judged, files that are named, PYTHONPATH', () => {
  mkdirSync(join(path, 'patched'));
  writeFileSync(join(path, 'adapter.ts'), '');
  assert.equal(watchedFolders(['reference'], path, ''), [resolve(path), join(root, 'reference')].map((folder) => resolve(folder)));
  assert.equal(watchedFolders(['python:3.13', join(path, 'adapter.ts')], join(root, 'spec'), join(path, 'patched')), [join(root, 'spec'), join(path, 'patched'), resolve(path)]);
});

watching('changes come in batches, hidden files and leftovers of editors do not, and the signal ends it', async () => {
  const controller = new AbortController();
  const folder = join(path, 'patched');
  const found = await changes([folder], controller.signal);
  const first = found.next();
  for (const name of ['.hidden', 'x.py~', '.x.py.swp', 'x.py']) writeFileSync(join(folder, name), '');
  assert.equal((await first).value, [join(folder, 'x.py')]);
  const second = found.next();
  controller.abort();
  assert.is((await second).done, true);
});

watching('told to end before it began, it ends', async () => {
  const found = await changes([path], AbortSignal.abort());
  assert.is((await found.next()).done, true);
});

watching('the command runs again when a scenario changes, that one alone, and ends when it is told to', async () => {
  const spec = join(path, 'own');
  cpSync(join(root, 'spec'), spec, { recursive: true });
  const child = spawn(process.execPath, argumentsOf(['run', 'reference', '--watch', '--spec', spec]), { cwd: path, env: withoutColour(), stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  let heard = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    heard();
  });
  // Two pipes have no order: what is waited for is the text of both. Once it waits, what it printed is on its way: only an end is worth an error.
  child.on('exit', () => heard());
  const both = async (runs: number, shown: RegExp): Promise<void> => {
    while (err.split('waiting for changes').length <= runs || !shown.test(out)) {
      assert.is(child.exitCode, null, `it goes on: ${err}${out}`);
      await new Promise<void>((done) => {
        heard = done;
      });
    }
  };
  await both(1, /reference {2}conforms/u);
  out = '';
  const file = join(spec, 'scenarios', 'cancel', 'documented-example.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n# changed\n`);
  await both(2, /^asyncio\.Task.* 1 scenario,/mu);
  child.kill('SIGINT');
  assert.is(await new Promise((done) => child.on('exit', done)), 130);
});

watching('an implementation that is named is watched, and a filter of the call is not narrowed further', async () => {
  const spec = join(path, 'own');
  const words = ['run', 'reference', '--watch', '--filter', 'cancel/d*', '--spec', spec];
  const child = spawn(process.execPath, argumentsOf(words), { cwd: path, env: withoutColour(), stdio: ['ignore', 'pipe', 'pipe'] });
  let all = '';
  let heard = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      all += text;
      heard();
    });
  }
  let ended = false;
  const over = new Promise((done) => child.on('close', (code) => {
    ended = true;
    heard();
    done(code);
  }));
  const both = async (runs: number): Promise<void> => {
    while (all.split('waiting for changes').length <= runs || all.split('reference  conforms').length <= runs) {
      if (ended) throw new Error(`it ended:\n${all}`);
      await new Promise<void>((done) => {
        heard = done;
      });
    }
  };
  await both(1);
  const file = join(spec, 'scenarios', 'cancel', 'documented-example.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n# changed again\n`);
  await both(2);
  const counts = [...all.matchAll(/(\d+) scenarios?,/gu)].map(([, count]) => count);
  assert.is(new Set(counts).size, 1);
  child.kill('SIGINT');
  assert.is(await over, 130);
});

watching.run();
