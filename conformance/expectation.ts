// The only place for the shape of an Expectation: what must be seen. It never leaves the runner.

import type { Constant } from './program.ts';

/** A value that an expectation writes down. */
export type Pattern =
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'list'; readonly items: readonly Pattern[] }
  /** That very object: the name must be among those bound to it when it was seen. */
  | { readonly kind: 'name'; readonly name: string }
  /** An exception of exactly that type; `args` null is any arguments. */
  | { readonly kind: 'exception'; readonly type: string; readonly args: readonly Pattern[] | null }
  /** A stack frame; `at` null is any place in that body. The name `...` is a frame that is not the scenario's. */
  | { readonly kind: 'frame'; readonly name: string; readonly at: number | 'start' | null };

/** One thing that must hold of what a step showed. */
export type Form =
  | { readonly kind: 'is'; readonly pattern: Pattern }
  | { readonly kind: 'is_not'; readonly name: string }
  | { readonly kind: 'raises'; readonly pattern: Pattern }
  | { readonly kind: 'unordered'; readonly items: readonly Pattern[] }
  | { readonly kind: 'contains'; readonly items: readonly Pattern[] }
  | { readonly kind: 'lacks'; readonly items: readonly Pattern[] }
  | { readonly kind: 'ends_with'; readonly items: readonly Pattern[] }
  /** Any of these, each a set of forms that hold together. */
  | { readonly kind: 'one_of'; readonly choices: readonly (readonly Form[])[] };

/** What a step must show in one variant: exactly `times` times, and each time all of `forms`, or the nth of `each`. */
export interface Outcome {
  readonly times: number;
  readonly forms: readonly Form[];
  readonly each: readonly (readonly Form[])[] | null;
}

export interface StepExpectation {
  readonly step: number;
  /** The clause to blame where this step is the first to diverge. */
  readonly clause: string;
  /** One for each variant, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** The nth time (from 1) that the log step was reached. */
export interface Moment {
  readonly step: number;
  readonly nth: number;
}

export interface Expectation {
  /** The primary clause: to blame where no step is. */
  readonly clause: string;
  /** Names of whole outcomes, of which exactly one must fit; none named is one outcome without a name, `['']`. */
  readonly variants: readonly string[];
  readonly steps: readonly StepExpectation[];
  /** For each variant, chains of moments that must come one before the next; nothing else about order is compared. */
  readonly order: readonly (readonly (readonly Moment[])[])[];
}
