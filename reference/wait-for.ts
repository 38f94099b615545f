/** The only place for waitFor: awaiting with a limit on the time. */
import { type Awaitable, Coroutine } from './coroutine.ts';
import { CancelledError, TimeoutError } from './errors.ts';
import { ensureFuture } from './ensure-future.ts';
import { wait } from './wait.ts';

/**
 * The outcome of `awaitable`, or TimeoutError after `timeout` seconds of the loop's time; null: no limit. What is cut short, by the
 * clock or by a cancellation, is cancelled, and has ended before this does. Source: `asyncio.wait_for`.
 */
export function waitFor<T>(awaitable: Awaitable<T>, timeout: number | null): Coroutine<T> {
  return new Coroutine('waitFor', timeout === null ? awaitIt(awaitable) : limit(awaitable, timeout));
}

function* awaitIt<T>(awaitable: Awaitable<T>): Generator<unknown, T, unknown> {
  return yield* awaitable;
}

function* limit<T>(awaitable: Awaitable<T>, timeout: number): Generator<unknown, T, unknown> {
  const inner = ensureFuture(awaitable);
  let late = false;
  try {
    if (timeout > 0) yield* wait([inner], { timeout });
  } finally {
    late = !inner.done();
    if (late) {
      inner.cancel();
      yield* wait([inner]);
    }
  }
  try {
    const result = inner.result();
    if (!late) return result;
  } catch (error) {
    if (!late || !(error instanceof CancelledError)) throw error;
  }
  throw new TimeoutError();
}
