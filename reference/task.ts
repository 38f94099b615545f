/** The only place for Tasks: Futures that run a coroutine in a loop. */
import { type Context, copyContext } from './context.ts';
import { type Coroutine, type Frame, isCoroutine } from './coroutine.ts';
import { CancelledError, RuntimeError, endsTheRun } from './errors.ts';
import { Future, type FutureOptions } from './future.ts';
import type { Turn } from './handle.ts';
import { EventLoop, getEventLoop } from './loop.ts';
import { Registry } from './registry.ts';
import { type PrintOptions, type StackOptions, formatStack, newest, oldest } from './stack.ts';

const registries = new WeakMap<EventLoop, Registry<Task<unknown>>>();
let current: Task<unknown> | null = null;
let resume: (task: Task<unknown>, resumption: Turn) => void;

/**
 * Runs a coroutine, step by step, in its loop. Source: `asyncio.Task`.
 *
 * While the coroutine is suspended, one turn alone will resume it: `#resumption`. It is queued, or, while the coroutine waits for
 * `#awaited`, among the callbacks of that Future. It is the Task itself until a cancel request puts a new one in its place, which is
 * queued at once, so that it throws in the next cycle, and nothing comes before it: any other is stale, wherever it still is.
 */
export class Task<T> extends Future<T> implements Turn {
  readonly #coroutine: Coroutine<T>;
  readonly #context: Context;
  #awaited: Future<unknown> | undefined;
  #resumption: Turn = this;
  #toThrow: CancelledError | RuntimeError | undefined;

  static {
    resume = (task, resumption) => {
      if (task.#resumption === resumption && !task.done()) task.#context.run(() => task.#step());
    };
  }

  /** Queues the first step. Raises TypeError when `coroutine` is none, RuntimeError when there is no `loop` and no current one. */
  constructor(coroutine: Coroutine<T>, options: FutureOptions = {}) {
    if (!isCoroutine(coroutine)) throw new TypeError(`a coroutine was expected, got ${String(coroutine)}`);
    super(options);
    this.#coroutine = coroutine;
    this.#context = copyContext();
    this.#queue();
    registryOf(this.getLoop()).add(this);
  }

  /** All Tasks of `loop`, default `getEventLoop()`, done ones too while they are held. Deprecated. Source: `asyncio.Task.all_tasks`. */
  static allTasks(loop?: EventLoop | null): Set<Task<unknown>> {
    return registryOf(loop ?? getEventLoop()).members();
  }

  /** The Task that runs now in `loop`, default `getEventLoop()`, or null. Deprecated. Source: `asyncio.Task.current_task`. */
  static currentTask(loop?: EventLoop | null): Task<unknown> | null {
    return current?.getLoop() === (loop ?? getEventLoop()) ? current : null;
  }

  /**
   * Requests that CancelledError be thrown into the coroutine in the next cycle, and cancels the Future that it awaits; false when done.
   * The coroutine may refuse by catching it. Further requests until then are one with this. Source: `asyncio.Task.cancel`.
   */
  override cancel(): boolean {
    if (this.done()) return false;
    if (this.#toThrow instanceof CancelledError) return true;
    this.#toThrow = new CancelledError();
    const awaited = this.#awaited;
    this.#awaited = undefined;
    // Before our own step is queued: of Tasks that await each other, the innermost is told first.
    awaited?.cancel();
    this.#resumption = new Resumption(this);
    this.#queue();
    return true;
  }

  /** Raises RuntimeError: the outcome is the coroutine's. Source: `asyncio.Task`. */
  override setResult(_value: T): never {
    throw new RuntimeError('Task does not support set_result operation');
  }

  /** Raises RuntimeError: the outcome is the coroutine's. Source: `asyncio.Task`. */
  override setException(_error: unknown): never {
    throw new RuntimeError('Task does not support set_exception operation');
  }

  /**
   * The coroutines of the Task, oldest first: its own one until it is done, those that its error left, or none when it returned or
   * was cancelled. `limit` keeps the newest of a stack, and the oldest of a traceback. Source: `asyncio.Task.get_stack`.
   */
  getStack({ limit }: StackOptions = {}): Frame[] {
    if (!this.done()) return newest([{ name: this.#coroutine.name, coroutine: this.#coroutine }], limit);
    return oldest(this.frames() ?? [], limit);
  }

  /** Writes the frames of `getStack` to `file`, and the error of a failed Task. Source: `asyncio.Task.print_stack`. */
  printStack({ limit, file }: PrintOptions = {}): void {
    const failure = this.frames() === undefined ? undefined : { error: this.exception() };
    const text = formatStack(this.toString(), this.getStack({ limit }), failure);
    (file ?? process.stderr).write(text);
  }

  override toString(): string {
    const state = !this.done() ? 'pending' : this.cancelled() ? 'cancelled' : 'finished';
    return `<Task ${state} coro=${this.#coroutine.name}>`;
  }

  /** For the loop alone: resumes the coroutine. */
  run(): void {
    resume(this, this);
  }

  #queue(): void {
    this.getLoop().queue(this.#resumption);
  }

  #step(): void {
    const error = this.#toThrow;
    this.#toThrow = undefined;
    this.#awaited = undefined;
    current = this;
    let step: IteratorResult<unknown, T>;
    try {
      step = error === undefined ? this.#coroutine.next() : this.#coroutine.throw(error);
    } catch (raised) {
      return this.#fail(raised);
    } finally {
      current = null;
    }
    if (step.done !== true) return this.#suspend(step.value);
    super.setResult(step.value);
  }

  /** The coroutine waits for what it yielded: a Future, or, for a bare `yield`, the next cycle. */
  #suspend(yielded: unknown): void {
    const refusal = this.#refusal(yielded);
    if (this.#toThrow !== undefined) {
      // It asked for its own cancellation before it came here: the step that throws is queued.
      if (refusal === undefined && yielded instanceof Future) yielded.cancel();
    } else if (refusal === undefined && yielded instanceof Future) {
      this.#awaited = yielded;
      yielded.queueWhenDone(this.#resumption);
    } else {
      this.#toThrow = refusal;
      this.#queue();
    }
  }

  #refusal(yielded: unknown): RuntimeError | undefined {
    if (yielded === undefined) return undefined;
    if (!(yielded instanceof Future)) return new RuntimeError(`Task got bad yield: ${String(yielded)}`);
    if (yielded === this) return new RuntimeError(`Task cannot await on itself: ${this}`);
    if (yielded.getLoop() !== this.getLoop()) return new RuntimeError(`${this} got a Future attached to a different loop`);
    return undefined;
  }

  #fail(error: unknown): void {
    if (error instanceof CancelledError) super.cancel();
    else super.setException(error);
    if (endsTheRun(error)) throw error;
  }
}

/** What resumes the coroutine of a Task whose former turn is stale. */
class Resumption implements Turn {
  readonly #task: Task<unknown>;

  constructor(task: Task<unknown>) {
    this.#task = task;
  }

  run(): void {
    resume(this.#task, this);
  }
}

/** The Tasks that `loop` holds. */
export function registryOf(loop: EventLoop): Registry<Task<unknown>> {
  let registry = registries.get(loop);
  if (registry === undefined) registries.set(loop, (registry = new Registry()));
  return registry;
}

// Said here, as the loop, below, knows of no Task.
declare module './loop.ts' {
  interface EventLoop {
    /** A Task of this loop that runs `coroutine`. Source: `loop.create_task`. */
    createTask<T>(coroutine: Coroutine<T>): Task<T>;
  }
}

EventLoop.prototype.createTask = function <T>(coroutine: Coroutine<T>) {
  return new Task(coroutine, { loop: this });
};
