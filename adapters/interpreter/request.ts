// The only place for the contract between the interpreter and an executor: what is asked, and what comes back.

import type { Attribute, Constant, Step, Word } from '../../conformance/program.ts';

/**
 * A value of the program. What belongs to the implementation is behind a handle: held and handed on, never looked into,
 * so that it can be the object itself (in process) or its number on the other side of a wire.
 */
export type Operand =
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'body'; readonly name: string }
  | { readonly kind: 'exception'; readonly name: string }
  | { readonly kind: 'word'; readonly name: Word }
  | { readonly kind: 'handle'; readonly handle: unknown };

/** What a call calls: a value, or a member of one, looked up and called in one go. */
export type Callee = Operand | { readonly kind: 'member'; readonly of: Operand; readonly name: Attribute };

export interface KeywordOperand {
  readonly name: string;
  readonly value: Operand;
}

/**
 * One operation on the implementation. Every operation is a request, not only awaits, so that one interpreter serves any executor.
 * What an `inner` one gives goes into the next operation that is not, once, and nowhere else: the two may be done in one go.
 */
export type Request =
  | {
      readonly kind: 'call';
      readonly callee: Callee;
      readonly positional: readonly Operand[];
      readonly keywords: readonly KeywordOperand[];
      readonly inner: boolean;
    }
  | { readonly kind: 'attribute'; readonly of: Operand; readonly name: Attribute; readonly inner: boolean }
  /** A new list of these. */
  | { readonly kind: 'list'; readonly items: readonly Operand[]; readonly inner: boolean }
  /** In a coroutine only: suspend as the implementation does, answer with the outcome. */
  | { readonly kind: 'await'; readonly of: Operand }
  /** In drive only: work the loop from outside. `loop` null is the scenario's own. */
  | { readonly kind: 'cycle'; readonly count: number | 'idle'; readonly loop: Operand | null }
  /** The three observations. They are answered with None. */
  | { readonly kind: 'reached'; readonly step: number }
  | { readonly kind: 'saw value'; readonly step: number; readonly value: Operand }
  | { readonly kind: 'saw error'; readonly step: number; readonly error: Operand }
  /** Whether the error is of one of these types, by the bases that it has in the implementation. Answered with a boolean. */
  | { readonly kind: 'catches'; readonly error: Operand; readonly types: readonly string[] }
  /**
   * What a `raise` statement does short of raising: an instance where a type is given, TypeError where it is no exception,
   * `cause` as `__cause__`, and `handled` (the error being handled meanwhile) as `__context__`. Always answered with an error.
   */
  | { readonly kind: 'raise'; readonly error: Operand; readonly cause: Operand | null; readonly handled: Operand | null }
  /** A step that only Python's own syntax can run: yield, async for, async with. */
  | { readonly kind: 'python-syntax'; readonly step: Step };

/** What came of a request: a value, or an error of the program. Errors of ours are JavaScript exceptions and never answers. */
export type Answer = Operand | { readonly kind: 'raised'; readonly error: Operand };

/** Part of the interpretation: asks, is answered, and ends with a `T`. */
export type Work<T> = Generator<Request, T, Answer>;

export const none: Operand = { kind: 'constant', value: null };
export const yes: Operand = { kind: 'constant', value: true };
export const no: Operand = { kind: 'constant', value: false };
