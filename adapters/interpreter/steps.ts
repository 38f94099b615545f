// The only place that runs steps: Python's statements with explicit signals, since JavaScript's finally is not Python's.

import type { Expression, Handler, Step } from '../../conformance/program.ts';
import { evaluate } from './evaluate.ts';
import { Raised, ask, raiseNew } from './raised.ts';
import { type Operand, type Work, none } from './request.ts';
import { type Run, bind, lookUp } from './scope.ts';

/** How a step ended: on to the next one, or out of the steps around it. */
export type Signal =
  | { readonly kind: 'next' }
  | { readonly kind: 'return'; readonly value: Operand }
  | { readonly kind: 'raise'; readonly error: Operand };

type Of<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

const next: Signal = { kind: 'next' };

/** Runs steps until one of them does not lead to the next. */
export function* runSteps(run: Run, steps: readonly Step[]): Work<Signal> {
  for (const step of steps) {
    const signal = yield* runStep(run, step);
    if (signal.kind !== 'next') return signal;
  }
  return next;
}

/** The one place where Raised ends; whatever else is thrown is a mistake of ours and passes through every handler. */
function* runStep(run: Run, step: Step): Work<Signal> {
  run.at = step.id;
  try {
    return yield* dispatch(run, step);
  } catch (raised) {
    if (!(raised instanceof Raised)) throw raised;
    const { error } = raised;
    const { origins } = run.scenario;
    if (error.kind === 'handle' && !origins.has(error.handle)) origins.set(error.handle, step.id);
    return { kind: 'raise', error };
  }
}

function* dispatch(run: Run, step: Step): Work<Signal> {
  switch (step.kind) {
    case 'call':
      bind(run, step.as, yield* evaluate(run, step.expression));
      return next;
    case 'check':
    case 'await':
      yield* observe(run, step);
      return next;
    case 'log':
      yield* ask({ kind: 'reached', step: step.id });
      return next;
    case 'return':
      return { kind: 'return', value: step.value === null ? none : yield* evaluate(run, step.value) };
    case 'raise':
      return yield* raise(run, step.error, step.cause);
    case 'cycle':
      yield* cycle(run, step);
      return next;
    case 'repeat':
      return yield* repeat(run, step);
    case 'try':
      return yield* runTry(run, step);
    case 'yield':
    case 'async for':
    case 'async with':
      yield* ask({ kind: 'python-syntax', step });
      return next;
  }
}

/** A check or an await. The name is bound after the observation, as in `t = see(4, …)`. */
function* observe(run: Run, step: Of<'check'> | Of<'await'>): Work<void> {
  let value: Operand;
  try {
    value = yield* evaluate(run, step.expression, step.kind === 'await');
    if (step.kind === 'await') value = yield* ask({ kind: 'await', of: value });
  } catch (raised) {
    if (!(raised instanceof Raised) || !step.catches) throw raised;
    yield* ask({ kind: 'saw error', step: step.id, error: raised.error });
    bind(run, step.as, raised.error);
    return;
  }
  if (step.kind === 'check' || step.observed) yield* ask({ kind: 'saw value', step: step.id, value });
  bind(run, step.as, value);
}

function* raise(run: Run, error: Expression | null, cause: Expression | null): Work<never> {
  const handled = run.handled.at(-1) ?? null;
  if (error !== null) {
    const raised = yield* evaluate(run, error);
    const from = cause === null ? null : yield* evaluate(run, cause);
    yield* ask({ kind: 'raise', error: raised, cause: from, handled });
    throw new Error('a raise request was answered with a value');
  }
  if (handled === null) return yield* raiseNew('RuntimeError', 'No active exception to reraise');
  throw new Raised(handled);
}

/** In a coroutine it is `await asyncio.sleep(0)`, so many times. */
function* cycle(run: Run, { count, loop }: Of<'cycle'>): Work<void> {
  if (run.body === null) {
    const named = loop === null || loop === 'loop' ? null : yield* lookUp(run, loop);
    yield* ask({ kind: 'cycle', count, loop: named });
    return;
  }
  if (count === 'idle') throw new Error('cycle: idle outside of drive');
  for (let nth = 0; nth < count; nth += 1) {
    const callee = { kind: 'word', name: 'sleep' } as const;
    const of = yield* ask({ kind: 'call', callee, positional: [{ kind: 'constant', value: 0 }], keywords: [], inner: true });
    yield* ask({ kind: 'await', of });
  }
}

function* repeat(run: Run, { count, steps }: Of<'repeat'>): Work<Signal> {
  for (let nth = 0; nth < count; nth += 1) {
    const signal = yield* runSteps(run, steps);
    if (signal.kind !== 'next') return signal;
  }
  return next;
}

/** Else is not covered by the handlers; finally runs after whatever happened, and what it signals itself wins over that. */
function* runTry(run: Run, step: Of<'try'>): Work<Signal> {
  let signal = yield* runSteps(run, step.steps);
  if (signal.kind === 'raise') signal = yield* handle(run, step.handlers, signal.error);
  else if (signal.kind === 'next') signal = yield* runSteps(run, step.otherwise);
  if (step.finally.length === 0) return signal;
  const last = signal.kind === 'raise' ? yield* handling(run, signal.error, step.finally) : yield* runSteps(run, step.finally);
  return last.kind === 'next' ? signal : last;
}

/** The name of `except … as name` lives on, as the language has it; where Python deletes it, nobody looks. */
function* handle(run: Run, handlers: readonly Handler[], error: Operand): Work<Signal> {
  for (const { types, as, steps } of handlers) {
    if (types.length > 0 && !isYes(yield* ask({ kind: 'catches', error, types }))) continue;
    bind(run, as, error);
    return yield* handling(run, error, steps);
  }
  return { kind: 'raise', error };
}

/** Runs steps while `error` is what a bare `raise` raises again. */
function* handling(run: Run, error: Operand, steps: readonly Step[]): Work<Signal> {
  run.handled.push(error);
  const signal = yield* runSteps(run, steps);
  run.handled.pop();
  return signal;
}

const isYes = (answer: Operand): boolean => answer.kind === 'constant' && answer.value === true;
