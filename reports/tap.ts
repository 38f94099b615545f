// The only place for the Test Anything Protocol, version 14: a subtest an implementation, a point a scenario.

import type { Case, Suite } from '../conformance/report.ts';
import { count } from './count.ts';
import { jsonText } from './json-text.ts';
import { marks } from './mark.ts';
import type { Known, Reporter } from './reporter.ts';
import { lineNumberOf, lineOf, markOfCase, shortName, unsettled } from './told.ts';

export const tapReporter: Reporter = ({ suites }, { known }) => [
  'TAP version 14',
  `1..${suites.length}`,
  ...suites.flatMap((suite, index) => suiteLines(suite, index + 1, known)),
  '',
].join('\n');

function suiteLines(suite: Suite, number: number, known: Known): readonly string[] {
  const name = shortName(suite.implementation.name);
  const points = suite.cases.map((one) => pointOf(one, known(suite.implementation.name, one.scenario.id)));
  const good = points.every(({ ok, todo }) => ok || todo) && unsettled(suite) === null;
  const why = unsettled(suite);
  return [
    `# Subtest: ${name}`,
    ...[
      `1..${points.length}`,
      ...points.flatMap(({ ok, directive, lines }, index) => [
        `${ok ? 'ok' : 'not ok'} ${index + 1} - ${escaped(shortName(suite.cases[index]?.scenario.id ?? ''))}${directive}`, ...lines,
      ]),
      ...totals(suite),
    ].map((line) => `    ${line}`),
    // Behind the name stands something always: a line that ends with a brace would begin a block.
    `${good ? 'ok' : 'not ok'} ${number} - ${escaped(name)} (${suite.implementation.conclusion})`,
    ...(why === null ? [] : ['  ---', `  message: ${jsonText(why)}`, '  ...']),
  ];
}

interface Point {
  readonly ok: boolean;
  /** It is not expected to be ok, and so does not count. */
  readonly todo: boolean;
  readonly directive: string;
  readonly lines: readonly string[];
}

/** `known`: a baseline says that it fails. Whether a `should` holds decides nothing, so that is to do as well. */
function pointOf(one: Case, known: boolean): Point {
  const mark = markOfCase(one);
  switch (mark) {
    case 'pass':
      if (!known) return { ok: true, todo: false, directive: '', lines: [] };
      return { ok: false, todo: false, directive: '', lines: diagnostics(one, 'it passes, and its baseline says that it fails: take it out there') };
    case 'fail':
    case 'broken':
      return { ok: false, todo: known, directive: known ? ' # TODO a known failure' : '', lines: diagnostics(one, lineOf(one)) };
    case 'warning':
    case 'differs':
      return { ok: false, todo: true, directive: ` # TODO ${marks[mark].meaning}`, lines: diagnostics(one, lineOf(one)) };
    case 'unsupported':
    case 'not owed':
    case 'not run':
      return { ok: true, todo: false, directive: ` # SKIP ${escaped(lineOf(one))}`, lines: [] };
  }
}

/** YAML, of which JSON's texts are a part. */
function diagnostics({ clause, scenario, result, ...rest }: Case, message: string): readonly string[] {
  const file = shortName(scenario.file);
  const line = lineNumberOf({ clause, scenario, result, ...rest });
  return [
    '  ---',
    `  message: ${jsonText(message)}`,
    `  severity: ${result.verdict.kind}`,
    `  clause: ${jsonText(shortName(clause.id))}`,
    `  level: ${clause.level}`,
    '  at:',
    `    file: ${jsonText(file)}`,
    `    line: ${line}`,
    '  ...',
  ];
}

function totals({ implementation: { totals: { verdicts } } }: Suite): readonly string[] {
  return Object.entries(verdicts).filter(([, number]) => number > 0).map(([verdict, number]) => `# ${verdict}: ${count(number, 'scenario')}`);
}

/** A hash begins a directive, a backslash an escape. */
function escaped(text: string): string {
  return text.replace(/[\\#]/gu, '\\$&');
}
