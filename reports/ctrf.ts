// The only place for the Common Test Report Format: one document, a test for each scenario and implementation.

import type { Case, Suite } from '../conformance/report.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { lineNumberOf, markOfCase, shortName, storyOf, unsettled, weighedLineOf } from './told.ts';

const specVersion = '0.0.0';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

interface Test {
  readonly name: string;
  readonly status: Status;
  readonly [field: string]: unknown;
}

/** The format demands start, stop and durations. The run's header knows one moment; no durations are measured, so they are 0. */
export const ctrfReporter: Reporter = ({ suites, overview }) => {
  const tests = suites.flatMap(testsOf);
  const count = (status: Status): number => tests.filter((test) => test.status === status).length;
  const moments = suites.map(({ made }) => Date.parse(made.at)).filter((at) => Number.isSafeInteger(at) && at >= 0);
  const start = moments.length === 0 ? 0 : Math.min(...moments);
  const stop = moments.length === 0 ? 0 : Math.max(...moments);
  return `${jsonText({
    reportFormat: 'CTRF', specVersion, generatedBy: 'taskspec',
    results: {
      tool: { name: 'taskspec', version: [...new Set(suites.map(({ taskspec }) => shortName(taskspec)))].join(', ') },
      summary: {
        tests: tests.length, passed: count('passed'), failed: count('failed'), skipped: count('skipped'), pending: count('pending'),
        other: count('other'), suites: suites.length, start, stop,
        extra: {
          document: overview.document, specification: overview.digest,
          implementations: suites.map(({ implementation: { name, conclusion, target, totals } }) => ({ name: shortName(name), conclusion, target, totals })),
        },
      },
      tests,
    },
  }, 1)}\n`;
};

function testsOf(suite: Suite): readonly Test[] {
  const name = shortName(suite.implementation.name);
  const tests = suite.cases.map((one) => testOf(one, suite, name));
  const why = unsettled(suite);
  if (why === null || tests.some(({ status }) => status === 'failed')) return tests;
  return [...tests, { name: 'the run as a whole', status: 'failed', duration: 0, suite: [name], rawStatus: suite.implementation.conclusion, message: why }];
}

function testOf(one: Case, suite: Suite, name: string): Test {
  const { scenario, clause, primary, result } = one;
  const status = statusOf(one);
  return {
    name: shortName(scenario.id), status, duration: 0, suite: [name, primary.class, primary.member], rawStatus: result.verdict.kind,
    ...(status === 'passed' ? {} : { message: weighedLineOf(one) }),
    ...(status === 'failed' || status === 'other' ? { trace: storyOf(one, suite), line: lineNumberOf(one) } : {}),
    type: 'conformance', filePath: shortName(scenario.file), labels: { clause: shortName(clause.id), level: clause.level, implementation: name },
  };
}

/** What differs without counting is `other`; what should have run and did not is `pending`. */
function statusOf(one: Case): Status {
  switch (markOfCase(one)) {
    case 'pass':
      return 'passed';
    case 'fail':
    case 'broken':
      return 'failed';
    case 'warning':
    case 'differs':
      return 'other';
    case 'unsupported':
    case 'not owed':
      return 'skipped';
    case 'not run':
      return 'pending';
  }
}
