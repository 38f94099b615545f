/** The only place for wait: until enough of many are done, or the time is over. */
import { type Awaitable, Coroutine } from './coroutine.ts';
import { ValueError } from './errors.ts';
import { ensureFuture } from './ensure-future.ts';
import type { Future } from './future.ts';
import { getRunningLoop } from './loop.ts';

export interface WaitOptions {
  /** Seconds of the loop's time; default: no limit. */
  readonly timeout?: number | null | undefined;
  /** Which end ends the wait; default: all. An exception also counts when all are done without any. */
  readonly returnWhen?: 'FIRST_COMPLETED' | 'FIRST_EXCEPTION' | 'ALL_COMPLETED';
}

/**
 * Runs all `awaitables` and gives two sets, done and pending. It raises no error of theirs, and cancels none of them. Raises
 * ValueError when there are none. Source: `asyncio.wait`.
 */
export function wait<T>(
  awaitables: Iterable<Awaitable<T>>,
  options: WaitOptions = {},
): Coroutine<[done: Set<Future<T>>, pending: Set<Future<T>>]> {
  return new Coroutine('wait', waitFor(new Set(awaitables), options));
}

function* waitFor<T>(
  awaitables: ReadonlySet<Awaitable<T>>,
  { timeout, returnWhen = 'ALL_COMPLETED' }: WaitOptions,
): Generator<unknown, [done: Set<Future<T>>, pending: Set<Future<T>>], unknown> {
  if (awaitables.size === 0) throw new ValueError('Set of coroutines/Futures is empty.');
  const loop = getRunningLoop();
  const futures = [...awaitables].map((awaitable) => ensureFuture(awaitable, { loop }));
  const enough = loop.createFuture<undefined>();
  const finish = (): void => {
    if (!enough.done()) enough.setResult(undefined);
  };
  let left = futures.length;
  const oneDone = (future: Future<T>): void => {
    left -= 1;
    const failed = !future.cancelled() && future.exception() !== null;
    if (left === 0 || returnWhen === 'FIRST_COMPLETED' || (returnWhen === 'FIRST_EXCEPTION' && failed)) finish();
  };
  const timer = timeout == null ? undefined : loop.callLater(timeout, finish);
  for (const future of futures) future.addDoneCallback(oneDone);
  try {
    yield* enough;
  } finally {
    timer?.cancel();
    for (const future of futures) future.removeDoneCallback(oneDone);
  }
  return [new Set(futures.filter((future) => future.done())), new Set(futures.filter((future) => !future.done()))];
}
