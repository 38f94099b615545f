// The only place that prints what went wrong: the diagnosis of each failure in full, the same failure once.

import { causesOf } from './causes.ts';
import type { Cause } from './causes.ts';
import { count } from './count.ts';
import { diagnosis } from './diagnosis.ts';
import { markOf, marks } from './mark.ts';
import type { Page } from './page.ts';
import { brief, longestName, visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** Failures that are told in full; --all tells all of them so. */
const most = 20;

export function failures(page: Page): readonly string[] {
  const { overview, paint } = page;
  const causes = causesOf(page.overview);
  const mistakes = ambiguities(page);
  if (causes.length + mistakes.length === 0) return [];
  const several = overview.implementations.length > 1;
  const [only] = overview.implementations;
  const heading = several || only === undefined ? 'What went wrong' : `What went wrong on ${brief(only.name, longestName)}`;
  const full = page.all ? causes.length : most;
  const lines = causes.slice(0, full).flatMap(({ found, on, also }) => {
    const echoes = new Set(overview.implementations.flatMap((implementation) =>
      implementation.failures.filter(({ echoOf }) => echoOf === found.scenario).map(({ scenario }) => scenario)));
    return [
      '', ...diagnosis(page, found, several ? on : []),
      ...named(page, 'and therefore perhaps', [...echoes]), ...named(page, `just so in ${count(also.length, 'other scenario')}`, also),
    ];
  });
  return [paint.strong(heading), ...mistakes, ...lines, ...inBrief(page, causes.slice(full))];
}

function ambiguities({ overview, width }: Page): readonly string[] {
  return overview.implementations.flatMap(({ name, ambiguous }) => ambiguous.flatMap(({ scenario, variants }) => {
    const outcomes = variants.map(visible).join(' and ');
    const text = `${visible(scenario)}: on ${brief(name, longestName)} the outcomes ${outcomes} fit at once. They must exclude each other: this is a mistake in the specification.`;
    return ['', ...wrap(text, width - 2).map((line) => `  ${line}`)];
  }));
}

function inBrief({ paint, width }: Page, causes: readonly Cause[]): readonly string[] {
  if (causes.length === 0) return [];
  const lines = causes.map(({ found }) => {
    const place = found.where?.line == null ? '' : `:${found.where.line}`;
    return `  ${marks[markOf(found)].sign} ${brief(`${found.file}${place}  expected ${found.expected ?? 'an end'}, saw ${found.seen}`, width - 4)}`;
  });
  return ['', paint.strong(`And ${count(causes.length, 'more failure')}, which --all tells in full`), ...lines];
}

/** As many names as fit in a line or two. */
function named({ paint, width }: Page, what: string, scenarios: readonly string[]): readonly string[] {
  if (scenarios.length === 0) return [];
  const few = scenarios.slice(0, 5).map(visible).join(', ');
  const rest = scenarios.length > 5 ? ` and ${scenarios.length - 5} more` : '';
  return wrap(`${what}: ${few}${rest}`, width - 4).map((line) => paint.faint(`    ${line}`));
}
