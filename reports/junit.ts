// The only place for JUnit XML: a suite an implementation, a case a scenario. What is against the document is a failure,
// what kept us from judging an error, and whatever is not green beside that is skipped, with the reason.

import type { Case, Report, Suite } from '../conformance/report.ts';
import { markOfCase, lineNumberOf, lineOf, shortName, storyOf, unsettled, weighedLineOf } from './told.ts';
import { xmlText } from './xml-text.ts';
import type { Reporter } from './reporter.ts';

/** No attribute for time or machine: no reader demands them, and the same results are the same bytes. */
export const junitReporter: Reporter = (report) => {
  const suites = report.suites.map(suiteOf);
  const sum = (count: (suite: Counted) => number): number => suites.reduce((total, suite) => total + count(suite), 0);
  const attributes = new Attributes();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="taskspec" tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="${sum(({ errors }) => errors)}">`,
    ...report.suites.flatMap((suite, index) => suiteLines(suite, suites[index] ?? nothing, report, attributes)),
    '</testsuites>', '',
  ].join('\n');
};

interface Counted {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

const nothing: Counted = { tests: 0, failures: 0, errors: 0, skipped: 0 };

type Kind = 'passed' | 'failure' | 'error' | 'skipped';

/** JUnit knows no warnings: a `should` that does not hold and a difference that decides nothing are skipped, never green. */
function kindOf(one: Case): Kind {
  switch (markOfCase(one)) {
    case 'pass':
      return 'passed';
    case 'fail':
      return 'failure';
    case 'broken':
      return 'error';
    case 'warning':
    case 'differs':
    case 'unsupported':
    case 'not owed':
    case 'not run':
      return 'skipped';
  }
}

function suiteOf(suite: Suite): Counted {
  const counts: Record<Kind, number> = { passed: 0, failure: 0, error: 0, skipped: 0 };
  for (const one of suite.cases) counts[kindOf(one)] += 1;
  const more = needsWord(suite, counts.error) ? 1 : 0;
  return { tests: suite.cases.length + more, failures: counts.failure, errors: counts.error + more, skipped: counts.skipped };
}

const needsWord = (suite: Suite, errors: number): boolean => errors === 0 && unsettled(suite) !== null;

function suiteLines(suite: Suite, counted: Counted, report: Report, attributes: Attributes): readonly string[] {
  const name = xmlText(shortName(suite.implementation.name));
  const errors = suite.cases.filter((one) => kindOf(one) === 'error').length;
  const { tests, failures, skipped } = counted;
  return [
    `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="${counted.errors}" skipped="${skipped}">`,
    ...propertyLines(suite, report, attributes),
    ...suite.cases.flatMap((one) => caseLines(one, suite, name, attributes)),
    ...(needsWord(suite, errors) ? [
      `    <testcase name="the run as a whole" classname="${name}">`,
      `      <error type="${suite.implementation.conclusion}" message="${xmlText(unsettled(suite) ?? '')}"/>`,
      '    </testcase>',
    ] : []),
    '  </testsuite>',
  ];
}

/** What every suite names again, made XML once. */
class Attributes {
  readonly #known = new Map<string, string>();
  readonly #properties = new Map<string, string>();

  name(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = xmlText(shortName(text));
    this.#known.set(text, made);
    return made;
  }

  /** The clauses of a scenario; the one that the result is told against comes first. */
  property({ scenario: { id, clauses }, clause }: Case): string {
    const key = `${id} ${clause.id}`;
    const known = this.#properties.get(key);
    if (known !== undefined) return known;
    const made = propertyLine(`clauses:${id}`, [clause.id, ...clauses.filter((one) => one !== clause.id)].join(' '));
    this.#properties.set(key, made);
    return made;
  }
}

const propertyLine = (key: string, value: string): string => `      <property name="${xmlText(shortName(key))}" value="${xmlText(shortName(value))}"/>`;

/** Schemas of JUnit allow properties of suites only, so the clauses of a scenario stand here under its name. */
function propertyLines({ implementation, cases }: Suite, { overview }: Report, attributes: Attributes): readonly string[] {
  const { description, target, conclusion, totals: { verdicts } } = implementation;
  const properties: readonly (readonly [string, string])[] = [
    ['implementation', description === null ? 'not started' : `${description.implementation} ${description.version}, ${description.task}`],
    ['target', target ?? 'unknown'], ['conclusion', conclusion], ['document', overview.document], ['specification', overview.digest],
    ...Object.entries(verdicts).map(([verdict, count]) => [`verdict:${verdict}`, String(count)] as const),
  ];
  return [
    '    <properties>',
    ...properties.map(([key, value]) => propertyLine(key, value)),
    ...cases.map((one) => attributes.property(one)),
    '    </properties>',
  ];
}

function caseLines(one: Case, suite: Suite, name: string, attributes: Attributes): readonly string[] {
  const head = `    <testcase name="${attributes.name(one.scenario.id)}" classname="${name}.${one.primary.class}"`;
  const kind = kindOf(one);
  if (kind === 'passed') return [`${head}/>`];
  // Older schemas allow no attribute here; all readers take the text.
  if (kind === 'skipped') return [`${head}>`, `      <skipped>${xmlText(weighedLineOf(one))}</skipped>`, '    </testcase>'];
  const place = `${shortName(one.scenario.file)}:${lineNumberOf(one)}`;
  return [
    `${head}>`,
    `      <${kind} type="${one.result.verdict.kind}" message="${xmlText(`${one.clause.level} ${shortName(one.clause.id)}: ${lineOf(one)}`)}">${xmlText(`${place}\n\n${storyOf(one, suite)}`)}</${kind}>`,
    '    </testcase>',
  ];
}
