// The only place that sees a coroutine being suspended and resumed, when notes are taken.

import type { Run } from '../interpreter/scope.ts';
import type { Notebook } from './notebook.ts';
import type { Stage } from './stage.ts';

/** Awaits as `yield*` would, and notes what goes through: for what is awaited last of all, not for the bodies in between. */
export function* noted(stage: Stage, notebook: Notebook, run: Run, awaited: unknown): Generator<unknown, unknown, unknown> {
  const awaitable = stage.binding.awaitable(awaited);
  if (stage.runs.has(awaited)) return yield* awaitable;
  const body = run.body?.name ?? 'drive';
  const iterator = awaitable[Symbol.iterator]();
  try {
    let step = iterator.next();
    while (step.done !== true) {
      notebook.suspended(body, stage.cycle, awaited);
      step = yield* turn(stage, notebook, body, iterator, step.value);
    }
    return step.value;
  } catch (thrown) {
    if (stage.errors.isA(thrown, 'CancelledError')) notebook.delivered(body, stage.cycle);
    throw thrown;
  }
}

/** One suspension: what is sent in, or thrown in, goes on to what is awaited. */
function* turn(
  stage: Stage, notebook: Notebook, body: string, iterator: Iterator<unknown, unknown, unknown>, suspension: unknown,
): Generator<unknown, IteratorResult<unknown, unknown>, unknown> {
  let sent: unknown;
  try {
    sent = yield suspension;
  } catch (thrown) {
    notebook.resumed(body, stage.cycle);
    if (iterator.throw === undefined) throw thrown;
    return iterator.throw(thrown);
  }
  notebook.resumed(body, stage.cycle);
  return iterator.next(sent);
}
