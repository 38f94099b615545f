// Pyodide's own Task and loop. Each start takes seconds, so that each suite shares one.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { using } from '../../line-child/test/using.ts';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import type { Run } from '../../../conformance/adapter.ts';
import { budget, programFrom } from '../../python/test/scenario-from-text.ts';
import { findPyodide, installedPyodides } from '../find-pyodide.ts';
import { pyodideAdapter, pyodideInstall } from '../pyodide-adapter.ts';

const webloop = suite('pyodide on its own loop');
const withPyodide = whereFound(webloop, installed(findPyodide() !== null, 'Pyodide', pyodideInstall));

const runsOf = (name: string, texts: readonly string[], limits = {}): Promise<readonly Run[]> => using(pyodideAdapter(name), (session) => {
  assert.is(session.description.task, 'pyodide.webloop.PyodideTask');
  return Promise.all(texts.map((text) => session.run(programFrom(text), { ...budget, wallMilliseconds: 5000, ...limits }, { notes: true })));
});

const seen = (run: Run | undefined): readonly unknown[] =>
  run?.kind === 'trace' ? run.trace.observations.map((one) => (one.kind === 'value' ? one.value : one.kind === 'raised' ? one.error : one.step)) : [run];

const callback = `
variables: [color]
coroutines:
  worker:
    - call: color.set('of the task')
    - await: sleep(60)
  main:
    - call: color.set('of the adder')
    - call: create_task(worker())
      as: t
    - call: t.add_done_callback(when_done)
    - await: t
    - cycle: 1
callbacks:
  when_done(task):
    - check: color.get()
      is: of the adder
`;

withPyodide('programs end, fail, get stuck and run too long there; what works the loop from outside is unsupported', async () => {
  const runs = await runsOf('pyodide+webloop', [callback, `
coroutines:
  other:
    - cycle: 5
    - log: too late
  main:
    - call: create_task(other())
    - await: sleep(0)
    - raise: ValueError('own text')
`, `
futures: [f]
coroutines:
  main:
    - log: waits
    - await: f
`, `
coroutines:
  main:
    - cycle: 900
`, `
coroutines:
  main:
    - await: sleep(9000)
    - cycle: 1
`, `
coroutines:
  main:
    - log: twice
drive:
  - call: loop.run_until_complete(main())
  - call: loop.run_until_complete(main())
`, `
coroutines:
  main:
    - await: sleep(3600)
    - check: loop.time()
      is: 3600
`, `
drive:
  - check: list([])
    is: []
`, `
coroutines:
  other:
    - log: the other
  main:
    - call: loop.run_until_complete(other())
    - cycle: 2
    - log: main went on
`], { loopSteps: 50, virtualSeconds: 5000 });
  assert.equal(seen(runs[0]), ['of the task']);
  assert.ok(runs[0]?.kind === 'trace' && runs[0].trace.notes.some(({ kind, task }) => kind === 'done' && task === 'worker#1'));
  assert.equal(runs[1]?.kind === 'trace' && [runs[1].trace.end, runs[1].trace.observations], [{ kind: 'raised', step: 5, error: { error: 'ValueError', args: ['own text'] } }, []]);
  assert.equal(runs[2]?.kind === 'trace' && [runs[2].trace.end, seen(runs[2])], [{ kind: 'stuck' }, [1]]);
  assert.is(runs[3]?.kind === 'budget' && runs[3].budget, 'loop steps');
  assert.is(runs[4]?.kind === 'budget' && runs[4].budget, 'virtual seconds');
  assert.equal(runs[5], { kind: 'unsupported', capability: 'loop-control' });
  assert.equal(seen(runs[6]), [3600]);
  assert.equal(seen(runs[7]), [[]]);
  assert.equal(seen(runs[8]), [1, 4]);
});

withPyodide('SystemExit kills it, which costs one verdict', async () => {
  const runs = await runsOf('pyodide+webloop', [`
coroutines:
  main:
    - log: before
    - raise: SystemExit(3)
`, `
coroutines:
  main:
    - log: fine
`]);
  assert.equal(runs.map(({ kind }) => kind), ['crash', 'trace']);
  assert.equal(runs[0]?.kind === 'crash' && runs[0].partial.observations, [{ kind: 'reached', step: 1 }]);
});

withPyodide('its Task on the virtual loop shows the same, and can be worked from outside', async () => {
  const runs = await runsOf('pyodide+task', [callback, `
coroutines:
  main:
    - log: twice
      times: 2
drive:
  - call: loop.run_until_complete(main())
  - call: loop.run_until_complete(main())
`]);
  assert.equal(runs.map(seen), [['of the task'], [1, 1]]);
});

const [other] = installedPyodides().filter(({ version }) => version !== findPyodide()?.version);
whereFound(webloop, installed(other !== undefined, 'another version of Pyodide', 'npm install --no-save pyodide-0.27.7@npm:pyodide@0.27.7'))(
  'another version that npm has installed is found by it',
  () => using(pyodideAdapter(`pyodide:${other?.version ?? ''}`), async (session) => {
    assert.is(session.description.environment['pyodide'], other?.version);
    const run = await session.run(programFrom('coroutines:\n  main:\n    - log: fine\n'), budget, { notes: false });
    assert.equal(seen(run), [1]);
  }),
);

webloop.run();
