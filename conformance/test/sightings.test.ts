import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run } from '../adapter.ts';
import { sightings } from '../sightings.ts';
import type { Seen, Sightings } from '../sightings.ts';
import type { End, Observation, Trace } from '../trace.ts';
import { aScenario, saw, traced } from './made-up.ts';

const seeing = suite('sightings');
const scenario = aScenario({ id: 'draft' });
const see = (...runs: readonly Run[]): Sightings =>
  sightings(scenario, runs.map((run, index): Seen => ({ implementation: `fake ${index + 1}`, run })));
const trace = (observations: readonly Observation[], end: End = { kind: 'ended' }): Run => ({ kind: 'trace', trace: { observations, end, notes: [] } satisfies Trace });
const partial = { observations: saw(true).observations, notes: [], output: '' };

seeing('those that saw the very same are one group', () => {
  const { groups } = see(traced(true, true), traced(true, false), traced(true, true));
  assert.equal(groups.map(({ letter, implementations, judgement }) => [letter, implementations, judgement]), [
    ['A', ['fake 1', 'fake 3'], 'fits'], ['B', ['fake 2'], 'does not fit: line 9: expected True, saw False'],
  ]);
});

seeing('a step shows what each group saw there, equal beside equal', () => {
  const { steps } = see(traced(true, true), traced(true, false));
  assert.equal(steps.map(({ place, shown }) => [place.line, shown]), [
    [7, [{ letters: ['A', 'B'], text: 'True' }]],
    [9, [{ letters: ['A'], text: 'True' }, { letters: ['B'], text: 'False' }]],
  ]);
});

seeing('a step that some did not reach says so, one that nobody is expected to show anything at is silent', () => {
  assert.equal(see(traced(true, true), traced(true)).steps[1]?.shown, [{ letters: ['A'], text: 'True' }, { letters: ['B'], text: 'not reached' }]);
  const [first, second] = scenario.places;
  if (first === undefined || second === undefined) throw new Error('it has two');
  const call = aScenario({ id: 'draft', places: [{ ...first, text: 'call: t.cancel()', expects: null }, { ...second, text: 'log: end', expects: null }] });
  const { steps } = sightings(call, [{ implementation: 'fake', run: trace([]) }]);
  assert.equal(steps.map(({ shown }) => shown), [[], [{ letters: ['A'], text: 'not reached' }]]);
});

seeing('what a step showed several times is told in short', () => {
  const value = (seen: boolean): Observation => ({ kind: 'value', step: 1, value: seen });
  assert.is(see(trace([value(true), value(true)])).steps[0]?.shown[0]?.text, 'True, 2 times');
  assert.is(see(trace([value(true), value(false)])).steps[0]?.shown[0]?.text, 'True, then False');
});

seeing('exceptions and mere passing by are told as such', () => {
  const { steps } = see(trace([{ kind: 'raised', step: 1, error: { error: 'ValueError', args: [] } }, { kind: 'reached', step: 2 }]));
  assert.equal(steps.map(({ shown: [first] }) => first?.text), ['raised ValueError()', 'reached']);
});

seeing('the same in another order is another group, and said', () => {
  const [one, other] = saw(true, true).observations;
  if (one === undefined || other === undefined) throw new Error('there are two');
  const { groups, orderDiffers } = see(trace([one, other]), trace([other, one]));
  assert.ok(orderDiffers);
  assert.equal(groups[1]?.order, ['check: t.cancelled() (9)', 'check: t.done() (7)']);
  assert.not(see(traced(true, true), traced(true)).orderDiffers);
});

seeing('a step that the draft does not have is told by its number', () => {
  assert.equal(see(trace([{ kind: 'reached', step: 77 }])).groups[0]?.order, ['step 77']);
});

const ends: readonly (readonly [Run, string | null])[] = [
  [traced(true, true), null],
  [trace([], { kind: 'stuck' }), 'stuck: nothing was ready, and no timer was left'],
  [trace([], { kind: 'raised', step: 1, error: { error: 'SystemExit', args: [3] } }), 'SystemExit(3) left the program'],
  [{ kind: 'unsupported', capability: 'frames' }, 'it lacks the capability frames'],
  [{ kind: 'hang', partial, milliseconds: 5000 }, 'it hung for 5 s'],
  [{ kind: 'crash', partial, how: 'signal SIGSEGV' }, 'it crashed: signal SIGSEGV'],
  [{ kind: 'budget', partial, budget: 'virtual seconds' }, 'it used up its virtual seconds'],
  [{ kind: 'protocol-error', partial, message: 'no JSON' }, 'protocol-error: no JSON'],
  [{ kind: 'adapter-error', message: 'of ours' }, 'adapter-error: of ours'],
  [{ kind: 'not-run', reason: 'stopped' }, 'not run: stopped'],
];
for (const [run, text] of ends) {
  seeing(`an end by ${run.kind === 'trace' ? run.trace.end.kind : run.kind} reads: ${text ?? 'nothing'}`, () => {
    const [group] = see(run).groups;
    assert.is(group?.end, text);
    if (run.kind !== 'trace') assert.is(group?.judgement, 'not judged');
  });
}

seeing('a draft with outcomes names the one that fits, the nearest, or the mistake that two do', () => {
  const draft = aScenario({ id: 'draft' }, ['words', 'cpython']);
  const judgement = (of: typeof draft, run: Run): string | undefined => sightings(of, [{ implementation: 'fake', run }]).groups[0]?.judgement;
  assert.is(judgement(draft, traced(true, false)), 'fits cpython');
  assert.match(judgement(draft, traced(false, false)) ?? '', /does not fit \(nearest: words\): line 7/u);
  assert.match(judgement(draft, trace([], { kind: 'stuck' })) ?? '', /does not fit/u);
  const [first] = draft.expectation.steps;
  if (first === undefined) throw new Error('it has two');
  const twice = { ...draft, expectation: { ...draft.expectation, steps: [first] } };
  assert.match(judgement(twice, traced(true)) ?? '', /a mistake in the draft: words and cpython fit at once/u);
});

seeing('a divergence of the program as a whole has no line', () => {
  const judgement = see(trace([...saw(true, true).observations], { kind: 'stuck' })).groups[0]?.judgement;
  assert.match(judgement ?? '', /^does not fit: expected the program/u);
});

seeing('there are letters for any number of groups', () => {
  const values = Array.from({ length: 28 }, (_, index) => trace([{ kind: 'value', step: 1, value: index }]));
  assert.equal(see(...values).groups.map(({ letter }) => letter).slice(24), ['Y', 'Z', 'Z2', 'Z3']);
});

seeing.run();
