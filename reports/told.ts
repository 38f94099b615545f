// The only place that words one case for formats that have room for a line, a place and a text.

import type { Diagnosed } from '../conformance/overview.ts';
import type { Case, Suite } from '../conformance/report.ts';
import { diagnosis } from './diagnosis.ts';
import { markNames, markOf, marks } from './mark.ts';
import type { Mark } from './mark.ts';
import { paint } from './paint.ts';
import { brief, longestName } from './visible.ts';

/** Characters; no format needs more, and some have limits. */
const longestLine = 500;
const longestStory = 8_000;

export const shortName = (name: string): string => brief(name, longestName);

export const markOfCase = ({ result }: Case): Mark => markOf({ kind: result.verdict.kind, weight: result.weight });

/** The marks with the words of a count, the gravest behind the good. */
export const standings: readonly (readonly [Mark, string])[] = markNames.map((mark) => [mark, marks[mark].counted]);

/** One number for each of the standings; together they are all cases. */
export function countsOf({ cases }: Suite): readonly number[] {
  const counts = new Map<Mark, number>();
  for (const one of cases) counts.set(markOfCase(one), (counts.get(markOfCase(one)) ?? 0) + 1);
  return standings.map(([mark]) => counts.get(mark) ?? 0);
}

/** What happened, as one line: `expected False, saw True`, `unsupported: it lacks the capability frames`. */
export function lineOf({ found, headline, result }: Case): string {
  const differs = found === null || found.expected === null ? headline : `expected ${found.expected}, saw ${found.seen}`;
  return brief(result.flaky ? `${differs} (flaky: it passed when it was run once more)` : differs, longestLine);
}

/** The same with the weight it has where that is not plain from the format. */
export function weighedLineOf(one: Case): string {
  const mark = markOfCase(one);
  return mark === 'warning' || mark === 'differs' ? brief(`${marks[mark].meaning}: ${lineOf(one)}`, longestLine) : lineOf(one);
}

/** Where to look, from 1: the step that diverges, else the first one. */
export function lineNumberOf({ found, scenario }: Case): number {
  return Math.max(1, found?.where?.line ?? scenario.places[0]?.line ?? 1);
}

/** The whole diagnosis as lines without colours; nothing of what passed. */
export function storyOf({ found }: Case, suite: Suite): string {
  if (found === null) return '';
  const known = stories.get(found);
  if (known !== undefined) return known;
  const page = { overview: { document: '', digest: '', implementations: [suite.implementation], rows: [] }, paint: paint(false), width: 100, all: false };
  const text = diagnosis(page, found, []).join('\n');
  const story = text.length <= longestStory ? text : `${text.slice(0, longestStory)}…`;
  stories.set(found, story);
  return story;
}

/** Several reports of one run tell the same stories, and these cost most of them. */
const stories = new WeakMap<Diagnosed, string>();

/**
 * Why a run in which nothing failed does not count all the same, or null: a file of skipped cases would look fine to
 * whoever reads it.
 */
export function unsettled({ implementation: { conclusion } }: Suite): string | null {
  switch (conclusion) {
    case 'conforms':
    case 'does not conform':
      return null;
    case 'failed':
      return 'the adapter or the harness failed, or scenarios were left out: nobody can tell whether it conforms';
    case 'not judged':
      return 'nothing that is owed could be judged';
    case 'specification wrong':
      return 'several outcomes of a scenario fitted at once: the specification is wrong';
    case 'cut short':
      return 'the run was cut short';
  }
}
