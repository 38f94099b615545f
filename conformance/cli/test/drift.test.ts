import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { call } from './call.ts';
import { aFolder } from './folder.ts';

const drift = suite('taskspec drift');
const { path, remove } = aFolder();
drift.after(remove);
const spec = join(path, 'spec');
for (const folder of ['clauses', 'scenarios/class']) mkdirSync(join(spec, folder), { recursive: true });
writeFileSync(join(spec, 'clauses', 'class.yaml'),
  'member: class\nclauses:\n  - {id: task.class.own, tag: D, says: must, class: core, sentences: [class.1], text: What it promises.}\n');
writeFileSync(join(spec, 'scenarios', 'class', 'own.yaml'), 'title: It is reached\nclauses: [task.class.own]\ncoroutines:\n  main:\n    - log: reached\n');
const page = (name: string, text: string): string => {
  writeFileSync(join(path, name), text);
  return join(path, name);
};
const head = '.. module:: asyncio\n\nTask Object\n===========\n\n.. class:: Task(coro)\n\n';
const method = '   .. method:: done()\n\n      A made-up answer comes at once.\n';
const walks = '   A made-up Task walks through the loop.\n\n';
const old = page('old.rst', `${head}${walks}${method}`);

drift('a specification without a ledger is told how to make one', async () => {
  const { code, err } = await call(['drift', old, '--spec', spec]);
  assert.is(code, 2);
  assert.match(err, /this specification has no ledger\n {2}It is document\/3\.7\.yaml; taskspec drift --update makes one\./u);
});

drift('pages of which none defines Task are refused, one or several', async () => {
  const others = ['one.rst', 'two.rst'].map((name) => page(name, '.. module:: asyncio\n\n.. class:: Future()\n\n   Something else.\n'));
  assert.match((await call(['drift', others[0] ?? '', '--spec', spec])).err, /one\.rst does not define asyncio\.Task/u);
  assert.match((await call(['drift', ...others, '--spec', spec])).err, /one\.rst and .*two\.rst do not define asyncio\.Task/u);
});

drift('a place that cannot be written is told', async () => {
  writeFileSync(join(spec, 'document'), '');
  const { code, err } = await call(['drift', old, '--update', '--spec', spec]);
  assert.is(code, 2);
  assert.match(err, /cannot be written[^]*The ledger belongs to the specification/u);
});

drift('as JSON, what moved says where to, and what was not looked at says why', async () => {
  const other = join(path, 'other');
  for (const folder of ['clauses', 'scenarios/class']) mkdirSync(join(other, folder), { recursive: true });
  for (const file of ['clauses/class.yaml', 'scenarios/class/own.yaml']) writeFileSync(join(other, file), readFileSync(join(spec, file)));
  assert.is((await call(['drift', old, '--update', '--spec', other])).code, 0);
  const ledger = join(other, 'document', '3.7.yaml');
  assert.ok(existsSync(ledger));
  const classified = readFileSync(ledger, 'utf8').replace(/( +)kind: signature\n/gu, '$1kind: signature\n$1informative: It is made up.\n')
    .replace(/(id: done\.1\n( +)kind: sentence\n)/u, '$1$2informative: It is made up.\n');
  writeFileSync(ledger, classified);
  const moved = page('moved.rst', `${head}${walks}   A made-up answer comes at once.\n\n   .. method:: done()\n`);
  const { out, err } = await call(['drift', moved, '--spec', other, '--json']);
  assert.is(err, '');
  const { sentences }: { readonly sentences: readonly { readonly id: string; readonly fate: string; readonly to?: string }[] } = JSON.parse(out);
  assert.equal(sentences.filter(({ fate }) => fate === 'moved').map(({ id, to }) => [id, to]), [['done.1', 'asyncio.Task']]);
});

drift.run();
