// The only place that reads `order`: which labels the document promises to come before which.

import type { Moment, StepExpectation } from '../expectation.ts';
import { nearest } from './nearest.ts';
import { checkVariantKeys } from './read-outcomes.ts';
import type { PatternScope } from './read-pattern.ts';
import type { Pending } from './read-steps.ts';
import { keyFor } from './variant-key.ts';
import { entry, itemsOf, textOf, type Tree } from './yaml-tree.ts';

type Chains = readonly (readonly Moment[])[];

/** The chains of each variant; one for which `order` has no key promises none. */
export function readOrder(
  root: Tree, pending: readonly Pending[], steps: readonly StepExpectation[], scope: PatternScope,
): readonly Chains[] {
  const { variants } = scope.outline;
  const labels = readLabels(pending, scope);
  const order = entry(root, 'order')?.value;
  if (order?.kind === 'list') {
    const chains = readChains(order, labels, mostTimes(steps, variants.keys()), scope);
    return variants.map(() => chains);
  }
  if (order?.kind !== 'map') return variants.map(() => []);
  checkVariantKeys(order.entries, scope);
  const keys = order.entries.map(({ key }) => key);
  const read = new Map(order.entries.map(({ key, value }) => {
    const spokenFor = [...variants.keys()].filter((index) => keyFor(variants[index] ?? '', keys) === key);
    return [key, readChains(value, labels, mostTimes(steps, spokenFor), scope)];
  }));
  return variants.map((variant) => read.get(keyFor(variant, keys) ?? '') ?? []);
}

/** Steps by label; a `never` has none that could come before anything. */
function readLabels(pending: readonly Pending[], scope: PatternScope): ReadonlyMap<string, number | null> {
  const labels = new Map<string, number | null>();
  for (const { label, step, verb, at } of pending) {
    if (label === null) continue;
    if (labels.has(label)) {
      scope.mistakes.add('label-twice', at, `the label '${label}' is used by another step`, 'Give each log a text of its own.');
    }
    labels.set(label, verb === 'log' ? step : null);
  }
  return labels;
}

/** How often each step is reached at most, in any of these variants; of none of them nothing is known. */
function mostTimes(steps: readonly StepExpectation[], variants: Iterable<number>): ReadonlyMap<number, number> {
  const indices = [...variants];
  return new Map(steps.map(({ step, outcomes }) => [step, indices.length === 0 ? Infinity : Math.max(...indices.map((index) => outcomes[index]?.times ?? 0))]));
}

function readChains(
  tree: Tree, labels: ReadonlyMap<string, number | null>, most: ReadonlyMap<number, number>, scope: PatternScope,
): Chains {
  const nested = itemsOf(tree).some((item) => item.kind === 'list');
  const lists = nested ? itemsOf(tree) : [tree];
  return lists.map((list) => {
    const times = new Map<number, number>();
    const moments: Moment[] = [];
    for (const item of itemsOf(list)) {
      const label = textOf(item);
      const step = labels.get(label) ?? null;
      if (labels.get(label) === null) {
        scope.mistakes.add('unknown-label', item.at, `'${label}' is a never, which comes before nothing`, 'Use the text of a `log` step.');
        continue;
      }
      if (step === null) {
        const meant = nearest(label, [...labels].flatMap(([known, log]) => (log === null ? [] : [known])));
        scope.mistakes.add('unknown-label', item.at, `no log is called '${label}'`,
          meant === undefined ? 'Use the text of a `log` step.' : `Did you mean '${meant}'?`);
        continue;
      }
      const nth = (times.get(step) ?? 0) + 1;
      times.set(step, nth);
      if (nth > (most.get(step) ?? 0)) {
        scope.mistakes.add('times', item.at, `'${label}' is not reached so often`, 'Say `times` at its log, or mention it less often.');
      }
      moments.push({ step, nth });
    }
    return moments;
  });
}
