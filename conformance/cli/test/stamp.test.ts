import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { discover } from '../../../adapters/python/discover.ts';
import { stampedVersion } from '../../stamps.ts';
import { installed, whereFound } from '../../test/where-found.ts';
import { call } from './call.ts';
import { aFolder } from './folder.ts';

const stamp = suite('taskspec stamp');
const { path, remove } = aFolder();
stamp.after(remove);
const has = (await discover()).some(({ exact }) => exact === stampedVersion);
const withIt = whereFound(stamp, installed(has, `CPython ${stampedVersion}`, `pyenv install ${stampedVersion}`));
for (const folder of ['clauses', 'scenarios/done', 'stamps']) mkdirSync(join(path, folder), { recursive: true });
const file = join(path, 'stamps', `${stampedVersion}.json`);
const scenario = join(path, 'scenarios', 'done', 'one.yaml');
const write = (expected: string): void => writeFileSync(scenario,
  `title: It is so\nclauses: [task.done.own]\ncoroutines:\n  worker:\n    - return: 1\n  main:\n    - call: create_task(worker())\n      as: t\n    - await: t\n      is: ${expected}\n`);
writeFileSync(join(path, 'clauses', 'done.yaml'),
  'member: done\nclauses:\n  - {id: task.done.own, tag: D, says: must, class: core, sentences: [done.1], text: What it promises.}\n');
write('1');

stamp('what has no stamp of what it is now, and a stamp of what is gone, is told', async () => {
  writeFileSync(file, JSON.stringify({ '0123456789abcdef': { scenario: 'done/gone', c: 'pass', pure: 'pass' } }));
  const { code, err } = await call(['stamp', '--check', '--spec', path]);
  assert.is(code, 1);
  assert.match(err, /^done\/one has no stamp of what it is now\ndone\/gone has a stamp of what it was\ntaskspec: run taskspec stamp where a CPython 3\.7\.16 is\n$/u);
});

stamp('stamps that are not there, or are no JSON, are told with what to do', async () => {
  for (const [prepare, said] of [[() => rmSync(file), /the stamps cannot be read \(ENOENT/u], [() => writeFileSync(file, '{'), /the stamps cannot be read \(.*JSON/u]] as const) {
    prepare();
    const { code, err } = await call(['stamp', '--check', '--spec', path]);
    assert.is(code, 2);
    assert.match(err, said);
    assert.match(err, /Run taskspec stamp where a CPython 3\.7\.16 is\./u);
  }
});

withIt('what CPython does is stamped; what it does not do is no truth, and nothing is written', async () => {
  rmSync(file, { force: true });
  write('2');
  const refused = await call(['stamp', '--spec', path]);
  assert.is(refused.code, 1);
  assert.match(refused.err, /nothing is stamped: CPython 3\.7\.16 does not pass\n {2}done\/one {2}C fail, pure fail/u);
  assert.not.ok(existsSync(file));
  write('1');
  assert.is((await call(['stamp', '--spec', path])).out, `1 scenarios stamped in ${file}\n`);
  assert.match(readFileSync(file, 'utf8'), /^\{\n {2}"[0-9a-f]+": \{"scenario":"done\/one","c":"pass","pure":"pass"\}\n\}\n$/u);
  assert.is((await call(['stamp', '--check', '--spec', path])).code, 0);
});

withIt('a place that cannot be written is told', async () => {
  rmSync(file, { force: true });
  mkdirSync(file);
  const { code, err } = await call(['stamp', '--spec', path]);
  assert.is(code, 2);
  assert.match(err, /is a directory\n {2}The stamps belong beside the specification/u);
});

stamp.run();
