// The only place where the interpretation of a body, or of drive, begins and ends.

import { type Operand, type Work, none } from './request.ts';
import type { Run } from './scope.ts';
import { runSteps } from './steps.ts';

/** How a run of a body ended. */
export type Completion =
  | { readonly kind: 'returned'; readonly value: Operand }
  | { readonly kind: 'raised'; readonly error: Operand };

/** Interprets a run's steps from the first; whoever drives it answers each request before the next. */
export function* interpret(run: Run): Work<Completion> {
  const steps = run.body === null ? run.scenario.program.drive : run.body.steps;
  const signal = yield* runSteps(run, steps);
  switch (signal.kind) {
    case 'next':
      return { kind: 'returned', value: none };
    case 'return':
      return { kind: 'returned', value: signal.value };
    case 'raise':
      return { kind: 'raised', error: signal.error };
  }
}
