// The only place that turns an answer into the program's own exception, so that it is never mixed up with one of ours.

import type { Operand, Request, Work } from './request.ts';

/** An error of the program on its way from an expression to the step around it. Only steps catch it. */
export class Raised {
  readonly error: Operand;
  constructor(error: Operand) {
    this.error = error;
  }
}

/** Asks for one operation; throws Raised where it raised. */
export function* ask(request: Request): Work<Operand> {
  const answer = yield request;
  if (answer.kind === 'raised') throw new Raised(answer.error);
  return answer;
}

/** Raises an error that the language itself raises, such as NameError. */
export function* raiseNew(type: string, message: string): Work<never> {
  const error = yield* ask({
    kind: 'call',
    callee: { kind: 'exception', name: type },
    positional: [{ kind: 'constant', value: message }],
    keywords: [],
    inner: false,
  });
  throw new Raised(error);
}
