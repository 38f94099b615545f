/** The package entry `taskspec/reference`: every public name, and nothing else. */
export { allTasks, currentTask } from './all-tasks.ts';
export { Context, ContextVar, Token, copyContext } from './context.ts';
export { Awaitable, type Body, Coroutine, type Frame, awaitable, coroutine, isCoroutine } from './coroutine.ts';
export { createTask, ensureFuture } from './ensure-future.ts';
export {
  BaseException,
  CancelledError,
  InvalidStateError,
  KeyboardInterrupt,
  LookupError,
  RuntimeError,
  StuckError,
  SystemExit,
  TimeoutError,
  ValueError,
} from './errors.ts';
export { Future, type FutureOptions, isFuture } from './future.ts';
export { type GatherOptions, gather } from './gather.ts';
export { Handle } from './handle.ts';
export {
  type CallOptions,
  type ErrorReport,
  EventLoop,
  type ExceptionHandler,
  getEventLoop,
  getRunningLoop,
  newEventLoop,
  setEventLoop,
} from './loop.ts';
export { type RunOptions, run } from './run.ts';
export { shield } from './shield.ts';
export { sleep } from './sleep.ts';
export type { PrintOptions, StackOptions, Writable } from './stack.ts';
export { Task } from './task.ts';
export { TimerHandle } from './timers.ts';
export { type WaitOptions, wait } from './wait.ts';
export { waitFor } from './wait-for.ts';
