// A small Task over generators, to have something to judge. Put yours in its place.

export class CancelledError extends Error {}
export class InvalidStateError extends Error {}
export class RuntimeError extends Error {}
/** Everybody waits, and there is nothing to wait for. */
export class StuckError extends Error {}

/** A coroutine yields the Future that it waits for, or null to go on in the next pass of the loop. */
export type Steps = Generator<unknown, unknown, unknown>;

export class Coroutine {
  readonly name: string;
  readonly #steps: Steps;
  #isStarted = false;

  constructor(name: string, steps: Steps) {
    this.name = name;
    this.#steps = steps;
  }

  /** Its steps, for whoever runs it; they can be run once only. */
  start(): Steps {
    if (this.#isStarted) throw new RuntimeError('cannot reuse already awaited coroutine');
    this.#isStarted = true;
    return this.#steps;
  }
}

/** Runs callbacks in passes; its clock jumps to the next timer where nothing is ready. */
export class Loop {
  time = 0;
  isRunning = false;
  #ready: (() => void)[] = [];
  #timers: { readonly when: number; readonly callback: () => void }[] = [];
  readonly #passed: (time: number) => void;

  constructor(passed: (time: number) => void) {
    this.#passed = passed;
  }

  callSoon(callback: () => void): void {
    this.#ready.push(callback);
  }

  callLater(delay: number, callback: () => void): void {
    this.#timers.push({ when: this.time + delay, callback });
    this.#timers.sort((one, other) => one.when - other.when);
  }

  pass(): void {
    if (this.#ready.length === 0) {
      const [next] = this.#timers;
      if (next === undefined) throw new StuckError();
      this.time = Math.max(this.time, next.when);
    }
    this.#passed(this.time);
    const due = this.#timers.filter((timer) => timer.when <= this.time);
    this.#timers = this.#timers.slice(due.length);
    for (const callback of [...this.#ready.splice(0), ...due.map((timer) => timer.callback)]) callback();
  }

  runUntilComplete(coroutine: Coroutine | Future): unknown {
    const future = coroutine instanceof Future ? coroutine : new Task(this, coroutine);
    this.isRunning = true;
    try {
      while (!future.done()) this.pass();
    } finally {
      this.isRunning = false;
    }
    return future.result();
  }
}

export class Future {
  protected readonly loop: Loop;
  #state: 'pending' | 'cancelled' | 'finished' = 'pending';
  #result: unknown = null;
  #exception: unknown = null;
  #waiting: (() => void)[] = [];

  constructor(loop: Loop) {
    this.loop = loop;
  }

  done(): boolean {
    return this.#state !== 'pending';
  }

  cancelled(): boolean {
    return this.#state === 'cancelled';
  }

  result(): unknown {
    const exception = this.exception();
    if (exception !== null) throw exception;
    return this.#result;
  }

  exception(): unknown {
    if (this.#state === 'pending') throw new InvalidStateError('it is not done');
    if (this.#state === 'cancelled') throw new CancelledError();
    return this.#exception;
  }

  cancel(): boolean {
    return this.end('cancelled', null, null);
  }

  protected end(state: 'cancelled' | 'finished', result: unknown, exception: unknown): boolean {
    if (this.#state !== 'pending') return false;
    this.#state = state;
    this.#result = result;
    this.#exception = exception;
    for (const wake of this.#waiting.splice(0)) this.loop.callSoon(wake);
    return true;
  }

  finish(result: unknown): void {
    this.end('finished', result, null);
  }

  whenDone(wake: () => void): void {
    if (this.done()) this.loop.callSoon(wake);
    else this.#waiting.push(wake);
  }

  /** Waits for it: `yield* future`. */
  *[Symbol.iterator](): Steps {
    if (!this.done()) yield this;
    return this.result();
  }
}

export class Task extends Future {
  static current: Task | null = null;
  readonly #coroutine: Coroutine;
  #steps: Steps | null = null;
  #waitsFor: Future | null = null;
  #mustCancel = false;

  constructor(loop: Loop, coroutine: Coroutine) {
    super(loop);
    this.#coroutine = coroutine;
    loop.callSoon(() => this.#step());
  }

  /** Asks: what it waits for is cancelled, or else CancelledError is thrown into its next step. */
  override cancel(): boolean {
    if (this.done()) return false;
    if (this.#waitsFor === null || !this.#waitsFor.cancel()) this.#mustCancel = true;
    return true;
  }

  #step(): void {
    const isCancelled = this.#mustCancel;
    this.#mustCancel = false;
    this.#waitsFor = null;
    const before = Task.current;
    Task.current = this;
    try {
      this.#steps ??= this.#coroutine.start();
      const step = isCancelled ? this.#steps.throw(new CancelledError()) : this.#steps.next();
      if (step.done === true) this.end(this.#mustCancel ? 'cancelled' : 'finished', step.value, null);
      else this.#wait(step.value);
    } catch (error) {
      this.end(error instanceof CancelledError ? 'cancelled' : 'finished', null, error);
    } finally {
      Task.current = before;
    }
  }

  #wait(future: unknown): void {
    if (!(future instanceof Future)) return this.loop.callSoon(() => this.#step());
    future.whenDone(() => this.#step());
    this.#waitsFor = future;
    if (this.#mustCancel && future.cancel()) this.#mustCancel = false;
  }
}

export function* sleep(loop: Loop, delay: number, result: unknown): Steps {
  if (delay <= 0) {
    yield null;
    return result;
  }
  const future = new Future(loop);
  loop.callLater(delay, () => future.finish(result));
  return yield* future;
}
