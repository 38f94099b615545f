import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { timeline } from '../timeline.ts';
import type { Observation, Note } from '../trace.ts';
import type { Divergence, Verdict } from '../verdict.ts';
import { aScenario, saw } from './made-up.ts';

const drawing = suite('the timeline');
const scenario = aScenario({ id: 'done/one' });
const pass: Verdict = { kind: 'pass', variant: '' };
const fail = (about: Partial<Divergence>): Verdict => ({
  kind: 'fail', variant: '',
  divergence: { kind: 'value', step: 2, nth: 1, clause: 'task.done.one', expected: 'True', seen: 'False', value: false, after: 1, ...about },
});
const notes: readonly Note[] = [
  { kind: 'created', cycle: 1, task: 'main#1' }, { kind: 'resumed', cycle: 1, task: 'main#1' }, { kind: 'created', cycle: 1, task: 't' },
  { kind: 'suspended', cycle: 1, task: 'main#1', on: 't' }, { kind: 'resumed', cycle: 2, task: 't' }, { kind: 'suspended', cycle: 2, task: 't', on: 'f' },
  { kind: 'requested', cycle: 4, task: 't' }, { kind: 'resumed', cycle: 5, task: 't' }, { kind: 'delivered', cycle: 5, task: 't' },
  { kind: 'done', cycle: 5, task: 't', how: 'cancelled' },
];
const of = (verdict: Verdict, observations: readonly Observation[] = saw(true, true).observations): ReturnType<typeof timeline> =>
  timeline(scenario, { observations, notes, verdict });

drawing('there is a lane for each task, over the cycles in which something happened', () => {
  const { cycles, lanes } = of(pass);
  assert.equal(cycles, [1, 2, 4, 5]);
  assert.equal(lanes.map(({ task, moments }) => `${task} ${moments.map(({ kind }) => kind).join(' ')}`), [
    'main#1 created resumed suspended', 't created resumed suspended requested resumed delivered done',
  ]);
});

drawing('a request changes nothing of what a task is; one that did not end goes on to the last cycle', () => {
  const [main, t] = of(pass).lanes;
  assert.equal(t?.stretches, [
    { kind: 'ready', from: 1, to: 2, on: null }, { kind: 'running', from: 2, to: 2, on: null }, { kind: 'suspended', from: 2, to: 5, on: 'f' },
    { kind: 'running', from: 5, to: 5, on: null },
  ]);
  assert.equal(main?.stretches.at(-1), { kind: 'suspended', from: 1, to: 5, on: 't' });
});

drawing('the steps come in the order in which they showed something, expected beside seen', () => {
  assert.equal(of(pass).steps, [
    { line: 7, body: 'main', text: 'check: t.done()', nth: 1, expected: 'True', seen: 'True', diverges: false },
    { line: 9, body: 'main', text: 'check: t.cancelled()', nth: 1, expected: 'True', seen: 'True', diverges: false },
  ]);
});

drawing('the first divergence is at its observation, and what comes behind it is told as well', () => {
  const { steps, verdict } = of(fail({}), saw(true, false).observations.concat({ kind: 'raised', step: 1, error: { error: 'ValueError', args: [] } }));
  assert.equal(steps.map(({ diverges, seen }) => [diverges, seen]), [[false, 'True'], [true, 'False'], [false, 'raised ValueError()']]);
  assert.is(verdict, 'failed');
});

drawing('what is missing comes last, with what was expected of it', () => {
  const { steps } = of(fail({ kind: 'missing', seen: 'not reached', after: 1 }), saw(true).observations);
  assert.equal(steps.at(-1), { line: 9, body: 'main', text: 'check: t.cancelled()', nth: 1, expected: 'True', seen: 'not reached', diverges: true });
  const end = of(fail({ kind: 'end', step: null, expected: 'the program to come to its end', seen: 'stuck', after: 2 }));
  assert.equal(end.steps.at(-1), { line: null, body: '', text: 'the program as a whole', nth: 1, expected: 'the program to come to its end', seen: 'stuck', diverges: true });
});

drawing('steps of the judge are lines for a reader', () => {
  const { steps } = of(fail({ kind: 'order', expected: 'after step 1', seen: 'before step 1' }));
  assert.equal([steps[1]?.expected, steps[1]?.seen], ['after line 7, check: t.done()', 'before line 7, check: t.done()']);
});

drawing('of several outcomes it tells the one that fitted, and none where nothing was judged', () => {
  const open = aScenario({ id: 'done/one' }, ['words', 'cpython']);
  const told = (verdict: Verdict): unknown => timeline(open, { observations: saw(true, false).observations, notes, verdict }).steps.map(({ expected }) => expected);
  assert.equal(told({ kind: 'pass', variant: 'cpython' }), ['True', 'False']);
  assert.equal(told({ kind: 'hang', milliseconds: 5 }), [null, null]);
});

drawing('nothing that happened is an empty timeline', () => {
  const { cycles, lanes, steps } = timeline(scenario, { observations: [], notes: [], verdict: { kind: 'unsupported', capability: 'frames' } });
  assert.equal([cycles, lanes, steps], [[], [], []]);
});

drawing.run();
