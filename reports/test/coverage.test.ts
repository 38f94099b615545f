import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coverageOf } from '../../conformance/coverage.ts';
import { aClause, aCoveredSpec, aRow, aScenario, aSpec } from '../../conformance/test/made-up.ts';
import { coverageReport } from '../coverage.ts';
import { golden } from './golden.ts';
import { harm } from './made-up.ts';

const report = suite('the report of coverage');
const narrow = { colours: false, width: 80, all: false };

report('sums, members and classes, and what is lacking', () => golden('coverage.txt', coverageReport(coverageOf(aCoveredSpec), narrow)));

report('each sentence and each clause, in colour', () => golden('coverage-all-in-colour.txt', coverageReport(coverageOf(aCoveredSpec), { colours: true, width: 100, all: true })));

report('what is wholly covered lacks nothing', () => {
  const clauses = [aClause({ id: 'task.done.one' })];
  const proofs = { late: { says: 'It comes late.', language: 'python', proves: { 'task.done.one': ['done/a'] } } } as const;
  golden('coverage-whole.txt', coverageReport(coverageOf(aSpec(clauses, [aScenario({ id: 'done/a' })], [aRow({ id: 'done.0' })], proofs)), narrow));
});

report('names that would do harm are shown, and no share is told where nothing is testable', () => {
  const spec = aSpec([aClause({ id: `task.${harm}`, level: 'observed' })], [], [aRow({ id: 'done.0', standing: { kind: 'informative', reason: harm } })],
    { [harm]: { says: harm, language: 'python', proves: { [harm]: [harm] } } });
  golden('coverage-harm.txt', coverageReport(coverageOf(spec), narrow) + coverageReport(coverageOf(spec), { ...narrow, all: true }));
});

report('what real implementations do otherwise is counted by clauses, where it is known', () => {
  const spec = aSpec([aClause({ id: 'task.done.one' }), aClause({ id: 'task.done.two' })], [aScenario({ id: 'done/a' })], [aRow({ id: 'done.0' })]);
  const known = { spec: spec.digest, implementations: { one: 'One 1.0', two: 'Two 2.0' }, scenarios: { 'done/a': [{ outcome: 'hung', on: ['two'] }] } };
  assert.match(coverageReport(coverageOf(spec), { ...narrow, known }), /\n1 of 2 clauses do not come out by the words on all of 2 implementations: /u);
  assert.not.match(coverageReport(coverageOf(spec), { ...narrow, known: null }), /by the words/u);
});

report.run();
