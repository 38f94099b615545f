import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aClause, aScenario, aSpec } from '../../test/made-up.ts';
import { cached } from '../spec-cache.ts';
import { aFolder } from './folder.ts';

const caching = suite('the cache of the specification');
const { path, remove } = aFolder();
caching.after(remove);
const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'done/one' })]);
const folder = join(path, 'node_modules', '.cache', 'taskspec');
let loads = 0;
const load = async (): Promise<typeof spec> => {
  loads += 1;
  return spec;
};

caching.before(() => {
  mkdirSync(join(path, 'spec', 'scenarios'), { recursive: true });
  mkdirSync(join(path, 'conformance', 'load'), { recursive: true });
  writeFileSync(join(path, 'spec', 'scenarios', 'one.yaml'), 'title: one');
  for (const file of ['spec.ts', 'capabilities.ts', 'proofs.ts']) writeFileSync(join(path, 'conformance', file), '');
});

caching('what was loaded once is not loaded again', async () => {
  assert.equal(await cached(path, load), spec);
  assert.equal(await cached(path, load), spec);
  assert.is(loads, 1);
});

caching('a file that changed, or a loader that did, makes it load again, and the old entry goes', async () => {
  writeFileSync(join(path, 'spec', 'scenarios', 'one.yaml'), 'title: another');
  await cached(path, load);
  assert.is(loads, 2);
  writeFileSync(join(path, 'conformance', 'load', 'load-spec.ts'), '');
  await cached(path, load);
  assert.is(loads, 3);
  writeFileSync(join(path, 'conformance', 'capabilities.ts'), 'export {};');
  await cached(path, load);
  assert.is(loads, 4);
  assert.is(readdirSync(folder).length, 1);
});

caching('an entry that is broken is made anew', async () => {
  const [entry = ''] = readdirSync(folder);
  writeFileSync(join(folder, entry), '{"half');
  assert.equal(await cached(path, load), spec);
  assert.is(loads, 5);
});

caching('where nothing can be kept it works all the same', async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder should be');
  assert.equal(await cached(path, load), spec);
  assert.is(loads, 6);
});

caching('mistakes are not kept', async () => {
  rmSync(folder);
  await cached(path, () => Promise.reject(new Error('mistakes'))).then(() => assert.unreachable(), (error: unknown) => assert.instance(error, Error));
  assert.equal(await cached(path, load), spec);
});

caching.run();
