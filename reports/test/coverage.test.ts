import { suite } from 'uvu';
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

report.run();
