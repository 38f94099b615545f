/** Holds what becomes a Task, what stays as it is, and what is refused. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Awaitable, coroutine } from '../coroutine.ts';
import { createTask, ensureFuture } from '../ensure-future.ts';
import { RuntimeError, ValueError } from '../errors.ts';
import { newEventLoop, setEventLoop } from '../loop.ts';
import { run } from '../run.ts';
import { Task } from '../task.ts';

const value = coroutine(function* value(n: number) {
  return n;
});

class Seven extends Awaitable<number> {
  *[Symbol.iterator](): Generator<unknown, number, unknown> {
    yield;
    return 7;
  }
}

const ensure = suite('ensure future');

ensure('createTask runs a coroutine as a Task of the running loop', () => {
  const main = coroutine(function* main() {
    const task = createTask(value(1));
    assert.instance(task, Task);
    return yield* task;
  });
  assert.is(run(main()), 1);
});

ensure('createTask raises RuntimeError while no loop runs', () => {
  assert.throws(() => createTask(value(1)), (error: unknown) => error instanceof RuntimeError);
});

ensure('ensureFuture gives a Future as it is, its own loop named or none', () => {
  const loop = newEventLoop();
  const future = loop.createFuture<number>();
  assert.is(ensureFuture(future), future);
  assert.is(ensureFuture(future, { loop }), future);
});

ensure('ensureFuture raises ValueError for a Future of another loop', () => {
  const future = newEventLoop().createFuture<number>();
  assert.throws(() => ensureFuture(future, { loop: newEventLoop() }), (error: unknown) => error instanceof ValueError);
});

ensure('ensureFuture makes a Task of a coroutine, in the loop given or in the current one', () => {
  const loop = newEventLoop();
  assert.is(ensureFuture(value(1), { loop }).getLoop(), loop);
  const current = newEventLoop();
  setEventLoop(current);
  assert.is(ensureFuture(value(1)).getLoop(), current);
  setEventLoop(null);
});

ensure('ensureFuture makes a Task that awaits any other awaitable', () => {
  const loop = newEventLoop();
  const task = ensureFuture(new Seven(), { loop });
  assert.instance(task, Task);
  assert.is(loop.runUntilComplete(task), 7);
});

ensure('ensureFuture raises TypeError for what cannot be awaited', () => {
  // An array can be iterated, which is all that the type asks.
  assert.throws(() => ensureFuture([1]), (error: unknown) => error instanceof TypeError);
});

ensure.run();
