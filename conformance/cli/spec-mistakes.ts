// The only place for the error that says a specification has mistakes, all of them in one go.

import type { Mistake } from '../load/mistake.ts';

export class SpecMistakes extends Error {
  override readonly name = 'SpecMistakes';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(`the specification has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}`);
    this.mistakes = mistakes;
  }
}
