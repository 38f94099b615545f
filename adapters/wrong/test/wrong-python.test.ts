// Wrong Tasks in Python: which interpreter each is for, and those that no check can catch, but the watchdog does.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import { loadSpec } from '../../../conformance/load/load-spec.ts';
import { defaultBudget, run } from '../../../conformance/run.ts';
import { fileURLToPath } from 'node:url';
import { discover } from '../../python/discover.ts';
import { type WrongPython, interpreterFor, wrongPythonAdapter, wrongPythons } from '../wrong-python.ts';

const wrong = suite('wrong Tasks in Python');
const { spec } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
const found = await discover();

const made: WrongPython = { name: 'made-up', says: '', violates: [], neighbour: '', oldest: null, newest: null, ending: null };
const at = (version: string): { version: string; exact: string; path: string } => ({ version, exact: `${version}.1`, path: `/python${version}` });

wrong('the newest interpreter on which it is wrong is taken', () => {
  const three = [at('3.9'), at('3.13'), at('3.7')];
  assert.is(interpreterFor(made, three)?.version, '3.13');
  assert.is(interpreterFor({ ...made, newest: '3.8' }, three)?.version, '3.7');
  assert.is(interpreterFor({ ...made, oldest: '3.8', newest: '3.10' }, three)?.version, '3.9');
  assert.is(interpreterFor({ ...made, oldest: '3.14' }, three), null);
});

const endings = wrongPythons().flatMap((task) => (task.ending === null ? [] : [{ task, ending: task.ending }]));

wrong('the watchdog is proven for a Task that hangs and for one that ends the process', () => {
  assert.equal(endings.map(({ ending }) => ending.verdict).sort(), ['crash', 'hang']);
});

for (const { task, ending } of endings) {
  const interpreter = interpreterFor(task, found);
  const title = `${task.name} is a ${ending.verdict} against ${task.violates.join(', ')}: ${task.says}`;
  if (interpreter === null) {
    whereFound(wrong, installed(false, `a CPython, as ${task.name} does`, 'apt-get install python3'))(title, () => undefined);
    continue;
  }
  wrong(title, async () => {
    const session = await wrongPythonAdapter(task, interpreter).start();
    const scenarios = spec.scenarios.filter(({ id }) => id === ending.scenario || id === task.neighbour);
    const { results } = await run(session, spec, scenarios, { budget: { ...defaultBudget, wallMilliseconds: 1000 } });
    await session.stop();
    const told = results.map(({ scenario, verdict, clause }) => [scenario, verdict.kind, scenario === task.neighbour ? '' : clause]);
    assert.equal(told.sort(), [[ending.scenario, ending.verdict, task.violates[0]], [task.neighbour, 'pass', '']].sort());
  });
}

wrong.run();
