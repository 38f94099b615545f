// The only place that counts results.

import type { Result } from './result.ts';
import type { VerdictKind, Weight } from './verdict.ts';

export interface Totals {
  readonly selected: number;
  /** How many have each verdict; every kind is there, and together they are all selected. */
  readonly verdicts: Readonly<Record<VerdictKind, number>>;
  readonly weights: Readonly<Record<Weight, number>>;
  readonly flaky: number;
}

export function totalsOf(results: readonly Result[]): Totals {
  const verdicts: Record<VerdictKind, number> = {
    pass: 0, fail: 0, unsupported: 0, 'not-applicable': 0, hang: 0, crash: 0, budget: 0, 'protocol-error': 0,
    'adapter-error': 0, 'not-run': 0,
  };
  const weights: Record<Weight, number> = { green: 0, red: 0, warning: 0, information: 0, grey: 0, broken: 0 };
  let flaky = 0;
  for (const result of results) {
    verdicts[result.verdict.kind] += 1;
    weights[result.weight] += 1;
    if (result.flaky) flaky += 1;
  }
  return { selected: results.length, verdicts, weights, flaky };
}
