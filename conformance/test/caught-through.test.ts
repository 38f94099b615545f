// Through which kind of expectation something was caught follows from what was expected and what was seen.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ExpectationKind, caughtThrough } from '../caught-through.ts';
import type { Form, Moment, Outcome, Pattern } from '../expectation.ts';
import { judge } from '../judge/judge.ts';
import type { End, Observation, Trace, Value } from '../trace.ts';
import { aResult, aScenario } from './made-up.ts';

const caught = suite('caught through');

interface Case {
  /** Of the first step, in each variant. */
  readonly outcomes: readonly Outcome[];
  readonly observations: readonly Observation[];
  readonly end?: End;
  readonly order?: readonly Moment[];
}

const outcomeOf = (...forms: readonly Form[]): Outcome => ({ times: 1, forms, each: null });
const saw = (value: Value): Observation => ({ kind: 'value', step: 1, value });
const raised = (error: Value): Observation => ({ kind: 'raised', step: 1, error });
const constant = (value: boolean | number): Pattern => ({ kind: 'constant', value });
const named: Pattern = { kind: 'name', name: 't' };
const error = (type: string, args: readonly Pattern[] | null): Pattern => ({ kind: 'exception', type, args });
const frame = (name: string, at: number | null): Pattern => ({ kind: 'frame', name, at });
const stackOf = (...items: readonly Pattern[]): Form => ({ kind: 'is', pattern: { kind: 'list', items } });

/** The kinds, sorted; the step is judged first, for what passes is caught through nothing. */
function kindsOf({ outcomes, observations, end = { kind: 'ended' }, order = [] }: Case): readonly ExpectationKind[] {
  const variants = outcomes.map((_, index) => (outcomes.length === 1 ? '' : `variant ${index}`));
  const never: Outcome = { times: order.length > 0 ? 1 : 0, forms: [], each: null };
  const scenario = aScenario({
    id: 'done/x',
    expectation: {
      clause: 'task.done.one', variants, order: variants.map(() => [order]),
      steps: [{ step: 1, clause: 'task.done.one', outcomes }, { step: 2, clause: 'task.done.one', outcomes: variants.map(() => never) }],
    },
  });
  const trace: Trace = { observations, end, notes: [] };
  const judgement = judge(scenario.expectation, trace);
  if (judgement.kind === 'ambiguous') throw new Error('no two variants of these cases fit at once');
  return [...caughtThrough(scenario, aResult({ scenario: scenario.id, verdict: judgement, evidence: { ...trace, output: '' } }))].sort();
}

const single: readonly (readonly [ExpectationKind, Form, Observation])[] = [
  ['is', { kind: 'is', pattern: constant(true) }, saw(false)],
  ['is the very object', { kind: 'is', pattern: named }, saw({ object: 'Task', names: ['u'] })],
  ['is_not', { kind: 'is_not', name: 't' }, saw({ object: 'Task', names: ['t'] })],
  ['raises a type', { kind: 'raises', pattern: error('ValueError', null) }, raised({ error: 'KeyError', args: [] })],
  ['raises with arguments', { kind: 'raises', pattern: error('ValueError', [constant(1)]) }, raised({ error: 'ValueError', args: [2] })],
  ['raises the very object', { kind: 'raises', pattern: named }, raised({ error: 'ValueError', args: [] })],
  ['unordered', { kind: 'unordered', items: [constant(1)] }, saw([1, 2])],
  ['contains', { kind: 'contains', items: [constant(1)] }, saw([2])],
  ['lacks', { kind: 'lacks', items: [constant(1)] }, saw([1])],
  ['ends_with', { kind: 'ends_with', items: [constant(1)] }, saw([1, 2])],
  ['one_of', { kind: 'one_of', choices: [[{ kind: 'is', pattern: constant(1) }]] }, saw(2)],
];

for (const [kind, form, observation] of single) {
  caught(`a value that is not as '${kind}' says`, () => {
    assert.equal(kindsOf({ outcomes: [outcomeOf(form)], observations: [observation] }), [kind]);
  });
}

caught('what holds is not told beside what does not', () => {
  const forms: readonly Form[] = [{ kind: 'contains', items: [constant(1)] }, { kind: 'lacks', items: [constant(2)] }];
  assert.equal(kindsOf({ outcomes: [outcomeOf(...forms)], observations: [saw([1, 2])] }), ['lacks']);
});

caught('a frame, or its position alone', () => {
  const outcomes = [outcomeOf(stackOf(frame('worker', 3)))];
  assert.equal(kindsOf({ outcomes, observations: [saw([{ frame: 'worker', at: 4 }])] }), ['frame position', 'is']);
  assert.equal(kindsOf({ outcomes, observations: [saw([{ frame: 'other', at: 3 }])] }), ['frame', 'is']);
});

caught('the nth of each', () => {
  const each: Outcome = { times: 2, forms: [], each: [[{ kind: 'is', pattern: constant(1) }], [{ kind: 'is', pattern: constant(2) }]] };
  assert.equal(kindsOf({ outcomes: [each], observations: [saw(1), saw(1)] }), ['each', 'is']);
});

caught('reached too often, though never expected, too seldom', () => {
  const outcomes = [outcomeOf()];
  assert.equal(kindsOf({ outcomes, observations: [saw(1), saw(1)] }), ['times']);
  assert.equal(kindsOf({ outcomes, observations: [saw(1), { kind: 'reached', step: 2 }] }), ['never']);
  assert.equal(kindsOf({ outcomes, observations: [] }), ['missing']);
});

caught('out of order', () => {
  const order = [{ step: 2, nth: 1 }, { step: 1, nth: 1 }];
  assert.equal(kindsOf({ outcomes: [outcomeOf()], observations: [{ kind: 'reached', step: 1 }, { kind: 'reached', step: 2 }], order }), ['order']);
});

caught('variants, where they expect different things of the step', () => {
  const outcomes = [1, 2].map((value) => outcomeOf({ kind: 'is', pattern: constant(value) }));
  assert.equal(kindsOf({ outcomes, observations: [saw(3)] }), ['is', 'variants']);
});

caught('stuck, or left by an exception', () => {
  const outcomes = [outcomeOf()];
  assert.equal(kindsOf({ outcomes, observations: [saw(1)], end: { kind: 'stuck' } }), ['stuck']);
  assert.equal(kindsOf({ outcomes, observations: [saw(1)], end: { kind: 'raised', step: null, error: { error: 'ValueError', args: [] } } }), ['end']);
});

caught('what passes, or what no check caught, is caught through nothing', () => {
  assert.equal(kindsOf({ outcomes: [outcomeOf()], observations: [saw(1)] }), []);
  const scenario = aScenario({ id: 'done/x' });
  assert.is(caughtThrough(scenario, aResult({ scenario: 'done/x', verdict: { kind: 'crash', how: 'signal SIGABRT' } })).size, 0);
});

caught('what an adapter derived is no kind of expectation', () => {
  const verdict = {
    kind: 'fail', variant: '',
    divergence: { kind: 'derived', step: 1, nth: 1, clause: 'task.done.one', expected: 'asked', seen: 'derived', value: null, after: 0 },
  } as const;
  assert.is(caughtThrough(aScenario({ id: 'done/x' }), aResult({ scenario: 'done/x', verdict })).size, 0);
});

caught.run();
