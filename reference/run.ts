/** The only place that starts from outside: runs a loop until something is done. */
import { type Awaitable, type Coroutine, isCoroutine } from './coroutine.ts';
import { allTasks } from './all-tasks.ts';
import { ensureFuture } from './ensure-future.ts';
import { RuntimeError, endsTheRun } from './errors.ts';
import type { Future } from './future.ts';
import { gather } from './gather.ts';
import { EventLoop, getRunningLoop, newEventLoop, setEventLoop } from './loop.ts';

// Said here, as the loop, below, knows of nothing that can be done.
declare module './loop.ts' {
  interface EventLoop {
    /**
     * Runs until `awaitable` is done and gives its result, or raises its error. Raises RuntimeError when stopped before, and what
     * `runForever` raises. Source: `loop.run_until_complete`.
     */
    runUntilComplete<T>(awaitable: Awaitable<T>): T;
  }
}

EventLoop.prototype.runUntilComplete = function <T>(awaitable: Awaitable<T>): T {
  const future = ensureFuture(awaitable, { loop: this });
  future.addDoneCallback(stopItsLoop);
  try {
    this.runForever();
  } finally {
    future.removeDoneCallback(stopItsLoop);
  }
  if (!future.done()) throw new RuntimeError('Event loop stopped before Future completed.');
  return future.result();
};

function stopItsLoop(future: Future<unknown>): void {
  // The error has ended the run by itself; a stop would end the next one.
  if (!future.cancelled() && endsTheRun(future.exception())) return;
  future.getLoop().stop();
}

export interface RunOptions {
  /** Makes the loop; default: `newEventLoop`. */
  readonly loopFactory?: () => EventLoop;
}

/**
 * Runs `coroutine` in a loop of its own, then cancels the Tasks that are left, waits for them, and closes the loop. Raises RuntimeError
 * inside a running loop, TypeError for what is no coroutine. Source: `asyncio.run`.
 */
export function run<T>(coroutine: Coroutine<T>, { loopFactory = newEventLoop }: RunOptions = {}): T {
  if (aLoopRuns()) throw new RuntimeError('run() cannot be called from a running event loop');
  if (!isCoroutine(coroutine)) throw new TypeError(`a coroutine was expected, got ${String(coroutine)}`);
  const loop = loopFactory();
  try {
    setEventLoop(loop);
    return loop.runUntilComplete(coroutine);
  } finally {
    try {
      cancelAll(loop);
    } finally {
      setEventLoop(null);
      loop.close();
    }
  }
}

function cancelAll(loop: EventLoop): void {
  const tasks = [...allTasks(loop)];
  if (tasks.length === 0) return;
  for (const task of tasks) task.cancel();
  loop.runUntilComplete(gather(tasks, { returnExceptions: true }));
  for (const task of tasks) {
    if (task.cancelled() || task.exception() === null) continue;
    loop.callExceptionHandler({ message: 'unhandled exception during run() shutdown', exception: task.exception(), task });
  }
}

function aLoopRuns(): boolean {
  try {
    getRunningLoop();
    return true;
  } catch {
    return false;
  }
}
