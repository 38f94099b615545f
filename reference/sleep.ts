/** The only place for sleeping: giving others a turn, or waiting for the clock. */
import { type Body, Coroutine } from './coroutine.ts';
import { getRunningLoop } from './loop.ts';
import type { TimerHandle } from './timers.ts';

/** Waits `delay` seconds of the loop's time, or one cycle when 0 or less, and gives `result`. Source: `asyncio.sleep`. */
export function sleep(delay: number): Coroutine<undefined>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(delay: number, result?: T): Coroutine<T | undefined> {
  return new Coroutine('sleep', delay > 0 ? new Sleep(delay, result) : new OneCycle(result));
}

/** Waits for a Future that a timer makes done: a class too, as a generator that sleeps keeps twice the memory, and is slower to cancel. */
class Sleep<T> implements Body<T> {
  readonly #delay: number;
  readonly #result: T;
  #timer: TimerHandle | undefined;
  #wait: Iterator<unknown, T> | undefined;

  constructor(delay: number, result: T) {
    this.#delay = delay;
    this.#result = result;
  }

  next(): IteratorResult<unknown, T> {
    // A sleep that is resumed is over, whoever woke it: no time is to pass for its timer.
    if (this.#wait === undefined) this.#wait = this.#start();
    else this.#timer?.cancel();
    return this.#wait.next();
  }

  throw(error: unknown): never {
    this.#timer?.cancel();
    throw error;
  }

  #start(): Iterator<unknown, T> {
    const loop = getRunningLoop();
    const woken = loop.createFuture<T>();
    this.#timer = loop.callLater(this.#delay, () => {
      if (!woken.done()) woken.setResult(this.#result);
    });
    return woken[Symbol.iterator]();
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
