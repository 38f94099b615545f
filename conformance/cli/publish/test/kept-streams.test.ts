import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { madeUpSpec, madeUpStream } from '../../../../reports/bench/made-up-run.ts';
import { keptStreams } from '../kept-streams.ts';
import { publishedFolder } from '../published-files.ts';

const keeping = suite('streams that are published');
const root = mkdtempSync(join(tmpdir(), 'taskspec-published-'));
keeping.after(() => rmSync(root, { recursive: true }));

keeping('there are none before the first time', () => {
  assert.equal(keptStreams(root), []);
});

keeping('they come in the order of their names; one that is not whole says why', () => {
  mkdirSync(join(root, publishedFolder), { recursive: true });
  const text = madeUpStream(madeUpSpec(3), 7);
  for (const [name, content] of [['02-b.jsonl', text.slice(0, -9)], ['01-a.jsonl', text], ['README.md', '']] as const) writeFileSync(join(root, publishedFolder, name), content);
  const [first, second, ...more] = keptStreams(root);
  assert.is(first !== undefined && 'stream' in first ? first.stream.header.name : null, 'python:3.7');
  assert.is(second !== undefined && 'problem' in second ? second.problem : null, 'its last line is cut off');
  assert.equal(more, []);
});

keeping.run();
