// The only place that reads a baseline: a file that people review and edit, so its mistakes are told with their places.

import { checkSchema } from '../load/check-schema.ts';
import { Mistakes, type Mistake } from '../load/mistake.ts';
import { entriesOf, entry, itemsOf, parseTree, textOf, type Tree } from '../load/yaml-tree.ts';
import { verdictKinds, type VerdictKind } from '../verdict.ts';
import type { Baseline, Failure, Shape } from './baseline.ts';

export type ReadBaseline =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** `file` is the name that messages give. */
export function readBaseline(text: string, file: string): ReadBaseline {
  const mistakes = new Mistakes(file, text);
  const root = parseTree(text, mistakes);
  if (root === null || !checkSchema('baseline', root, mistakes)) return { kind: 'mistakes', mistakes: mistakes.found };
  const failures = itemsOf(entry(root, 'failures')?.value).map(failureOf);
  for (const [index, item] of itemsOf(entry(root, 'failures')?.value).entries()) checkFailure(item, failures, index, mistakes);
  if (mistakes.found.length > 0) return { kind: 'mistakes', mistakes: mistakes.found };
  return {
    kind: 'baseline',
    baseline: {
      implementation: text_(root, 'implementation'), target: text_(root, 'target'), spec: text_(root, 'spec'),
      capabilities: itemsOf(entry(root, 'capabilities')?.value).map(textOf),
      judged: new Map(entriesOf(entry(root, 'judged')?.value).map(({ key, value }) => [key, textOf(value)])),
      failures,
    },
  };
}

const text_ = (tree: Tree, key: string): string => textOf(entry(tree, key)?.value);
const orNull = (text: string): string | null => (text === '' ? null : text);

function failureOf(item: Tree): Failure {
  const diverges = entry(item, 'diverges')?.value;
  return {
    scenario: text_(item, 'scenario'), verdicts: verdictsOf(item), diverges: diverges === undefined ? null : shape(diverges),
    reason: orNull(text_(item, 'reason')), issue: orNull(text_(item, 'issue')), versions: orNull(text_(item, 'versions')),
    expires: orNull(text_(item, 'expires')), line: item.at.line,
  };
}

function verdictsOf(item: Tree): readonly VerdictKind[] {
  const value = entry(item, 'verdict')?.value;
  const names = value?.kind === 'list' ? value.items.map(textOf) : [textOf(value)];
  return verdictKinds.filter((kind) => names.includes(kind));
}

const KINDS = ['value', 'missing', 'extra', 'order', 'end', 'derived'] as const;

function shape(tree: Tree): Shape {
  const by = text_(tree, 'by');
  return {
    by: KINDS.find((kind) => kind === by) ?? 'value', body: orNull(text_(tree, 'body')), step: orNull(text_(tree, 'step')),
    same: Number(text_(tree, 'same')) || 1, time: Number(text_(tree, 'time')) || 1,
  };
}

/** What no schema can say: an entry twice for the same versions, a day that no calendar has, a divergence of what never diverges. */
function checkFailure(item: Tree, failures: readonly Failure[], index: number, mistakes: Mistakes): void {
  const failure = failures[index];
  if (failure === undefined) return;
  const { scenario, versions, expires, verdicts } = failure;
  const twin = failures.findIndex((other) => other.scenario === scenario && (other.versions ?? '') === (versions ?? ''));
  if (twin < index) {
    mistakes.add('baseline', entry(item, 'scenario')?.value.at ?? item.at, `'${scenario}' is there twice`,
      'Keep one of the two, or tell them apart by `versions`.');
  }
  if (expires !== null && !isDay(expires)) {
    mistakes.add('baseline', entry(item, 'expires')?.value.at ?? item.at, `no calendar has the day ${expires}`, 'Write a date such as 2027-06-01.');
  }
  const diverges = entry(item, 'diverges');
  if (diverges !== undefined && !verdicts.includes('fail')) {
    mistakes.add('baseline', diverges.at, `where the verdict is ${verdicts.join(' or ')} nothing diverges`, 'Leave `diverges` away.');
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
