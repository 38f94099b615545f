import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { owedRange, withoutRunning } from '../applicability.ts';
import type { Capability } from '../capabilities.ts';
import { aClause, aScenario } from './made-up.ts';

const applicability = suite('applicability');
const scenario = aScenario({ id: 'done/one', capabilities: ['done', 'frames', 'context'] });
const every: ReadonlySet<Capability> = new Set(['done', 'frames', 'context']);
const owed = (since: string | null, until: string | null, target: string): boolean =>
  withoutRunning(scenario, aClause({ id: 'task.done.one', since, until }), target, every) === null;

applicability('a clause without limits is owed by every target', () => {
  assert.ok(owed(null, null, '3.7'));
  assert.ok(owed(null, null, '3.14'));
});

applicability('since is the first target that owes it, until the first that does not', () => {
  assert.equal(['3.7', '3.8', '3.9', '3.10'].map((target) => owed('3.8', '3.10', target)), [false, true, true, false]);
});

applicability('what is not owed names the clause, the target, and who owes it', () => {
  const clause = aClause({ id: 'task.done.one', until: '3.9' });
  assert.equal(withoutRunning(scenario, clause, '3.13', every), {
    kind: 'not-applicable', clause: 'task.done.one', target: '3.13', owed: 'before 3.9',
  });
});

applicability('the first capability that is missing is named', () => {
  const clause = aClause({ id: 'task.done.one' });
  assert.equal(withoutRunning(scenario, clause, '3.8', new Set(['done'])), { kind: 'unsupported', capability: 'frames' });
});

applicability('what is not owed is not missing', () => {
  const clause = aClause({ id: 'task.done.one', since: '3.9' });
  assert.is(withoutRunning(scenario, clause, '3.8', new Set())?.kind, 'not-applicable');
});

applicability('a range is told in words', () => {
  assert.equal(
    [[null, null], ['3.8', null], [null, '3.9'], ['3.8', '3.9']].map(([since = null, until = null]) => owedRange(aClause({ id: 'c', since, until }))),
    ['always', 'since 3.8', 'before 3.9', 'since 3.8, before 3.9'],
  );
});

applicability.run();
