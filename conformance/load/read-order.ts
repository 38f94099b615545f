// The only place that reads `order`: which labels the document promises to come before which.

import type { Moment } from '../expectation.ts';
import type { Pending } from './read-steps.ts';
import type { PatternScope } from './read-pattern.ts';
import { entry, type Tree } from './yaml-tree.ts';

type Chains = readonly (readonly Moment[])[];

/** The chains of each variant. */
export function readOrder(root: Tree, pending: readonly Pending[], scope: PatternScope): readonly Chains[] {
  const { variants } = scope.outline;
  const labels = new Map<string, number>();
  for (const { label, step, verb, at } of pending) {
    if (label === null) continue;
    if (labels.has(label)) {
      scope.mistakes.add('label-twice', at, `the label '${label}' is used by another step`, 'Give each log a text of its own.');
    }
    labels.set(label, verb === 'log' ? step : -1);
  }
  const order = entry(root, 'order')?.value;
  if (order === undefined) return variants.map(() => []);
  if (order.kind === 'list') {
    const chains = readChains(order, labels, scope);
    return variants.map(() => chains);
  }
  if (order.kind !== 'map') return variants.map(() => []);
  for (const { key, at } of order.entries) {
    if (!variants.some((variant) => variant !== '' && variant.startsWith(key))) {
      scope.mistakes.add('unknown-variant', at, `no variant is called '${key}'`, `The variants are ${variants.join(', ')}.`);
    }
  }
  const read = new Map(order.entries.map(({ key, value }) => [key, readChains(value, labels, scope)]));
  return variants.map((variant) => {
    const key = [...read.keys()].filter((candidate) => variant.startsWith(candidate)).sort((one, other) => other.length - one.length)[0];
    return (key === undefined ? undefined : read.get(key)) ?? [];
  });
}

function readChains(tree: Tree, labels: ReadonlyMap<string, number>, scope: PatternScope): Chains {
  if (tree.kind !== 'list') return [];
  const nested = tree.items.some((item) => item.kind === 'list');
  const lists = nested ? tree.items : [tree];
  return lists.map((list) => {
    const times = new Map<number, number>();
    const moments: Moment[] = [];
    for (const item of list.kind === 'list' ? list.items : []) {
      const label = item.kind === 'scalar' ? String(item.value) : '';
      const step = labels.get(label);
      if (step === undefined || step < 0) {
        scope.mistakes.add('unknown-label', item.at, `no log is called '${label}'`, 'Use the text of a `log` step.');
        continue;
      }
      const nth = (times.get(step) ?? 0) + 1;
      times.set(step, nth);
      moments.push({ step, nth });
    }
    return moments;
  });
}
