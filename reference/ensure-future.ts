/** The only place for how an awaitable becomes a Future that runs by itself. */
import { Awaitable, Coroutine } from './coroutine.ts';
import { ValueError } from './errors.ts';
import { Future, type FutureOptions } from './future.ts';
import { getEventLoop, getRunningLoop } from './loop.ts';
import { Task } from './task.ts';

/** Runs `coroutine` as a Task of the running loop. Raises RuntimeError when none runs, TypeError for what is no coroutine. Source: `asyncio.create_task`. */
export function createTask<T>(coroutine: Coroutine<T>): Task<T> {
  return getRunningLoop().createTask(coroutine);
}

/**
 * A Future as it is, or a Task that awaits anything else. Raises TypeError for what cannot be awaited, ValueError for a Future of
 * another loop than `loop`. Source: `asyncio.ensure_future`.
 */
export function ensureFuture<T>(awaitable: Awaitable<T>, { loop }: FutureOptions = {}): Future<T> {
  if (awaitable instanceof Future) {
    if (loop && awaitable.getLoop() !== loop)
      throw new ValueError('The future belongs to a different loop than the one specified');
    return awaitable;
  }
  if (!(awaitable instanceof Awaitable)) throw new TypeError('A Future, a coroutine or an Awaitable is required');
  const coroutine = awaitable instanceof Coroutine ? awaitable : new Coroutine('awaitable', awaitIt(awaitable));
  return (loop ?? getEventLoop()).createTask(coroutine);
}

function* awaitIt<T>(awaitable: Awaitable<T>): Generator<unknown, T, unknown> {
  return yield* awaitable;
}
