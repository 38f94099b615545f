import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readResults } from '../read-results.ts';
import { judgedOf, reportOf } from '../report.ts';
import { writeResults } from '../result-stream.ts';
import type { ResultStream } from '../result-stream.ts';
import type { Judged } from '../result.ts';
import { everything } from '../select.ts';
import { aClause, aDescription, aResult, aScenario, aSpec } from './made-up.ts';

const reporting = suite('what reports are made of');
const spec = aSpec(
  [aClause({ id: 'task.done.one' }), aClause({ id: 'task.cancel.two', member: 'cancel', class: 'cancellation' })],
  [aScenario({ id: 'done/one' }), aScenario({ id: 'cancel/two', clauses: ['task.cancel.two', 'task.done.one'] }), aScenario({ id: 'done/not-selected' })],
);
const one: Judged = {
  name: 'fake', description: aDescription, target: '3.8', cutShort: true, ambiguous: [{ scenario: 'done/one', variants: ['words', 'cpython'] }],
  results: [
    aResult({ scenario: 'done/one' }),
    aResult({ scenario: 'cancel/two', weight: 'red', verdict: { kind: 'hang', milliseconds: 5000 } }),
  ],
};
const streamOf = (judged: Judged): ResultStream => {
  const made = { at: '2020-01-01T00:00:00Z', node: 'v0', platform: 'none' };
  const read = readResults(writeResults(judged, { taskspec: '0.0.0', document: '3.7', spec: spec.digest, selection: everything, made }));
  if (read.kind === 'refused') throw new Error(read.problem);
  return read.stream;
};

reporting('what was judged comes back from its stream as it was', () => assert.equal(judgedOf(streamOf(one)), one));

reporting('one that never started comes back so', () => {
  const never = { ...one, description: null, target: null };
  assert.equal(judgedOf(streamOf(never)), never);
});

reporting('each result has its scenario, the clause that it is told against, and the one that it is about', () => {
  const [suiteOf] = reportOf(spec, [streamOf(one)]).suites;
  assert.equal(suiteOf?.cases.map(({ scenario, clause, primary, headline }) => [scenario.id, clause.id, primary.id, headline]), [
    ['done/one', 'task.done.one', 'task.done.one', 'passed'], ['cancel/two', 'task.done.one', 'task.cancel.two', 'hung: no answer within 5 s'],
  ]);
  assert.equal(suiteOf?.cases.map(({ found }) => found?.scenario ?? null), [null, 'cancel/two']);
});

reporting('it knows how many scenarios of each class there are, selected or not', () => {
  const { scenarios } = reportOf(spec, [streamOf(one)]);
  assert.equal([scenarios.core, scenarios.cancellation, scenarios.stacks], [2, 1, 0]);
});

reporting.run();
