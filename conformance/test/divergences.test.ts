import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { divergencesOf, writeDivergences } from '../divergences.ts';
import type { Judged, Result } from '../result.ts';
import { aClause, aDescription, aResult, aScenario, aSpec } from './made-up.ts';

const diverging = suite('known divergences');
const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'a' }), aScenario({ id: 'b' }), aScenario({ id: 'c' })]);
const judged = (name: string, ...results: readonly Result[]): Judged => ({ name, description: aDescription, target: '3.8', results, cutShort: false, ambiguous: [] });
const as = (scenario: string, variant: string): Result => aResult({ scenario, verdict: { kind: 'pass', variant } });
const divergence = { kind: 'value', step: 1, nth: 1, clause: 'task.done.one', expected: 'True', seen: 'False', value: false, after: 0 } as const;

diverging('what is not the words’ outcome is told with where it came, the same outcome once', () => {
  const fails = (weight: Result['weight']): Result => aResult({ scenario: 'b', weight, verdict: { kind: 'fail', variant: '', divergence } });
  const found = divergencesOf(spec, [
    judged('one', as('a', 'cpython<3.8'), fails('red')), judged('two', as('a', 'cpython<3.8'), fails('information')),
    judged('three', as('a', 'words'), aResult({ scenario: 'b', weight: 'red', verdict: { kind: 'crash', how: 'signal SIGSEGV' } })),
    judged('four', as('a', ''), aResult({ scenario: 'b', weight: 'grey', verdict: { kind: 'unsupported', capability: 'frames' } })),
  ]);
  assert.equal(found.scenarios, {
    a: [{ outcome: 'passes as cpython<3.8', on: ['one', 'two'] }],
    b: [
      { outcome: 'fails at line 7: expected True, saw False', on: ['one'] }, { outcome: 'differs at line 7: expected True, saw False', on: ['two'] },
      { outcome: 'crashed: signal SIGSEGV', on: ['three'] },
    ],
  });
  assert.is(found.implementations['one'], 'a fake 1.0, fake.Task');
});

diverging('the file is JSON, a line a scenario', () => {
  const found = divergencesOf(spec, [judged('one', as('a', 'cpython<3.8'), as('c', 'x'))]);
  assert.equal(JSON.parse(writeDivergences(found)), found);
  assert.is(writeDivergences(found).split('\n').length, 11);
});

diverging.run();
