// Shards of a run, one after the other as on several machines, and joined.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aFolder } from './folder.ts';
import { commandIn } from './taskspec.ts';

const merging = suite('shards and merge');
const { path, remove } = aFolder();
merging.after(remove);
const taskspec = commandIn(path);
const withoutMade = (file: string): string => readFileSync(join(path, file), 'utf8').replace(/"made":\{.*?\}\}/u, '');
const shards = [1, 2, 3].map((index) => `.taskspec/reference.${index}-of-3.jsonl`);

merging('three shards make the whole run, byte for byte but for when and where', async () => {
  for (const index of [1, 2, 3]) assert.is((await taskspec(['run', 'reference', '--shard', `${index}/3`])).code, 0);
  assert.is((await taskspec(['run', 'reference', '--output', 'whole.jsonl'])).code, 0);
  const { code, out } = await taskspec(['merge', ...shards, '--output', 'merged.jsonl']);
  assert.is(code, 0);
  assert.match(out, /reference {2}conforms/u);
  assert.is(withoutMade('merged.jsonl'), withoutMade('whole.jsonl'));
});

merging('what is missing, broken or no result file is said', async () => {
  const missing = await taskspec(['merge', ...shards.slice(1)]);
  assert.is(missing.code, 2);
  assert.match(missing.err, /of 3 shards 1 is missing/u);
  writeFileSync(join(path, 'cut.jsonl'), readFileSync(join(path, shards[0] ?? ''), 'utf8').slice(0, -50));
  assert.match((await taskspec(['merge', 'cut.jsonl', ...shards.slice(1)])).err, /cut\.jsonl is no whole result file: its last line is cut off/u);
  assert.match((await taskspec(['merge', 'nowhere.jsonl'])).err, /nowhere\.jsonl cannot be read \(ENOENT\)/u);
  assert.match((await taskspec(['merge'])).err, /no result file is named/u);
});

merging('what was joined can be had as JSON', async () => {
  const { code, out } = await taskspec(['merge', ...shards, '--json']);
  assert.is(code, 0);
  const { kept }: { readonly kept: readonly unknown[] } = JSON.parse(out);
  assert.equal(kept, [{ name: 'reference', file: join('.taskspec', 'reference.jsonl'), problem: null }]);
});

merging('a place that cannot be written, and one place for two implementations, are refused', async () => {
  const lost = await taskspec(['merge', ...shards, '--output', '.taskspec']);
  assert.is(lost.code, 2);
  assert.match(lost.err, /the results of reference are not kept: .*\.taskspec is a directory/u);
  const nowhere = { PATH: '/nowhere', PYENV_ROOT: '/nowhere' };
  assert.is((await taskspec(['run', 'python:3.7', '--filter', 'done/*', '--shard', '1/2', '--output', 'other.jsonl'], nowhere)).code, 3);
  const two = await taskspec(['merge', ...shards, 'other.jsonl', '--output', 'both.jsonl']);
  assert.is(two.code, 2);
  assert.match(two.err, /--output names one file, and there are results of reference, python:3\.7/u);
  assert.not.ok(existsSync(join(path, 'both.jsonl')));
});

merging('an empty shard is fine, a selection of nothing is not', async () => {
  const codes = await Promise.all([1, 2].map((index) => taskspec(['run', 'reference', '--filter', 'cancel/documented-example', '--shard', `${index}/2`])));
  assert.equal(codes.map(({ code }) => code), [0, 0]);
  assert.is((await taskspec(['run', 'reference', '--filter', 'no-such-scenario', '--shard', '1/2'])).code, 2);
});

merging.run();
