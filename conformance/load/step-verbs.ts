// The only place for the verbs of steps: which there are, where each may stand, and how a step reads.

import { entry, type MapTree, type Tree } from './yaml-tree.ts';

export const VERBS = ['call', 'check', 'await', 'log', 'never', 'return', 'raise', 'cycle', 'repeat', 'try', 'yield', 'async for', 'async with'] as const;
export type Verb = (typeof VERBS)[number];

/** Verbs whose other keys say what is expected. */
export const EXPECTING: readonly Verb[] = ['check', 'await', 'log'];

/** Where a verb may stand. */
export const ALLOWED: Readonly<Record<'coroutine' | 'callback' | 'drive', readonly Verb[]>> = {
  coroutine: VERBS,
  callback: ['call', 'check', 'log', 'never', 'return', 'raise', 'repeat', 'try'],
  drive: ['call', 'check', 'log', 'never', 'raise', 'cycle', 'repeat', 'try'],
};

/** The step as a reader of the file knows it. */
export function describe(verb: Verb, value: Tree | undefined, map: MapTree): string {
  if (value === undefined) return verb;
  if (value.kind !== 'scalar') return verb;
  const as = entry(map, 'as')?.value;
  const named = as?.kind === 'scalar' ? `  as: ${String(as.value)}` : '';
  return `${verb}: ${value.value === null ? 'null' : String(value.value)}${named}`;
}
