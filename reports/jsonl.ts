// The only place for the report of flat lines, one for each scenario and implementation: for grep, jq and tables. The
// shape of a line is schema/jsonl.schema.json.

import type { Case, Suite } from '../conformance/report.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { lineNumberOf } from './told.ts';

export const jsonlReporter: Reporter = ({ suites }) =>
  suites.flatMap((suite) => suite.cases.map((one) => `${jsonText(lineOf(one, suite))}\n`)).join('');

function lineOf(one: Case, { implementation }: Suite): Readonly<Record<string, string | number | boolean | null>> {
  const { result, scenario, clause, primary, headline, found } = one;
  const { verdict } = result;
  return {
    implementation: implementation.name,
    what: implementation.description?.implementation ?? null,
    version: implementation.description?.version ?? null,
    target: implementation.target,
    scenario: scenario.id,
    title: scenario.title,
    file: scenario.file,
    line: lineNumberOf(one),
    member: primary.member,
    class: primary.class,
    clause: clause.id,
    level: clause.level,
    verdict: verdict.kind,
    weight: result.weight,
    variant: verdict.kind === 'pass' || verdict.kind === 'fail' ? verdict.variant : '',
    message: headline,
    expected: found?.expected ?? null,
    seen: found?.seen ?? null,
    flaky: result.flaky,
    echoOf: result.echoOf,
  };
}
