// A small Task over generators, to have something to judge. Put yours in its place.

export class CancelledError extends Error {}
export class InvalidStateError extends Error {}
export class RuntimeError extends Error {}
/** Everybody waits, and there is nothing to wait for. */
export class StuckError extends Error {}

/** It yields the Future that it waits for, or null to go on in the next pass of the loop. */
export class Coroutine {
  #steps;
  #isStarted = false;

  constructor(name, steps) {
    this.name = name;
    this.#steps = steps;
  }

  /** Its steps, for whoever runs it; they can be run once only. */
  start() {
    if (this.#isStarted) throw new RuntimeError('cannot reuse already awaited coroutine');
    this.#isStarted = true;
    return this.#steps;
  }
}

/** Runs callbacks in passes; its clock jumps to the next timer where nothing is ready. */
export class Loop {
  time = 0;
  isRunning = false;
  #ready = [];
  #timers = [];
  #passed;

  constructor(passed) {
    this.#passed = passed;
  }

  callSoon(callback) {
    this.#ready.push(callback);
  }

  callLater(delay, callback) {
    this.#timers.push({ when: this.time + delay, callback });
    this.#timers.sort((one, other) => one.when - other.when);
  }

  pass() {
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

  runUntilComplete(coroutine) {
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
  #state = 'pending';
  #result = null;
  #exception = null;
  #waiting = [];

  constructor(loop) {
    this.loop = loop;
  }

  done() {
    return this.#state !== 'pending';
  }

  cancelled() {
    return this.#state === 'cancelled';
  }

  result() {
    const exception = this.exception();
    if (exception !== null) throw exception;
    return this.#result;
  }

  exception() {
    if (this.#state === 'pending') throw new InvalidStateError('it is not done');
    if (this.#state === 'cancelled') throw new CancelledError();
    return this.#exception;
  }

  cancel() {
    return this.end('cancelled', null, null);
  }

  end(state, result, exception) {
    if (this.#state !== 'pending') return false;
    this.#state = state;
    this.#result = result;
    this.#exception = exception;
    for (const wake of this.#waiting.splice(0)) this.loop.callSoon(wake);
    return true;
  }

  finish(result) {
    this.end('finished', result, null);
  }

  whenDone(wake) {
    if (this.done()) this.loop.callSoon(wake);
    else this.#waiting.push(wake);
  }

  /** Waits for it: `yield* future`. */
  *[Symbol.iterator]() {
    if (!this.done()) yield this;
    return this.result();
  }
}

export class Task extends Future {
  static current = null;
  #coroutine;
  #steps = null;
  #waitsFor = null;
  #mustCancel = false;

  constructor(loop, coroutine) {
    super(loop);
    this.#coroutine = coroutine;
    loop.callSoon(() => this.#step());
  }

  /** Asks: what it waits for is cancelled, or else CancelledError is thrown into its next step. */
  cancel() {
    if (this.done()) return false;
    if (this.#waitsFor === null || !this.#waitsFor.cancel()) this.#mustCancel = true;
    return true;
  }

  #step() {
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

  #wait(future) {
    if (!(future instanceof Future)) return this.loop.callSoon(() => this.#step());
    future.whenDone(() => this.#step());
    this.#waitsFor = future;
    if (this.#mustCancel && future.cancel()) this.#mustCancel = false;
  }
}

export function* sleep(loop, delay, result) {
  if (delay <= 0) {
    yield null;
    return result;
  }
  const future = new Future(loop);
  loop.callLater(delay, () => future.finish(result));
  return yield* future;
}
