/** The only place for Futures: results that are not there yet, and whom to tell when they are. */
import { type Context, type Values, contextOf, currentValues } from './context.ts';
import { Awaitable, type Frame, setTraceback, traceback } from './coroutine.ts';
import { CancelledError, InvalidStateError, RuntimeError } from './errors.ts';
import type { Turn } from './handle.ts';
import { type CallOptions, EventLoop, getEventLoop } from './loop.ts';

type Outcome<T> =
  | { readonly kind: 'pending' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'returned'; readonly value: T }
  | { readonly kind: 'raised'; readonly error: unknown; readonly frames: readonly Frame[] };

const PENDING = { kind: 'pending' } as const;
const CANCELLED = { kind: 'cancelled' } as const;

export interface FutureOptions {
  /** Default: `getEventLoop()`. */
  readonly loop?: EventLoop | null | undefined;
}

/**
 * A result that will be there later. Source: `asyncio.Future`.
 * It is pending until it gets its one outcome, which never changes; then each callback is queued in its loop, in order of registration.
 */
export class Future<T> extends Awaitable<T> {
  readonly #loop: EventLoop;
  #outcome: Outcome<T> = PENDING;
  /** Most Futures have one, or none: so the first comes in an array of just that length. */
  #callbacks: Turn[] | undefined;

  /** Raises RuntimeError when there is no `loop` and no current one. */
  constructor({ loop }: FutureOptions = {}) {
    super();
    this.#loop = loop ?? getEventLoop();
  }

  /** The loop that runs the callbacks. Source: `asyncio.Future.get_loop`. */
  getLoop(): EventLoop {
    return this.#loop;
  }

  /** Cancels the Future at once; false when it was done already. Source: `asyncio.Future.cancel`. */
  cancel(): boolean {
    if (this.done()) return false;
    this.#settle(CANCELLED);
    return true;
  }

  /** Source: `asyncio.Future.cancelled`. */
  cancelled(): boolean {
    return this.#outcome.kind === 'cancelled';
  }

  /** Source: `asyncio.Future.done`. */
  done(): boolean {
    return this.#outcome.kind !== 'pending';
  }

  /** The value; else raises the error, CancelledError, or InvalidStateError while pending. Source: `asyncio.Future.result`. */
  result(): T {
    const outcome = this.#outcome;
    switch (outcome.kind) {
      case 'returned':
        return outcome.value;
      case 'raised':
        // Each reader raises it anew: what an earlier one added is not its traceback.
        setTraceback(outcome.error, outcome.frames);
        throw outcome.error;
      case 'cancelled':
        throw new CancelledError();
      case 'pending':
        throw new InvalidStateError('Result is not set.');
    }
  }

  /** The error, null when there is a value; raises CancelledError, or InvalidStateError while pending. Source: `asyncio.Future.exception`. */
  exception(): unknown {
    const outcome = this.#outcome;
    switch (outcome.kind) {
      case 'returned':
        return null;
      case 'raised':
        return outcome.error;
      case 'cancelled':
        throw new CancelledError();
      case 'pending':
        throw new InvalidStateError('Exception is not set.');
    }
  }

  /** The coroutines that the error had left when it became the outcome, outermost first; undefined when none is. */
  protected frames(): readonly Frame[] | undefined {
    return this.#outcome.kind === 'raised' ? this.#outcome.frames : undefined;
  }

  /** Raises InvalidStateError when done. Source: `asyncio.Future.set_result`. */
  setResult(value: T): void {
    this.#refuseWhenDone();
    this.#settle({ kind: 'returned', value });
  }

  /** Raises InvalidStateError when done. Source: `asyncio.Future.set_exception`. */
  setException(error: unknown): void {
    this.#refuseWhenDone();
    this.#settle({ kind: 'raised', error, frames: traceback(error) });
  }

  /**
   * Queues `callback` in the loop once the Future is done, or now when it is. It runs in `context`, default: a copy of the context
   * that is current now. Source: `asyncio.Future.add_done_callback`.
   */
  addDoneCallback(callback: (future: this) => void, { context }: CallOptions = {}): void {
    this.queueWhenDone(new DoneCallback(callback, this, context ?? currentValues()));
  }

  /** Queues a turn that was made elsewhere in the loop once the Future is done, or now when it is. */
  queueWhenDone(added: Turn): void {
    if (this.done()) this.#loop.queue(added);
    else if (this.#callbacks === undefined) this.#callbacks = [added];
    else this.#callbacks.push(added);
  }

  /** Removes `callback` however often it was added, and tells how often that was; 0 once the Future is done. Source: `asyncio.Future.remove_done_callback`. */
  removeDoneCallback(callback: (future: this) => void): number {
    const before = this.#callbacks ?? [];
    this.#callbacks = before.filter((added) => !(added instanceof DoneCallback && added.callback === callback));
    return before.length - this.#callbacks.length;
  }

  /** Awaits the outcome: suspends only while there is none. Source: `asyncio.Future.__await__`. */
  [Symbol.iterator](): Iterator<Future<T>, T, unknown> {
    return new Wait(this);
  }

  override toString(): string {
    return `<Future ${this.#outcome.kind}>`;
  }

  #settle(outcome: Outcome<T>): void {
    this.#outcome = outcome;
    const callbacks = this.#callbacks;
    this.#callbacks = undefined;
    if (callbacks !== undefined) for (const added of callbacks) this.#loop.queue(added);
  }

  #refuseWhenDone(): void {
    if (this.done()) throw new InvalidStateError('invalid state');
  }
}

/** A callback that waits for its Future, and then for its turn: one object for both. */
class DoneCallback<F> implements Turn {
  readonly callback: (future: F) => void;
  readonly #future: F;
  readonly #context: Context | Values;

  constructor(callback: (future: F) => void, future: F, context: Context | Values) {
    this.callback = callback;
    this.#future = future;
    this.#context = context;
  }

  run(): void {
    contextOf(this.#context).run(this.callback, this.#future);
  }
}

/** One await of a Future, written as a class, as a generator would make cancelling slower by half. */
class Wait<T> implements Iterator<Future<T>, T, unknown> {
  readonly #future: Future<T>;
  #suspended = false;

  constructor(future: Future<T>) {
    this.#future = future;
  }

  next(): IteratorResult<Future<T>, T> {
    if (this.#future.done()) return { done: true, value: this.#future.result() };
    if (this.#suspended) throw new RuntimeError('the coroutine was resumed before the Future that it awaits was done');
    this.#suspended = true;
    return { done: false, value: this.#future };
  }

  throw(error: unknown): never {
    throw error;
  }
}

/** Whether `value` is a Future; a Task is one. Source: `asyncio.isfuture`. */
export function isFuture(value: unknown): value is Future<unknown> {
  return value instanceof Future;
}

// Said here, as the loop, below, knows of no Future.
declare module './loop.ts' {
  interface EventLoop {
    /** A pending Future of this loop. Source: `loop.create_future`. */
    createFuture<T>(): Future<T>;
  }
}

EventLoop.prototype.createFuture = function <T>() {
  return new Future<T>({ loop: this });
};
