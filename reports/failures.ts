// The only place that prints what went wrong: the diagnosis of each failure in full, implementation by implementation.

import type { Diagnosed, ImplementationOverview } from '../conformance/overview.ts';
import type { Page } from './page.ts';
import { count } from './count.ts';
import { diagnosis } from './diagnosis.ts';
import { markOf, marks } from './mark.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

export function failures(page: Page): readonly string[] {
  return page.overview.implementations.flatMap((implementation) => ofOne(page, implementation)).slice(1);
}

function ofOne(page: Page, implementation: ImplementationOverview): readonly string[] {
  const { failures, ambiguous } = implementation;
  if (failures.length === 0 && ambiguous.length === 0) return [];
  const causes = failures.filter(({ echoOf }) => echoOf === null);
  const lines = ['', page.paint.strong(`What went wrong on ${visible(implementation.name)}`)];
  for (const { scenario, variants } of ambiguous) {
    lines.push('', ...wrap(`${scenario}: ${variants.join(' and ')} fit at once. The outcomes must exclude each other: a mistake in the specification.`, page.width));
  }
  for (const group of alike(causes)) {
    const [first, ...more] = group;
    if (first === undefined) continue;
    lines.push('', ...diagnosis(page, first));
    const echoes = failures.filter(({ echoOf }) => echoOf === first.scenario).map(({ scenario }) => scenario);
    lines.push(...named(page, 'and so', echoes), ...named(page, `the same in ${count(more.length, 'other')}`, more.map(({ scenario }) => scenario)));
  }
  return lines;
}

/** What broke in the same words is told once: an adapter that fails does so in every scenario. */
function alike(diagnosed: readonly Diagnosed[]): readonly (readonly Diagnosed[])[] {
  const groups = new Map<string, Diagnosed[]>();
  for (const one of diagnosed) {
    const key = markOf(one) === 'broken' ? one.verdict : one.scenario;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** As many names as fit in a line or two. */
function named({ paint, width }: Page, what: string, scenarios: readonly string[]): readonly string[] {
  if (scenarios.length === 0) return [];
  const few = scenarios.slice(0, 5).map(visible).join(', ');
  const rest = scenarios.length > 5 ? ` and ${scenarios.length - 5} more` : '';
  return wrap(`${marks.fail.sign} ${what}: ${few}${rest}`, width - 4).map((line) => paint.faint(`    ${line}`));
}
