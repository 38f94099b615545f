// The only place for badges: the JSON that an endpoint badge of shields.io reads.

import type { Suite } from '../conformance/report.ts';
import type { Class } from '../conformance/spec.ts';
import { jsonText } from './json-text.ts';
import type { Mark } from './mark.ts';
import type { Reporter } from './reporter.ts';
import { markOfCase, shortName, unsettled } from './told.ts';

interface Badge {
  readonly label: string;
  readonly message: string;
  readonly color: 'brightgreen' | 'yellow' | 'red' | 'lightgrey';
  /** Shown as an error: the figure could not be had. */
  readonly isError: boolean;
}

/** Of all scenarios of the run, or of those of one class; of several implementations, how many pass whole. */
export const badgeReporter: Reporter = ({ suites, scenarios }, options) => {
  const label = options.class === null ? 'asyncio.Task' : `asyncio.Task ${options.class}`;
  const owed = options.class === null ? Object.values(scenarios).reduce((sum, number) => sum + number, 0) : scenarios[options.class];
  const standings = suites.map((suite) => standingOf(suite, options.class, owed));
  const [suite] = suites;
  const [standing] = standings;
  if (suite === undefined || standing === undefined) return endpoint({ label, message: 'no results', color: 'lightgrey', isError: true });
  if (standings.length === 1) return endpoint({ label: `${label} on ${shortName(suite.implementation.name)}`, ...standing });
  const whole = standings.filter(({ color }) => color === 'brightgreen').length;
  const color = worstFirst.find((candidate) => standings.some((one) => one.color === candidate)) ?? 'lightgrey';
  return endpoint({ label, message: `${whole} of ${standings.length} pass`, color, isError: standings.some(({ isError }) => isError) });
};

const worstFirst: readonly Badge['color'][] = ['red', 'lightgrey', 'yellow', 'brightgreen'];

/** How much of something is covered: the same badge for any coverage, whoever counts it. */
export function coverageBadge(label: string, covered: number, total: number): string {
  // Cut, not rounded: 100 % is said of nothing less.
  const share = total === 0 ? 0 : Math.floor((covered / total) * 100);
  const color = total === 0 ? 'lightgrey' : share === 100 ? 'brightgreen' : share >= 75 ? 'yellow' : 'red';
  return endpoint({ label, message: total === 0 ? 'nothing to cover' : `${share} %, ${covered} of ${total}`, color, isError: total === 0 });
}

type Standing = Omit<Badge, 'label'>;

/** Green is only what passes whole. What is not owed is no flaw; what is unsupported, not run or not even selected keeps it from green. */
function standingOf(suite: Suite, only: Class | null, owed: number): Standing {
  const cases = only === null ? suite.cases : suite.cases.filter(({ primary }) => primary.class === only);
  const marks = new Map<Mark, number>();
  for (const one of cases) marks.set(markOfCase(one), (marks.get(markOfCase(one)) ?? 0) + 1);
  const count = (mark: Mark): number => marks.get(mark) ?? 0;
  const told = (most: readonly (readonly [Mark, string])[]): string =>
    most.filter(([mark]) => count(mark) > 0).map(([mark, word]) => `${count(mark)} ${word}`).join(', ');
  const left = owed - cases.length;
  const all = told([
    ['fail', 'failed'], ['broken', 'broken'], ['not run', 'not run'], ['unsupported', 'unsupported'], ['warning', 'warned of'], ['differs', 'differ'],
    ['pass', 'passed'], ['not owed', 'not owed'],
  ]);
  const parts = left > 0 ? `${all === '' ? '' : `${all}, `}${left} not selected` : all;
  if (count('broken') + count('not run') > 0 || unsettled(suite) !== null) return { message: parts, color: count('fail') > 0 ? 'red' : 'lightgrey', isError: true };
  if (count('fail') > 0) return { message: parts, color: 'red', isError: false };
  if (count('pass') === 0) return { message: parts === '' ? 'no scenario' : parts, color: 'lightgrey', isError: false };
  return { message: parts, color: count('unsupported') + count('warning') + left > 0 ? 'yellow' : 'brightgreen', isError: false };
}

function endpoint({ label, message, color, isError }: Badge): string {
  return `${jsonText({ schemaVersion: 1, label, message, color, ...(isError ? { isError } : {}) })}\n`;
}
