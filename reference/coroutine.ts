/** The only place for coroutines: generators that are awaited with `yield*`, used once, and known by name in a traceback. */
import { CancelledError, RuntimeError } from './errors.ts';

/** What `yield*` can await: it yields to the Task what it waits for, and returns the awaited value. */
export abstract class Awaitable<T> {
  abstract [Symbol.iterator](): Iterator<unknown, T, unknown>;
}

/** The part of a generator that a coroutine uses; `return()` is never called, so a coroutine ends only by itself or by an error. */
export interface Body<T> {
  next(sent?: unknown): IteratorResult<unknown, T>;
  throw(error: unknown): IteratorResult<unknown, T>;
}

/** One coroutine of a stack or of a traceback. JavaScript tells no line of a suspended generator. */
export interface Frame {
  readonly name: string;
  readonly coroutine: Coroutine<unknown>;
}

/** A call of a coroutine function: nothing has run yet, and it can run only once. Source: `coroutine object`. */
export class Coroutine<T> extends Awaitable<T> {
  readonly name: string;
  readonly #body: Body<T>;
  #state: 'created' | 'running' | 'suspended' | 'closed' = 'created';

  constructor(name: string, body: Body<T>) {
    super();
    this.name = name;
    this.#body = body;
  }

  /** Runs to the next suspension, where `sent` becomes the value of the `yield`. Raises RuntimeError when finished or running. */
  send(sent?: unknown): IteratorResult<unknown, T> {
    return this.next(sent);
  }

  /** What `yield*` calls: the same as `send`. */
  next(sent?: unknown): IteratorResult<unknown, T> {
    this.#enter();
    try {
      return this.#leave(this.#body.next(sent));
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /** Raises `error` where the coroutine is suspended; one that has not started ends without entering its body. */
  throw(error: unknown): IteratorResult<unknown, T> {
    this.#enter();
    try {
      return this.#leave(this.#body.throw(error));
    } catch (raised) {
      throw this.#fail(raised);
    }
  }

  /** Awaits the coroutine. Raises RuntimeError when it was awaited before. */
  [Symbol.iterator](): Coroutine<T> {
    if (this.#state === 'suspended') throw new RuntimeError('coroutine is being awaited already');
    return this;
  }

  #enter(): void {
    if (this.#state === 'closed') throw new RuntimeError('cannot reuse already awaited coroutine');
    if (this.#state === 'running') throw new RuntimeError('coroutine already executing');
    this.#state = 'running';
  }

  #leave(step: IteratorResult<unknown, T>): IteratorResult<unknown, T> {
    this.#state = step.done === true ? 'closed' : 'suspended';
    return step;
  }

  #fail(error: unknown): unknown {
    this.#state = 'closed';
    // A cancelled Task shows no traceback, and cancelling is to stay cheap.
    if (!(error instanceof CancelledError)) setTraceback(error, [{ name: this.name, coroutine: this }, ...traceback(error)]);
    return error;
  }
}

/** Makes a coroutine function: calling it gives a Coroutine named `name`, or as the generator function is. Source: `async def`. */
export function coroutine<A extends unknown[], T>(body: (...args: A) => Body<T>): (...args: A) => Coroutine<T>;
export function coroutine<A extends unknown[], T>(name: string, body: (...args: A) => Body<T>): (...args: A) => Coroutine<T>;
export function coroutine<A extends unknown[], T>(
  ...given: [(...args: A) => Body<T>] | [string, (...args: A) => Body<T>]
): (...args: A) => Coroutine<T> {
  const [name, body] = given.length === 1 ? [given[0].name, given[0]] : given;
  return (...args) => new Coroutine(name, body(...args));
}

/** Whether `value` is a Coroutine. Source: `asyncio.iscoroutine`. */
export function isCoroutine(value: unknown): value is Coroutine<unknown> {
  return value instanceof Coroutine;
}

/** Gives `value` back if `yield*` can await it, else raises TypeError: what Python's `await` does with any object. */
export function awaitable(value: unknown): Awaitable<unknown> {
  if (value instanceof Awaitable) return value;
  throw new TypeError(`object ${typeof value} can't be used in 'await' expression`);
}

/** The coroutines that each error has left so far, outermost first; beside the error, as it may be frozen, or somebody else's. */
const tracebacks = new WeakMap<object, readonly Frame[]>();

/** The coroutines that `error` has left since it was raised, outermost first. Source: `BaseException.__traceback__`. */
export function traceback(error: unknown): readonly Frame[] {
  return typeof error === 'object' && error !== null ? (tracebacks.get(error) ?? []) : [];
}

/** Says what the traceback of `error` is from here on; an error that is no object has none. */
export function setTraceback(error: unknown, frames: readonly Frame[]): void {
  if (typeof error === 'object' && error !== null) tracebacks.set(error, frames);
}
