// The only place for what ends a program from our side, so that none of the program's handlers can catch it.

export type Reason =
  /** The loop was asked to run on with nothing ready and no timer. */
  | { readonly kind: 'stuck' }
  | { readonly kind: 'unsupported'; readonly capability: string }
  | { readonly kind: 'budget'; readonly budget: 'loop steps' | 'virtual seconds' };

/** Thrown through interpreter and implementation alike; no error of the program, and no mistake either. */
export class Halt {
  readonly reason: Reason;
  constructor(reason: Reason) {
    this.reason = reason;
  }
}
