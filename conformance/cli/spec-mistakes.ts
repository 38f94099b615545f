// The only place for the error that says a specification has mistakes, all of them in one go.

import type { Mistake } from '../load/mistake.ts';

export class SpecMistakes extends Error {
  override readonly name = 'SpecMistakes';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(`${mistakes.length === 1 ? 'there is a mistake' : `there are ${mistakes.length} mistakes`} to mend`);
    this.mistakes = mistakes;
  }
}
