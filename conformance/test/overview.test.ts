import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { overview } from '../overview.ts';
import type { Judged, Result } from '../result.ts';
import type { Weight } from '../verdict.ts';
import { aClause, aDescription, aResult, aScenario, aSpec } from './made-up.ts';

const viewing = suite('the overview');
const spec = aSpec(
  [aClause({ id: 'task.done.one' }), aClause({ id: 'task.cancel.two', member: 'cancel', class: 'cancellation', level: 'observed' })],
  [aScenario({ id: 'done/one' }), aScenario({ id: 'cancel/two', clauses: ['task.cancel.two'] }, ['words', 'cpython']), aScenario({ id: 'done/not-selected' })],
);
const judged = (...results: readonly Result[]): Judged => ({
  name: 'fake', description: aDescription, target: '3.8', results, cutShort: false, ambiguous: [],
});
const hung = (weight: Weight): Result => aResult({ scenario: 'done/one', verdict: { kind: 'hang', milliseconds: 5 }, weight });

viewing('there is a row for each scenario selected, by its primary clause, with a cell for each implementation', () => {
  const one = judged(aResult({ scenario: 'done/one' }), aResult({ scenario: 'cancel/two', verdict: { kind: 'pass', variant: 'cpython' } }));
  const { rows } = overview(spec, [one, judged(hung('red'))]);
  assert.equal(rows.map(({ scenario, member, class: name, level, variants }) => [scenario, member, name, level, variants]), [
    ['done/one', 'done', 'core', 'must', ['']], ['cancel/two', 'cancel', 'cancellation', 'observed', ['words', 'cpython']],
  ]);
  assert.equal(rows.map(({ cells }) => cells.map(({ kind, variant }) => `${kind} ${variant}`)), [['pass ', 'hang '], ['pass cpython', 'not-run ']]);
});

viewing('what is red, broken or a warning is a failure, information a difference, and the rest has no diagnosis', () => {
  const count = (weight: Weight): readonly number[] => {
    const [only] = overview(spec, [judged(hung(weight))]).implementations;
    return [only?.failures.length ?? -1, only?.differences.length ?? -1];
  };
  assert.equal((['red', 'broken', 'warning', 'information', 'grey', 'green'] as const).map(count), [[1, 0], [1, 0], [1, 0], [0, 1], [0, 0], [0, 0]]);
});

viewing('each implementation has its totals and its conclusion', () => {
  const [only] = overview(spec, [judged(hung('red'))]).implementations;
  assert.equal([only?.conclusion, only?.totals.selected, only?.totals.verdicts.hang], ['does not conform', 1, 1]);
});

viewing('a result of a scenario that the specification does not have is counted, and not explained', () => {
  const [only] = overview(spec, [judged(aResult({ scenario: 'gone', weight: 'red', verdict: { kind: 'hang', milliseconds: 5 } }))]).implementations;
  assert.equal([only?.failures, only?.totals.selected], [[], 1]);
});

viewing.run();
