/** The only place that runs callbacks: the event loop with its cycles and its virtual clock, and which loop is current. */
import { type Context, currentValues } from './context.ts';
import { RuntimeError, StuckError, endsTheRun } from './errors.ts';
import { Handle, type Turn } from './handle.ts';
import { TimerHandle, Timers } from './timers.ts';

/** What an exception handler is told. Source: `loop.call_exception_handler`. */
export interface ErrorReport {
  readonly message: string;
  readonly exception?: unknown;
  readonly [detail: string]: unknown;
}

export type ExceptionHandler = (loop: EventLoop, report: ErrorReport) => void;

export interface CallOptions {
  /** Where the callback runs; default: a copy of the context that is current when it is queued. */
  readonly context?: Context | undefined;
}

let runningLoop: EventLoop | null = null;
let defaultLoop: EventLoop | null | undefined;

/**
 * Runs callbacks one at a time. Source: `asyncio loop`.
 * One cycle runs what was ready when it began, first in first out; what is queued meanwhile waits for the next one.
 * Time is virtual, in seconds from 0: it stands still while anything is ready, and else jumps to the next timer.
 */
export class EventLoop {
  #ready: Turn[] = [];
  readonly #timers = new Timers();
  #now = 0;
  #stopping = false;
  #closed = false;
  #exceptionHandler: ExceptionHandler | null = null;

  /** Queues `callback` for the next cycle. Raises RuntimeError when the loop is closed. Source: `loop.call_soon`. */
  callSoon(callback: () => void, { context }: CallOptions = {}): Handle {
    const handle = new Handle(callback, context ?? currentValues());
    this.queue(handle);
    return handle;
  }

  /** Queues a turn that was made elsewhere for the next cycle. Raises RuntimeError when the loop is closed. */
  queue(turn: Turn): void {
    this.#refuseWhenClosed();
    this.#ready.push(turn);
  }

  /** Queues `callback` for `delay` seconds from now. Raises RuntimeError when the loop is closed. Source: `loop.call_later`. */
  callLater(delay: number, callback: () => void, options?: CallOptions): TimerHandle {
    return this.callAt(this.#now + delay, callback, options);
  }

  /** Queues `callback` for the moment when `time()` gives `when`. Raises RuntimeError when the loop is closed. Source: `loop.call_at`. */
  callAt(when: number, callback: () => void, { context }: CallOptions = {}): TimerHandle {
    this.#refuseWhenClosed();
    const timer = new TimerHandle(when, callback, context ?? currentValues(), this.#timers);
    this.#timers.add(timer);
    return timer;
  }

  /** Virtual seconds since the loop was made. Source: `loop.time`. */
  time(): number {
    return this.#now;
  }

  /** How many callbacks wait for the next cycle. */
  get ready(): number {
    return this.#ready.length;
  }

  /** How many timers are set and not cancelled. */
  get scheduled(): number {
    return this.#timers.size;
  }

  /**
   * Runs cycles until `stop()`. Raises StuckError when nothing is ready or scheduled, RuntimeError when closed or when a loop
   * runs already, and any SystemExit or KeyboardInterrupt of a callback. Source: `loop.run_forever`.
   */
  runForever(): void {
    this.#run(() => {
      do this.cycle();
      while (!this.#stopping);
    });
  }

  /** Runs one cycle, as `runForever` would; raises what it raises. */
  runOnce(): void {
    this.#run(() => this.cycle());
  }

  /** Ends the run after the current cycle, or after the first one of the next run. Source: `loop.stop`. */
  stop(): void {
    this.#stopping = true;
  }

  isRunning(): boolean {
    return runningLoop === this;
  }

  isClosed(): boolean {
    return this.#closed;
  }

  /** Drops what is queued, for good. Raises RuntimeError while the loop runs. Source: `loop.close`. */
  close(): void {
    if (this.isRunning()) throw new RuntimeError('Cannot close a running event loop');
    this.#closed = true;
    this.#ready = [];
    while (this.#timers.first !== undefined) this.#timers.first.cancel();
  }

  /** Says who is told of errors that nobody else can get; null: they are written to the console. Source: `loop.set_exception_handler`. */
  setExceptionHandler(handler: ExceptionHandler | null): void {
    this.#exceptionHandler = handler;
  }

  /** Tells the exception handler. An error of the handler goes to the console. Source: `loop.call_exception_handler`. */
  callExceptionHandler(report: ErrorReport): void {
    if (this.#exceptionHandler === null) return console.error(report.message, report.exception);
    try {
      this.#exceptionHandler(this, report);
    } catch (error) {
      if (endsTheRun(error)) throw error;
      console.error('Unhandled error in exception handler', error);
    }
  }

  #run(cycles: () => void): void {
    this.#refuseWhenClosed();
    if (this.isRunning()) throw new RuntimeError('This event loop is already running');
    if (runningLoop !== null) throw new RuntimeError('Cannot run the event loop while another loop is running');
    runningLoop = this;
    try {
      cycles();
    } finally {
      runningLoop = null;
      this.#stopping = false;
    }
  }

  /** One cycle: whoever wants to see each of them overrides it. */
  protected cycle(): void {
    this.#wakeTimers();
    const batch = this.#ready;
    this.#ready = [];
    let begun = 0;
    try {
      for (const handle of batch) {
        begun += 1;
        this.#call(handle);
      }
    } finally {
      // Only an error that ends the run comes here early: the rest of the cycle keeps its turn.
      if (begun < batch.length) this.#ready = [...batch.slice(begun), ...this.#ready];
    }
  }

  #wakeTimers(): void {
    const next = this.#timers.first;
    if (this.#ready.length === 0 && !this.#stopping) {
      if (next === undefined) throw new StuckError('the loop has nothing ready and no timer: what it waits for never comes');
      this.#now = Math.max(this.#now, next.when);
    }
    for (let due = next; due !== undefined && due.when <= this.#now; due = this.#timers.first) {
      this.#timers.remove(due);
      this.#ready.push(due);
    }
  }

  #call(handle: Turn): void {
    try {
      handle.run();
    } catch (exception) {
      if (endsTheRun(exception)) throw exception;
      this.callExceptionHandler({ message: 'Exception in a callback', exception, handle });
    }
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new RuntimeError('Event loop is closed');
  }
}

/** A loop of its own, at time 0. Source: `asyncio.new_event_loop`. */
export function newEventLoop(): EventLoop {
  return new EventLoop();
}

/** The running loop. Raises RuntimeError when none runs. Source: `asyncio.get_running_loop`. */
export function getRunningLoop(): EventLoop {
  if (runningLoop === null) throw new RuntimeError('no running event loop');
  return runningLoop;
}

/** The running loop, else the one set, else, where none was ever set, a new one. Raises RuntimeError after `setEventLoop(null)`. Source: `asyncio.get_event_loop`. */
export function getEventLoop(): EventLoop {
  if (runningLoop !== null) return runningLoop;
  if (defaultLoop === undefined) defaultLoop = newEventLoop();
  if (defaultLoop === null) throw new RuntimeError('There is no current event loop: set one with setEventLoop()');
  return defaultLoop;
}

/** Says what `getEventLoop` gives while no loop runs. Source: `asyncio.set_event_loop`. */
export function setEventLoop(loop: EventLoop | null): void {
  defaultLoop = loop;
}
