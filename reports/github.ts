// The only place for commands of GitHub Actions: annotations, the most useful first, and no more than it shows.

import type { Report } from '../conformance/report.ts';
import type { Weight } from '../conformance/verdict.ts';
import { causesOf } from './causes.ts';
import type { Cause } from './causes.ts';
import { count } from './count.ts';
import type { Reporter } from './reporter.ts';
import { countsOf, shortName, standings, unsettled } from './told.ts';
import { brief } from './visible.ts';

/** A step shows ten of each kind, in the order in which they come; the rest it drops without a word. */
const most = 10;

interface Annotation {
  readonly kind: 'error' | 'warning';
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The page for the step's summary is the report `markdown`, written to the file that GITHUB_STEP_SUMMARY names. */
export const githubReporter: Reporter = (report) => {
  const causes = causesOf(report.overview).toSorted((one, other) => usefulness(other) - usefulness(one));
  const annotations = [...ofRuns(report), ...causes.map((cause) => ofCause(cause, report))];
  const shown = annotations.slice(0, most);
  const rest = annotations.length - shown.length;
  return [
    ...shown.map(commandLine),
    ...(rest === 0 ? [] : [`and ${count(rest, 'more annotation')} that GitHub would not show: the report markdown has them all`]),
    ...report.suites.map((suite) => {
      const { name, conclusion } = suite.implementation;
      const counts = countsOf(suite);
      const numbers = standings.flatMap(([, word], index) => ((counts[index] ?? 0) > 0 ? [`${counts[index]} ${word}`] : []));
      // The name does not begin the line, so that none can be a command.
      return `taskspec: ${shortName(name)}: ${conclusion}: ${numbers.join(', ')}`;
    }),
    '',
  ].join('\n');
};

const weights: Readonly<Record<Weight, number>> = { red: 2, broken: 1, warning: 0, information: -1, grey: -1, green: -1 };

/** What is against the document first, then what most implementations and scenarios show. */
function usefulness({ found, on, also }: Cause): number {
  return weights[found.weight] * 1e6 + Math.min(999, on.length) * 1e3 + Math.min(999, also.length);
}

/** One that never started, or was cut short, has no scenario to be pointed at. */
function ofRuns({ suites }: Report): readonly Annotation[] {
  return suites.flatMap((suite): Annotation[] => {
    const { name, description, failures: [failure] } = suite.implementation;
    const why = unsettled(suite);
    if (why === null || (description !== null && failure !== undefined)) return [];
    const message = description === null && failure !== undefined ? failure.verdict : why;
    return [{ kind: 'error', properties: { title: `taskspec: ${shortName(name)}` }, message: brief(message, longestMessage) }];
  });
}

const longestMessage = 2_000;
const mostNames = 10;

function ofCause({ found, on, also }: Cause, { suites }: Report): Annotation {
  const { clause, where } = found;
  const rest = on.length - mostNames;
  const names = suites.length > 1 ? [`on ${on.slice(0, mostNames).map(shortName).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`] : [];
  const lines = [
    found.expected === null ? found.seen : `expected ${found.expected}, saw ${found.seen}`,
    ...names, ...(also.length === 0 ? [] : [`just so in ${count(also.length, 'other scenario')}`]),
    `${clause.level} ${clause.id}: ${clause.text}`, found.command,
  ];
  return {
    kind: found.weight === 'warning' ? 'warning' : 'error',
    properties: {
      file: shortName(found.file), ...(where?.line == null ? {} : { line: String(where.line) }),
      title: brief(`${found.scenario}: ${found.title}`, 200),
    },
    message: lines.map((line) => brief(line, longestMessage)).join('\n'),
  };
}

function commandLine({ kind, properties, message }: Annotation): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${dataOf(value).replace(/:/gu, '%3A').replace(/,/gu, '%2C')}`);
  return `::${kind} ${list.join(',')}::${dataOf(message)}`;
}

/** The line breaks are ours: what came from elsewhere has none left. */
function dataOf(text: string): string {
  return text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
}
