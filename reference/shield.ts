/** The only place for shield: awaiting without passing a cancellation on. */
import type { Awaitable } from './coroutine.ts';
import { ensureFuture } from './ensure-future.ts';
import type { Future } from './future.ts';

/** A Future with the outcome of `awaitable`; to cancel it leaves `awaitable` running. Source: `asyncio.shield`. */
export function shield<T>(awaitable: Awaitable<T>): Future<T> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) return inner;
  const outer = inner.getLoop().createFuture<T>();
  const innerDone = (): void => {
    if (outer.done()) return;
    if (inner.cancelled()) outer.cancel();
    else if (inner.exception() !== null) outer.setException(inner.exception());
    else outer.setResult(inner.result());
  };
  inner.addDoneCallback(innerDone);
  outer.addDoneCallback(() => inner.removeDoneCallback(innerDone));
  return outer;
}
