// Every wrong Task is caught, through the kind of expectation and against the clause that its file names.

import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSpec } from '../../../conformance/load/load-spec.ts';
import { run } from '../../../conformance/run.ts';
import { wrongAdapter, wrongTasks } from '../wrong-task.ts';

const wrong = suite('wrong Tasks');
const { spec } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
const tasks = wrongTasks();

/** The kinds of expectation that the judge knows; frame positions are worked out by the binding, so no Task can get them wrong. */
const forms = [
  'is', 'is_not', 'raises a type', 'raises with arguments', 'raises the very object', 'unordered', 'contains', 'lacks', 'ends_with',
  'each', 'times', 'one_of', 'never', 'order', 'missing', 'stuck', 'end',
];

wrong('for each kind of expectation there is a wrong Task', () => {
  assert.equal(forms.filter((form) => !tasks.some((task) => task.form === form)), []);
});

for (const task of tasks) {
  wrong(`${task.name} is caught through '${task.form}': ${task.says}`, async () => {
    const scenarios = spec.scenarios.filter(({ id }) => task.caughtBy.includes(id) || id === task.neighbour);
    assert.is(scenarios.length, task.caughtBy.length + 1, 'the scenarios that its file names');
    assert.ok(task.caughtBy.length > 0);
    const session = await (await wrongAdapter(task)).start();
    const { results } = await run(session, spec, scenarios);
    for (const { scenario, verdict, clause } of results) {
      if (scenario === task.neighbour) assert.is(verdict.kind, 'pass', `${scenario} passes`);
      else {
        assert.is(verdict.kind, 'fail', `${scenario} fails`);
        assert.is(clause, task.violates);
        assert.is(verdict.kind === 'fail' && verdict.divergence.kind, task.diverges);
      }
    }
  });
}

wrong('a change whose text does not stand in the reference exactly once is refused', async () => {
  const [task] = tasks;
  if (task === undefined) throw new Error('there is no wrong Task');
  let message = '';
  try {
    await wrongAdapter({ ...task, replace: 'no such text' });
  } catch (error) {
    message = String(error);
  }
  assert.match(message, /0 times, not once/u);
});

wrong.run();
