/** Holds what a limit on the time does to what is awaited, and to who awaits it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coroutine } from '../coroutine.ts';
import { createTask } from '../ensure-future.ts';
import { CancelledError, TimeoutError } from '../errors.ts';
import { getRunningLoop } from '../loop.ts';
import { run } from '../run.ts';
import { sleep } from '../sleep.ts';
import { waitFor } from '../wait-for.ts';

const isTimeout = (error: unknown): boolean => error instanceof TimeoutError;

const fail = coroutine(function* fail(): Generator<unknown, never, unknown> {
  yield* sleep(1);
  throw new Error('failed');
});

/** Ends as `end` says once it is cancelled. */
const cancelledThen = coroutine(function* cancelledThen(end: () => string) {
  try {
    yield* sleep(9);
  } catch {
    yield* sleep(1);
  }
  return end();
});

const limited = suite('wait for');

limited('what ends in time gives its value, or raises its error', () => {
  assert.is(run(waitFor(sleep(1, 'value'), 2)), 'value');
  assert.throws(() => run(waitFor(fail(), 2)), 'failed');
});

limited('without a limit it waits as long as it takes', () => {
  assert.is(run(waitFor(sleep(1e6, 'value'), null)), 'value');
});

limited('what takes too long is cancelled, and has ended when TimeoutError is raised', () => {
  const main = coroutine(function* main() {
    const slow = createTask(sleep(9));
    try {
      yield* waitFor(slow, 2);
      assert.unreachable();
    } catch (error) {
      assert.ok(isTimeout(error));
    }
    assert.ok(slow.cancelled());
    return getRunningLoop().time();
  });
  assert.is(run(main()), 2);
});

limited('a limit of 0 or less is over at once, except for what is done', () => {
  assert.throws(() => run(waitFor(sleep(1), 0)), isTimeout);
  const main = coroutine(function* main() {
    const done = getRunningLoop().createFuture<number>();
    done.setResult(1);
    return yield* waitFor(done, -1);
  });
  assert.is(run(main()), 1);
});

limited('TimeoutError is raised also when a value comes too late, and an error that comes too late is raised', () => {
  const main = coroutine(function* main(end: () => string) {
    return yield* waitFor(cancelledThen(end), 1);
  });
  assert.throws(() => run(main(() => 'late')), isTimeout);
  assert.throws(
    () =>
      run(
        main(() => {
          throw new Error('late');
        }),
      ),
    'late',
  );
});

limited('to cancel it cancels what is awaited, and it ends after that', () => {
  const main = coroutine(function* main() {
    const inner = createTask(cancelledThen(() => 'cleaned up'));
    const outer = createTask(waitFor(inner, 5));
    yield* sleep(1);
    outer.cancel();
    try {
      yield* outer;
      assert.unreachable();
    } catch (error) {
      assert.instance(error, CancelledError);
    }
    assert.is(inner.result(), 'cleaned up');
    return getRunningLoop().time();
  });
  assert.is(run(main()), 2);
});

limited.run();
