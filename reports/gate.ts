// The only place that prints what the gate found: what changed since the baseline, each regression with its diagnosis.

import { meanings, type Transition } from '../conformance/baseline/compare.ts';
import type { Overview } from '../conformance/overview.ts';
import { conclusions } from './conclusions.ts';
import type { ConsoleOptions } from './console.ts';
import { count } from './count.ts';
import { diagnosis } from './diagnosis.ts';
import type { Page } from './page.ts';
import { paint, type Paint } from './paint.ts';
import { subjects } from './subjects.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

export interface GateFindings {
  readonly overview: Overview;
  readonly transitions: readonly Transition[];
  /** The baseline's file, as the user named it. */
  readonly baseline: string;
  /** Whether an entry that says too much makes the gate fail. */
  readonly staleFails: boolean;
}

/** The gate's report as text; what matters most comes last. */
export function gateReport({ overview, transitions, baseline, staleFails }: GateFindings, options: ConsoleOptions): string {
  const page: Page = { overview, paint: paint(options.colours), width: options.width, all: options.all };
  const told = transitions.filter(({ kind }) => options.all || kind !== 'recorded');
  const sections = [subjects(page), ...told.map((transition) => section(page, transition)), conclusions(page), verdict(page, transitions, baseline, staleFails)];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const looks: Readonly<Record<'quiet' | 'regression' | 'out of date', { readonly sign: string; readonly colour: keyof Paint }>> = {
  quiet: { sign: '·', colour: 'faint' }, regression: { sign: '✘', colour: 'bad' }, 'out of date': { sign: '▲', colour: 'warning' },
};

function section(page: Page, transition: Transition): readonly string[] {
  const { sign, colour } = looks[meanings[transition.kind]];
  const [first = '', ...more] = wrap(visible(wordsOf(transition)), page.width - 4);
  const head = [`${page.paint[colour](`${sign} ${transition.kind}`)}  ${first}`, ...more.map((line) => `    ${line}`)];
  const entry = 'entry' in transition ? transition.entry : null;
  const remarks = entry === null ? [] : [
    ...(entry.reason === null ? [] : [`    the baseline's reason: ${visible(entry.reason)}`]),
    ...(entry.issue === null ? [] : [`    ${visible(entry.issue)}`]),
  ];
  return [...head, ...remarks, ...story(page, transition)];
}

function wordsOf(transition: Transition): string {
  switch (transition.kind) {
    case 'recorded':
      return `${transition.scenario} fails as the baseline says`;
    case 'regression':
      return `${transition.scenario} did not fail when the baseline was made`;
    case 'changed':
      return `${transition.scenario} fails in another way than line ${transition.entry.line} of the baseline says`;
    case 'expired':
      return `${transition.scenario} fails as recorded, but since ${transition.entry.expires ?? ''} that is no excuse`;
    case 'lost':
      return `${transition.scenario} was judged when the baseline was made, and now is ${transition.verdict.kind}${transition.verdict.kind === 'unsupported' ? `: ${transition.verdict.capability}` : ''}`;
    case 'capability lost':
      return `${transition.capability} was claimed when the baseline was made`;
    case 'target changed':
      return `the baseline is for Python ${transition.from}, this was judged as Python ${transition.to ?? '?'}: other clauses are owed`;
    case 'new':
      return `${transition.scenario} fails; it is newer than the baseline, so nobody has looked at it yet`;
    case 'fixed':
      return `${transition.scenario} passes, and line ${transition.entry.line} of the baseline says that it fails`;
    case 'stale':
      return `there is no scenario ${transition.scenario}, which line ${transition.entry.line} of the baseline speaks of`;
  }
}

/** A regression, and what is new, with all that is known of it. */
function story(page: Page, transition: Transition): readonly string[] {
  if (!('scenario' in transition) || (meanings[transition.kind] !== 'regression' && transition.kind !== 'new')) return [];
  const found = page.overview.implementations.flatMap(({ failures }) => failures).find(({ scenario }) => scenario === transition.scenario);
  return found === undefined ? [] : ['', ...diagnosis(page, found, [])];
}

function verdict({ paint }: Page, transitions: readonly Transition[], baseline: string, staleFails: boolean): readonly string[] {
  const number = (meaning: string): number => transitions.filter(({ kind }) => meanings[kind] === meaning).length;
  const file = visible(baseline);
  const known = transitions.filter(({ kind }) => kind === 'recorded').length;
  const fresh = transitions.filter(({ kind }) => kind === 'new').length;
  const parts = [known === 0 ? '' : `${count(known, 'failure')} as recorded`, fresh === 0 ? '' : `${count(fresh, 'new failure')}`].filter((part) => part !== '');
  const also = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  const regressions = number('regression');
  const outdated = number('out of date');
  if (regressions > 0) return [paint.bad(`${count(regressions, 'regression')} against ${file}${also}`)];
  if (outdated > 0 && staleFails) {
    return [paint.warning(`no regression against ${file}${also}, but ${count(outdated, 'entry')
      .replace('entrys', 'entries')} of it say${outdated === 1 ? 's' : ''} too much: renew it with --update`)];
  }
  return [paint.good(`no regression against ${file}${also}`)];
}
