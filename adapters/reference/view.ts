// The only place for how a program sees the reference: the same members, with types that let it pass anything.

import type { EventLoop } from '../../reference/index.ts';

/** The module, or a copy of it with a patch. */
export type Reference = typeof import('../../reference/index.ts');

// A scenario may pass a number where a coroutine belongs, to see what comes of it. These views say so; they are methods, whose
// parameters TypeScript lets be wider than those of the real ones, and so they need no cast.

export interface FutureView {
  cancel(): unknown;
  cancelled(): unknown;
  done(): unknown;
  result(): unknown;
  exception(): unknown;
  addDoneCallback(callback: unknown, options: unknown): unknown;
  removeDoneCallback(callback: unknown): unknown;
  setResult(value: unknown): unknown;
  setException(error: unknown): unknown;
  getLoop(): EventLoop;
}

export interface TaskView extends FutureView {
  getStack(options: unknown): unknown;
  printStack(options: unknown): unknown;
}

export interface LoopView {
  callSoon(callback: unknown, options: unknown): unknown;
  callLater(delay: unknown, callback: unknown, options: unknown): unknown;
  createTask(coroutine: unknown): unknown;
  createFuture(): unknown;
  runUntilComplete(awaitable: unknown): unknown;
  runForever(): unknown;
  stop(): unknown;
  time(): unknown;
  isRunning(): unknown;
  close(): unknown;
  setExceptionHandler(handler: unknown): unknown;
}

export interface ContextView {
  run(callback: unknown): unknown;
  get(variable: unknown): unknown;
}

export interface VariableView {
  get(...fallback: readonly unknown[]): unknown;
  set(value: unknown): unknown;
  reset(token: unknown): unknown;
}

export interface FunctionsView {
  createTask(coroutine: unknown): unknown;
  ensureFuture(awaitable: unknown, options: unknown): unknown;
  gather(awaitables: unknown, options: unknown): unknown;
  shield(awaitable: unknown): unknown;
  waitFor(awaitable: unknown, timeout: unknown): unknown;
  wait(awaitables: unknown, options: unknown): unknown;
  sleep(delay: unknown, result: unknown): unknown;
  currentTask(loop: unknown): unknown;
  allTasks(loop: unknown): unknown;
  run(coroutine: unknown, options: unknown): unknown;
  setEventLoop(loop: unknown): unknown;
  getEventLoop(): unknown;
  isFuture(value: unknown): unknown;
  copyContext(): unknown;
}

/** The class methods of Task. */
export interface TaskClassView {
  allTasks(loop: unknown): unknown;
  currentTask(loop: unknown): unknown;
}
