/** Holds how a run begins, what it cleans up, and what comes out of it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coroutine } from '../coroutine.ts';
import { createTask } from '../ensure-future.ts';
import { CancelledError, RuntimeError, SystemExit } from '../errors.ts';
import { type EventLoop, getEventLoop, getRunningLoop, newEventLoop } from '../loop.ts';
import { run } from '../run.ts';
import { sleep } from '../sleep.ts';

const isRuntimeError = (error: unknown): boolean => error instanceof RuntimeError;

const value = coroutine(function* value(n: number) {
  yield* sleep(1);
  return n;
});

const running = suite('run');

running('run gives the result of the coroutine, or raises its error', () => {
  const fail = coroutine(function* fail() {
    throw new Error('of the coroutine');
  });
  assert.is(run(value(1)), 1);
  assert.throws(() => run(fail()), 'of the coroutine');
});

running('run has a loop of its own, which is closed afterwards, and leaves none set', () => {
  const main = coroutine(function* main() {
    return getRunningLoop();
  });
  const [one, other] = [run(main()), run(main())];
  assert.is.not(one, other);
  assert.ok(one.isClosed());
  assert.throws(getEventLoop, isRuntimeError);
});

running('run takes the loop that its factory makes', () => {
  const made: EventLoop[] = [];
  const loopFactory = (): EventLoop => {
    const loop = newEventLoop();
    made.push(loop);
    return loop;
  };
  const main = coroutine(function* main() {
    return getRunningLoop();
  });
  const used = run(main(), { loopFactory });
  assert.equal(made.length, 1);
  assert.is(used, made[0]);
  assert.ok(used.isClosed());
});

running('run raises RuntimeError inside a running loop, and TypeError for what is no coroutine', () => {
  const main = coroutine(function* main() {
    run(value(1));
  });
  assert.throws(() => run(main()), isRuntimeError);
  const future = newEventLoop().createFuture();
  assert.throws(() => Reflect.apply(run, undefined, [future]), (error: unknown) => error instanceof TypeError);
});

running('Tasks that are left are cancelled, and waited for', () => {
  const seen: string[] = [];
  const left = coroutine(function* left() {
    try {
      yield* sleep(9);
    } finally {
      yield* sleep(1);
      seen.push(`cleaned up at ${getRunningLoop().time()}`);
    }
  });
  const main = coroutine(function* main() {
    createTask(left());
    yield* sleep(1);
  });
  run(main());
  assert.equal(seen, ['cleaned up at 2']);
});

running('an error of a Task while it is cleaned up is reported, and a value or a cancellation is not', () => {
  const reports: unknown[] = [];
  const left = coroutine(function* left(end: () => void) {
    try {
      yield* sleep(9);
    } catch (error) {
      end();
      if (!(error instanceof CancelledError)) throw error;
    }
  });
  const main = coroutine(function* main() {
    getRunningLoop().setExceptionHandler((_, { message, exception }) => reports.push(message, String(exception)));
    createTask(left(() => undefined));
    createTask(sleep(9));
    createTask(
      left(() => {
        throw new Error('while cleaning up');
      }),
    );
    yield* sleep(1);
  });
  run(main());
  assert.equal(reports, ['unhandled exception during run() shutdown', 'Error: while cleaning up']);
});

running('SystemExit of a Task ends the run, and what is left is cleaned up first', () => {
  const seen: string[] = [];
  const exit = coroutine(function* exit() {
    throw new SystemExit('now');
  });
  const main = coroutine(function* main() {
    createTask(exit());
    try {
      yield* sleep(9);
    } finally {
      seen.push('cleaned up');
    }
  });
  assert.throws(() => run(main()), (error: unknown) => error instanceof SystemExit);
  assert.equal(seen, ['cleaned up']);
});

running('runUntilComplete runs a Future, a Task or a coroutine, and the loop can run again', () => {
  const loop: EventLoop = newEventLoop();
  const future = loop.createFuture<string>();
  loop.callLater(1, () => future.setResult('future'));
  assert.is(loop.runUntilComplete(future), 'future');
  assert.is(loop.runUntilComplete(loop.createTask(value(1))), 1);
  assert.is(loop.runUntilComplete(value(2)), 2);
  assert.is(loop.time(), 3);
});

running('runUntilComplete raises RuntimeError when the loop is stopped before the end', () => {
  const loop = newEventLoop();
  loop.callSoon(() => loop.stop());
  assert.throws(() => loop.runUntilComplete(value(1)), /stopped before Future completed/);
});

running('runUntilComplete of a coroutine that raises SystemExit raises it, and does not stop the next run', () => {
  const loop = newEventLoop();
  const exit = coroutine(function* exit() {
    throw new SystemExit('now');
  });
  assert.throws(() => loop.runUntilComplete(exit()), (error: unknown) => error instanceof SystemExit);
  assert.is(loop.runUntilComplete(value(1)), 1);
});

running('runUntilComplete of a cancelled Future raises CancelledError', () => {
  const loop = newEventLoop();
  const future = loop.createFuture();
  future.cancel();
  assert.throws(() => loop.runUntilComplete(future), (error: unknown) => error instanceof CancelledError);
});

running.run();
