// The only place for verdicts: what became of one scenario on one implementation.

import type { Level } from './spec.ts';
import type { Value } from './trace.ts';

/** The first step that went wrong, and how. */
export interface Divergence {
  readonly kind: 'value' | 'missing' | 'extra' | 'order' | 'end' | 'derived';
  /** Null where the program as a whole went wrong. */
  readonly step: number | null;
  /** The how-manieth time that the step was reached, from 1. */
  readonly nth: number;
  readonly clause: string;
  /** In words, for a reader. */
  readonly expected: string;
  readonly seen: string;
  readonly value: Value | null;
  /** How many observations had come when it showed. */
  readonly after: number;
}

export const verdictKinds = [
  'pass', 'fail', 'unsupported', 'not-applicable', 'hang', 'crash', 'budget', 'protocol-error', 'adapter-error',
  'not-run',
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

export type Verdict =
  /** `variant`: the name of the outcome that fitted, or ''. */
  | { readonly kind: 'pass'; readonly variant: string }
  /** `variant`: the nearest outcome, which the divergence is told against. */
  | { readonly kind: 'fail'; readonly variant: string; readonly divergence: Divergence }
  | { readonly kind: 'unsupported'; readonly capability: string }
  | { readonly kind: 'not-applicable'; readonly clause: string; readonly target: string; readonly owed: string }
  | { readonly kind: 'hang'; readonly milliseconds: number }
  | { readonly kind: 'crash'; readonly how: string }
  | { readonly kind: 'budget'; readonly budget: 'loop steps' | 'virtual seconds' }
  | { readonly kind: 'protocol-error'; readonly message: string }
  | { readonly kind: 'adapter-error'; readonly message: string }
  | { readonly kind: 'not-run'; readonly reason: string };

/** What a verdict means for conformance. Only green is green. */
export type Weight =
  | 'green'
  /** Against the document: the exit code says so. */
  | 'red'
  /** A `should` that does not hold. */
  | 'warning'
  /** Differs where the document is silent or contested. */
  | 'information'
  /** Nothing was judged. */
  | 'grey'
  /** The harness or the adapter failed. */
  | 'broken';

/** Weighs a verdict by the level of the clause that it is told against. */
export function weigh(verdict: Verdict, level: Level): Weight {
  switch (verdict.kind) {
    case 'pass':
      return 'green';
    case 'fail':
      if (level === 'must') return 'red';
      return level === 'should' ? 'warning' : 'information';
    case 'hang':
    case 'crash':
    case 'budget':
      return 'red';
    case 'unsupported':
    case 'not-applicable':
    case 'not-run':
      return 'grey';
    case 'protocol-error':
    case 'adapter-error':
      return 'broken';
  }
}
