/** The only place for sleeping: giving others a turn, or waiting for the clock. */
import { type Body, Coroutine } from './coroutine.ts';
import { getRunningLoop } from './loop.ts';

/** Waits `delay` seconds of the loop's time, or one cycle when 0 or less, and gives `result`. Source: `asyncio.sleep`. */
export function sleep(delay: number): Coroutine<undefined>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(delay: number, result?: T): Coroutine<T | undefined> {
  return new Coroutine('sleep', delay > 0 ? waitFor(delay, result) : new OneCycle(result));
}

function* waitFor<T>(delay: number, result: T): Generator<unknown, T, unknown> {
  const loop = getRunningLoop();
  const woken = loop.createFuture<T>();
  const timer = loop.callLater(delay, () => {
    if (!woken.done()) woken.setResult(result);
  });
  try {
    return yield* woken;
  } finally {
    timer.cancel();
  }
}

/** One bare `yield`: a class, as a generator would take twice the time for what programs do most. */
class OneCycle<T> implements Body<T> {
  readonly #result: T;
  #yielded = false;

  constructor(result: T) {
    this.#result = result;
  }

  next(): IteratorResult<undefined, T> {
    if (this.#yielded) return { done: true, value: this.#result };
    this.#yielded = true;
    return { done: false, value: undefined };
  }

  throw(error: unknown): never {
    throw error;
  }
}
